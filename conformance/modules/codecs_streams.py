# codecs: readers, writers, recoders, files opened, lines, seeking, registering of codecs and error handlers of one's own, byte order marks.
import codecs, StringIO, tempfile, os
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0]
data = u'line1\nl\xednea2\r\n\u20acl3\x85l4\u2028end'.encode('utf-8'); R = codecs.getreader('utf-8')
r = R(StringIO.StringIO(data)); print repr(r.read(3)), repr(r.readline()), repr(r.readline(keepends=False)), repr(r.read(2, 1)), repr(r.readlines()), repr(r.read()); r.seek(0); print list(r), r.reset(); r.seek(0); print repr(r.read(chars=4)), repr(r.readline(3)), repr(r.next()); t(r.nosuch if 0 else lambda: r.nosuch); r = R(StringIO.StringIO('ab\xffcd'), 'replace'); print repr(r.read()); t(R(StringIO.StringIO('ab\xffcd')).read); r = R(StringIO.StringIO('\xe2\x82')); print repr(r.read()), repr(r.bytebuffer)
o = StringIO.StringIO(); w = codecs.getwriter('latin-1')(o); w.write(u'\xe9'); w.writelines([u'a', u'b']); print repr(o.getvalue()); t(w.write, u'\u20ac'); w.errors = 'xmlcharrefreplace'; w.write(u'\u20ac'); print repr(o.getvalue()), w.reset(), w.getvalue() == o.getvalue()
w = codecs.getwriter('utf-16')(StringIO.StringIO()); w.write(u'a'); w.write(u'b'); print repr(w.getvalue()); w.seek(0); w.write(u'c'); print repr(w.getvalue()[:4]); s = codecs.StreamReaderWriter(StringIO.StringIO('x\ny\n'), codecs.getreader('ascii'), codecs.getwriter('ascii')); print s.readline(), s.read(), s.write(u'z'), s.getvalue(), s.tell(); e = codecs.EncodedFile(StringIO.StringIO('caf\xe9\nx'), 'utf-8', 'latin-1'); print repr(e.readline()), repr(e.read()), e.encoding if hasattr(e, 'encoding') else '', e.data_encoding, e.file_encoding; e.write('\xc3\xa9'); print repr(e.getvalue()), list(codecs.EncodedFile(StringIO.StringIO('a\nb'), 'utf-8'))
p = tempfile.mktemp()
try:
    with codecs.open(p, 'w', 'utf-16') as f: f.write(u'h\xe9\nx'); print f.encoding, f.mode if hasattr(f, 'mode') else ''
    print repr(open(p, 'rb').read()); f = codecs.open(p, encoding='utf-16'); print f.readlines(), f.seek(0), repr(f.read(1)); f.close(); f = codecs.open(p, 'a', 'utf-8', 'ignore', 0); f.write(u'z'); f.close(); t(codecs.open, p, 'r', 'nosuch'); t(codecs.open, '/none', 'r', 'utf-8'); f = codecs.open(p, 'rb'); print type(f).__name__; f.close(); f = codecs.open(p, 'w+', 'utf-8'); f.write(u'a\u20acb'); f.seek(0); print repr(f.read()); f.seek(1); print repr(f.read(1)), f.tell(); f.close()
finally: os.remove(p)
log = []
def handler(e): log.append((type(e).__name__, e.encoding, e.start, e.end, e.reason)); return (u'<%d>' % (e.end - e.start), e.end)
codecs.register_error('mine', handler); print codecs.lookup_error('mine') is handler, u'a\u20ac\xe9b'.encode('ascii', 'mine'), repr('a\xff\xfeb'.decode('ascii', 'mine')), repr('\xe2\x82x'.decode('utf-8', 'mine')), u'\u20ac'.encode('cp437', 'mine'), repr('\xff\xff'.decode('utf-7', 'mine')), repr('a'.decode('utf-16', 'mine')), repr('\\x4'.decode('unicode-escape', 'mine')), codecs.charmap_encode(u'a\xe9', 'mine', dict((i, 'A') for i in range(128))), codecs.charmap_decode('ab', 'mine', {97: u'X'}); print log
for name, f in (('bad1', lambda e: 5), ('bad3', lambda e: (5, 1)), ('bad4', lambda e: 1 / 0), ('bad5', lambda e: (u'x', 99)), ('bad6', lambda e: (u'\u20ac', e.end)), ('obj', lambda e: (u'y', e.start + 1, 3))): codecs.register_error(name, f); print name, ; t(u'a\u20acb\xe9'.encode, 'ascii', name); t('a\xffb'.decode, 'ascii', name)
for n in ('strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace'):
    f = codecs.lookup_error(n)
    for e in (UnicodeEncodeError('enc', u'a\u20acb', 1, 2, 'why'), UnicodeDecodeError('dec', 'a\xffb', 1, 2, 'why'), UnicodeTranslateError(u'a\u20acb', 1, 2, 'why')): t(f, e)
    t(f, 5); t(f, ValueError('x'))
t(codecs.register_error, 'x', 5); t(codecs.register_error, 5, len); t(codecs.lookup_error, 'nosuch'); t(u'\xe9'.encode, 'ascii', 'nosuch')
def search(name):
    log.append(name)
    if name == 'my-codec': return codecs.CodecInfo(lambda u, e='strict': (u.upper().encode('ascii'), len(u)), lambda b, e='strict': (unicode(bytes(b)[::-1]), len(b)), name='my')
    if name == 'bad-codec': return 5
    if name == 'bad-enc': return (lambda u, e: 5, lambda b, e: 'str', None, None)
codecs.register(search); print u'abc'.encode('My-Codec'), repr('abc'.decode('my-codec')), codecs.lookup('MY-CODEC').name, log[-1]; t(codecs.lookup, 'bad-codec'); t(u'a'.encode, 'bad-enc'); t('a'.decode, 'bad-enc'); t(codecs.register, 5); t(unicode, 'abc', 'my-codec'); t(codecs.encode, u'abc', 'my-codec'); t(codecs.decode, 'abc', 'my-codec'); t(codecs.getincrementalencoder, 'my-codec'); t(codecs.encode, 'x', 'nosuch'); t(codecs.getreader, 'nosuch')
print [getattr(codecs, n).__repr__() for n in sorted(dir(codecs)) if n.startswith('BOM')], list(codecs.iterencode([u'a', u'\xe9'], 'utf-16')), list(codecs.iterdecode(['\xc3', '\xa9b'], 'utf-8')), codecs.make_identity_dict(range(2)), codecs.make_encoding_map({1: 2, 3: 2}), codecs.escape_encode('\n\'a'), codecs.escape_decode('\\n\\x41'), codecs.utf_8_decode('\xe2\x82', 'strict', False), codecs.utf_16_ex_decode('\xff\xfea\0', 'strict', 0, False), codecs.readbuffer_encode('ab'), codecs.charbuffer_encode('ab'), codecs.unicode_internal_encode(u'a')
