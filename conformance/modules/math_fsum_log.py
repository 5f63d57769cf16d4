# fsum, log, factorial, trunc, frexp, modf, ldexp: exact sums, big numbers, iterables that raise.
import math
inf, nan = float('inf'), float('nan')
def t(f, *a):
    try: r = f(*a)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
for v in ([], [0.1] * 10, [1e100, 1, -1e100], [1e308, 1e308, -1e308], [1e308, 1e308], [1e308, -1e308, 1e308], [inf, 1], [inf, -inf], [inf, inf], [nan, inf], [-inf, nan], [1, 2L, True], [10**400], ['x'], [None], [1j], (1.5, 2), {1: 2}, 'ab', 3, None, iter([1, 2]), [2.0**53, -0.5, -2.0**-54], [2.0**53, 1.0, 2.0**-100], [-0.0], [-0.0, -0.0], [1e-320] * 3, [1e16, 1.0, 1e-16] * 3, [1e308, 1e292, -1e308] * 3, [float.fromhex('0x1.fffffffffffffp1023'), float.fromhex('0x1p969')], [5e-324, -5e-324, 1]):
    t(math.fsum, v)
def gen(*vs):
    for v in vs:
        if v is KeyError: raise KeyError('mid')
        yield v
t(math.fsum, gen(1, 2)); t(math.fsum, gen(1, KeyError)); t(math.fsum, gen(1, 'x')); t(math.fsum); t(math.fsum, [], 1)
class F(object):
    def __float__(self): return 0.5
t(math.fsum, [F(), F()])
print sum([0.1] * 10), math.fsum(1.0 / i for i in range(1, 200)), math.fsum([(-1) ** i * 1e10 / (i + 1) for i in range(100)])
for a in ((1,), (0,), (-1,), (0.0,), (-0.0,), (inf,), (-inf,), (nan,), (10**400,), (-10**400,), (2**1024,), (10**400, 10), (10**400, 10**200), (8, 2), (8, 1), (8, 0), (8, -2), (0, 2), (1, 2), (2, inf), (inf, inf), (2, nan), (8, 2.0), (10, 10), (1000, 10), (1L, 2L), ('x',), (None,), (2, None), (2, 'x'), (F(),), (F(), F()), (), (1, 2, 3), (True,), (2, 10**400), (1j,)):
    print a if F not in map(type, a) else 'F',
    t(math.log, *a); 
    if len(a) == 1: t(math.log10, *a); t(math.log1p, *a)
for v in (0, 1, 5, 20, 21, 30, 50, 5.0, 5.5, -1, -1.0, -0.0, 1e2, inf, nan, 'x', None, True, 3L, 2**70, -2**70, 1e20, F(), 10**400):
    t(math.factorial, v) if not isinstance(v, (int, long, float)) or v != v or abs(v) < 1e3 or v < 0 or v > 2**69 else None
t(math.factorial); t(math.factorial, 1, 2)
for v in (0.0, -0.0, 1.0, -0.75, inf, -inf, nan, 5e-324, 1e308, 3, 10**400, 'x', F()):
    t(math.frexp, v); t(math.modf, v)
for v in (1.5, -1.5, 3, 3L, inf, nan, 'x', None, True, 1e30, 1j):
    t(math.trunc, v)
class T(object):
    def __trunc__(self): return self
    def __repr__(self): return 'T'
class Old:
    def __trunc__(self): return 'old'
class E:
    pass
t(math.trunc, T()); t(math.trunc, Old()); t(math.trunc, E()); x = T(); x.__trunc__ = lambda: 'inst'; t(math.trunc, x); o = E(); o.__trunc__ = lambda: 'inst'; t(math.trunc, o)
print math.pi, math.e, math.__name__, [n for n in dir(math) if n[0] != '_']
print math.isinf(inf), math.isinf(10**300), math.isnan(nan); t(math.isinf, 10**400); t(math.isnan, 10**400); t(math.isnan, 'x')
