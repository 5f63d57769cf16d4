# Classes changed while methods of theirs run in compiled code: bases, special methods, slots, mro, __class__ assigned, __init__ replaced.
def run(f, n=3000):
    r = f(n); print f.__name__, r
class A(object):
    def m(self): return 1
    def __len__(self): return 1
    def __call__(self): return 1
    def __getitem__(self, i): return 1
    def __add__(self, o): return 1
    def __eq__(self, o): return True
    def __nonzero__(self): return True
    def __iter__(self): return iter((1,))
    def __contains__(self, x): return True
    def __neg__(self): return 1
    def __hash__(self): return 1
    def __enter__(self): return 1
    def __exit__(self, *a): return True
    def __str__(self): return '1'
    def __int__(self): return 1
class B(A): pass
def specials(n):
    b = B(); out = []; t = 0
    for i in xrange(n):
        t += len(b) + b() + b[0] + (b + 1) + (b == 1) + (1 if b else 100) + sum(b) + (5 in b) + (-b) + hash(b) + int(b) + len(str(b))
        with b as v: t += v
        if i == 2000: B.__len__ = lambda s: 2; B.__call__ = lambda s: 3
        if i == 2100: A.__getitem__ = lambda s, i: 4; B.__add__ = lambda s, o: 5
        if i == 2200: B.__eq__ = lambda s, o: False; B.__nonzero__ = lambda s: False
        if i == 2300: A.__iter__ = lambda s: iter((6, 7)); del A.__contains__
        if i == 2400: B.__neg__ = lambda s: 8; A.__hash__ = lambda s: 9
        if i == 2500: B.__enter__ = lambda s: 10; B.__exit__ = lambda s, *a: False
        if i == 2600: B.__str__ = lambda s: 'four'; A.__int__ = lambda s: 11
        if i == 2700:
            del B.__len__, B.__call__, B.__add__, B.__eq__, B.__nonzero__, B.__neg__, B.__enter__, B.__exit__, B.__str__
        if i % 100 == 99 and i > 1900: out.append(t); t = 0
    return out
run(specials)
class X(object):
    k = 1
    def f(self): return self.k
class Y(object):
    k = 2
    def f(self): return self.k * 10
class Z(X): pass
def bases(n):
    z = Z(); out = []; t = 0
    for i in xrange(n):
        t += z.f() + z.k
        if i == 2000: Z.__bases__ = (Y,)
        if i == 2200: Z.__bases__ = (X, Y)
        if i == 2400: X.f = lambda self: 7
        if i == 2600: Y.k = 3; del X.k
        if i == 2800: z.__class__ = Y
        if i % 200 == 199: out.append(t); t = 0
    return out[8:]
run(bases)
class P(object):
    def __init__(self, v): self.v = v
def ctor(n):
    out = []; t = 0
    for i in xrange(n):
        p = P(i & 7); t += p.v
        if i == 2000: P.__init__ = lambda self, v: setattr(self, 'v', 100)
        if i == 2200: P.__new__ = staticmethod(lambda c, v: object.__new__(Q))
        if i == 2300: del P.__init__; P.__init__ = object.__init__ if 0 else (lambda s, v: None)
        if i == 2500: P.__new__ = staticmethod(lambda c, v: object.__new__(c)); P.v = 1000
        if i % 100 == 99 and i > 1800: out.append(t); t = 0
    return out
class Q(object): v = 50
run(ctor)
class S(object):
    def __init__(self): self.log = 0
    def step(self, i):
        if i == 2500: S.step = S.other
        self.log += 1
        return self.helper(i)
    def other(self, i): self.log += 1000; return 0
    def helper(self, i):
        if i == 2400: self.helper = lambda i: 1000
        return 1
def selfmod(n):
    s = S(); t = 0
    for i in xrange(n): t += s.step(i)
    return t, s.log
run(selfmod)
class Old:
    def m(self): return 1
    def __len__(self): return 1
class Old2:
    def m(self): return 20
    def __len__(self): return 30
def old(n):
    o = Old(); out = []; t = 0
    for i in xrange(n):
        t += o.m() + len(o)
        if i == 2000: Old.m = lambda self: 5
        if i == 2200: o.m = lambda: 7
        if i == 2400: o.__class__ = Old2
        if i == 2600: del o.m
        if i == 2800: Old2.__bases__ = (Old,); del Old2.m
        if i % 200 == 199: out.append(t); t = 0
    return out[8:]
run(old)
class G(object): pass
def getattr_added(n):
    g = G(); g.a = 1; out = []; t = 0
    for i in xrange(n):
        try: t += g.a
        except AttributeError: t += 5000
        if i == 2000: del g.a
        if i == 2100: G.__getattr__ = lambda s, k: 10
        if i == 2300: G.a = 3
        if i == 2500: G.__getattribute__ = lambda s, k: 50
        if i == 2700: del G.__getattribute__, G.a
        if i == 2900: del G.__getattr__
        if i % 100 == 99 and i > 1800: out.append(t); t = 0
    return out
run(getattr_added)
class C1(object):
    x = property(lambda s: 1)
class C2(C1): pass
def props(n):
    c = C2(); c.__dict__['x'] = 77; out = []; t = 0
    for i in xrange(n):
        t += c.x
        if i == 2000: C2.x = property(lambda s: 2)
        if i == 2200: C2.x = 5
        if i == 2400: del C2.x
        if i == 2600: del C1.x
        if i == 2800: del c.x; C1.x = classmethod(lambda k: 1).__get__(None, C1)()
        if i % 200 == 199: out.append(t); t = 0
    return out[8:]
run(props)
