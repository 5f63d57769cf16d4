# zlib: objects fed by pieces, limits, unused data, copies, dictionaries of windows, corrupt and cut streams, all messages.
import zlib, binascii
def t(f, *a, **k):
    try: r = f(*a, **k); print repr(r) if not isinstance(r, str) or len(r) < 60 else (len(r), zlib.crc32(r))
    except Exception as e: print type(e).__name__, e
data = ''.join('line %d of text\n' % i for i in range(300))
for level in range(-1, 10): c = zlib.compress(data, level); print level, zlib.decompress(c) == data,
print
t(zlib.compress, data, 10); t(zlib.compress, data, -2); t(zlib.compress); t(zlib.compress, 5); t(zlib.compress, u'abc'); t(zlib.compress, u'\xe9'); t(lambda: zlib.decompress(zlib.compress('')))
for bad in ('', 'x', 'x\x9c', 'abcdef', zlib.compress('abc')[:-1], zlib.compress('abc')[:-4], zlib.compress('abc')[:5], zlib.compress('abc')[:-4] + 'ABCD', 'x\x9c\xff\xff\xff', zlib.compress('abc') + 'trailing'): t(zlib.decompress, bad)
z = zlib.compress(data)
t(zlib.decompress, z, 15, 1); t(zlib.decompress, z, 15, 0); t(zlib.decompress, z, 15, -1); t(zlib.decompress, z, 8); t(zlib.decompress, z, 99); t(zlib.decompress, z, -15); t(zlib.decompress, z[2:-4], -15); t(zlib.decompress, z, 47); t(zlib.decompress, z, 'x')
d = zlib.decompressobj(); out = ''.join(d.decompress(c) for c in z); print out == data, repr(d.unused_data), repr(d.unconsumed_tail), repr(d.flush())
d = zlib.decompressobj(); print len(d.decompress(z, 100)), len(d.unconsumed_tail) > 0, repr(d.unused_data)
n = 100
while d.unconsumed_tail:
    p = d.decompress(d.unconsumed_tail, 1000); n += len(p)
print n, repr(d.flush()), n == len(data)
d = zlib.decompressobj(); t(d.decompress, z + 'extra'); print repr(d.unused_data); t(d.decompress, 'more'); print repr(d.unused_data); t(d.flush)
d = zlib.decompressobj(); t(d.decompress, z, -1); t(d.decompress, z, 'x'); t(d.decompress); t(d.decompress, 5); t(d.decompress, z, 0); t(d.flush, 0); t(d.flush, -1); t(d.flush, 10)
d = zlib.decompressobj(); d.decompress(z[:50]); t(d.flush); t(d.decompress, 'garbage' * 10)
d = zlib.decompressobj(); a = d.decompress(z[:100]); e = d.copy(); r1 = d.decompress(z[100:]); r2 = e.decompress(z[100:]); print a + r1 == data, r1 == r2
c = zlib.compressobj(); x = c.compress(data[:100]); y = c.copy(); f1 = x + c.compress(data[100:]) + c.flush(); f2 = x + y.compress('other') + y.flush(); print zlib.decompress(f1) == data, zlib.decompress(f2)[-5:]
t(c.compress, 'after'); t(c.flush); t(c.copy)
for fl in ('Z_SYNC_FLUSH', 'Z_FULL_FLUSH', 'Z_NO_FLUSH', 'Z_FINISH'):
    c = zlib.compressobj(); o = c.compress('abc') + c.flush(getattr(zlib, fl)); d = zlib.decompressobj(); print fl, getattr(zlib, fl), repr(d.decompress(o)), o[-4:] == '\0\0\xff\xff'
t(zlib.compressobj, 99); t(zlib.compressobj, 6, 9); t(zlib.compressobj, 6, 8, 99); t(zlib.compressobj, 6, 8, 15, 99); t(zlib.compressobj, 6, 8, 15, 8, 99); t(zlib.compressobj, 1, 2, 3, 4, 5, 6); t(zlib.compressobj, 'x'); t(zlib.compressobj, level=1); t(zlib.decompressobj, 99); t(zlib.decompressobj, 'x'); t(c.flush, 77)
for args in ((9, 8, -15), (9, 8, 31), (1, 8, 9, 1), (6, 8, 15, 9, zlib.Z_HUFFMAN_ONLY), (6, 8, 15, 8, zlib.Z_FILTERED)):
    c = zlib.compressobj(*args); o = c.compress(data) + c.flush(); print args, zlib.decompress(o, args[2]) == data, zlib.decompressobj(args[2] if args[2] < 16 else 47).decompress(o) == data
for v in ('', 'a', 'abc' * 1000, '\xff' * 7, buffer('abc'), bytearray('abc'), u'abc', 5, None):
    t(zlib.crc32, v); t(zlib.adler32, v); t(zlib.crc32, v, 1); t(zlib.adler32, v, -1)
t(zlib.crc32, 'a', 2**32 - 1); t(zlib.crc32, 'a', 2**32); t(zlib.crc32, 'a', -2**31); t(zlib.adler32, 'a', 2**40); t(zlib.crc32, 'a', 'b'); print zlib.crc32('ab') == zlib.crc32('b', zlib.crc32('a')), binascii.crc32('abc') == zlib.crc32('abc'), zlib.DEFLATED, zlib.MAX_WBITS, zlib.DEF_MEM_LEVEL, zlib.Z_DEFAULT_COMPRESSION, zlib.error.__module__, zlib.error.__mro__[1].__name__
print type(c), type(d), [n for n in dir(c) if not n.startswith('_')], d.unused_data; t(type(c))
