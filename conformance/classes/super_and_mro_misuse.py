# super in all its forms and misuses, mro() overrides, __bases__ assignment, cooperative chains, attribute lookups on super objects.
def t(f, *a):
    try: print repr(f(*a)).split(' at 0x')[0],
    except Exception as e: print type(e).__name__ + ':', str(e).split(' at 0x')[0], '|',
class A(object):
    x = 'A'
    def m(self): return 'A.m'
    @classmethod
    def c(cls): return 'A.c', cls.__name__
    @staticmethod
    def s(): return 'A.s'
    p = property(lambda s: 'A.p', lambda s, v: s.__dict__.update(pv=v))
    def __len__(self): return 11
    def __getitem__(self, k): return 'A', k
    def __getattr__(self, n): return 'A hook ' + n
class B(A):
    x = 'B'
    def m(self): return 'B.m', super(B, self).m()
    @classmethod
    def c(cls): return 'B.c', super(B, cls).c()
    @staticmethod
    def s(): return 'B.s', super(B, B).s()
    p = property(lambda s: ('B.p', super(B, s).p))
    def __len__(self): return super(B, self).__len__() + 1
    def __getitem__(self, k): return 'B', super(B, self)[k] if 0 else super(B, self).__getitem__(k)
class C(A):
    def m(self): return 'C.m', super(C, self).m()
class D(B, C):
    def m(self): return 'D.m', super(D, self).m()
class Old: pass
d = D(); b = B()
for f in [lambda: d.m(), lambda: D.c(), lambda: d.c(), lambda: D.s(), lambda: d.p, lambda: len(d), lambda: d[1], lambda: super(B, d).x, lambda: super(A, d).x, lambda: super(D, d).x, lambda: super(C, d).m(), lambda: super(B, D).x, lambda: super(B, D).m, lambda: super(B, D).m(d), lambda: super(B).x, lambda: super(B).__get__(d).x, lambda: super(B).__get__(d, D).m(), lambda: super(B).__get__(None, D), lambda: super(B).__get__(5), lambda: super(B, b).nope, lambda: super(B, b).__class__, lambda: super(B, b).__thisclass__, lambda: super(B, b).__self__ is b, lambda: super(B, b).__self_class__, lambda: super(B, D).__self_class__, lambda: super(B).__self__, lambda: super(B, b).__doc__, lambda: super(B, b).__dict__, lambda: super(B, b).__init__, lambda: len(super(B, b)), lambda: super(B, b)[0], lambda: iter(super(B, b)), lambda: bool(super(B, b)), lambda: super(B, b) + 1, lambda: super(B, b)(), lambda: super(B, b) == super(B, b), lambda: repr(super(B, b)), lambda: repr(super(B)), lambda: str(super(B, B)), lambda: super(), lambda: super(5), lambda: super(5, 5), lambda: super(B, 5), lambda: super(B, A()), lambda: super(B, A), lambda: super(B, None), lambda: super(B, b, 1), lambda: super(Old), lambda: super(Old, Old()), lambda: super(B, Old()), lambda: super(B, b).__getattribute__('x'), lambda: setattr(super(B, b), 'x', 1), lambda: setattr(super(B, b), 'p', 5), lambda: delattr(super(B, b), 'x'), lambda: super(B, b).__setattr__('z', 9), lambda: b.z, lambda: super(B, b).__getattr__('q'), lambda: super(object, b).x, lambda: super(object, b).__str__, lambda: super(type, B), lambda: super(type, B).mro, lambda: super(A, d).__len__, lambda: isinstance(super(B, b), super), lambda: hasattr(super(B, b), 'm'), lambda: dir(super(B, b)) == dir(super(B)), lambda: hash(super(B, b)) and 1, lambda: super(bool, True).__add__(1), lambda: super(bool, True).__repr__(), lambda: super(int, 5).__repr__, lambda: type(super(B, b)).__mro__]: t(f)
print
class SS(super):
    def __getattribute__(self, n): return 'SS ' + n
class SP(super): extra = 'extra'
t(lambda: SS(B, b).m); t(lambda: SP(B, b).extra); t(lambda: SP(B, b).m()); t(lambda: SP(B).__get__(b).m()); t(lambda: type(SP(B).__get__(b)).__name__); print
class Un(A): pass
Un.sup = super(Un); u = Un(); t(lambda: u.sup.x); t(lambda: Un.sup); t(lambda: u.sup.m()); print
class Proxy(object):
    def __init__(self, o): self.o = o
    @property
    def __class__(self): return D
t(lambda: super(B, Proxy(d)).x); t(lambda: super(B, Proxy(d)).m()); print
class M(type):
    def mro(cls): return res(cls)
for res in [lambda c: [c, object], lambda c: (c, object), lambda c: [object], lambda c: [], lambda c: [c, A, object], lambda c: [c, A, A, object], lambda c: [5], lambda c: 5, lambda c: None, lambda c: [c, Old, object], lambda c: type.mro(c) + [A], lambda c: iter([c, object])]:
    def make():
        k = M('K', (object,), {'v': 1})
        return [z.__name__ for z in k.__mro__], getattr(k, 'x', 'none'), k().v if k in k.__mro__ else 'not own'
    t(make)
print
for new in [(B,), (A,), (), (B, A), (D,), (Old,), (Old, A), (5,), 5, [A], (A, A), None]:
    class Z(A): pass
    class Y(Z): pass
    def f():
        Z.__bases__ = new
        return [k.__name__ for k in Y.__mro__]
    t(f)
def self_base():
    class Z(A): pass
    class Y(Z): pass
    Z.__bases__ = (Y,)
t(self_base)
def del_bases(): del B.__bases__
t(del_bases); t(lambda: setattr(int, '__bases__', (object,))); t(lambda: setattr(object, '__bases__', ())); t(lambda: setattr(Old, '__bases__', (5,))); t(lambda: setattr(Old, '__bases__', (A,))); t(lambda: setattr(Old, '__bases__', (Old,))); t(lambda: setattr(Old, '__bases__', [])); print
def inconsistent():
    class X(A, B): pass
def inconsistent2():
    class X(B, C): pass
    class Y(C, B): pass
    class Z(X, Y): pass
t(lambda: B.mro() == list(B.__mro__)); t(lambda: A.__subclasses__()[0].__name__); t(lambda: type.mro(5)); t(lambda: type.mro(A) == A.mro()); t(lambda: A.__base__); t(lambda: D.__base__.__name__); t(lambda: setattr(A, '__mro__', ())); t(lambda: setattr(A, '__base__', B)); t(lambda: setattr(A, '__name__', 'Q')); print A.__name__,; t(lambda: setattr(A, '__name__', u'Q')); t(lambda: setattr(A, '__name__', 'a\0')); t(lambda: setattr(A, '__module__', 5)); print A.__module__, ; t(lambda: setattr(A, '__doc__', 'd')); t(lambda: setattr(A, '__dict__', {})); t(lambda: setattr(A, '__weakref__', 1)); t(lambda: A.__weakrefoffset__ > 0); t(lambda: setattr(int, 'x', 1)); t(lambda: delattr(int, 'real')); t(lambda: setattr(A, '__class__', type)); t(lambda: setattr(A, '__class__', M) or A.__class__.__name__); print
