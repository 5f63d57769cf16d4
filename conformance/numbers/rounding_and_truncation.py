# round, math.floor and friends, divmod signs, float to int at the edges, is_integer, as_integer_ratio, hex forms.
import math
vals = [0.5, 1.5, 2.5, -0.5, -1.5, 2.675, 1.005, 1e15 + .5, 1e16, -0.0, 0.0, 1e300, 5e-324, 123456.789, -987.654321, 1e22, 0.1, 4503599627370495.5, 4503599627370497.5]
for v in vals:
    print repr(v), [repr(round(v, n)) for n in (0, 1, 2, 5, -1, -3, 20, 400, -400)], repr(round(v)), math.floor(v), math.ceil(v), math.trunc(v), v.is_integer(), int(v) if abs(v) < 1e30 else len(str(int(v)))
for args in ((5,), (15, -1), (25, -1), (10 ** 30, -29), (1.5, 1.5), (1.5, None), (1.5, 'a'), ('a',), (None,), (1j,), (float('inf'),), (float('nan'), 3), (True,), (2.5, 2 ** 70), (2.5, -2 ** 70), (1.5, True), (1e308, -308), (1.7e308, -308), (5L, 1), ()):
    try:
        print args, repr(round(*args))
    except Exception as e:
        print args, type(e).__name__, e
class R(object):
    def __float__(self): return 2.345
    def __trunc__(self): return 'trunc'
    def __floor__(self): return 'floor'
    def __ceil__(self): return 'ceil'
    def __round__(self): return 'round'
print round(R(), 2), math.trunc(R()), math.floor(R()), math.ceil(R()), round(number=2.5, ndigits=0)
for a in (7, -7, 7.5, -7.5, 0, 0.0, -0.0, 1e-20, -1e-20, 2 ** 63, -2 ** 63, float('inf')):
    row = []
    for b in (2, -2, 2.5, -2.5, 3L, 1e20, -1e20, 0, 0.0, float('inf'), float('-inf')):
        try:
            q, r = divmod(a, b)
            row.append('%r,%r' % (q, r))
            assert repr(a // b) == repr(q) and repr(a % b) == repr(r), (a, b)
        except Exception as e:
            row.append(str(e)[:28])
    print repr(a), row
for v in (0.5, -0.75, 1e10, 1e-320, 3.0, 1.1, 2.0 ** 60):
    print v.as_integer_ratio(), v.hex(), float.fromhex(v.hex()) == v, v.__trunc__(), v.__floordiv__(0.3), v.conjugate(), v.real, v.imag
for s in ('0x1.8p1', '1.8', '-0X.8P-3', '0x', 'inf', 'nan', '0x1p1024', '0x1.fffffffffffff8p1023', '0x1.fffffffffffff7p1023', ' 0x1p-1074 ', '0x1p-1075', '0x1.8p-1075', '1p', 'x1', '0x1.p', '0x.p1', '0x1p+', '+0x1P+1', '0x' + '1' * 30, ''):
    try:
        print repr(s), repr(float.fromhex(s))
    except Exception as e:
        print repr(s), type(e).__name__, e
for f in (lambda: float('inf').as_integer_ratio(), lambda: float('nan').as_integer_ratio(), lambda: int(float('inf')), lambda: long(float('nan')), lambda: float.fromhex(1), lambda: 1.5.hex(1), lambda: math.floor('a'), lambda: math.trunc(1.5 + 0j), lambda: math.fmod(1, 0), lambda: math.fsum([1e308, 1e308]), lambda: math.ldexp(1, 2000), lambda: math.frexp(float('inf')), lambda: math.modf(-1.5), lambda: math.factorial(-1), lambda: math.factorial(2.5), lambda: math.factorial(25), lambda: math.fsum([.1] * 10), lambda: math.copysign(1, -0.0), lambda: math.hypot(3, 4)):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
s = 0
for i in xrange(1, 5000):
    x = (i * 7919 % 1000 - 500) / 8.0
    s += int(x) * 3 + int(math.floor(x)) - int(round(x, i % 3)) + int(x // 0.75) + int(x % -3)
    q, r = divmod(i - 2500, -7)
    s ^= q * 5 + r
print s
