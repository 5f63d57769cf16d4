import itertools as o, operator,sys
def t(f,*a,**k):
    try: print repr(f(*a,**k)).split(' at 0x')[0]
    except BaseException as e: print type(e).__name__, e
def L(f,*a,**k):
    try: print list(o.islice(f(*a,**k),6))
    except BaseException as e: print type(e).__name__, e
for a in [(10,),(10,1L),(10L,),(10L,1L),(True,),(True,2),(1.5,),(1,0.5),(sys.maxint-2,),(2**70,),(-5,-1),(1,0),(1j,),(10,True)]:
    t(o.count,*a); L(o.count,*a)
t(o.count,'a'); t(o.count,1,'a'); t(o.count,step=3); L(o.count,step=3); t(o.count,None); t(o.count,1,None)
c=o.count(sys.maxint); next(c); t(lambda: c); c=o.count(sys.maxint,2); t(lambda:c); c=o.count(-3); t(lambda:c); c=o.count(3.0);t(lambda:c)
for a in [('abcdef',-1),('abcdef','a'),('abcdef',2.0),('abcdef',None),('abcdef',1,'a'),('abcdef','a',2),('abcdef',1,-2),('abcdef',-1,2),('abcdef',1,5,0),('abcdef',1,5,-1),('abcdef',1,5,'a'),('abcdef',1,None,2),('abcdef',None,None,None),('abcdef',2L,2**70),('abc',2**70),('abcdef',0,5,3),('abc',1,2,2**70),('abcdef',True)]:
    L(o.islice,*a)
t(o.combinations,'abc',-1);t(o.combinations,'abc',2.0);t(o.combinations,'abc',2**70);L(o.combinations,'abc',0);L(o.combinations,'abc',4);L(o.combinations,'abcd',2);t(o.combinations,3,2)
t(o.permutations,'abc',-1);t(o.permutations,'abc',2.0);t(o.permutations,'abc',2L);t(o.permutations,'abc',2**70);L(o.permutations,'abc',0);L(o.permutations,'abc',4);L(o.permutations,'abc');t(o.permutations,'abc','a');t(o.permutations,'abc',True)
t(o.combinations_with_replacement,'abc',-1);L(o.combinations_with_replacement,'abc',0);L(o.combinations_with_replacement,'',2);L(o.combinations_with_replacement,'abc',2);L(o.combinations_with_replacement,'',0)
t(o.product,'ab',repeat=-1);t(o.product,'ab',repeat='a');L(o.product,'ab',repeat=0);L(o.product);L(o.product,'ab',repeat=2);L(o.product,'ab',[]);t(o.product,'ab',repeat=2,x=1);t(o.product,'ab',x=1);t(o.product,'ab',repeat=2**63-1);t(o.product,'ab',repeat=2**70);t(o.product,'ab',repeat=2.0)
t(o.repeat,1,-3);t(o.repeat,1,2.0);t(o.repeat,1,None);t(o.repeat,object=1,times=2);t(o.repeat(1,3).__length_hint__);t(o.repeat(1).__length_hint__)
L(o.izip_longest,'ab','c',fillvalue=1);t(o.izip_longest,'ab',fillvalue=1,x=2);t(o.izip_longest,'ab',x=2);L(o.izip_longest);L(o.izip_longest,'',[]); L(o.izip)
L(o.imap,None,'ab','cd');L(o.imap,None,'ab');L(o.imap,len,3)
L(o.starmap,pow,[(2,3),[2,4],5])
L(o.starmap,pow,5)
t(o.tee,[1],-1);t(o.tee,[1],0);t(o.tee,[1],2**70);t(o.tee,[1],'a')
a,b=o.tee('abc'); x=o.tee(a); print x[0] is a, list(x[1]),list(b); T=type(a); t(T);t(T,1);t(T,[1],2);t(T,x=1);print list(T([1])), list(a.__copy__())
L(o.ifilter,None,[0,1]);L(o.ifilter,bool,[0,1]);L(o.ifilterfalse,None,[0,1]); L(o.ifilterfalse,lambda x:x,[0,1])
L(o.takewhile,5,[1])
class S(o.islice):
    def __init__(self,*a,**k): pass
L(S,'abcde',2)
class C(o.chain):
    def __init__(self,*a,**k): self.k=k
c=C('ab',x=3); print c.k, list(c), type(C.from_iterable(['ab'])), list(o.chain.from_iterable(['ab',[1]])); L(o.chain,'ab',3)
t(o.chain.from_iterable,3);t(o.chain.from_iterable)
for n in dir(o):
  f=getattr(o,n)
  if callable(f): t(type(f).__repr__,f)
g=o.groupby([1,1,2]); t(next,g); print map(lambda (k,g):(k,list(g)), o.groupby('aabbA',str.lower)); gs=list(o.groupby('aabb')); print [list(g) for k,g in gs]
t(o.groupby,iterable='a',key=3); L(o.groupby,'a',3)
t(type(next(o.groupby('a'))[1]))
print o.groupby.__doc__[:10]
print list(o.cycle([]))
