# super: unbound, bound to classes, re-bound by __get__, with descriptors and metaclasses, attribute errors, subclasses of super, hot chains.
def t(f, *a):
    try: print repr(f(*a)).replace('__main__.', '').split(' at 0x')[0]
    except Exception as e: print type(e).__name__, e
class A(object):
    def m(self): return 'A.m'
    @classmethod
    def c(cls): return 'A.c', cls.__name__
    @staticmethod
    def s(): return 'A.s'
    p = property(lambda self: 'A.p ' + self.tag)
    tag = 'A'
    def __getitem__(self, i): return 'A item %s' % i
    def __len__(self): return 1
class B(A):
    tag = 'B'
    def m(self): return 'B.m>' + super(B, self).m()
    @classmethod
    def c(cls): return ('B.c',) + super(B, cls).c()
    @staticmethod
    def s(): return 'B.s'
    p = property(lambda self: 'B.p>' + super(B, self).p)
    def __getitem__(self, i): return 'B>' + super(B, self).__getitem__(i)
class C(A):
    tag = 'C'
    def m(self): return 'C.m>' + super(C, self).m()
class D(B, C):
    def m(self): return 'D.m>' + super(D, self).m()
d = D(); print d.m(), D.c(), d.c(), d.p, d[3], super(B, d).m(), super(C, d).tag, super(B, d).tag, super(D, d).s(), super(D, D).c(), super(B, D).c()
t(lambda: super(B, d)); t(lambda: super(B)); t(lambda: super(B, D)); t(lambda: super(B, d)[0]); t(lambda: len(super(B, d))); t(lambda: super(B, d).__len__()); t(lambda: super(B, d).nope); t(lambda: super(A, d).m); t(lambda: super(B).m); t(lambda: super(B, d) + 1); t(lambda: super(B, d) == super(B, d)); t(lambda: super(B, d).__class__); t(lambda: super(B, d).__self__ is d); t(lambda: super(B, d).__thisclass__); t(lambda: super(B, D).__self_class__); t(lambda: super(B).__self__); t(lambda: super(D, D).m); t(lambda: super(D, D).m(d)); t(lambda: super(D, D).p)
t(super); t(super, 5); t(super, B, 5); t(super, B, A()); t(super, B, A); t(super, d, B); t(super, B, None); t(super, B, d, 1); t(lambda: super(type=B)); t(super, int, True); t(lambda: super(int, True).__add__(5)); t(lambda: super(bool, True).__repr__()); t(super, type, int); t(lambda: super(type, int).__repr__()[:10])
u = super(B); t(lambda: u.__get__(d, D).m()); t(lambda: u.__get__(None, D) is u); t(lambda: u.__get__(5, int)); t(lambda: super(B, d).__get__(d, D).m()); t(lambda: u.__get__(d).m())
class E(B): pass
E.up = super(E); t(lambda: E().up.m()); t(lambda: E.up)
class Sup(super):
    extra = 'sub'
    def __getattr__(self, n): return 'Sup ' + n
    def __init__(self, *a): super.__init__(self, *a); print 'init', len(a)
s = Sup(B, d); print s.m(), s.zz, s.extra, type(s).__name__, isinstance(s, super); t(lambda: Sup(B).__get__(d, D).m())
t(lambda: setattr(super(B, d), 'x', 1)); t(lambda: setattr(super(B, d), 'tag', 1)); t(lambda: delattr(super(B, d), 'm')); t(lambda: getattr(super(B, d), '__dict__') is d.__dict__); print [n for n in dir(super(B, d)) if n in ('m', '__thisclass__', 'tag')]
class M(type):
    def m(cls): return 'M.m'
    def __call__(cls, *a): return 'M call', super(M, cls).__call__(*a).__class__.__name__
class N(M):
    def m(cls): return 'N>' + super(N, cls).m()
class K(object):
    __metaclass__ = N
    def m(self): return 'K inst'
print K.m(K()[1] and None) if 0 else type(K).m(K), K()
class Fake(object):
    @property
    def __class__(self): return D
t(lambda: super(B, Fake()).m())
class Mut(B):
    def m(self): return 'Mut>' + super(Mut, self).m()
x = Mut(); print x.m(); Mut.__bases__ = (C,); print x.m(); C.m = lambda self: 'newC'; print x.m(); del C.m; print x.m()
class NewS(str):
    def __new__(cls, v): return super(NewS, cls).__new__(cls, v.upper())
    def __add__(self, o): return NewS(super(NewS, self).__add__(o))
    def __getattribute__(self, n): return super(NewS, self).__getattribute__(n)
    def __setattr__(self, n, v): super(NewS, self).__setattr__(n, (v,))
    def __eq__(self, o): return not super(NewS, self).__eq__(o)
    def __hash__(self): return super(NewS, self).__hash__()
    def __init__(self, *a): super(NewS, self).__init__()
n = NewS('abc'); n.q = 1; print n + 'd', type(n + 'd').__name__, n.q, n == 'ABC', hash(n) == hash('ABC'), n.lower()
class L0(object):
    def f(self, n): return n
class L1(L0):
    def f(self, n): return super(L1, self).f(n) + 1
class L2(L1):
    def f(self, n): return super(L2, self).f(n) * 2 % 1009
class L3(L2):
    def f(self, n): return super(self.__class__ if n < 0 else L3, self).f(n) + 3
def hot(n):
    o = L3(); r = 0
    for i in xrange(n):
        r = o.f(r)
        if i == 2000: L1.f = lambda self, n: super(L1, self).f(n) + 100
        if i == 2500: L3.__bases__ = (L1,)
        if i == 2700:
            try: L2.__bases__ = (L0, object)
            except TypeError as e: print e
    return r
print hot(3000)
