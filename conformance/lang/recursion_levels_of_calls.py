# How deep calls nest, and what the RuntimeError says: functions, methods, classes, instances that are called.
import sys


def probe(name, start):
    global n
    n = 0
    try:
        start()
        print name, 'ended', n
    except RuntimeError as e:
        print name, n, e
    except Exception as e:
        print name, n, type(e).__name__, e


def f(): 
    global n; n += 1; f()
probe('function', f)
def f2(*a, **k):
    global n; n += 1; f2(1, b=2)
probe('varargs function', f2)
def f3(*a):
    global n; n += 1; f3(*(1,))
probe('star', f3)
def f4(**k):
    global n; n += 1; f4(**{'a': 1})
probe('starstar', f4)
class M(object):
    def m(self, *a):
        global n; n += 1; self.m()
    def m2(self, *a):
        global n; n += 1; self.m2(*(1,))
    def m3(self):
        global n; n += 1; M.m3(self)
    @classmethod
    def c(cls):
        global n; n += 1; cls.c()
    @staticmethod
    def s():
        global n; n += 1; M.s()
    @property
    def p(self):
        global n; n += 1; return self.p
    def held(self):
        global n; n += 1; h = self.held; h()
probe('method', M().m); probe('method star', M().m2); probe('unbound', M().m3); probe('classmethod', M.c); probe('staticmethod', M.s)
probe('held', M().held)
probe('property', lambda: M().p)
class O:
    def m(self):
        global n; n += 1; self.m()
    def m3(self):
        global n; n += 1; O.m3(self)
probe('old method', O().m); probe('old unbound', O().m3)
class N(object):
    def __new__(cls):
        global n; n += 1; return N()
probe('new', N)
class C(object):
    def __call__(self):
        global n; n += 1; self()
probe('call', C())
class OC:
    def __call__(self):
        global n; n += 1; self()
probe('old call', OC())
class CC(object): pass
CC.__call__ = CC()
probe('call of call', CC())
class OCC: pass
OCC.__call__ = OCC()
probe('old call of call', OCC())
class Meta(type):
    def __call__(cls, *a):
        global n; n += 1; return cls()
class MC(object):
    __metaclass__ = Meta
probe('metaclass call', MC)
class Meta2(type):
    def __new__(m, name, bases, d):
        global n; n += 1; return Meta2(name, bases, d)
probe('metaclass new', lambda: Meta2('x', (), {}))
class Meta3(type):
    def __init__(m, name, bases, d):
        global n; n += 1
        class X(object):
            __metaclass__ = Meta3
probe('metaclass statement', lambda: Meta3('x', (object,), {}))
class W(object):
    def __enter__(self):
        global n; n += 1
        with self: pass
    def __exit__(self, *a): pass
def go():
    with W(): pass
probe('enter', go)
class OW:
    def __enter__(self):
        global n; n += 1
        with self: pass
    def __exit__(self, *a): pass
def go():
    with OW(): pass
probe('old enter', go)
class W(object):
    def __exit__(self, *a):
        global n; n += 1
        with self: pass
    def __enter__(self): pass
def go():
    with W(): pass
probe('exit', go)
class D(object):
    def __get__(self, o, t):
        global n; n += 1
        return o.d
    def __set__(self, o, v):
        global n; n += 1
        o.d = v
    def __delete__(self, o):
        global n; n += 1
        del o.d
class HD(object):
    d = D()
probe('get', lambda: HD().d)
def s():
    HD().d = 1
probe('set', s)
def s():
    del HD().d
probe('delete', s)
class P(object):
    def g(self):
        global n; n += 1
        return self.p
    def s(self, v):
        global n; n += 1
        self.p = v
    def d(self):
        global n; n += 1
        del self.p
    p = property(g, s, d)
probe('pget', lambda: P().p)
def s():
    P().p = 1
probe('pset', s)
def s():
    del P().p
probe('pdel', s)
def f(x=0, y=0):
    global n; n += 1
    return map(f, [1])
probe('map', f)
def f(x=0, y=0):
    global n; n += 1
    return filter(f, [1])
probe('filter', f)
def f(x=0, y=0):
    global n; n += 1
    return reduce(f, [1, 2])
probe('reduce', f)
def f(x=0, y=0):
    global n; n += 1
    return sorted([1], key=f)
probe('sorted key', f)
def f(x=0, y=0):
    global n; n += 1
    return sorted([1, 2], cmp=f)
probe('sorted cmp', f)
def f(x=0, y=0):
    global n; n += 1
    return sorted([1, 2], f)
probe('sorted cmp', f)
def f(x=0, y=0):
    global n; n += 1
    return min([1, 2], key=f)
probe('min key', f)
def f(x=0, y=0):
    global n; n += 1
    return apply(f, (1,))
probe('apply', f)
class B(object):
    def f(self, x=0, y=0):
        global n; n += 1
        return map(self.f, [1])
    def g(self, x=0, y=0):
        global n; n += 1
        return apply(self.g, (1,))
    def h(self, x=0, y=0):
        global n; n += 1
        return apply(B.h, (self, 1,))
    def i(self, x=0, y=0):
        global n; n += 1
        return map(B.i, [self])
    def __call__(self, *a):
        global n; n += 1
        return map(self, [1])
probe('map bound', B().f)
probe('apply bound', B().g)
probe('apply unbound', B().h)
probe('map unbound', B().i)
probe('map instance', B())
import functools, operator
def f(x=0, y=0):
    global n; n += 1
    return functools.partial(f, 1)()
probe('partial', f)
def f(x=0, y=0):
    global n; n += 1
    return functools.partial(functools.partial(f), 1)()
probe('partial partial', f)
p = lambda: None
for i in range(2000):
    p = functools.partial(p)
probe('partials', p)
def f(x=0):
    global n; n += 1
    return operator.methodcaller('f')(X())
class X(object):
    def f(self): return f()
probe('methodcaller', f)
def f(x=0):
    global n; n += 1
    return operator.attrgetter('f')(X())
class X(object):
    f = property(f)
probe('attrgetter', f)
