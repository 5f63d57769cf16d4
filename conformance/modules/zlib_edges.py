# zlib: streams fed byte by byte, flush modes, raw and gzip windows, checksums, unused tails, limits.
import zlib, array

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
data = ('hello world ' * 50) + ''.join(map(chr, range(256)))
for level in range(-2, 11):
    t(lambda: zlib.decompress(zlib.compress(data, level)) == data)
for s in ('', 'a', data[:20]):
    print repr(zlib.compress(s)), repr(zlib.compress(s, 0))
    for n in -15, 15, 31:
        c = zlib.compressobj(6, zlib.DEFLATED, n)
        z = c.compress(s) + c.flush()
        print n, repr(z) if n != 31 else repr(z[:3] + z[10:])
        for m in (-15, -8, -9, 0, 7, 8, 15, 16, 31, 32, 40, 47, 48, 99):
            t(zlib.decompress, z, m)
z = zlib.compress(data)
for i in (0, 1, 2, 3, len(z) - 5, len(z) - 1):
    t(zlib.decompress, z[:i])
    t(zlib.decompress, z[:i] + 'X' + z[i + 1:])
t(lambda: zlib.decompress(z + 'tail') == data)
for n in (0, 1, -1, 10, 2 ** 20, 'x'):
    t(lambda: zlib.decompress(z, 15, n) == data)
d = zlib.decompressobj()
out = ''
for ch in z + 'tail':
    out += d.decompress(ch)
print out == data, repr(d.unused_data), repr(d.unconsumed_tail)
t(d.decompress, 'more')
print repr(d.unused_data)
t(d.flush)
t(d.flush)
for limit in (0, 1, 7, 100, 10 ** 6, -1, 'x', 2 ** 40):
    d = zlib.decompressobj()
    t(lambda: len(d.decompress(z, limit)))
    print len(d.unconsumed_tail), len(d.unused_data)
    t(lambda: len(d.flush()))
d = zlib.decompressobj()
parts, rest, n = [], z, 0
while rest and n < 200:
    parts.append(d.decompress(rest, 13))
    rest, n = d.unconsumed_tail, n + 1
print ''.join(parts) + d.flush() == data, n
for n in (0, -1, 1, 10, 'x', None):
    d = zlib.decompressobj()
    d.decompress(z, 5)
    t(lambda: len(d.flush(n)))
for mode in range(-1, 7):
    c = zlib.compressobj()
    c.compress('abc')
    t(lambda: repr(c.flush(mode)))
    t(c.compress, 'def')
    t(c.flush)
c = zlib.compressobj()
t(c.compress, 1)
t(c.compress)
t(c.compress, u'\xe9')
t(lambda: zlib.decompress(c.compress(u'uni') + c.compress(buffer('buf')) + c.compress(bytearray('ba')) + c.compress(array.array('c', 'arr')) + c.flush()))
a = zlib.compressobj()
a.compress(data)
b = a.copy()
print a.flush() == b.flush()
t(b.flush)
t(b.copy)
d = zlib.decompressobj()
d.decompress(z[:20])
e = d.copy()
print d.decompress(z[20:]) == e.decompress(z[20:])
for args in ((10,), (-3,), (1, 7), (1, 8, 5), (1, 8, 16), (1, 8, 15, 0), (1, 8, 15, 10), (1, 8, 15, 8, 9), (1, 8, 15, 8, -1), ('x',), (1, 2, 3, 4, 5, 6), (9, 8, 15, 9, 4)):
    t(lambda: type(zlib.compressobj(*args)).__name__)
for args in ((0,), (7,), (16,), (-16,), (99,), ('x',), (1, 2)):
    t(lambda: type(zlib.decompressobj(*args)).__name__)
for f in zlib.crc32, zlib.adler32:
    for s in ('', 'a', data, buffer('abc'), bytearray('abc'), u'abc', 5, None, memoryview('abc')):
        for start in (0, 1, 2 ** 16, 12345678, 2 ** 32, 2 ** 70, 'x'):
            t(f, s, start)
        t(f, s)
print type(c).__name__, type(d).__name__, zlib.error.__mro__, zlib.error.__module__
