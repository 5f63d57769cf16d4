# Metaclasses: __call__, __instancecheck__, __getattr__ of classes, comparisons, iteration over a class, mro(), names assigned, derived by call.
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
class M(type):
    def __new__(m, n, b, d, **k): print 'new', n, [x.__name__ for x in b], sorted(x for x in d if x[:2] != '__'); d['made'] = n; return type.__new__(m, n, b, d)
    def __init__(c, n, b, d): print 'init', n; type.__init__(c, n, b, d)
    def __call__(c, *a, **k): print 'call', c.__name__, a, k; return type.__call__(c, *a, **k)
    def __getattr__(c, n): return 'M:' + n
    def __iter__(c): return iter('iter' + c.__name__)
    def __len__(c): return 7
    def __getitem__(c, i): return (c.__name__, i)
    def __contains__(c, x): return x == 'in'
    def __add__(c, o): return 'add'
    def __repr__(c): return '<M %s>' % c.__name__
    def __eq__(c, o): return True
    def __hash__(c): return 5
    def __nonzero__(c): return False
    def __cmp__(c, o): return -1
    def __instancecheck__(c, i): return i == 42 or type.__instancecheck__(c, i)
    def __subclasscheck__(c, s): return s is int or type.__subclasscheck__(c, s)
    def __delattr__(c, n): print 'delattr', n; type.__delattr__(c, n)
    def __setattr__(c, n, v): print 'setattr', n, v; type.__setattr__(c, n, v)
    def own(c): return 'own ' + c.__name__
    def mro(c):
        # Classes D are garbage at once: whether their bases still know them is the collector's affair.
        r = type.mro(c)
        if c.__name__ != 'D': print 'mro', len(r)
        return r
class A(object):
    __metaclass__ = M
    x = 1
    def __init__(self, *a, **k): print 'A init', a, k
class B(A): y = 2
print A, B, A.nope, B.own(), list(A), len(A), A['k'], 'in' in A, 'out' in A, A + 1, 1 in A, A == 5, hash(A), bool(A), not B, isinstance(42, A), isinstance(43, A), issubclass(int, A), issubclass(str, A), A < B, A.made, B.made
b = B(1, k=2); t(lambda: b.nope); t(lambda: b.own); print b.x, isinstance(b, A), type(b) is B, [b] == [b]
B.z = 3; del B.z; t(delattr, B, 'none'); print B.z
C = M('C', (B,), {'__slots__': ()}); print C, C.__module__, C.__bases__, C.__dict__.get('__slots__'); t(M, 'D'); t(M, 'D', (), {}, 1); t(M, 5, (), {}); t(M, 'D', 5, {}); t(M, 'D', (5,), {}); t(M, 'D', (B, A), {}); t(M, 'D', (bool,), {}); t(M, 'D\0', (), {}); t(M, u'D', (), {})
class N(type): pass
def conflict():
    class X(A):
        __metaclass__ = N
t(conflict)
class NM(N, M): pass
class X(A):
    __metaclass__ = NM
print type(X), X
def func(n, b, d): print 'func', n, b; return type(n + '_', b, d)
class F(object):
    __metaclass__ = func
print F.__name__, type(F); class_ = F
class G(F): pass
print G.__name__, type(G)
class Meta5(object):
    __metaclass__ = lambda *a: 5
print Meta5
class Bad(object):
    try:
        class __metaclass__(object):
            def __init__(self, n, b, d): self.n = n
    except Exception as e: print e
print type(Bad).__name__, Bad.n
class RM(type):
    def mro(c): return [c, object] if c.__name__ != 'W' else 5
class R(object):
    __metaclass__ = RM
class S(R): pass
print S.__mro__, S.__base__, S.mro(), issubclass(S, R), isinstance(S(), R)
def w():
    class W(R): pass
t(w)
class RM2(type):
    def mro(c): return RM2.r
for r in ([], [5], [int], [object], [dict, object], 'ab', None, (object, object)):
    RM2.r = r
    t(lambda: RM2('Q', (object,), {}).__mro__)
t(setattr, A, '__name__', 'Renamed'); print A; t(setattr, A, '__name__', 5); t(setattr, A, '__name__', 'a\0b'); t(setattr, A, '__module__', 'mod'); print A.__module__; t(setattr, A, '__bases__', ()); t(setattr, A, '__bases__', (int,)); t(setattr, B, '__bases__', (A, object)); print B.__bases__; t(setattr, B, '__bases__', (C,)); t(delattr, B, '__name__'); t(delattr, B, '__module__') ; t(setattr, int, 'x', 1); t(setattr, B, '__mro__', ()); t(setattr, B, '__class__', type); print type(B)
class E(object):
    class __metaclass__(type):
        def __getattribute__(c, n): return 'GA ' + n
        attr = 3
print E.attr, E.__name__, E().__class__ is type(E()), type(E).__name__
