import _functools as o
print [n for n in dir(o) if n != '__file__']; P=o.partial
print sorted(dir(P))
def t(f,*a,**k):
    try: print repr(f(*a,**k)).split(' at 0x')[0]
    except BaseException as e: print type(e).__name__, e
def f(*a,**k): return a,sorted(k.items())
p=P(f,1,2,x=3); print p(4,y=5), p(x=9), p.func is f, p.args, p.keywords, p.__dict__
t(P(f)); print P(f).keywords, P(f).args
for n in 'func','args','keywords':
    try: setattr(p,n,3)
    except Exception as e: print type(e).__name__, e
    try: delattr(p,n)
    except Exception as e: print type(e).__name__, e
p.foo=3; print p.__dict__; p.__dict__={'a':1}; print p.a
try: p.__dict__=3
except Exception as e: print type(e).__name__, e
try: del p.__dict__
except Exception as e: print type(e).__name__, e
r=P(f,1,x=2).__reduce__(); print r[0],r[1][0] is f,r[2][1:]
q=P(len); q.__setstate__((f,(1,),{'x':2},None)); print q(), q.__dict__
q.__setstate__((f,[1],{'x':2},{'k':1})) if 0 else None
for s in [(f,(1,),{}), 3, (f,[1],{},None),(f,(),[],None),(3,(),{},None),(f,(),None,None),(f,(),{},{'z':1})]:
    t(q.__setstate__,s)
print q.__dict__
t(q.__setstate__);t(q.__setstate__,1,2)
class S(P): pass
s=S(f,1); s.z=1; t(s); print s(2), s.__dict__; r=s.__reduce__(); print r[0],r[2][1:]
t(P);t(P,3);t(P,func=3); t(P(f,**{'func':1}))
print P(P(f,1),2)(3), P(P(f,1),2).func is f
t(P(f,x=1),**{'x':2})
d={}; p=P(f,a=1,**d); p.keywords['zz']=2; print p()
import _heapq
h=[]
t(_heapq.heappush,h,3);t(_heapq.heappush,h,1);t(_heapq.heappush,h,2); print h
t(_heapq.heappop,h); t(_heapq.heapreplace,h,0); t(_heapq.heappushpop,h,5); print h; t(_heapq.heappushpop,h,-1); print h
t(_heapq.heappop,[]);t(_heapq.heapreplace,[],1);t(_heapq.heappushpop,[],1);t(_heapq.heappushpop,(),1)
x=[5,3,8,1,9,2,7,1.5]; _heapq.heapify(x); print x
print _heapq.nlargest(3,[5,3,8,1,9,2]), _heapq.nsmallest(3,[5,3,8,1,9,2]), _heapq.nlargest(0,[1]), _heapq.nsmallest(-1,[1]), _heapq.nlargest(10,[1,2]), _heapq.nsmallest(10,[2,1])
t(_heapq.nlargest,3,3); t(_heapq.nlargest,'a',[]);t(_heapq.nsmallest,2.0,[])
class L(object):
    def __init__(s,v): s.v=v
    def __lt__(s,o): print 'lt',s.v,o.v; return s.v<o.v
    def __le__(s,o): print 'le',s.v,o.v; return s.v<=o.v
h=map(L,[4,2,7,1,3]); _heapq.heapify(h); print [a.v for a in h]
print _heapq.heappop(h).v; _heapq.heappush(h,L(0)); print _heapq.heappushpop(h,L(5)).v, _heapq.heapreplace(h,L(6)).v, [a.v for a in h]
print [a.v for a in _heapq.nlargest(2,map(L,[4,2,7,1,3]))],[a.v for a in _heapq.nsmallest(2,map(L,[4,2,7,1,3]))]
class LE(object):
    def __init__(s,v): s.v=v
    def __le__(s,o): print 'le',s.v,o.v; return s.v<=o.v
h=map(LE,[4,2,7]); _heapq.heapify(h); print [a.v for a in h]
class OL:
    def __init__(s,v): s.v=v
    def __cmp__(s,o): return cmp(s.v,o.v)
h=map(OL,[4,2,7]); _heapq.heapify(h); print [a.v for a in h]
class Bad(object):
    def __init__(s,h): s.h=h
    def __lt__(s,o): del s.h[:]; return True
h=[]; h.extend([Bad(h) for i in range(5)]); t(_heapq.heapify,h); h.extend([Bad(h) for i in range(5)]); t(_heapq.heappop,h);h.extend([Bad(h) for i in range(5)]); t(_heapq.heappush,h,1)
print [i.lower() for i in ()]
import _bisect as b
print [n for n in dir(b) if n != '__file__']
a=[1,2,2,3,5]
print b.bisect(a,2), b.bisect_left(a,2), b.bisect_right(a,2,1,2), b.bisect(a,9), b.bisect(a=a,x=0), b.bisect_left(a,2,hi=1), b.bisect_left(a,2,2), b.bisect([],1)
t(b.bisect,a,1,-1);t(b.insort,a,2);t(b.insort_left,a,2.0);print a; t(b.insort,a=a,x=4,lo=0,hi=2); print a
t(b.insort,(1,2),3); t(b.bisect,3,1); t(b.bisect,{1:2},1); t(b.bisect,a,1,0,100); t(b.bisect,a,7,0,100);t(b.bisect,a,1,'a')
class Ins(object):
    def __len__(s): return 3
    def __getitem__(s,i): return [1,2,3][i]
    def insert(s,i,x): print 'ins',i,x; 
t(b.insort,Ins(),2)
class I2(list):
    def insert(s,i,x): print 'ins',i,x; list.insert(s,i,x)
z=I2([1,3]); b.insort(z,2); print z
t(o.reduce,lambda x,y:x+y,[1,2,3]);t(o.reduce,lambda x,y:x+y,[]);t(o.reduce,lambda x,y:x+y,[],5); t(o.reduce,3,[1,2]); t(o.reduce,3,[1])
print b.bisect.__name__, b.insort.__name__, b.bisect.__doc__==b.bisect_right.__doc__
import _bisect
print _bisect.bisect == _bisect.bisect_right, _bisect.bisect is _bisect.bisect_right, _bisect.insort == _bisect.insort_right
print _bisect.bisect == _bisect.insort, len == len, [].append == [].append, hash(_bisect.bisect) == hash(_bisect.bisect_right)
