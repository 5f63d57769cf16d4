# pydoc, cgitb, json.tool, webbrowser and distutils: pages about things, what they find and how they name it.
import pydoc, cgitb, sys, StringIO, re, inspect, json, json.tool, distutils.version as DV, distutils.util as DU, distutils.text_file as DF, distutils.fancy_getopt as FG, distutils.spawn as DS, distutils.filelist as FL, distutils.dep_util, distutils.errors
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0]
class Doc(object):
    """A class.

    More of it."""
    attr = 5
    def method(self, a, b=(1, 2), *c, **d): 'Does it.'
    @classmethod
    def cm(cls): 'class m'
    @staticmethod
    def sm(x): 'static m'
    prop = property(lambda self: 1, None, None, 'a prop')
class Sub(Doc):
    def method(self): pass
    def __len__(self): 'length'; return 0
def func(x, (y, z)=(1, 2), *args): "Func doc."
for o in (Doc, Sub, func, Doc.method): print pydoc.plain(pydoc.render_doc(o, 'T: %s')).replace(' \n', '\n')
h = pydoc.html.document(Doc, 'Doc'); print h.count('<dt>'), 'Does&nbsp;it.' in h, pydoc.html.escape('<&>'), pydoc.html.markup('see http://x.org and RFC 822 or PEP 8 self.x', pydoc.html.escape), pydoc.html.repr([1, 'a<']), pydoc.text.bold('ab').__repr__(), pydoc.plain('a\x08ab\x08b'), pydoc.text.indent('a\nb', '> '), repr(pydoc.text.section('T', 'c\nd')), pydoc.stripid('<x at 0x7f00aa>'), pydoc.cram('abcdefghij', 7), pydoc.replace('abc', 'a', 'x', 'c', 'z'), pydoc.splitdoc('one\n\ntwo\nthree'), pydoc.splitdoc('a\nb'), pydoc.visiblename('_x'), pydoc.visiblename('__doc__'), pydoc.visiblename('x', ['y']), pydoc.isdata(5), pydoc.isdata(func), pydoc.classname(Doc, 'other'), pydoc.allmethods(Sub).keys() and sorted(k for k in pydoc.allmethods(Sub) if k[0] != '_'), pydoc.describe(func), pydoc.describe(5), pydoc.describe(Doc), pydoc.describe(sys), pydoc.describe([]), pydoc.describe(Doc.prop), pydoc.locate('os.path.join').__name__, pydoc.locate('no.such'), pydoc.resolve('len')[1], pydoc.ispackage('/none'), pydoc.source_synopsis(StringIO.StringIO('# c\n"""Syn.\nmore"""\n')); t(pydoc.resolve, 'nope.x'); t(pydoc.render_doc, 'no such thing'); t(pydoc.locate, 'sys.'); print pydoc.getdoc(func), pydoc.pathdirs().__class__.__name__
def fails(a, b): c = a + 1; return c / b
try: fails(1, 0)
except ZeroDivisionError: i = sys.exc_info(); v = cgitb.text(i, 1); print [l for l in v.splitlines() if 'c / b' in l or l.startswith(' a =') or 'ZeroDivisionError' in l][:3], len(cgitb.html(i)) > 500, cgitb.lookup('len', sys._getframe(), {})[0], cgitb.small('x'), cgitb.strong(''), cgitb.grey('g'); o = StringIO.StringIO(); k = cgitb.Hook(display=1, file=o, format='text', context=0); k.handle(i); print 'ZeroDivisionError' in o.getvalue(); o.truncate(0); cgitb.Hook(display=0, file=o, format='text').handle(i); print 'problem' in o.getvalue()
for a, b in (('1.2', '1.10'), ('1.0a1', '1.0'), ('1.0', '1.0.0'), ('x', 'y'), ('2.7.2a2', '2.7.2b1')):
    for V in DV.StrictVersion, DV.LooseVersion:
        try: print V(a) < V(b), V(a) == V(b), str(V(a)), repr(V(b)), V(a).version,
        except Exception as e: print type(e).__name__, e,
    print
for s in ('yes', 'N', 'on', '0', 'bogus'): t(DU.strtobool, s)
print DU.split_quoted('a "b c" d\\ e'), DU.convert_path('a/b'), DU.change_root('/r', '/a'), DU.rfc822_escape('a\nb'), DU.subst_vars('$a ${b}', {'a': 1, 'b': 2}); t(DU.subst_vars, '$zz_none', {}); t(DU.split_quoted, '"open'); t(DU.convert_path, '/a'); f = DF.TextFile(file=StringIO.StringIO('a # c\n\nb \\\n c\n  d\n'), filename='F', join_lines=1, collapse_join=1); print f.readlines(), f.current_line; g = FG.FancyGetopt([('verbose', 'v', 'be loud'), ('out=', 'o', 'where'), ('no-x', None, 'not x')]); args, opts = g.getopt(['-v', '--out=f', 'rest', '--no-x']); print args, opts.verbose, opts.out, g.generate_help('H:'), g.get_option_order(), FG.wrap_text('a bb ccc dddd', 6), FG.translate_longopt('a-b'); t(g.getopt, ['--bad']); print DS.find_executable('sh') is not None, DS.find_executable('nosuchprogram'); l = FL.FileList(); l.files = ['a.py', 'b/c.py', 'd.txt']; l.allfiles = l.files[:]; print l.exclude_pattern('*.txt'), l.files, l.include_pattern('d*') , l.files, FL.translate_pattern('*.py', 1, 'pre').pattern, FL.glob_to_re('a?*[b]')
