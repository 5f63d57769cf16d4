# binascii: all converters over odd text, wrong padding, wrong types, checksums continued.
import binascii as b
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__module__, type(e).__name__, e
fs = sorted(n for n in dir(b) if n[0] != '_' and n[0].islower())
print fs, b.Error.__mro__, b.Incomplete.__mro__
objs = ['', 'a', 'abc', 'abcd' * 30, '\0\xff', u'abc', u'\xe9', 3, None, bytearray('ab'), buffer('ab'), memoryview('ab'), [], 1.5]
for n in fs:
    f = getattr(b, n)
    if n in ('crc32', 'adler32'): continue
    for v in objs:
        print n, type(v).__name__, 
        t(f, *((v, 0) if n == 'crc_hqx' else (v,)))
    t(f)
for s in ('YQ==', 'YQ=', 'YQ', 'Y', '', '====', 'YW=J', 'YWJj', 'YW Jj', 'YW\nJj\n', 'Y!W@J#j', 'YWJjZA==', 'YWJjZA==YQ==', 'YQ==x', 'Y=Q=', '=YQ=', 'YWJjZ', '-_-_', '\xff\xff', 'YWJj=', 'YWJj====', 'Y\0W\0J\0j'): print repr(s), t(b.a2b_base64, s)
for s in ('0', '00', '0g', 'g0', 'ABcdEF', '0 0', ' 00', '00 ', '\xff0', '0' * 7): print repr(s), t(b.unhexlify, s), t(b.a2b_hex, s)
for s in ('!', ' ', '!80  ', '#86)C', '#86)C\n', '#86)C\r\n', '#86)Cx', '#86)C   ', '\x20', 'M' + '8' * 60, 'M' + '8' * 30, '#86\x7fC', '`', '"86``', '#86)C\0', '!8'): print repr(s), t(b.a2b_uu, s)
for s in ('', 'a', 'abc', 'x' * 45, 'x' * 46, '\0' * 3): t(b.b2a_uu, s); t(b.b2a_base64, s)
for s in ('', '=41', '=4', '=', '=\n', '=\r\nx', '==', '=x', '=4x', '=e9=E9', 'a=', 'a_b', '=20\n', 'a =\n b', '=\r', '\xff', '=0', '=ZZa', '=3D=3d', 'a\r\nb'):
    t(b.a2b_qp, s); t(b.a2b_qp, s, header=True); t(b.a2b_qp, s, True)
for s in ('', 'a', ' ', '\t', 'a ', 'a \n', 'a\t\n', 'a\r\nb', 'a\rb', '=', '.', '.\n', '\n.', 'a.b', 'x' * 80, 'x y' * 30, '\xe9' * 30, 'a_b c', '\0', '\r', '\n', '\x7f', 'x' * 75 + '\n', 'x' * 76, 'x' * 74 + '=', '  lead'):
    for k in ({}, {'quotetabs': 1}, {'istext': 0}, {'header': 1}, {'quotetabs': 1, 'header': 1}): t(b.b2a_qp, s, **k)
t(b.b2a_qp, 'x', 1, 0, 1); t(b.b2a_qp, data='x y', quotetabs=True); t(b.b2a_qp, 'x', foo=1); t(b.b2a_qp, 'x', 'y', 'z', 'w', 'v'); t(b.a2b_qp, data='=41'); t(b.a2b_qp, 'x', 1, 2)
for f in (b.crc32, b.crc_hqx):
    for a in (('',), ('abc',), ('abc', 0), ('abc', 1), ('abc', -1), ('abc', 2**31), ('abc', 2**32), ('abc', 2**40), ('abc', 'x'), ('abc', 1.5), ('abc', None), (u'abc', 0), (u'\xe9', 0), (bytearray('abc'), 5), (3, 0), ('abc', 0, 1), ('\xff' * 100, 12345)): print f.__name__, t(f, *a)
print b.crc32('world', b.crc32('hello ')) == b.crc32('hello world'), b.crc_hqx('b', b.crc_hqx('a', 0)) == b.crc_hqx('ab', 0)
for s in ('', 'a', 'aaaa', 'a' * 300, '\x90', '\x90\x90\x90', 'ab\x90c', 'abbbbbbc', '\x90' * 6):
    r = b.rlecode_hqx(s); print repr(r), repr(b.rledecode_hqx(r)) == repr(s)
for s in ('\x90', 'a\x90', '\x90\x00', '\x90\x05', 'a\x90\x05', 'a\x90\x00', 'a\x90\x01', 'a\x90\x00\x90\x03', 'ab\x90'): print repr(s), t(b.rledecode_hqx, s)
for s in ('', '!', '!!', '!!!!', ':', '!!:', '!\n!\r!!', '7', 'rrrr', '\x01', '!!!!:x', '$f*TEQKPH'): print repr(s), t(b.a2b_hqx, s)
for s in ('', 'a', 'ab', 'abc', 'abcd', '\xff' * 5): t(b.b2a_hqx, s); t(b.a2b_hqx, b.b2a_hqx(s) + ':')
