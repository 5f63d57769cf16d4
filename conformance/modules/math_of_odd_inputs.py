# math, cmath and builtins of numbers on the same odd inputs: results to the last bit, kinds of errors.
import math, cmath, fractions, decimal
inf, nan = float('inf'), float('nan')
class F(object):
    def __float__(self): return 2.25
class T(object):
    def __trunc__(self): return 'trunc'
class C(object):
    def __complex__(self): return 1 + 2j
vals = (0, -0.0, 1, -1, 0.5, -2.5, 1e-310, 1e308, inf, -inf, nan, 2 ** 70, 2 ** 2000, True, '1', None, F(), C(), fractions.Fraction(1, 3), decimal.Decimal('1.5'), 1j, 170.5, 171.7, -170.5)
def t(f, *a):
    try: r = f(*a)
    except Exception as e: return '%s %s' % (type(e).__name__, e)
    return repr(r)
for n in sorted(n for n in dir(math) if n[0] != '_'):
    f = getattr(math, n)
    if not callable(f): print n, f if not isinstance(f, type(math)) else ''; continue
    if n in ('atan2', 'pow', 'fmod', 'hypot', 'copysign', 'ldexp', 'fsum', 'log'): continue
    print n, [t(f, v) for v in (vals if n not in ('factorial',) else vals[:6] + (inf, nan, True, '1', 25, 5.0, -5))]
two = (0.0, -0.0, 1, -3.5, inf, -inf, nan, 2 ** 70, 'x')
for n in ('atan2', 'pow', 'fmod', 'hypot', 'copysign', 'log'): print n, [t(getattr(math, n), a, b) for a in two for b in two]
print [t(math.ldexp, *a) for a in ((1, 5), (1.5, -1100), (1, 2000), (0.0, 2 ** 70), (1, 2 ** 70), (1, -2 ** 70), (inf, 5), (nan, 1), (1, 1.5), ('x', 1), (-1.0, 1023))], [t(math.fsum, a) for a in ([], [.1] * 10, [1e308, 1e308, -1e308], [inf, -inf], [inf, 1], [nan], [1, 'x'], 5, [2 ** 70, 1], [1e16, 1, -1e16], iter([1, F()]))], [t(math.log, *a) for a in ((8, 2), (2 ** 2000,), (2 ** 2000, 2), (10, 1), (10, 0), (0, 5), (5, -1), (10, 'x'), (1, 2, 3))]
z = (0j, 1 + 1j, -1, complex(inf, nan), complex(-0.0, -0.0), complex(0, inf), 2.5, 'x', C(), 1e300 + 1e300j)
for n in sorted(n for n in dir(cmath) if n[0] != '_'):
    f = getattr(cmath, n)
    if callable(f) and n not in ('rect', 'log'): print n, [t(f, v) for v in z]
print [t(cmath.log, *a) for a in ((1j,), (8, 2), (0,), (1, 0), (-1, 1j), (1, 2, 3))], [t(cmath.rect, *a) for a in ((1, 0), (2, cmath.pi), (inf, 1), (nan, nan), ('x', 1), (0, inf), (1, inf))]
for f in (int, long, float, complex, round, abs, bool, hex, oct, bin, math.trunc, chr, unichr): print f.__name__, [t(f, v) for v in vals + (T(), u'12', ' 7 ', '0x1', '1e5', '', '1_0')]
print [t(divmod, a, b) for a in (7, -7, 7.5, -0.0, inf, nan, 2 ** 70) for b in (2, -2, 0.5, 0, inf)], [t(pow, *a) for a in ((2, -1), (0, -1), (-8, 1.0 / 3), (2, 3, 5), (2, -3, 5), (2, 3, 0), (2.0, 3, 5), (0.0, 0), (inf, 0), (-1, inf), (2, 1024.0), (-2, 0.5), (10, 400) if 0 else (1, 1), (0j, 0), (0j, -1), (1j, 2))], [t(round, *a) for a in ((2.5,), (-2.5,), (1234.567, -2), (0.5,), (1e300, 400), (2.675, 2), (5e-324, 323), (inf,), (nan, 1), (2.5, 'x'), (1.5, 2 ** 70), (-0.4,), (123456789012345.678, 1))]
