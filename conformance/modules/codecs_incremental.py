# Incremental encoders and decoders, stream readers and writers: piecewise, with states, at odd ends.
import codecs, cStringIO
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
text = u'a\xe9\u20ac\U00012345\n'
for n in ('utf-8', 'utf-8-sig', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-be', 'utf-7', 'unicode-escape', 'raw-unicode-escape', 'shift_jis', 'gb18030', 'iso2022_jp', 'hz', 'big5', 'euc_kr', 'idna', 'punycode', 'cp437', 'latin-1', 'ascii', 'base64', 'hex', 'zlib', 'rot13', 'quopri', 'string-escape', 'uu', 'bz2'):
    try: c = codecs.lookup(n)
    except LookupError as e: print n, e; continue
    print n, c.name, len(c), c.incrementalencoder is not None, c.incrementaldecoder is not None, c.streamreader is not None
    if c.incrementalencoder is None or n in ('zlib', 'bz2'): continue
    src = text if n not in ('hex', 'base64', 'quopri', 'uu', 'string-escape') else 'a\xff='
    try:
        e = c.incrementalencoder('replace' if n in ('ascii', 'latin-1', 'cp437', 'big5', 'shift_jis', 'hz', 'euc_kr', 'iso2022_jp') else 'strict')
        parts = [e.encode(ch) for ch in src] + [e.encode(src[:0], True)]
        print parts
        d = c.incrementaldecoder()
        data = ''.join(parts)
        out = [d.decode(b) for b in data] + [d.decode('', True)]
        print [o for o in out if o]
        d.reset(); e.reset()
        print repr(d.decode(data[:3])), d.getstate() if hasattr(d, 'getstate') else None
    except Exception as x: print type(x).__name__, x
for n, bad in (('utf-8', '\xe2\x82'), ('utf-8', '\xff'), ('utf-16', '\xff\xfea'), ('utf-16', 'a'), ('utf-16-le', '\x00\xd8'), ('utf-32', '\xff\xfe\0\0a'), ('shift_jis', '\x81'), ('utf-7', '+A'), ('hex', 'a'), ('unicode-escape', '\\x4'), ('utf-8-sig', '\xef\xbb'), ('utf-8-sig', '\xef'), ('euc_jp', '\x8f\xa2'), ('ascii', '\x80')):
    for final in (False, True):
        for err in ('strict', 'ignore', 'replace'):
            d = codecs.getincrementaldecoder(n)(err); print n, repr(bad), final, err,
            t(d.decode, bad, final)
for n in ('utf-8', 'utf-16', 'latin-1', 'utf-8-sig', 'shift_jis'):
    raw = u'l\xe91\nl2\r\n\n\x85x\u2028end'.encode(n, 'ignore')
    R = codecs.getreader(n); r = R(cStringIO.StringIO(raw)); print n, list(r)
    r = R(cStringIO.StringIO(raw)); print [r.read(2), r.readline(), r.read(size=3) if n != 'shift_jis' else 0, r.readline(), r.readline(2), r.readlines()], repr(r.read())
    r.seek(0); print repr(r.read()); r.reset(); r.seek(0); print r.readlines(), r.errors; t(r.next)
    w = codecs.getwriter(n)(cStringIO.StringIO()); w.write(u'a'); w.writelines([u'b', u'c']); w.write('raw'); t(w.write, '\xff'); w.reset(); w.write(u'z'); print repr(w.getvalue()); w.seek(0); w.write(u'y'); print repr(w.getvalue())
s = codecs.StreamReaderWriter(cStringIO.StringIO('ab\ncd'), codecs.getreader('utf-8'), codecs.getwriter('utf-8')); print s.read(1), s.readline(), s.next(), s.encoding; t(s.next); s = codecs.EncodedFile(cStringIO.StringIO('\xe9\n'), 'utf-8', 'latin-1'); print repr(s.read()), s.__class__.__name__
print list(codecs.iterencode([u'a', u'\xe9'], 'utf-16')), list(codecs.iterdecode(['\xc3', '\xa9', 'x'], 'utf-8')); t(lambda: list(codecs.iterdecode(['\xc3'], 'utf-8'))); t(codecs.getencoder, 'nope'); t(codecs.lookup, 'a b'); t(codecs.lookup, 5); t(codecs.lookup, 'x\0y'); t(codecs.getincrementalencoder, 'unicode_internal' if 0 else 'undefined'); print codecs.lookup('UTF_8').name, codecs.lookup('utf 8').name, codecs.lookup('U8').name, codecs.lookup('Latin1').name, codecs.BOM_UTF8, codecs.BOM == codecs.BOM_UTF16
t(codecs.encode, u'a'); t(codecs.encode, u'a', 'hex'); t(codecs.decode, '61', 'hex'); t(codecs.decode, 5, 'hex'); t(codecs.encode, 5, 'utf-8'); t(codecs.encode, u'\xe9', 'ascii', 'ignore'); t(codecs.encode, u'a', 'utf-8', 5); t(codecs.decode, 'a', 5); t(codecs.open, '/nonexistent', 'r', 'utf-8'); t(codecs.utf_8_decode, 'a\xc3'); t(codecs.utf_8_decode, 'a\xc3', 'strict', True); t(codecs.utf_16_ex_decode, '\xfe\xff\0a', 'strict', 0, False); t(codecs.ascii_encode, 5); t(codecs.latin_1_decode, u'a'); t(codecs.escape_decode, '\\x4'); t(codecs.escape_decode, '\\q\\101'); t(codecs.escape_encode, 'a\n\xff'); t(codecs.escape_encode, u'a'); t(codecs.readbuffer_encode, u'a'); t(codecs.charbuffer_encode, 'a'); t(codecs.unicode_escape_decode, '\\N{DIGIT ONE}\\N{nope}'); t(codecs.register, 5); t(codecs.make_identity_dict, range(2)); t(codecs.charmap_build, u'abc')
def search(name):
    if name == 'mine': return (5,)
    if name == 'mine2': return codecs.CodecInfo(lambda s, e='strict': (5, 1), lambda s, e='strict': 'x', name='mine2')
    if name == 'mine3': raise KeyError('search')
codecs.register(search); t(codecs.lookup, 'mine'); t(u'a'.encode, 'mine2'); t('a'.decode, 'mine2'); t(codecs.lookup, 'mine3'); t(codecs.encode, u'a', 'mine2')
