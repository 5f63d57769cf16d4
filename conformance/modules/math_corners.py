# math at its corners: objects that convert themselves, signs of zero, domains and ranges.
import math
inf, nan = float('inf'), float('nan')
def t(f, *a):
    try: r = f(*a)
    except Exception as e: print f.__name__, a, type(e).__name__, e
    else: print f.__name__, a, repr(r)
class F(object):
    def __init__(self, v): self.v = v
    def __float__(self): return self.v
    def __repr__(self): return 'F(%r)' % (self.v,)
class O:
    def __float__(self): return 2.5
    def __repr__(self): return 'O'
class N(object):
    def __repr__(self): return 'N'
class I(object):
    def __int__(self): return 4
    def __index__(self): return 4
    def __repr__(self): return 'I'
class T(object):
    def __trunc__(self): return 'truncated'
    def __ceil__(self): return 'c'
    def __repr__(self): return 'T'
class R(object):
    def __float__(self): raise KeyError('no')
    def __trunc__(self): raise IndexError('not')
    def __repr__(self): return 'R'
ones = [n for n in sorted(dir(math)) if n[0] != '_' and n not in ('pi', 'e', 'atan2', 'copysign', 'fmod', 'hypot', 'ldexp', 'pow', 'fsum', 'log', 'factorial')]
for n in ones:
    f = getattr(math, n)
    for v in (0.0, -0.0, 1, -1, 1L, 0.5, 2.5, -2.5, inf, -inf, nan, 10**400, -10**400, 1e308, True, F(0.25), F(1), F('x'), F(None), O(), N(), I(), T(), R(), '1', u'1', None, 1j, [], 171, 170.5, -3, 2**53):
        if n not in ('gamma', 'lgamma', 'erf', 'erfc', 'sinh', 'cosh', 'tan', 'expm1', 'exp', 'tanh', 'sin', 'cos', 'asinh', 'acosh') or v in (0.0, 1, -1, inf, -inf, 10**400, 1e308, -3) or isinstance(v, object) and not isinstance(v, (int, float, long)):
            t(f, v)
    t(f); t(f, 1, 2)
twos = [math.atan2, math.copysign, math.fmod, math.hypot, math.pow, math.ldexp]
for f in twos:
    for a in ((0.0, -0.0), (-0.0, -0.0), (-0.0, 0.0), (1, inf), (inf, 1), (inf, inf), (-inf, 3), (nan, 1), (1, nan), (0, 0), (0.0, -1), (-8, 3), (-8, 1.0 / 3), (2, 10000), (1, 2000), (-2, 5001), (nan, 0), (1, 2**70), (0.0, 2**70), (inf, 2**70), (1, -2**70), (5.5, 1.5), (1, 1.0), (1, 0L), (F(2.0), 3), (2, F(3.0)), (10**400, 1), (1, 10**400), ('x', 1), (1, 'x'), (None, 1), (R(), 1), (1, R()), (1e308, 1e308), (5e-324, -1), (1, -1074), (1, -1075)):
        t(f, *a)
    t(f, 1); t(f, 1, 2, 3)
