# math and cmath: every function over special values and objects with __float__, __trunc__, __complex__, __index__; messages and signs.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import math, cmath
class F(object):
    def __init__(s, v): s.v = v
    def __float__(s):
        if isinstance(s.v, Exception): raise s.v
        return s.v
class Ix(object):
    def __index__(s): return 3
class Tr(object):
    def __trunc__(s): return 'trunc'
class Old:
    def __float__(s): return 0.5
class OldNo: pass
class Cx(object):
    def __init__(s, v): s.v = v
    def __complex__(s): return s.v
inf, nan = float('inf'), float('nan')
vals = [0.0, -0.0, 1, -1, 0.5, -2.5, 3, 1e308, -1e308, 5e-324, inf, -inf, nan, True, 10L, 2**1024, F(0.5), F('x'), F(2), F(ValueError('f')), Ix(), Tr(), Old(), OldNo(), '1', u'1', None, 1j, [], 170, 171, -0.5, 710]
one = [n for n in dir(math) if n[0] != '_' and n not in ('pi', 'e', 'atan2', 'copysign', 'fmod', 'hypot', 'ldexp', 'pow', 'log', 'fsum', 'factorial', 'trunc')]
def show(f, *a):
    try: r = f(*a); return repr(r)
    except Exception as e: return type(e).__name__ + ' ' + str(e)
for n in one:
    f = getattr(math, n); print n, '; '.join(show(f, v) if not (n == 'factorial' and isinstance(v, float)) else '' for v in vals); print show(f), show(f, 1, 2)
for n in ('atan2', 'copysign', 'fmod', 'hypot', 'pow', 'ldexp', 'log'):
    f = getattr(math, n)
    for a in (0.0, -0.0, 1, -2.5, inf, -inf, nan): print n, a, '; '.join(show(f, a, b) for b in (0.0, -0.0, 1, -1, 2.5, 3, inf, -inf, nan, None, 10**400, 2L, -5000))
    print show(f), show(f, 1) if n != 'log' else '', show(f, 1, 2, 3)
for a in (0, 1, 5, 20, 25L, -1, 1.0, 2.5, inf, nan, 'x', None, True, Ix(), 10**30, -0.0): print show(math.factorial, a) if a != 10**30 else show(math.factorial, -a),
print
for a in (1.5, -1.5, Tr(), Ix(), Old(), OldNo(), 'x', 5L, inf, nan, 1j, None): print show(math.trunc, a),
print
for a in ([], [1, 2], [0.1] * 10, [1e308, 1e308], [1e308, -1e308, 1], [inf, 1], [inf, -inf], [nan], [1e16, 1, -1e16], ['x'], 5, (x for x in (1, 2.5)), [2**1024], [F(1.5)], [1j], 'ab', {1: 2}, [-0.0], [1e-320] * 3): print show(math.fsum, a),
print
for a in ((8, 2), (10**400, 10), (0,), (-1,), (2, 1), (2, 0), (2, -1), (0.5, 2), (inf,), (2**1024,), (-2**70,), (10**30, 10**10), (5, 'x'), (F(2),), (1, 2, 3)): print show(math.log, *a),
print show(math.log10, 10**400), show(math.log10, 0L), show(math.log10, -5L), show(math.log1p, 10**30), show(math.sqrt, 10**300), show(math.sqrt, 10**400)
cv = [0, -0.0, 1, -1.5, 1j, -1j, 1 + 1j, complex(inf, 0), complex(0, inf), complex(nan, 1), complex(-0.0, -0.0), complex(-2, 0.0), complex(-2, -0.0), 1e308 + 1e308j, Cx(1j), Cx('x'), Cx(5), F(2.5), Old(), OldNo(), 'x', None, 2L**1024, Ix(), 710, 10L]
for n in [n for n in dir(cmath) if n[0] != '_' and n not in ('pi', 'e', 'rect', 'log')]: print n, '; '.join(show(getattr(cmath, n), v) for v in cv), show(getattr(cmath, n)), show(getattr(cmath, n), 1, 2)
for a in ((1, 2), (0, 1), (-1, inf), (inf, 0), (inf, nan), (nan, 0), (1, nan), (inf, inf), (0, inf), (2, 'x'), ('x', 2), (1j, 1), (1,), (-0.0, 0.0), (1e308, 1), (F(1), F(0))): print show(cmath.rect, *a),
for a in ((8, 2), (1j, 1j), (0,), (1, 0), (-1,), ('x',), (2, 'x'), (10, 10.0), (complex(inf, inf),), (1, 2, 3)): print show(cmath.log, *a),
