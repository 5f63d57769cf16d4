# cmath: arguments that convert themselves, branch cuts by sign of zero, polar forms, errors.
import cmath
inf, nan = float('inf'), float('nan')
def r(v):
    if isinstance(v, complex): return '(%r %r)' % (v.real, v.imag)
    return repr(v)
def t(f, *a):
    try: print f.__name__, r(f(*a))
    except Exception as e: print f.__name__, type(e).__name__, e
class C(object):
    def __init__(self, v): self.v = v
    def __complex__(self): return self.v
class F(object):
    def __float__(self): return 0.25
class OC:
    def __complex__(self): return 1j
class OF:
    def __float__(self): return 0.5
class Both(object):
    def __complex__(self): return 2j
    def __float__(self): return 5.0
class R(object):
    def __complex__(self): raise KeyError('no')
class N(object): pass
class OldN: pass
class I(object):
    def __index__(self): return 3
    def __int__(self): return 3
for f in (cmath.sqrt, cmath.phase, cmath.polar, cmath.isnan, cmath.isinf):
    for v in (C(4 + 0j), C(4), C(4.0), C('x'), C(None), F(), OC(), OF(), Both(), R(), N(), OldN(), I(), 4, 4L, 4.0, True, '4', u'4', None, [], 10**400):
        t(f, v)
    t(f); t(f, 1, 2)
z = [0.0, -0.0]
for f in (cmath.sqrt, cmath.asin, cmath.acos, cmath.atan, cmath.asinh, cmath.acosh, cmath.atanh, cmath.log):
    for re in (2.0, -2.0, 0.0, -0.0):
        for im in (0.0, -0.0, 2.0):
            try: w = f(complex(re, im))
            except Exception as e: print f.__name__, re, im, type(e).__name__, e
            else: print f.__name__, re, im, '%.12g %.12g' % (w.real, w.imag)
for f in (cmath.sqrt, cmath.exp, cmath.log, cmath.log10, cmath.sin, cmath.cos, cmath.tan, cmath.sinh, cmath.cosh, cmath.tanh, cmath.acos, cmath.acosh, cmath.asin, cmath.asinh, cmath.atan, cmath.atanh):
    for re in (inf, -inf, nan, 0.0):
        for im in (inf, -inf, nan, 0.0, 2.0):
            try: w = f(complex(re, im))
            except Exception as e: print f.__name__, re, im, type(e).__name__, e
            else: print f.__name__, re, im, '%.10g' % w.real, '%.10g' % w.imag
for a in ((1, 2), (1,), (), (1, inf), (inf, 1), (inf, inf), (inf, 0), (-inf, 0.5), (nan, 0), (0, inf), (0, nan), (inf, nan), (-1, 0), (0.0, -3.0), ('x', 1), (1, 'x'), (F(), F()), (1j, 1), (1, 2, 3), (10**400, 1)):
    t(cmath.rect, *a)
for a in ((8, 2), (-8, 2), (8j, 2j), (8, 0), (0, 8), (8, 1), (0,), (0j, 0j), (8, 'x'), (1, 2, 3), (10**400,), (inf, 2), (8, C(2j))):
    t(cmath.log, *a)
t(cmath.exp, 1e3); t(cmath.exp, 710 + 1j); t(cmath.sinh, 1e3 + 1j); t(cmath.cosh, 1e3); t(cmath.exp, -1e3); t(cmath.cos, 1e3j); t(cmath.sqrt, 1.7e308 + 1.7e308j); t(cmath.sqrt, 5e-324j); t(cmath.phase, complex(-0.0, -0.0)); t(cmath.polar, complex(1.7e308, 1.7e308)); t(cmath.polar, complex(inf, nan))
print cmath.pi, cmath.e, [n for n in dir(cmath) if n[0] != '_']
