# __class__ assignment and __bases__ assignment: what is allowed, what it changes, messages.
class A(object):
    def who(self): return 'A'
class B(object):
    def who(self): return 'B'
class S1(object):
    __slots__ = ('x', 'y')
class S2(object):
    __slots__ = ('x', 'y')
class S3(object):
    __slots__ = ('y', 'z')
class S4(S1):
    __slots__ = ()
class W(object):
    __slots__ = ('__weakref__',)
class Dct(object):
    __slots__ = ('__dict__',)
class L1(list): pass
class L2(list): pass
class I1(int): pass
class M(type): pass
class AM(object):
    __metaclass__ = M
class Old1:
    def who(self): return 'Old1'
class Old2:
    def who(self): return 'Old2'
def t(f):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
def become(o, c):
    def f():
        o.__class__ = c
        return type(o).__name__, o.__class__.__name__, getattr(o, 'who', lambda: '-')()
    t(f)
s = S1(); s.x, s.y = 1, 2
for o, c in ((A(), B), (A(), AM), (A(), S1), (S1(), A), (s, S2), (S1(), S3), (S1(), S4), (S4(), S1), (A(), W), (A(), Dct), (Dct(), A), (L1(), L2), (L1(), A), (L1(), list), ([], L1), (A(), object), (object(), A), (I1(), L1), (A(), 3), (A(), Old1), (Old1(), Old2), (Old1(), A), (Old1(), 3), (5, I1), (A, M), (A, type), (AM, type), (lambda: 0, A), (A(), int), (len, A), (None, A)):
    become(o, c)
print s.x, s.y, isinstance(s, S2)
a = A()
t(lambda: delattr(a, '__class__'))
class Lie(object):
    __class__ = property(lambda self: int)
print isinstance(Lie(), int), isinstance(Lie(), Lie), type(Lie()).__name__, issubclass(type(Lie()), int)
class P(object):
    def f(self): return 'P.f'
class Q(object):
    def f(self): return 'Q.f'
class C(P): pass
class D(C): pass
d = D()
print d.f(),
C.__bases__ = (Q,)
print d.f(), [k.__name__ for k in D.__mro__], P.__subclasses__(), [k.__name__ for k in Q.__subclasses__()]
C.__bases__ = (P, Q)
print d.f(), C.__base__.__name__, [k.__name__ for k in D.__mro__]
def bases(c, b):
    def f():
        c.__bases__ = b
        return [k.__name__ for k in c.__mro__]
    t(f)
class X(object): pass
for c, b in ((C, ()), (C, [P]), (C, (3,)), (C, (D,)), (C, (C,)), (C, (P, P)), (C, (Old1,)), (C, (P, Old1)), (int, (object,)), (C, (Q,)), (C, (Q, P))):
    bases(c, b)
print [k.__name__ for k in D.__mro__], d.f() if hasattr(d, 'f') else 'none'
Old2.__bases__ = (Old1,)
del Old2.who
print Old2().who(), len(Old2.__bases__)
for v in ((3,), 3, (A,), (Old2,), ()):
    def f():
        Old2.__bases__ = v
        return [c.__name__ for c in Old2.__bases__]
    t(f)
def count(n):
    r = []
    o = A()
    for i in xrange(n):
        if i % 500 == 499:
            o.__class__ = B if o.__class__ is A else A
        if i == n - 10:
            A.who = lambda self: 'A2'
            B.who = lambda self: 'B2'
        r.append(o.who())
    return sorted((k, r.count(k)) for k in set(r))
print count(5000)
t(lambda: setattr(A, '__name__', 3)); t(lambda: setattr(A, '__name__', 'a\0b')); t(lambda: setattr(A, '__name__', 'New')); print A, A().__class__.__name__
t(lambda: setattr(A, '__module__', 'mod')); print A; t(lambda: setattr(A, '__dict__', {})); t(lambda: setattr(A, '__doc__', 'd')); t(lambda: setattr(A, '__mro__', ())); t(lambda: delattr(A, '__name__')); t(lambda: setattr(int, 'x', 1)); t(lambda: delattr(int, 'real'))
