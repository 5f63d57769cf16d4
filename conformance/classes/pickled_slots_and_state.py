# __slots__ through inheritance, with and without __dict__, weak references and pickling: what state copy and pickle find, which
# protocols refuse, __getstate__ and __setstate__ of all kinds of values, old-style __getinitargs__, and shared and cyclic parts.
import pickle, cPickle, copy, copy_reg, gc, weakref
class A(object):
    __slots__ = 'a', '_b', '__c'
    def __init__(self, **k):
        for n, v in k.items(): setattr(self, n, v)
    def put(self, v): self.__c = v; return self
    def see(self):
        out = []
        for c in type(self).__mro__:
            s = c.__dict__.get('__slots__', ())
            for n in (s,) if isinstance(s, str) else s:
                if n.startswith('__') and not n.endswith('__'): n = '_%s%s' % (c.__name__, n)
                if hasattr(self, n) and n not in ('__dict__', '__weakref__'): out.append((n, getattr(self, n)))
        return sorted(out) + sorted(getattr(self, '__dict__', {}).items())
class B(A): __slots__ = 'd'
class C(A): pass
class D(B): __slots__ = ['__dict__', 'e']
class E(B): __slots__ = ('__weakref__', 'a')
class State(A):
    __slots__ = ()
    def __getstate__(self): return [self.a]
    def __setstate__(self, s): self.a, self._b = s[0], 'set'
class OnlyGet(A):
    __slots__ = ()
    def __getstate__(self): return {'a': 1, '_b': 2}
class Pair(A):
    __slots__ = 'x',
    def __getstate__(self): return ({}, dict((n, v) for n, v in self.see()))
class Pair2(object):
    def __getstate__(self): return (None, {'k': 'v'})
class Reduced(A):
    def __reduce__(self): return (make, ('R', 1), {'a': 5})
class ReducedEx(A):
    __slots__ = ()
    def __reduce_ex__(self, p): return (make, ('X', p))
class Args(tuple):
    __slots__ = ()
    def __new__(cls, *a): return tuple.__new__(cls, a)
    def __getnewargs__(self): return tuple(self)
class ArgsL(list):
    __slots__ = 'note'
class NewOnly(str):
    def __new__(cls, a, b='default'): o = str.__new__(cls, a); o.b = b; return o
class IntSub(int):
    def __getnewargs__(self): return int(self) + 1,
def make(*a): o = Made(); o.a = a; return o
class Made: pass
class Old:
    def __init__(self, *a): self.args = a
class OldInit(Old):
    def __getinitargs__(self): return self.args
    def __getstate__(self): return None
class OldState(Old):
    def __getstate__(self): return len(self.args)
    def __setstate__(self, s): self.n = s
class OldFalse(Old):
    def __getstate__(self): return 0
    def __setstate__(self, s): self.n = 'called'
class NewFalse(object):
    def __init__(self): self.z = 1
    def __getstate__(self): return 0
    def __setstate__(self, s): self.n = 'called'
class Except(Exception):
    def __init__(self, a, b): Exception.__init__(self, a, b); self.extra = b
class Except2(Exception):
    def __init__(self, a): Exception.__init__(self); self.a = a
class Missing(object):
    def __getattr__(self, n): raise KeyError(n)
def see(o):
    if hasattr(type(o), 'see'): return type(o).__name__, o.see()
    if isinstance(o, BaseException): return type(o).__name__, o.args, sorted(o.__dict__.items())
    return o.__class__.__name__, (repr(o) if isinstance(o, (str, int, tuple, list)) else ''), sorted(getattr(o, '__dict__', {}).items())
objects = [A(a=1).put(2), A(), B(a=1, d=[2]), C(a=1, z=2).put(3), D(a=1, d=2, e=3, f=4), E(a=5, d=6), State(a=7), OnlyGet(a=9), Pair(a=1, x=2), Pair2(), Reduced(a=1), ReducedEx(a=1), Args(1, 2), ArgsL([1]), NewOnly('n', 'b'), IntSub(5), Old(1, 2), OldInit(3, 4), OldState(5), OldFalse(1), NewFalse(), Except(1, 2), Except2(1), Missing(), make(1)]
def t(label, f, o):
    try: r = f(o); print '  %-8s' % label, see(r)
    except Exception, e: print '  %-8s' % label, type(e).__name__, str(e)[:90] if ' at 0x' not in str(e) else ''
for o in objects:
    print type(o).__name__ if not isinstance(o, Old) else o.__class__.__name__
    t('copy', copy.copy, o); t('deep', copy.deepcopy, o)
    for p in 0, 1, 2:
        t('py%d' % p, lambda o: pickle.loads(pickle.dumps(o, p)), o); t('c%d' % p, lambda o: cPickle.loads(cPickle.dumps(o, p)), o)
print [n for n in dir(E) if not n.startswith('__')], copy_reg._slotnames(E), copy_reg._slotnames(D), '__slotnames__' in E.__dict__, E.__slotnames__
d = D(a=1); d.me = d; d.d = [d]; x = pickle.loads(pickle.dumps(d, 2)); print x.me is x, x.d[0] is x, x.a; x = copy.deepcopy(d); print x.me is x, x.d[0] is x, x.d is not d.d
b = B(); b.d = b; x = cPickle.loads(cPickle.dumps([b, b], 2)); print x[0] is x[1], x[0].d is x[0]
def w(o):
    try: return weakref.ref(o)() is o
    except TypeError, e: return str(e)
print w(E()), w(D()), w(B()), w(C())
for bad in ("class X(E): __slots__ = '__weakref__'", "class X(C): __slots__ = '__dict__'", "class X(object): __slots__ = 'a', 'a'; a = 1", "class X(int): __slots__ = 'a'", "class X(B, E): pass", "class X(E, D): pass", "class X(object): __slots__ = '1a'", "class X(object): __slots__ = 1", "class X(A): __slots__ = u'\\xe9'", "class X(object): __slots__ = [u'ok', None]"):
    try: exec bad; print bad, 'fine', X.__mro__[1].__name__
    except Exception, e: print bad, type(e).__name__, e
A.see.im_func.note = 1; print pickle.loads(pickle.dumps(A.__dict__['a'].__class__.__name__)), A.a, B.__dict__['d'].__name__, B.d.__objclass__ is B
try: B.d.__set__(A(), 1)
except TypeError, e: print e
def hot(n):
    out = []; o = D(a=0)
    for i in xrange(n):
        o.a += i; o.d = o.a % 7; o.e = str(i); o.f = i
        if i % 100 == 0: o = cPickle.loads(cPickle.dumps(o, 2)); out.append(o.see()[:2])
        if i == 250: B.d, D.keep = property(lambda s: s.e, lambda s, v: setattr(s, 'e2', v)), B.d
    return out, D.keep
print hot(400)
