# Pickles of instances of all kinds, reductions, the extension registry.
import cPickle, copy_reg
def t(f,*a,**k):
    try: print 'OK', repr(f(*a,**k))[:300]
    except BaseException as e: print type(e), e
class A(object):
    def __init__(self): self.x=1; self.y=[1]
class S(object):
    __slots__=['a','b']
class L(list): pass
class D(dict): pass
class I(int): pass
class G(object):
    def __getstate__(self): return (1,2)
    def __setstate__(self,s): self.s=s
class N(object):
    def __new__(cls,*a): return object.__new__(cls)
    def __getnewargs__(self): return (1,2)
class E(Exception): pass
def gen(p):
    a=A(); yield a
    s=S(); s.a=1; s.b=2
    if p==2: yield s
    l=L([1,2]); l.z=3; yield l
    d=D({1:2}); d.z=3; yield d
    i=I(5); i.q=1; yield i
    yield N(); yield E('msg'); yield ValueError(1,2); yield set([1]); yield frozenset([2]); yield complex(1,2); yield A; yield len; yield ValueError; yield Ellipsis.__class__; yield xrange(5); yield u'x\u1234'; yield slice(1,2); yield object()
    a=A(); a.me=a; yield a
    l=L(); l.append(l); yield l
    yield [a,a,(a,),(a,)]
for p in 0,1,2:
    for o in gen(p):
        try:
            s=cPickle.dumps(o,p)
        except Exception as e: print p,type(o).__name__,type(e),str(e).split(' at 0x')[0]; continue
        print p,type(o).__name__,repr(s)
        y=cPickle.loads(s); assert type(y) is type(o),(y,o)
        if hasattr(y,'__dict__') and not isinstance(y,type): print sorted(k for k in y.__dict__)
copy_reg.add_extension('__main__','A',0xf1)
print repr(cPickle.dumps(A,2)), cPickle.loads(cPickle.dumps(A,2))
copy_reg.add_extension('__main__','S',0xf123)
print repr(cPickle.dumps(S,2)), cPickle.loads(cPickle.dumps(S,2))
copy_reg.pickle(D, lambda d:(dict,([(1,2)],)))
print repr(cPickle.dumps(D(),2))
x=[]; 
for i in range(2000): x=[x]
t(cPickle.dumps,x)
import datetime
for o in [datetime.date(2000,1,2),datetime.datetime(2000,1,2,3),datetime.time(1),datetime.timedelta(1)]:
    for p in 0,1,2:
        print repr(cPickle.dumps(o,p)); assert cPickle.loads(cPickle.dumps(o,p))==o
