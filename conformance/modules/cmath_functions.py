import cmath
def t(f,*a,**k):
    try: print f.__name__, a, repr(f(*a,**k)).split(' at 0x')[0]
    except BaseException as e: print f.__name__,a, type(e).__name__, e
inf=float('inf'); nan=float('nan')
S=[-inf,-2.0,-0.0,0.0,2.0,inf,nan]
F=[-1e308,-800.0,-0.5,-1e-310,-0.0,0.0,1e-17,1.0,2.5,1e160]
names=['acos','acosh','asin','asinh','atan','atanh','cos','cosh','exp','log','log10','sin','sinh','sqrt','tan','tanh','isinf','isnan','phase','polar']
for n in names:
    f=getattr(cmath,n)
    for a in S:
        for b in S: t(f,complex(a,b))
    for a in F:
        for b in F: t(f,complex(a,b))
    for v in (1,2.5,'a',None,True,[]): t(f,v)
    t(f); t(f,1,2,3)
for a in S+F:
    for b in S+F: t(cmath.rect,a,b)
for a in [(2,1),(2,0),(0,2),(1j,2j),(2,2),(10,10.0),(2,inf),(-1,2),(3,'a'),('a',3)]: t(cmath.log,*a)
t(cmath.rect,1); t(cmath.rect,1j,2); t(cmath.rect,'a',1)
class C(object):
    def __complex__(s): return 1+2j
class FL(object):
    def __float__(s): return 4.0
class Bad(object):
    def __complex__(s): return 3
class O:
    def __complex__(s): return 1+2j
class CC(complex): pass
for v in (C(),FL(),Bad(),O(),CC(4)): t(lambda v: cmath.sqrt(v), v) if 0 else None
for v in (C(),FL(),Bad(),O(),CC(4)):
    try: print cmath.sqrt(v)
    except Exception as e: print type(e),e
print [n for n in dir(cmath) if n!='__file__'], cmath.pi, cmath.e
