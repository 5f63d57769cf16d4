# Recursion limit met inside builtins: repr, comparison, hash, getattr hooks, iterators, pickle-like copies; the state afterwards is sound.
import sys
old = sys.getrecursionlimit()
def kind(f, *a):
    try:
        f(*a)
        return 'no error'
    except RuntimeError as e:
        return str(e)[:32]
    except Exception as e:
        return type(e).__name__, str(e)[:60]
def nest(n, make):
    v = make(None)
    for i in xrange(n): v = make(v)
    return v
sys.setrecursionlimit(200)
l1, l2 = nest(250, lambda v: [v]), nest(250, lambda v: [v])
t1, t2 = nest(250, lambda v: (v,)), nest(250, lambda v: (v,))
d1, d2 = nest(250, lambda v: {1: v}), nest(250, lambda v: {1: v})
print kind(repr, l1), kind(repr, t1), kind(repr, d1)
print kind(cmp, l1, l2), kind(cmp, t1, t2), kind(cmp, d1, d2)
print kind(lambda: l1 == l2), kind(lambda: t1 < t2), kind(lambda: d1 == d2)
print kind(hash, t1) == kind(hash, t1)
c = []; c.append(c)
d = []; d.append(d)
print repr(c), kind(cmp, c, d), kind(lambda: c == d), kind(lambda: c == c)
e = {}; e['e'] = e
print repr(e), kind(lambda: e == dict(e=e)), kind(lambda: e == {'e': {'e': e}})
class A(object):
    def __getattr__(self, n): return getattr(self, n + 'x')
print kind(lambda: A().foo), hasattr(A(), 'y')
class B(object):
    def __repr__(self): return repr(self)
print kind(repr, B()), kind(str, B()), kind(lambda: '%r' % B()), kind(lambda: '%s' % (B(),))
class C(object):
    def __eq__(self, o): return self == o
    def __hash__(self): return hash(self)
    def __len__(self): return len(self)
    def __nonzero__(self): return bool(self)
    def __call__(self): return self()
    def __iter__(self): return iter(self)
    def __contains__(self, o): return o in self
    def __getitem__(self, i): return self[i]
    def __setitem__(self, i, v): self[i] = v
    def __add__(self, o): return self + o
    def __cmp__(self, o): return cmp(self, o)
    def __lt__(self, o): return self < o
    def __int__(self): return int(self)
    def __float__(self): return float(self)
    def __index__(self): return [1][self]
    def __unicode__(self): return unicode(self)
    def __setattr__(self, n, v): setattr(self, n, v)
    def __delattr__(self, n): delattr(self, n)
    def __coerce__(self, o): return coerce(self, o)
    def __neg__(self): return -self
    def __enter__(self):
        with self: pass
    def __exit__(self, *a): pass
    def __instancecheck__(self, x): return isinstance(x, self)
    def __subclasscheck__(self, x): return issubclass(x, self)
    def __hex__(self): return hex(self)
    def __dir__(self): return dir(self)
    def __format__(self, s): return format(self, s)
    def __reversed__(self): return reversed(self)
    def __complex__(self): return complex(self)
    def __long__(self): return long(self)
    def __abs__(self): return abs(self)
    def __trunc__(self):
        import math
        return math.trunc(self)
class D: pass
D.__dict__.update((k, v) for k, v in C.__dict__.items() if k.startswith('__') and callable(v) and k not in ('__setattr__', '__delattr__'))
import math
for cls in (C, D):
    o = cls()
    p = cls()
    for f in [lambda: o == p, lambda: hash(o), lambda: len(o), lambda: bool(o), lambda: o(), lambda: iter(o), lambda: 1 in o, lambda: o[1], lambda: o.__setitem__(1, 2), lambda: o + 1, lambda: o < p,
              lambda: int(o), lambda: float(o), lambda: [1][o], lambda: unicode(o), lambda: setattr(o, 'a', 1), lambda: delattr(o, 'a'), lambda: -o, lambda: o.__enter__(), lambda: isinstance(1, o), lambda: issubclass(int, o),
              lambda: hex(o), lambda: dir(o), lambda: format(o, ''), lambda: reversed(o), lambda: complex(o), lambda: long(o), lambda: abs(o), lambda: math.trunc(o)]:
        print kind(f)
def g():
    for x in g(): yield x
print kind(next, g()), kind(list, g())
def f(n): return f(n + 1)
print kind(f, 0), kind(map, lambda x: f(0), [1]), kind(sorted, [1], None, f), kind(lambda: [].sort(key=f)), kind(lambda: reduce(lambda a, b: f(0), [1, 2]))
class P(property): pass
class E(object):
    @property
    def p(self): return self.p
    def __get__(self, o, t): return o.q
class F(object):
    q = E()
print kind(lambda: E().p), kind(lambda: F().q)
class Meta(type):
    def __call__(cls): return cls()
    def __getattribute__(cls, n): return getattr(cls, n)
class G(object):
    __metaclass__ = Meta
print kind(lambda: G()), kind(lambda: G.foo)
class H(object):
    def __new__(cls): return cls()
    def __init__(self): H()
print kind(H)
class I(object):
    def __init__(self): I()
print kind(I)
class J:
    def __init__(self): J()
print kind(J)
print kind(lambda: isinstance(1, nest(250, lambda v: (v, v) if v else (str,)))), kind(lambda: 'a'.startswith(('b',))), kind(lambda: isinstance(1, nest(40, lambda v: (v, v) if v else (str,))) if 0 else 1)
def depth(n=0):
    try: return depth(n + 1)
    except RuntimeError: return n
a = depth(); b = depth()
print a == b, a > 150
for v in [0, -1, 'a', None, 2**40]:
    print kind(sys.setrecursionlimit, v),
sys.setrecursionlimit(old)
print sys.getrecursionlimit() == old
for x in (l1, l2, t1, t2, d1, d2, l1): pass
