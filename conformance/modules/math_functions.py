import math,sys
def t(f,*a,**k):
    try: print f.__name__, a, repr(f(*a,**k)).split(' at 0x')[0]
    except BaseException as e: print f.__name__,a, type(e).__name__, e
inf=float('inf'); nan=float('nan')
V=[0.0,-0.0,1.0,-1.0,0.5,2.0,1e-300,1e300,inf,-inf,nan,171.7,-171.5,3.7,-3.0,20.0,-27.3]
one=['acos','acosh','asin','asinh','atan','atanh','ceil','cos','cosh','degrees','erf','erfc','exp','expm1','fabs','floor','frexp','gamma','isinf','isnan','lgamma','log','log10','log1p','modf','radians','sin','sinh','sqrt','tan','tanh','trunc']
for n in one:
    f=getattr(math,n)
    for v in V: t(f,v)
    for v in (3,True,2**40,10**20,'a',None,1j,10**400): t(f,v)
class F(object):
    def __float__(s): return 2.5
    def __trunc__(s): return 'tr'
class FI(object):
    def __float__(s): return 2
class O: 
    def __float__(s): return 2.5
    def __trunc__(s): return 'tro'
for n in one:
    t2=lambda f,a: t(f,a) if 0 else None
    try: print n, repr(getattr(math,n)(F()))
    except Exception as e: print n, type(e), e
for v in (FI(),O()):
    for f in (math.sin,math.trunc,math.floor):
        try: print f(v)
        except Exception as e: print type(e),e
W=[0.0,-0.0,1.0,-2.5,inf,-inf,nan,1e308]
for n in ['atan2','copysign','fmod','hypot','pow']:
    f=getattr(math,n)
    for a in W:
        for b in W: t(f,a,b)
    t(f,1); t(f,'a',2); t(f,1,'a'); t(f,1,2,3); t(f,3,2L)
for a in [(1.0,3),(1.0,-1080),(1.0,1024),(0.0,10**30),(1.0,10**30),(1.0,-10**30),(inf,5),(nan,5),(-1.0,10**30),(1.0,2.0),(1.0,'a'),(1,True),(1.0,2**31),(1.0,-2**31),(1e300,-2000),(3,2L),('a',1)]: t(math.ldexp,*a)
for a in [(10,),(10,10),(8,2),(2,1),(2,0),(2,-1),(0,2),(10**400,),(10**400,10),(10**400,10**200),(-10**400,),(0L,),(2.0,inf),(inf,2),(inf,inf),(nan,2),(1,nan),(3,1.0),(10,2,3),()]: t(math.log,*a)
t(math.log10,10**400);t(math.log10,10**22);t(math.log10,0L);t(math.log10,-5L)
for v in [0,1,5,12,13,20,21,25,30,-1,5.0,5.5,-1.0,nan,inf,'a',None,True,3L,10**30,1e30,100, 2**63]:
    if v==1e30 or v==10**30 or v==2**63: continue
    t(math.factorial,v)
for a in [[],[0.1]*10,[1e308,1e308,-1e308],[1e308]*20,[inf,-inf],[inf,1],[nan,1],[1,2L,True],[1,'a'],[1e100,1.0,-1e100],3,[-0.0],[10**400],[1e16,1.,1e-16]*3,[2.0**53,-0.5,-2.0**-54],[float(2)**i for i in range(-100,100,7)],[1.0/3]*7+[1e20,-1e20]]: t(math.fsum,a)
print [n for n in dir(math) if n!='__file__'], math.pi, math.e
