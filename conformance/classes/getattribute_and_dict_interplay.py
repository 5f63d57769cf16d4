# __getattribute__, __getattr__, __dict__ replaced, deleted or of a subclass of dict, names that are not str, when hot as well.
def t(f, *a):
    try: print repr(f(*a))
    except Exception as e: print type(e).__name__, e
class D(dict):
    def __getitem__(self, k): print 'D.getitem', k; return dict.__getitem__(self, k)
    def __setitem__(self, k, v): print 'D.setitem', k; dict.__setitem__(self, k, v)
    def __missing__(self, k): return 'missing'
class A(object): cls = 'class'
a = A(); a.x = 1; d = D(y=2, cls='inst'); a.__dict__ = d
print a.y, a.cls; t(lambda: a.x); a.z = 3; print sorted(d.items()), a.__dict__ is d
del a.y; t(lambda: a.y); del a.__dict__; print a.__dict__, a.__dict__ is a.__dict__
for bad in (None, 5, [], A): t(setattr, a, '__dict__', bad)
a.__dict__[5] = 'five'; a.__dict__['with space'] = 1; print getattr(a, 'with space'), sorted(map(str, dir(a)))[:1], a.__dict__
t(getattr, a, 5); t(getattr, a, u'x\xe9'); t(setattr, a, u'uni', 1); print a.uni, a.__dict__.keys(); t(getattr, a, u'\xe9', 'default'); t(hasattr, a, u'\xe9'); t(hasattr, a, None); t(delattr, a, 3); t(setattr, a, None, 1)
class G(object):
    def __getattribute__(self, n):
        if n == 'boom': raise ValueError('boom')
        if n == 'attr': raise AttributeError('from getattribute')
        return ('G', n)
    def __len__(self): return 3
    def meth(self): return 'called'
g = G(); print g.a, g.__dict__, g.__class__, len(g), type(g).__name__; t(lambda: g.boom); t(lambda: g.attr); t(lambda: hasattr(g, 'attr')); t(lambda: hasattr(g, 'boom')); t(lambda: getattr(g, 'attr', 'dflt')); t(lambda: getattr(g, 'boom', 'dflt')); t(lambda: g.meth()); print isinstance(g, G), isinstance(g, A)
class H(G):
    def __getattr__(self, n): return ('getattr', n)
h = H(); print h.attr, h.a; t(lambda: h.boom)
class Prop(object):
    @property
    def p(self): raise AttributeError('inside p')
    def __getattr__(self, n): return 'fallback ' + n
print Prop().p, Prop().q
class Dm(object):
    def __getattr__(self, n): return lambda *a: (n, a)
print Dm().foo(1); t(lambda: len(Dm())); t(lambda: Dm()[0]); t(lambda: Dm() + 1); t(lambda: repr(Dm())[:9]); t(lambda: [1 for _ in Dm()]); t(lambda: Dm().__getitem__(0))
class Old:
    def __getattr__(self, n):
        if n.startswith('__') and n != '__len__': raise AttributeError(n)
        return lambda *a: len(n)
print len(Old()), Old().abc(); t(lambda: Old()[0])
class Sw(object):
    v = 'class'
def hot(o, n):
    s = 0
    for i in xrange(n):
        s += len(o.v)
        if i == n // 2: o.__dict__ = {'v': 'longer'}
        if i == n - 5: o.__dict__['v'] = 'xx'
        if i == n - 3: del o.__dict__['v']
    return s
print hot(Sw(), 3000), hot(Sw(), 3000)
def hot2(n):
    r = 0
    o = Sw()
    for i in xrange(n):
        if i == 2000: Sw.__getattribute__ = lambda self, k: 'patched'
        if i == 2500: del Sw.__getattribute__
        if i == 2700: Sw.v = property(lambda s: 'propertied')
        r += len(o.v)
    return r
print hot2(3000)
class Slots(object):
    __slots__ = ('a', '__dict__')
s = Slots(); s.a = 1; s.b = 2; print s.__dict__; s.__dict__ = {'a': 'hidden', 'c': 3}; print s.a, s.c; del s.a; t(lambda: s.a); print vars(s)
import types
m = types.ModuleType('m'); m.x = 1; t(setattr, m, '__dict__', {}); t(delattr, m, '__dict__'); t(lambda: m.nope); m.__name__ = 5; t(lambda: m.nope); print m.__dict__['x']
def f(): pass
f.a = 1; f.__dict__ = {'b': 2}; t(lambda: f.a); print f.b; t(setattr, f, '__dict__', 5); t(delattr, f, '__dict__')
