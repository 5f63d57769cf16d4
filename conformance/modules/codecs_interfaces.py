# codecs: lookups, register, error handlers of ones own, streams reading by parts, BOMs, EncodedFile, incremental states.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import codecs, StringIO, tempfile, os
for n in ('utf-8', 'UTF_8', 'utf 8', 'Latin-1', 'iso8859-1', 'ascii', 'us-ascii', 'hex', 'base64', 'rot13', 'zlib', 'bz2', 'quopri', 'uu', 'string-escape', 'unicode-escape', 'raw-unicode-escape', 'unicode_internal', 'utf-16', 'utf-16-le', 'utf-32', 'utf-7', 'utf-8-sig', 'punycode', 'idna', 'cp1252', 'koi8-r', 'mbcs', 'nope', '', 'a\0b', 5, u'utf-8', 'undefined', 'charmap', 'palmos', 'ptcp154'):
    try: i = codecs.lookup(n); print repr(n), i.name, len(i), type(i).__name__, repr(i).split(' at')[0], i.incrementaldecoder is not None
    except Exception as e: print repr(n), type(e).__name__, e
for enc, u in (('ascii', u'a\xe9'), ('latin-1', u'\u20ac'), ('cp1252', u'\u20ac\x81'), ('utf-8', u'\ud800\U00010000'), ('utf-16', u'a'), ('utf-16-be', u'\U00010000'), ('utf-32-le', u'a'), ('utf-7', u'a+\xe9-'), ('utf-8-sig', u'a'), ('unicode-escape', u'a\n\xe9\u20ac\U00010000\\'), ('raw-unicode-escape', u'\n\xe9\u20ac\\u'), ('punycode', u'b\xfccher'), ('idna', u'b\xfccher.example.'), ('idna', u'a..b'), ('idna', u''), ('charmap', u'\xe9'), ('rot13', u'Hello'), ('hex', u'ab'), ('hex', u'\xe9'), ('koi8-r', u'\u0430'), ('cp437', u'\xe9\u2500'), ('mac-roman', u'\xe9'), ('undefined', u'a'), ('undefined', u'')):
    print enc, repr(u),; t(u.encode, enc)
    for h in ('ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'nosuchhandler'):
        try: print h, repr(u.encode(enc, h)),
        except Exception as e: print h, type(e).__name__, str(e)[:60],
    print
for enc, s in (('ascii', 'a\xff'), ('utf-8', 'a\xff\xc3'), ('utf-8', '\xe2\x82'), ('utf-8', '\xc0\x80'), ('utf-8', '\xf4\x90\x80\x80'), ('utf-8', '\xed\xa0\x80'), ('utf-16', '\xff\xfea\0b'), ('utf-16', '\xfe\xff\0a'), ('utf-16', 'a\0'), ('utf-16', '\0'), ('utf-16-le', '\0\xd8a\0'), ('utf-16-le', '\0\xdc'), ('utf-32', 'abcd'), ('utf-32', '\xff\xfe\0\0a\0\0\0'), ('utf-7', '+AOk-'), ('utf-7', '+AO'), ('utf-7', '+!'), ('utf-7', 'a\xff'), ('unicode-escape', '\\x4'), ('unicode-escape', '\\N{EURO SIGN}\\N{nope}'), ('unicode-escape', '\\U00110000'), ('unicode-escape', '\\'), ('raw-unicode-escape', '\\u20'), ('string-escape', '\\x4'), ('string-escape', '\\'), ('hex', 'abc'), ('hex', 'zz'), ('base64', '!'), ('zlib', 'x'), ('uu', 'x'), ('punycode', 'bcher-kva'), ('punycode', '\xff'), ('idna', 'xn--bcher-kva'), ('cp1252', '\x81'), ('charmap', '\xe9'), ('rot13', 'Uryyb'), ('utf-8-sig', '\xef\xbb\xbfa'), ('utf-8-sig', '\xef\xbb'), ('unicode_internal', 'a\0\0')):
    print enc, repr(s),; t(s.decode, enc)
    for h in ('ignore', 'replace', 'xmlcharrefreplace'):
        try: print h, repr(s.decode(enc, h)),
        except Exception as e: print h, type(e).__name__, str(e)[:60],
    print
log = []
def handler(e): log.append((type(e).__name__, e.start, e.end, e.reason)); return (u'<%s>' % e.object[e.start:e.end].encode('hex') if isinstance(e, UnicodeDecodeError) else u'[%d]' % ord(e.object[e.start]), e.end)
codecs.register_error('mine', handler); print repr(u'a\xe9\u20acb'.encode('ascii', 'mine')), repr('a\xff\xfeb'.decode('ascii', 'mine')), repr('\xff\xc3('.decode('utf-8', 'mine')), log
for r in (5, (u'x',), (u'x', 'y'), (5, 1), (u'x', 99), (u'x', -1), (u'', 0) if 0 else (u'x', -99), ('bytes', 2), (u'\u20ac', 2), [u'x', 2]):
    codecs.register_error('bad', lambda e: r); print repr(r),; t(u'a\xe9b'.encode, 'ascii', 'bad'); t('a\xffb'.decode, 'ascii', 'bad')
t(codecs.register_error, 'x', 5); t(codecs.register_error, 5, len); t(codecs.lookup_error, 'nope'); t(codecs.lookup_error, 'strict') if 0 else None; t(codecs.strict_errors, 5); t(codecs.strict_errors, ValueError('v')); t(codecs.ignore_errors, UnicodeEncodeError('a', u'b', 0, 1, 'r')); t(codecs.replace_errors, UnicodeDecodeError('a', 'b', 0, 1, 'r')); t(codecs.replace_errors, UnicodeTranslateError(u'b', 0, 1, 'r')); t(codecs.xmlcharrefreplace_errors, UnicodeDecodeError('a', 'b', 0, 1, 'r')); t(codecs.backslashreplace_errors, UnicodeEncodeError('a', u'\u20ac\U00010000\xe9', 0, 3, 'r')); t(codecs.ignore_errors); t(codecs.replace_errors, UnicodeEncodeError('a', u'b', 5, 9, 'r'))
def search(n): return {'mycodec': (lambda s, e='strict': (s.upper(), len(s)), lambda s, e='strict': (unicode(s).lower(), len(s)), None, None), 'badtuple': (1, 2), 'notup': 5, 'badret': (lambda s, e='': 5, lambda s, e='': (5, 5), None, None)}.get(n)
codecs.register(search); t('abc'.encode, 'mycodec'); t('ABC'.decode, 'mycodec'); t('a'.encode, 'badtuple'); t('a'.encode, 'notup'); t('a'.encode, 'badret'); t('a'.decode, 'badret'); t(unicode, 'A', 'mycodec'); t(codecs.register, 5); t(codecs.getreader, 'mycodec'); t(codecs.encode, 'a', 'mycodec'); t(codecs.decode, u'A', 'mycodec'); t(codecs.encode, u'\xe9', 'ascii', 'ignore'); t(codecs.encode, 5); t(codecs.getincrementalencoder, 'mycodec')
data = u'line1\nl\xefne2\r\nline3\u2028x\x85y'.encode('utf-8')
for size in (None, 1, 5): r = codecs.getreader('utf-8')(StringIO.StringIO(data)); print [r.read(size) if size else r.read()], [r.readline(), r.readline()] , r.read(3)
r = codecs.getreader('utf-8')(StringIO.StringIO(data)); print r.readlines(), r.reset(), r.seek(0), repr(r.readline(None, False)), repr(r.readline(3)), len(list(r)); w = codecs.getwriter('utf-16')(StringIO.StringIO()); w.write(u'a'); w.write(u'b'); w.writelines([u'c', u'd']); print repr(w.getvalue()), w.reset(); t(w.write, 5); e = codecs.EncodedFile(StringIO.StringIO('\xe9\n'), 'utf-8', 'latin-1'); print repr(e.read()), e.write('\xc3\xa8'), repr(e.stream.getvalue()); print [repr(getattr(codecs, n)) for n in dir(codecs) if n.startswith('BOM')], codecs.BOM is codecs.BOM_LE
fd, name = tempfile.mkstemp(); os.close(fd)
f = codecs.open(name, 'w', 'utf-8'); f.write(u'\u20ac\n\xe9'); f.close(); f = codecs.open(name, 'r', 'utf-8'); print repr(f.readline()), f.read() == u'\xe9', f.encoding, f.mode; f.close(); f = codecs.open(name, 'rU'); print repr(f.read()), type(f).__name__; f.close(); t(codecs.open, name, 'r', 'nope'); t(codecs.open, 'nosuch'); os.unlink(name)
for enc in ('utf-8', 'utf-16', 'utf-7', 'utf-8-sig'):
    d = codecs.getincrementaldecoder(enc)(); s = u'a\u20ac\U00010000'.encode(enc); print enc, [d.decode(c) for c in s], repr(d.getstate()), d.reset(), repr(d.getstate()); t(d.decode, s[:-1], True); i = codecs.getincrementalencoder(enc)(); print repr(i.encode(u'a')), repr(i.encode(u'\xe9', True)), repr(i.getstate()), i.reset()
print list(codecs.iterencode([u'a', u'\xe9'], 'utf-8')), list(codecs.iterdecode(['\xc3', '\xa9'], 'utf-8')), codecs.make_identity_dict(range(3)), codecs.make_encoding_map({1: 2, 3: 2}); t(codecs.charmap_encode, u'a\xe9', 'strict', {97: 'X'}); t(codecs.charmap_encode, u'a', 'strict', {97: 300}); t(codecs.charmap_encode, u'a', 'strict', {97: None}); t(codecs.charmap_decode, 'ab', 'strict', {97: u'XY', 98: 0x20ac}); t(codecs.charmap_decode, 'a', 'strict', {97: 'bytes'}); t(codecs.charmap_decode, 'ab', 'replace', u'x' * 98 + u'\ufffe'); t(codecs.charmap_build, u'ab'); t(codecs.escape_decode, '\\x41\\'); t(codecs.escape_encode, "a'\n\xff"); t(codecs.utf_8_decode, '\xc3'); t(codecs.utf_8_decode, '\xc3', 'strict', True); t(codecs.utf_16_ex_decode, '\xff\xfea\0', 'strict', 0, 0); t(codecs.readbuffer_encode, u'a'); t(codecs.unicode_internal_encode, u'a')
