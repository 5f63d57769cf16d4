import itertools as o, operator
def t(f,*a,**k):
    try: print repr(f(*a,**k)).split(' at 0x')[0]
    except BaseException as e: print type(e).__name__, e
def L(f,*a,**k):
    try: print list(f(*a,**k))
    except BaseException as e: print type(e).__name__, e
print [n for n in dir(o) if n != '__file__'];
base=set(dir(object))
for n in dir(o):
    x=getattr(o,n)
    if isinstance(x,type): print n, x, sorted(set(dir(x))-base), x.__flags__&1024
a,b=o.tee([1,2]); print type(a), type(a).__name__, sorted(set(dir(a))-base), type(a).__module__
print [type(x) for x in list(o.groupby([1]))[0]]
for n in dir(o):
    x=getattr(o,n)
    if not callable(x): continue
    print '==',n
    t(x); t(x,None); t(x,None,None); t(x,[],None,None,None,None); t(x,[],foo=3)
