# int(), long(), float(), with bases, spaces, signs, prefixes, unicode digits; hex, oct, bin.
texts = ['0', '-0', ' 12 ', '\t-7\n', '+5', '0x1F', '0X1f', '-0xff', '0o17', '017', '0b101', '0B', '1L', '1l', '12L ', '- 1', '1 2', '', ' ', '1e3', '1.0', 'z', 'Zz', '0xg', '08', '9' * 25, '-' + '9' * 25 + 'L', u'\u0661\u0662', u'\xa05\u2003', '\xa05', '5\0', '\x005', '0x', '++1', u'\xb2', '1_000', '0L', '0xL', '777', '2147483648', '9223372036854775808', '-9223372036854775808']
for s in texts:
    row = []
    for t in (int, long):
        for base in (None, 0, 2, 8, 10, 16, 36):
            try:
                row.append(repr(t(s) if base is None else t(s, base)))
            except ValueError as e:
                row.append('!' if base else str(e)[-30:])
    print repr(s), ' '.join(row)
for args in ((5, 10), ('5', 1), ('5', 37), ('5', -1), ('5', 'x'), ('5', 2 ** 70), (5.5,), (None,), ([],), ('5', 10, 1), (1e400,), (float('nan'),), (1e20,), (-1e19,), (bytearray('12'),), (buffer('12'),), (bytearray('f'), 16), ('5', 10L), ('11', True), (u'ff', 16), (1j,), (object(),)):
    for t in (int, long):
        try:
            print repr(t(*args)),
        except Exception as e:
            print type(e).__name__, str(e).split(' at 0x')[0],
    print
class A(object):
    def __int__(self): return 3
class B(object):
    def __long__(self): return 4L
class C(object):
    def __trunc__(self): return 5
class D(object):
    def __int__(self): return 'x'
class E(object):
    def __trunc__(self): return 'y'
class F:
    def __int__(self): return 6.5
class G(object):
    def __int__(self): return 10 ** 30
class H(object):
    def __index__(self): return 8
class T(object):
    def __trunc__(self): return A()
class S(str):
    def __int__(self): return 77
for c in (A, B, C, D, E, F, G, H, T):
    for t in (int, long, float, hex, oct, bin, range):
        try:
            print repr(t(c()))[:40],
        except Exception as e:
            print type(e).__name__, str(e).split(' at 0x')[0].replace('<__main__.', '<'),
    print
print int(S('12')), long(S('12')), float(S('1.5')), int(x='12', base=8), long(x='12'), int(x=3)
for n in (0, 1, -1, 255, -256, 2 ** 31, 2 ** 63, -2 ** 63, 10 ** 25, True, 0L, -5L):
    print hex(n), oct(n), bin(n), n.bit_length(), '%x %o %X %#x %#o %d' % (n, n, n, n, n, n), int(hex(n).rstrip('L'), 0) == n, int(oct(n).rstrip('L'), 0) == n
for f in (hex, oct, bin):
    for v in (1.5, 'a', None, 1j):
        try:
            print f(v)
        except Exception as e:
            print f.__name__, type(e).__name__, e
for s in ('1.5', ' -1e5 ', '.5', '5.', '.', 'e5', '1e', '1e+', 'inf', '-Infinity', 'NaN', '+nan', 'infin', '0x1p3', '1e400', '-1e-400', '1 .5', '1,5', u'\u0661.\u0665', '1.5f', '1d5', '1__0', '', '1.5\0'):
    try:
        print repr(s), repr(float(s)),
    except ValueError as e:
        print repr(s), e,
print
t = 0
for i in xrange(4000):
    t += int(str(i), 10 + i % 5) + int(hex(i), 16) + int('%o' % i, 8) + long(bin(i), 2) + int('  %d\n' % -i)
    try:
        t += int(str(i), 7)
    except ValueError:
        t -= 1
print t
