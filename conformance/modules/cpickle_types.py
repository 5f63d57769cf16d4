# Attributes and methods of picklers and unpicklers, old-style instances.
import cPickle
class F:
    def __init__(self,s=''): self.s=s; self.i=0; self.w=[]
    def read(self,n):
        r=self.s[self.i:self.i+n]; self.i+=n; return r
    def readline(self):
        j=self.s.find('\n',self.i)
        j = len(self.s) if j<0 else j+1
        r=self.s[self.i:j]; self.i=j; return r
    def write(self,x): self.w.append(x)
def t(f,*a,**k):
    try: print 'OK', repr(f(*a,**k))[:200].split(' at 0x')[0]
    except BaseException as e: print type(e), e
P=cPickle.Pickler(F()); U=cPickle.Unpickler(F())
t(cPickle.dumps); t(cPickle.dumps,1,2,3); t(cPickle.dumps,1,'a'); t(cPickle.dumps,1,3);t(cPickle.dumps,1,-1);t(cPickle.dumps,1,protocol=2)
t(cPickle.dumps,obj=1,protocol=2)
t(cPickle.dumps,1,protocal=2)
t(cPickle.dump,1); t(cPickle.dump,1,2); t(cPickle.loads); t(cPickle.loads,1); t(cPickle.loads,''); t(cPickle.loads,'x'); t(cPickle.loads,u'I1\n.'); t(cPickle.load,1); t(cPickle.load)
t(cPickle.Pickler); t(cPickle.Pickler,1); t(cPickle.Pickler,1,2); t(cPickle.Pickler,2,3,4)
t(cPickle.Pickler,'x'); t(cPickle.Unpickler); t(cPickle.Unpickler,1); 
t(type(P)); t(type(P),1)
t(setattr,P,'memo',1); t(setattr,P,'memo',{1:2}); t(delattr,P,'memo'); t(setattr,P,'fast',1); t(lambda:P.fast); t(setattr,P,'fast','x'); t(setattr,P,'binary','x'); t(lambda:P.binary);t(setattr,P,'x','x')
t(setattr,U,'memo',1);t(setattr,U,'memo',{});t(delattr,U,'persistent_load');t(delattr,P,'persistent_id');t(delattr,P,'inst_persistent_id');t(setattr,U,'find_global',3)
t(lambda:P.memo); t(lambda:U.memo)
t(P.dump);t(P.dump,1,2,3); t(P.getvalue); t(cPickle.Pickler(1).getvalue); t(P.clear_memo,1)
p=cPickle.Pickler(2)
t(p.dump,[1,'abc']); t(p.getvalue); t(p.getvalue,1); t(lambda:p.memo); t(p.clear_memo); t(p.getvalue)
p=cPickle.Pickler(2); print p.binary, p.fast; p.dump('abc');p.dump('abc'); print repr(p.getvalue()), p.memo
p=cPickle.Pickler(); print p.binary; p.dump('abc');p.dump('abc'); print repr(p.getvalue()), p.memo
print dir(P)
for e in 'PickleError PicklingError UnpicklingError UnpickleableError BadPickleGet'.split():
    c=getattr(cPickle,e); print c.__mro__, c.__module__, c(), str(c(1)), c(1,2), repr(c(1,2))
def pid(o):
    if isinstance(o,int): return 7
f=F(); p=cPickle.Pickler(f,2); p.persistent_id=pid; p.dump([1,'xyz']); print repr(''.join(f.w))
f2=F(''.join(f.w)); u=cPickle.Unpickler(f2); u.persistent_load=lambda i:('pl',i); print u.load(), u.memo
f2=F(''.join(f.w)); u=cPickle.Unpickler(f2); l=[]; u.persistent_load=l; print u.load(), u.memo,l
u=cPickle.Unpickler(F('c__builtin__\nint\n.')); u.find_global=None; t(u.load)
u=cPickle.Unpickler(F('c__builtin__\nint\n.')); u.find_global=lambda m,n:(m,n); t(u.load)
u=cPickle.Unpickler(F('](c__builtin__\nint\n(I1\ntRc__builtin__\nlist\n)\x81e.I5\n.')); t(u.noload); t(u.load);t(u.load)
class C:
    pass
class D(C):
    def __getinitargs__(self): return (1,2)
    def __init__(self,*a): self.a=len(a)
class E(C):
    def __getstate__(self): return 'st'
    def __setstate__(self,s): self.z=s
for k in C,D,E:
    for pr in 0,1,2:
        x=k(); x.b=x
        s=cPickle.dumps(x,pr); print repr(s); y=cPickle.loads(s); print sorted(y.__dict__), y.__class__
l=[]; l.append(l)
fp=cPickle.Pickler(F(),2); fp.fast=1; t(lambda: fp.dump([1,[2,'aa','aa']]) is fp)
