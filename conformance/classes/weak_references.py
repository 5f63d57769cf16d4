# Weak references and proxies: what may be referred to, identity, proxies, subclasses.
import _weakref as weakref
import _weakref
class C(object):
    def __init__(self, n): self.n = n
    def __call__(self, x): return x + self.n
    def __len__(self): return 3
    def __getitem__(self, i): return i
    def __add__(self, o): return ('add', o)
    def __iter__(self): return iter([1,2])
    def hi(self): return 'hi'
c = C(5)
r = weakref.ref(c)
print r() is c, weakref.ref(c) is r, type(r), r == weakref.ref(c), hash(r) == hash(c)
p = weakref.proxy(c)
print type(p), p.n, p(4), len(p), p[2], p+1, list(p), p.hi(), bool(p), p == c
p.z = 4
print c.z
del p.z
print hasattr(c, 'z')
print weakref.getweakrefcount(c), weakref.getweakrefs(c) == [r, p]
def cb(x): print 'cb', x is r2
r2 = weakref.ref(c, None and cb)
print weakref.getweakrefcount(c)
for bad in (5, 'x', (), [], {}, None, 1.5, u'x', 5L, object(), slice(1), Exception()):
    try: weakref.ref(bad)
    except TypeError, e: print e
def f(): pass
for good in (f, C, c.hi, set(), frozenset(), (i for i in ()), int, type, f.func_code):
    print type(weakref.ref(good)()),
print
class L(list): pass
class D(dict): pass
class I(int): pass
class T(tuple): pass
class S(str): pass
class U(unicode): pass
class E(Exception): pass
class LL(long): pass
for k in (L, D, I, U, E, S, T, LL):
    try: x = k(); print k.__name__, weakref.ref(x)() is x
    except TypeError, e: print e
class R(weakref.ref):
    __slots__ = 'key',
    def __new__(cls, ob, cb, key): 
        self = weakref.ref.__new__(cls, ob, cb); self.key = key; return self
    def __init__(self, ob, cb, key): super(R, self).__init__(ob, cb)
k = R(c, None, 'key')
print k.key, k() is c
class Sl(object): __slots__ = ['a']
class Sl2(Sl): __slots__ = ['__weakref__']
class Sl3(Sl): pass
for k in Sl, Sl2, Sl3:
    try: x= k(); print weakref.ref(x)() is x
    except TypeError, e: print e
class Old: pass
o = Old(); print weakref.ref(o)() is o, weakref.ref(Old)() is Old
for a in (), (1,2,3):
    try: weakref.ref(*a)
    except TypeError, e: print e
    try: weakref.proxy(*a)
    except TypeError, e: print e
try: hash(p)
except TypeError, e: print e
print sorted(dir(_weakref))
print [n for n in dir(weakref.ref)]
print [n for n in dir(weakref.ProxyType)]
