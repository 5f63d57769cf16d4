# binascii, md5, sha and hashlib: pieces, odd lengths, bad characters, digests copied and updated, constructor arguments.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import binascii, hashlib, _md5, _sha, _sha256, _sha512, md5, sha, hmac, zlib, base64, uu, quopri, StringIO
import sys; sys.stderr = sys.stdout
B = binascii
for f, ins in ((B.a2b_hex, ['', '00', 'ab', 'AB', 'a', 'zz', 'a z', u'ff', '0' * 7, bytearray('0f'), 5]), (B.b2a_hex, ['', '\0\xff', u'a', bytearray('x'), buffer('y'), 5, u'\xe9']), (B.a2b_base64, ['', 'YQ==', 'YWI=', 'YWJj', 'YQ', 'Y', 'Y=', 'YQ=', '=', '====', 'Y W J j', 'YWJj\n', 'YW-_', '!!!!', 'YQ==YQ==', 'YWJjZ', 'YWJjZA', u'YQ==', 'YQ==junk', 'Y===', 'AA=A', '\xff\xffYQ==', 'YWI==', 5]), (B.b2a_base64, ['', 'a', 'ab', 'abc', '\xff' * 60, u'a', 5]), (B.a2b_uu, ['', '!', '!80', '#86)C', '#86)C\n', '#86)C  ', '#86)Cx', '\x01', '`', ' ', '#8', '#\x7f\x7f\x7f', 'M' + 'x' * 20, 5]), (B.b2a_uu, ['', 'a', 'abc', 'x' * 45, 'x' * 46, '\0\0', 5]), (B.a2b_qp, ['', '=41', '=4', '=', '=\n', 'a=\nb', 'a=\r\nb', '=ZZ', 'a b_c', '==41', '=0d=0a', '=41=', 'x= \ny', 5]), (B.b2a_qp, ['', 'a=b', 'a \n', 'a\t', '\xe9', 'x' * 80, '.\n', 'a\r\nb\nc', '\0', ' ', 'a_b', 5]), (B.a2b_hqx, ['', ':', '!!!!', 'abc', '!!!!:', 5]), (B.b2a_hqx, ['', 'abc', '\x90']), (B.rlecode_hqx, ['', 'aaaa', 'aaa', '\x90', 'a' * 300, '\x90' * 5]), (B.rledecode_hqx, ['', 'a\x90\4', 'a\x90\0', '\x90\0', '\x90\3', 'a\x90', 'ab', 'a\x90\1'])):
    for i in ins: print f.__name__, repr(i) if not isinstance(i, buffer) else 'buf',; t(f, i)
for a in (('a_b', True), ('=41_', 1), ('x', 0)): t(B.a2b_qp, *a); t(B.a2b_qp, a[0], header=a[1])
for k in ({'quotetabs': 1}, {'istext': 0}, {'header': 1}, {'quotetabs': 1, 'istext': 1, 'header': 1}, {'nope': 1}): print k,; t(B.b2a_qp, 'a b\t_\r\n = \n.\n', **k)
for d, c in (('', 0), ('abc', 0), ('abc', 123), ('abc', -1), ('abc', 2**32), ('abc', 'x'), (u'abc', 0), (5, 0)): t(B.crc32, d, c); t(B.crc_hqx, d, c)
print B.Error, B.Incomplete, issubclass(B.Error, Exception); t(B.crc_hqx, 'a'); t(B.b2a_hqx); t(B.hexlify, 'a', 'b')
for new in (_md5.new, _sha.new, _sha256.sha224, _sha256.sha256, _sha512.sha384, _sha512.sha512, _md5.new):
    h = new(); print new.__name__, h.hexdigest()[:16], h.digest_size, getattr(h, 'block_size', None), getattr(h, 'digestsize', None), getattr(h, 'name', None), type(h).__name__,
    c = h.copy(); h.update('a'); h.update('b' * 200); h.update(''); print h.hexdigest()[:12], c.hexdigest()[:12] == new('').hexdigest()[:12], new('a' + 'b' * 200).digest() == h.digest(), len(h.digest()), h.digest().encode('hex') == h.hexdigest(), new(buffer('x')).hexdigest()[:6], new(bytearray('x')).hexdigest()[:6], new(u'x').hexdigest()[:6]
    for bad in (5, None, [], u'\u20ac'): t(h.update, bad); t(new, bad)
    t(h.update); t(h.digest, 1); t(h.copy, 1); t(new, 'a', 'b'); t(setattr, h, 'x', 1); t(setattr, h, 'digest_size', 1)
    for n in (55, 56, 63, 64, 65, 111, 112, 127, 128, 129): print new('q' * n).hexdigest()[:8],
    print
for a in (('md5',), ('MD5',), ('sha1', 'x'), (u'md5',)): print a,; t(lambda: hashlib.new(*a).hexdigest()[:10])
print hashlib.algorithms, sorted(a for a in hashlib.algorithms_guaranteed) if hasattr(hashlib, 'algorithms_guaranteed') else '', hashlib.pbkdf2_hmac('sha1', 'pw', 'salt', 3).encode('hex'), hashlib.pbkdf2_hmac('md5', 'pw', 'salt', 2, 5).encode('hex'); 
h = hmac.new('key', 'msg'); print h.hexdigest(), h.copy().digest() == h.digest(), h.update('x'), h.hexdigest()[:8], hmac.new('k' * 100, digestmod=hashlib.sha256).hexdigest()[:8], h.digest_size; t(hmac.new, u'k', 'm'); t(hmac.new, 'k', u'm'); t(hmac.new, 5); t(hmac.new, 'k', 'm', 5); t(hmac.compare_digest, 'a', u'a'); t(hmac.compare_digest, 'a', 'ab'); t(hmac.compare_digest, u'a', u'a'); t(hmac.compare_digest, u'\xe9', u'\xe9'); t(hmac.compare_digest, 5, 5); t(hmac.compare_digest, 'a', 'a')
for n, f in sorted((n, getattr(base64, n)) for n in base64.__all__ if 'encode' in n and n not in ('encode', 'encodestring')):
    for s in ('', 'a', 'ab', 'abcde', '\xff\xfe'): print n, repr(f(s)), repr(getattr(base64, n.replace('encode', 'decode'))(f(s))),
    print
t(base64.b32decode, 'abc'); t(base64.b32decode, 'mfrgg===', True); t(base64.b32decode, 'M1023456', map01='L'); t(base64.b16decode, 'abcd'); t(base64.b16decode, 'abcd', True); t(base64.b64decode, 'a'); t(base64.b64encode, 'a?>', '-_'); t(base64.b64decode, 'YT8-', '-_'); t(base64.b64encode, 5); t(base64.decodestring, 'x'); t(base64.encodestring, 'x' * 60)
o = StringIO.StringIO(); uu.encode(StringIO.StringIO('hello' * 20), o, 'name', 0644); print o.getvalue(); o.seek(0); o2 = StringIO.StringIO(); uu.decode(o, o2); print o2.getvalue(); t(uu.decode, StringIO.StringIO('junk\n'), o2); o.seek(0); t(uu.decode, o, 'x/y'[:0] or o2, quiet=1); t(uu.decode, StringIO.StringIO('begin 644 x\n!!!!\x7f\x7f\nend\n'), StringIO.StringIO()); o = StringIO.StringIO(); quopri.encode(StringIO.StringIO('a=\xe9 \n_x\n'), o, 1, 1); print repr(o.getvalue()), repr(quopri.decodestring('a=E9=\n_', 1)), repr(quopri.encodestring('x' * 80))
