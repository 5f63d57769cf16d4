# Incremental encoders and decoders fed a byte at a time, stream readers and writers, EncodedFile, BOM handling.
import codecs
import StringIO
text = u'a\xe9\u20ac\U0001f600\nb\r\nc'
for enc in ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-32', 'utf-32-be', 'utf-7', 'unicode-escape', 'latin-1', 'hex', 'base64', 'zlib', 'idna', 'utf-16-be'):
    try:
        data = text.encode(enc)
    except Exception as e:
        data = 'abc\n'.encode(enc)
    try:
        dec = codecs.getincrementaldecoder(enc)()
        print enc, len(data), [dec.decode(c) for c in data], repr(dec.decode('', True)),
        dec.reset()
        try:
            print repr(dec.decode(data[:-1], True))
        except Exception as e:
            print type(e).__name__, str(e)[:60]
    except Exception as e:
        print enc, type(e).__name__, str(e)[:60]
    try:
        inc = codecs.getincrementalencoder(enc)()
        print [inc.encode(c) for c in (text if enc not in ('hex', 'base64', 'zlib', 'idna', 'latin-1') else u'ab')], repr(inc.encode(u'', True)), getattr(inc, 'getstate', lambda: 'no')()
    except Exception as e:
        print enc, type(e).__name__, str(e)[:60]
d = codecs.getincrementaldecoder('utf-8')()
print d.decode('\xe2\x82'), d.getstate(), d.setstate(('\xe2', 0)), repr(d.decode('\x82\xac'))
print list(codecs.iterdecode(['\xe2', '\x82', '\xacx'], 'utf-8')), list(codecs.iterencode([u'a', u'\xe9'], 'utf-16')), codecs.utf_8_decode('a\xe2\x82'), codecs.utf_8_decode('a\xe2\x82', 'ignore', True)
for enc in ('utf-8', 'utf-16', 'utf-8-sig', 'utf-7'):
    out = StringIO.StringIO()
    w = codecs.getwriter(enc)(out)
    w.write(u'one\u20ac\n'); w.writelines([u'two\r\n', u'\x85three\u2028four\n']); w.write('five')
    raw = out.getvalue()
    r = codecs.getreader(enc)(StringIO.StringIO(raw))
    print enc, repr(raw)
    print repr(r.readline()), repr(r.read(3)), repr(r.readline(keepends=False)), r.readlines(), repr(r.read())
    r.seek(0)
    print list(r)
    r = codecs.getreader(enc)(StringIO.StringIO(raw))
    print repr(r.read(2, 4)), repr(r.read(size=1)), repr(r.read(chars=1)), repr(r.read(-1, firstline=True))
f = codecs.EncodedFile(StringIO.StringIO(u'\xe9\n\u20ac'.encode('utf-8')), 'cp1252', 'utf-8')
print repr(f.read(1)), repr(f.read()), repr(f.read())
rw = codecs.StreamReaderWriter(StringIO.StringIO('ab\ncd'), codecs.getreader('ascii'), codecs.getwriter('ascii'))
print rw.readline(), rw.next(), rw.getvalue()
for n in ('utf8', 'UTF_8', 'utf 8', 'U8', 'latin1', 'iso-8859-1', '646', 'nope', 'a\xe9', '', 'rot13', 'quopri'):
    try:
        i = codecs.lookup(n)
        print n, i.name, i.__class__.__name__, len(i)
    except Exception as e:
        print n, type(e).__name__, e
def search(name):
    if name == 'myenc':
        return codecs.CodecInfo(lambda s, e='strict': (s.upper().encode('ascii', e), len(s)), lambda s, e='strict': (unicode(s[::-1], 'ascii', e), len(s)), name='My')
    if name == 'badenc':
        return (1, 2)
    if name == 'badres':
        return codecs.CodecInfo(lambda s, e=0: s, lambda s, e=0: ('x', 'y'))
codecs.register(search)
for f in (lambda: u'abc'.encode('myenc'), lambda: 'abc'.decode('MyEnc'), lambda: u'a\xe9'.encode('myenc', 'ignore'), lambda: u'a'.encode('badenc'), lambda: u'a'.encode('badres'), lambda: 'a'.decode('badres'), lambda: unicode('abc', 'myenc'), lambda: codecs.encode('a', 'rot13'), lambda: codecs.decode('61', 'hex'), lambda: 'a'.encode('base64'), lambda: u'a\xe9'.encode('rot13'), lambda: codecs.register(3)):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
