# __slots__: inheritance, conflicts, private names, weakrefs and dicts, descriptors on wrong objects, deletion, class attributes, pickling errors, layouts.
import weakref
def t(f, *a):
    try: print repr(f(*a)).split(' at 0x')[0],
    except Exception as e: print type(e).__name__ + ':', str(e).split(' at 0x')[0], '|',
class A(object): __slots__ = ('a', '_b', '__c', '__d__')
class B(A): __slots__ = ('a', 'e')
class C(A): pass
class D(A): __slots__ = '__dict__'
class E(A): __slots__ = ('__weakref__',)
class F(object): __slots__ = []
class G(F): __slots__ = {'k': 'doc'}
class H(object): __slots__ = 'single'
class I(int): __slots__ = ()
class L(list): __slots__ = ('x',)
class X(Exception): __slots__ = ('y',)
print sorted(k for k in A.__dict__ if k not in ('__module__', '__doc__', '__slots__')), A.__slots__, sorted(B.__dict__), type(A.a), A.a, A.a.__name__, A.a.__objclass__, A.a.__doc__, sorted(G.__dict__)
a = A()
for n in ['a', '_b', '_A__c', '__c', '__d__', 'z', '__dict__', '__weakref__', '__slots__', '__class__']:
    t(getattr, a, n); t(setattr, a, n, 1); t(getattr, a, n); t(delattr, a, n); t(delattr, a, n); t(hasattr, a, n)
    print
b = B(); b.a = 1; t(A.a.__get__, b); A.a.__set__(b, 2); print b.a, A.a.__get__(b), B.a.__get__(b)
t(B.a.__get__, a); t(B.a.__set__, a, 1); t(A.a.__get__, 5); t(A.a.__get__, None, A); t(A.a.__get__, None); t(A.a.__get__, a); t(A.a.__delete__, a); t(A.a.__get__); t(lambda: A.a.__get__(None, None)); t(lambda: A.a == A.a); t(lambda: B.a == A.a); t(lambda: hash(A.a) == hash(A.a)); print
for c in (A, C, D, E, F, H, I, L, X):
    o = c()
    t(lambda: o.__dict__); t(lambda: setattr(o, 'q', 1)); t(lambda: type(weakref.ref(o)).__name__); t(lambda: vars(o)); t(lambda: sorted(n for n in dir(o) if n[:1] != '_')[-3:]); t(lambda: o.__class__ is c); print
def cls(bases, **d): return type('K', bases, d)
for f in [lambda: cls((B, A)), lambda: cls((A, H)), lambda: cls((F, H)), lambda: cls((G, H)), lambda: cls((A, F)), lambda: cls((C, D)), lambda: cls((C, E)), lambda: cls((D, E)), lambda: cls((A,), __slots__=['__dict__', '__weakref__']), lambda: cls((C,), __slots__=['__dict__']), lambda: cls((E,), __slots__=['__weakref__']), lambda: cls((I,), __slots__=['x']), lambda: cls((tuple,), __slots__=['x']), lambda: cls((tuple,), __slots__=[]), lambda: cls((list, dict)), lambda: cls((list, F)), lambda: cls((L, F)), lambda: cls((L, H)), lambda: cls((L, list)), lambda: cls((type,), __slots__=['x']), lambda: cls((), __slots__=['a b']), lambda: cls((), __slots__=['']), lambda: cls((), __slots__=['__a', '__a']), lambda: cls((), __slots__=('x',), x=1), lambda: cls((), __slots__=('x',), __getattr__=lambda s, n: n)().x, lambda: cls((), __slots__=iter(['p', 'q'])).__slots__, lambda: cls((), __slots__=None), lambda: cls((), __slots__=(None,)), lambda: cls((), __slots__=('class',)), lambda: cls((), __slots__=(u'u',)), lambda: cls((), __slots__=(u'\xe9',)), lambda: cls((), __slots__=u'uni').uni, lambda: cls((), __slots__='ab').ab, lambda: cls((), __slots__={'a': 1}).a, lambda: cls((), __slots__=('__slots__',)), lambda: cls((), __slots__=('__init__',)), lambda: cls((), __slots__=('__len__',)), lambda: len(cls((), __slots__=('__len__',))()), lambda: cls((), __slots__=('__call__',))()(), lambda: cls((X, KeyError)), lambda: cls((KeyError, ValueError)),]: t(f)
print
class P(object):
    __slots__ = ('v', 'w')
    def __init__(self, v): self.v = v
class Q(object):
    __slots__ = ('v', 'w')
class R(object): __slots__ = ('w', 'v')
class Sx(object): __slots__ = ('v',)
class T(P): __slots__ = ()
class V(P): pass
p = P(5)
for c in (Q, R, Sx, T, V, P, object, int):
    def f():
        p.__class__ = c
        r = type(p).__name__, getattr(p, 'v', None), getattr(p, 'w', None)
        p.__class__ = P
        return r
    t(f)
print
import copy, pickle
for o in (P(1), T(2), V(3)):
    t(copy.copy, o); t(copy.deepcopy, o); t(lambda: copy.copy(o).v); t(pickle.dumps, o, 0); t(lambda: pickle.loads(pickle.dumps(o, 2)).v)
print
call = cls((), __slots__=('__call__', '__getitem__', '__iter__', '__enter__'))
o = call(); o.__call__ = lambda *a: ('called', a); o.__getitem__ = lambda k: k; o.__iter__ = lambda: iter('it')
t(lambda: o(1)); t(lambda: o[5]); t(lambda: list(o)); t(lambda: o.__call__(2)); print
class W(object):
    __slots__ = ('n', '__weakref__')
w = W(); r = weakref.ref(w); print r() is w; del w
P.x = 1; p.v = 7; print p.x; t(setattr, p, 'x', 2); P.v = 'class'; print p.v; t(setattr, p, 'v', 1); del P.v; t(lambda: p.v); t(setattr, p, 'v', 1); print
P.new = Q.w; t(lambda: p.new); t(setattr, p, 'new', 1); print
