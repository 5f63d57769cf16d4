# _struct: every code in every byte order with values at and beyond its borders, odd objects, odd formats, odd buffers.
import array
import struct
import warnings

warnings.simplefilter('error')


def attempt(f, *args):
    try:
        r = f(*args)
        return repr(r)
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


class Index(object):
    def __init__(self, n):
        self.n = n

    def __index__(self):
        if isinstance(self.n, Exception):
            raise self.n
        return self.n


class Int(object):
    def __int__(self):
        return 65


class Float(object):
    def __float__(self):
        return 2.5


class Truth(object):
    def __nonzero__(self):
        raise KeyError('truth')


class OldIndex:
    def __index__(self):
        return 7


VALUES = [0, -1, 127, 128, 255, 256, -128, -129, 2 ** 15, 2 ** 16, -2 ** 15 - 1, 2 ** 31, -2 ** 31, 2 ** 32 - 1, 2 ** 32, 2 ** 63, -2 ** 63, 2 ** 64 - 1, 2 ** 64, -2 ** 63 - 1, 1.5, -1.0, 'a', '', 'ab', u'a', None, True,
          Index(5), Index(-3), Index(2 ** 40), Index('x'), Index(KeyError('k')), Int(), Float(), OldIndex(), [], 1j, float('nan'), float('inf'), 1e39, 10 ** 400]
for order in ('', '<', '>', '=', '!', '@'):
    for code in 'cbB?hHiIlLqQfdspxP':
        print order + code,
        if code == 'x':
            print attempt(struct.pack, order + code), attempt(struct.pack, order + code, 1)
            continue
        print '; '.join(attempt(struct.pack, order + code, v) for v in (VALUES[::1 if order == '' else 5]))
print attempt(struct.pack, '?', Truth()), attempt(struct.pack, '?', []), attempt(struct.pack, '<?', 'x')

# Formats: counts, spaces, what they may not be.
for f in ('', ' ', '3x', '0s', '0p', '1p', '300p', '5s', '03s', '2 h', ' 2h ', 'h2', '2', '-1h', '1', '99999999999999999999h', '9999999999999999s', '9223372036854775807b', 'z', '<P', '>n', 'n', '@P', '<@h', 'h<', '\0', 'h\0h', u'h', u'\xe9', 'i i', 'ci', 'cq0i', '0q',
          'bi0l', 'xi', 'b0q', '=bi', '1000000x', '10c', 'c' * 300, 5, None, ['h'], '2?', '>2?', '?\n?', '\th'):
    print repr(f)[:30], attempt(struct.calcsize, f), attempt(lambda: struct.Struct(f).size), attempt(lambda: struct.Struct(f).format)[:40], attempt(struct.pack, f)[:60]
for f, args in (('hh', (1,)), ('hh', (1, 2, 3)), ('', (1,)), ('3s', ()), ('3s', ('a', 'b')), ('2c', ('ab',)), ('0h', ()), ('0h', (1,)), ('2s2p', ('abc', 'def')), ('s', (5,)), ('4s', (bytearray('ab'),)), ('4s', (buffer('ab'),)), ('4s', (u'ab',)), ('4p', (u'ab',)),
                ('c', (bytearray('a'),)), ('c', (u'a',)), ('300p', ('x' * 299,)), ('257p', ('y' * 300,)), ('P', (-1,)), ('P', (2 ** 64,)), ('P', ('x',)), ('5sx', ('hello',)), ('x5s', ('hello',))):
    print f, attempt(struct.pack, f, *args)[:70]

# Unpacking: sizes that do not fit, every kind of buffer, every bit.
data = ''.join(map(chr, range(1, 33)))
for f in ('<h', '>h', '<i', '>I', '<q', '>Q', '<f', '>f', '<d', '>d', 'c', '?', '3s', '3p', '0s', 'x', '4xh', 'P', '2?', '0p', '1p', '<bhilq'):
    n = struct.calcsize(f)
    print f, attempt(struct.unpack, f, data[:n]), attempt(struct.unpack, f, data[:n + 1]), attempt(struct.unpack, f, data[:n - 1] if n else 'x'), attempt(struct.unpack_from, f, data, 32 - n), attempt(struct.unpack_from, f, data, 33 - n), attempt(struct.unpack_from, f, data, -n), attempt(struct.unpack_from, f, data, -n - 40)
for b in (data[:4], unicode(data[:4]), bytearray(data[:4]), buffer(data, 2, 4), memoryview(data[:4]), array.array('c', data[:4]), array.array('i', [5]), 5, None, [], u'\xe9' * 4):
    print type(b).__name__, attempt(struct.unpack, '<i', b), attempt(struct.unpack_from, '<h', b), attempt(struct.unpack_from, '<h', b, 2), attempt(struct.unpack_from, '<h', b, 3), attempt(struct.unpack_from, '<h', b, -2)
for args in ((), ('<h',), ('<h', data, 'x'), ('<h', data, 1.5), ('<h', data, 2 ** 70), ('<h', data, None), ('<h', data, 1, 2), ('<h', data, Index(3)), ('<h', data, True)):
    print len(args), attempt(struct.unpack_from, *args), attempt(struct.unpack, *args)
for bits in ('\0\0\x80\x7f', '\0\0\x80\xff', '\0\0\xc0\x7f', '\1\0\0\0', '\xff\xff\x7f\x7f', '\0\0\0\x80', '\0\0\x80\0'):
    v = struct.unpack('<f', bits)[0]
    print repr(v), repr(struct.pack('<f', v)), repr(struct.pack('>d', v)), repr(struct.unpack('>d', struct.pack('>d', v)))
for v in (3.4028235677973366e38, 3.4028234663852886e38, 1e-46, 1.401298464324817e-45, 7e-46, 1.17549435e-38, -0.0, 16777217.0, 1e308):
    print repr(v), attempt(struct.pack, '<f', v), attempt(struct.pack, 'f', v), attempt(struct.pack, '<d', v)

# Into buffers.
for b in (bytearray(8), array.array('c', ' ' * 8), array.array('h', [0] * 4)):
    for offset in (0, 4, 5, 6, -2, -1, -8, -9, 2 ** 70, 'x', None, Index(2), 1.5):
        print attempt(struct.pack_into, '>hB', b, offset, 258, 3),
    print repr(b)
for args in ((), ('h',), ('h', bytearray(4)), ('h', bytearray(4), 0), ('h', bytearray(4), 0, 1, 2), ('h', 'read only', 0, 1), ('h', buffer('xx'), 0, 1), ('h', memoryview('xx'), 0, 1), ('h', u'xx', 0, 1), ('h', 5, 0, 1), ('h', bytearray(1), 0, 1), ('h', bytearray(4), 0, 'x'),
             ('h', memoryview(bytearray(4)), 1, 5), ('0s', bytearray(0), 0, ''), ('', bytearray(0), 0), ('z', bytearray(4), 0, 1)):
    print attempt(struct.pack_into, *args)
b = bytearray('\xff' * 12)
struct.pack_into('2x2sxh', b, 1, 'q', 5)
print repr(b)
try:
    struct.pack_into('hhh', b, 0, 1, 2, 'x')
except struct.error as e:
    print e, repr(b)

# Objects.
s = struct.Struct('<hc')
print s.size, repr(s.format), s.pack(1, 'x') == struct.pack('<hc', 1, 'x'), s.unpack('\1\0x'), attempt(s.unpack, 'x'), attempt(s.pack), attempt(s.pack, 1, 'x', 2), attempt(s.pack_into), attempt(s.unpack_from, 'abcd', 1), attempt(s.unpack_from, 'abcd', 2), attempt(s.unpack), attempt(s.unpack, 1, 2)
for name in ('size', 'format', 'other'):
    print name, attempt(setattr, s, name, 5), attempt(delattr, s, name)
print attempt(struct.Struct), attempt(struct.Struct, 'h', 'h'), attempt(lambda: struct.Struct(format='h').size), attempt(struct.Struct.__new__(struct.Struct).pack, 1), attempt(lambda: struct.Struct.__new__(struct.Struct).size)
s.__init__('>q')
print s.size, repr(s.pack(1))


class Derived(struct.Struct):
    def __init__(self, f, extra):
        struct.Struct.__init__(self, f)
        self.extra = extra


d = Derived('hh', 5)
print d.extra, d.size, repr(d.pack(1, 2)), struct.error.__mro__[1].__name__, struct._clearcache() if hasattr(struct, '_clearcache') else None


# In loops that get hot: values change their kind.
def hot(f, values):
    r = []
    for i in xrange(600):
        v = values[i % 40 == 39]
        try:
            r.append(struct.pack(f, v))
        except struct.error as e:
            r.append(str(e))
    return sorted(set(r))


for f, values in (('<h', (1, 2 ** 20)), ('<d', (1.5, 'x')), ('>Q', (2 ** 63, -1)), ('3s', ('ab', 5)), ('<i', (7, 1.5)), ('c', ('q', 'qq'))):
    print f, attempt(hot, f, values)
