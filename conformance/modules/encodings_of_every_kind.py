# encodings: punycode, idna, utf-7, utf-16 and 32 variants, charmaps, byte codecs, escapes: both ways and what is refused.
import codecs, encodings, encodings.aliases, encodings.idna, encodings.punycode
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
U = [u'', u'abc', u'caf\xe9', u'\u20ac\u0416', u'\U0001f600x', u'a\ud800b', u'\0\x7f\x80', u'~\\+&-']
for n in ('ascii', 'latin-1', 'utf-8', 'utf-8-sig', 'utf-7', 'utf-16', 'utf-16-le', 'utf-16-be', 'utf-32', 'utf-32-le', 'utf-32-be', 'punycode', 'unicode-escape', 'raw-unicode-escape', 'unicode-internal', 'charmap', 'cp437', 'cp1252', 'koi8-r', 'iso8859-15', 'mac-roman', 'cp500', 'ptcp154', 'tis-620', 'hp-roman8', 'cp1251', 'utf_8', 'U8', 'L1', 'mbcs', 'idna'):
    for u in U[:1] if n == 'mbcs' else U:
        try: e = u.encode(n); d = e.decode(n); print n, repr(e), d == u,
        except (UnicodeError, LookupError) as x: print n, type(x).__name__, str(x)[:90],
    print
for n, bs in (('utf-8', ('\xc3', '\xff', '\xe2\x82', '\xed\xa0\x80', '\xc0\x80', '\xf4\x90\x80\x80', 'a\x80b')), ('utf-16', ('a', '\xff\xfea', '\xfe\xff\0a', '\xff\xfe\0\xd8', 'ab')), ('utf-16-be', ('\xd8\0', '\xdc\0\0a', '\xd8\x3d\xde\0')), ('utf-32', ('\xff\xfe\0\0a\0\0\0', 'abc', '\0\0\x11\0', '\xff\xff\xff\xff')), ('utf-7', ('+', '+A', '+AGE-', '+AGE', 'a+-b', '+2D3eAA-', '\xff', '+!', '+IKw-x', '+////')), ('punycode', ('a-', 'caf-dma', '\xff', '99', 'x-!')), ('unicode-escape', ('\\x4', '\\u12', '\\U00110000', '\\N{DIGIT ONE}', '\\N{nope}', '\\', '\\777', '\\q', '\\N')), ('raw-unicode-escape', ('\\u20ac', '\\u12', '\\\\u0041', '\xff', '\\U0001f600')), ('cp1252', ('\x81', '\x80')), ('unicode-internal', ('abc', 'abcd', '\xff\xff\xff\xff')), ('ascii', ('\x80',)), ('string-escape', ('\\n\\x41\\101\\', '\\x4', '\\q', "\\'")), ('utf-8-sig', ('\xef\xbb\xbfa', '\xef\xbb', 'b'))):
    for b in bs: print n, repr(b), ; t(b.decode, n); t(b.decode, n, 'replace'); t(b.decode, n, 'ignore')
for n in ('hex', 'base64', 'zlib', 'bz2', 'quopri', 'uu', 'rot13', 'string-escape'):
    for b in ('', 'abc', 'x=\xff\n' if n != 'rot13' else 'N', 'z' * 80): e = b.encode(n); print n, repr(e) if n not in ('zlib', 'bz2') else len(e) > 0, (e.decode(n) == b),
    print; t('junk!'.decode, n); t('abc'.encode, n, 'ignore'); t(u'abc'.encode, n)
for h in (u'www.python.org', u'p\xfdthon.org', u'B\xfccher.de', u'xn--bcher-kva.de', u'a' * 64 + u'.x', u'', u'.', u'a..b', u'a.', u'\u3002x\u3002', u'xn--\xe9', u'\xdf.de', u'\u0130.x', u'\u200d', u'-a.b', u'\u06271', u'\u2126'): t(h.encode, 'idna'); t(encodings.idna.nameprep, h); t(encodings.idna.ToASCII, h); t(encodings.idna.ToUnicode, h)
for b in ('xn--pthon-2ya.org', 'xn--', 'xn--zz\xff', 'abc', 'a.b.', 'xn--a', 'XN--BCHER-KVA'): t(b.decode, 'idna')
for n in ('utf8', 'UTF-8', 'Utf 8', 'nosuch', '', 'iso-8859-1', 'x' * 10, u'ascii', 'hex_codec', 'ISO_8859-1:1987', 'latin1', 5):
    try: i = codecs.lookup(n); print repr(n), i.name, repr(i)[:36], type(i).__name__, len(i)
    except Exception as e: print repr(n), type(e).__name__, e
print encodings.normalize_encoding('UTF-8 x!y'), encodings.aliases.aliases['u8'], len(encodings.aliases.aliases)
for n in ('utf-8', 'utf-16', 'utf-7', 'utf-32', 'idna', 'punycode', 'hex', 'cp437', 'unicode-escape', 'zlib', 'rot13'):
    try:
        e = codecs.getincrementalencoder(n)(); x = [e.encode(c) for c in (u'ab.' if n not in ('hex', 'zlib') else 'ab.')] + [e.encode(u'' if n not in ('hex', 'zlib') else '', True)]; d = codecs.getincrementaldecoder(n)(); y = [d.decode(c) for c in ''.join(x)] + [d.decode('', True)]; print n, x if n != 'zlib' else '', ''.join(y), d.getstate(), e.getstate() if hasattr(e, 'getstate') else ''
    except Exception as ex: print n, type(ex).__name__, ex
