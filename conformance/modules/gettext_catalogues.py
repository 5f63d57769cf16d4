# gettext: catalogues made by hand: plurals of many languages, fallbacks, charsets, contexts of domains, installing, broken files.
import gettext, struct, StringIO, os, tempfile, shutil, __builtin__
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, str(e).replace(d, 'D')
    else: print repr(r).replace(d, 'D').split(' at 0x')[0]
def mo(msgs, order='<', version=0):
    ids = sorted(msgs); n = len(ids); ko = 28; vo = ko + 8 * n; at = vo + 8 * n; kt, vt, data = [], [], ''
    for i in ids: kt += [len(i), at + len(data)]; data += i + '\0'
    for i in ids: vt += [len(msgs[i]), at + len(data)]; data += msgs[i] + '\0'
    return struct.pack(order + '7I', 0x950412de, version, n, ko, vo, 0, 0) + struct.pack(order + '%dI' % (4 * n), *(kt + vt)) + data
head = 'Project-Id: x\nContent-Type: text/plain; charset=utf-8\nPlural-Forms: nplurals=3; plural=n==1 ? 0 : n%10>=2 && n%10<=4 && (n%100<10 || n%100>=20) ? 1 : 2;\n'
msgs = {'': head, 'hello': 'cze\xc5\x9b\xc4\x87', 'file\0files': 'plik\0pliki\0plik\xc3\xb3w', 'ctx\4hello': 'other'}; d = tempfile.mkdtemp()
try:
    for order in '<>': g = gettext.GNUTranslations(StringIO.StringIO(mo(msgs, order))); print repr(g.gettext('hello')), repr(g.ugettext('hello')), repr(g.lgettext('hello')) if 0 else '', [g.ngettext('file', 'files', n) for n in (0, 1, 2, 5, 12, 22, 112)], repr(g.ungettext('file', 'files', 5)), g.gettext('missing'), repr(g.ugettext('missing')), g.ngettext('a', 'b', 1), g.ngettext('a', 'b', 2), sorted(g.info().items()), g.charset(), g.output_charset()
    g.set_output_charset('iso-8859-2'); print repr(g.gettext('hello')), g.output_charset(), repr(g.lgettext('hello')); fb = gettext.GNUTranslations(StringIO.StringIO(mo({'': '', 'only': 'fallback'}))); g.add_fallback(fb); fb.add_fallback(gettext.NullTranslations()); print g.gettext('only'), g.gettext('none'), g.ngettext('x', 'y', 3)
    n = gettext.NullTranslations(); print n.gettext('a'), repr(n.ugettext('a')), n.ngettext('a', 'b', 1), n.ngettext('a', 'b', 2), n.info(), n.charset(), n.lgettext('q'), n.lngettext('a', 'b', 2), repr(n.ungettext('a', 'b', 1))
    for bad in ('', 'junk', mo(msgs)[:40], struct.pack('<I', 0x12345678) + '\0' * 40, mo(msgs, '<', 5 << 16), mo({'': 'Content-Type: text/plain; charset=nosuch\n', 'a': 'b'}), mo({'': 'Plural-Forms: nplurals=2; plural=n+;\n'}), mo({'': 'Plural-Forms: bogus\n'}), mo({'a': '\xff'})): t(lambda: gettext.GNUTranslations(StringIO.StringIO(bad)).gettext('a'))
    for p in ('0', 'n != 1', 'n>1', 'n==1 ? 0 : n==2 ? 1 : 2', '(n%10==1 && n%100!=11 ? 0 : 1)', 'n%10==0 || !n', '!(n-1)', 'n*2+1', 'n/2', '-n' , '1 ? 2 : 3', 'n ** 2', 'x', '', 'n n', '(n', 'n)', '__import__("os")', 'n; n', 'n?', '~n', 'n == 1 ? 0', '((((n))))', 'n<2&&n>0', '5 - 3 - 1', '2 + 3 * n', 'n.real', '0x1', 'n' * 2000):
        try: f = gettext.c2py(p); print p[:40], [f(i) for i in (0, 1, 2, 5, 11, 21)]
        except Exception as e: print p[:40], type(e).__name__, str(e)[:70]
    for x in ('x', 1.5, None, 2L, True): t(gettext.c2py('n'), x)
    os.makedirs(os.path.join(d, 'pl', 'LC_MESSAGES')); open(os.path.join(d, 'pl', 'LC_MESSAGES', 'dom.mo'), 'wb').write(mo(msgs)); os.makedirs(os.path.join(d, 'en', 'LC_MESSAGES'))
    for k in ('LANGUAGE', 'LC_ALL', 'LC_MESSAGES', 'LANG'): os.environ.pop(k, None)
    t(gettext.find, 'dom', d, ['pl']); t(gettext.find, 'dom', d, ['pl_PL.UTF-8@euro'], True); t(gettext.find, 'dom', d); os.environ['LANGUAGE'] = 'xx:pl:C:en'; t(gettext.find, 'dom', d); os.environ['LANGUAGE'] = 'C'; t(gettext.find, 'dom', d); print gettext._expand_lang('de_DE.UTF-8@x')[:4]
    t(gettext.translation, 'dom', d, ['zz']); t(gettext.translation, 'dom', d, ['zz'], fallback=True); a = gettext.translation('dom', d, ['pl']); print a is gettext.translation('dom', d, ['pl']), a.gettext('hello') == msgs['hello'], type(gettext.translation('dom', d, ['pl'], class_=gettext.NullTranslations)).__name__, gettext.translation('dom', d, ['pl'], codeset='utf-16').output_charset(); os.environ['LANGUAGE'] = 'pl'
    print gettext.textdomain(), gettext.textdomain('dom'), gettext.bindtextdomain('dom', d) == d, gettext.bindtextdomain('dom') == d, gettext.bindtextdomain('q') == gettext._default_localedir, gettext.gettext('hello') == msgs['hello'], gettext.ngettext('file', 'files', 5), gettext.dgettext('dom', 'hello')[:3], gettext.dngettext('none', 'a', 'b', 2), gettext.bind_textdomain_codeset('dom'), gettext.bind_textdomain_codeset('dom', 'utf-16'), repr(gettext.lgettext('hello')), gettext.gettext('unk')
    gettext.install('dom', d, unicode=True, names=['ngettext', 'bogus', 'lgettext']); print repr(_('hello')), ngettext('file', 'files', 2), 'lgettext' in __builtin__.__dict__; del __builtin__._, __builtin__.ngettext, __builtin__.lgettext
finally: shutil.rmtree(d)
