# Every form of call with * and **: odd mappings and iterables, duplicates, order of evaluation, messages for functions, methods, classes and builtins.
def t(f):
    try: print repr(f()).split(' at 0x')[0],
    except Exception as e: print type(e).__name__ + ':', str(e).split(' at 0x')[0], '|',
def f0(): return 'f0'
def f1(a): return a
def f2(a, b=2): return a, b
def f3(a, b=2, *c, **d): return a, b, c, sorted(d.items())
def fk(**k): return sorted(k.items())
def fs(*a): return a
class C(object):
    def __init__(self, a, b=2): self.v = a, b
    def m(self, x, y=1): return x, y
    @staticmethod
    def s(x): return x
    @classmethod
    def c(cls, x): return x
    def __call__(self, *a, **k): return 'call', a, k
class O:
    def __init__(self, a): self.v = a
    def m(self, x): return x
class NoInit(object): pass
class ONoInit: pass
class NewOnly(object):
    def __new__(cls, a): return object.__new__(cls)
class It(object):
    def __init__(self, *a): self.a = a
    def __iter__(self): return iter(self.a)
class BadIt(object):
    def __iter__(self): raise KeyError('iter')
class BadNext(object):
    def __iter__(self):
        yield 1
        raise ValueError('next')
class TE(object):
    def __iter__(self): raise TypeError('own type error')
class Map(object):
    def __init__(self, **k): self.k = k
    def keys(self): return self.k.keys()
    def __getitem__(self, n): return self.k[n]
class BadMap(object):
    def keys(self): raise AttributeError('keys')
class BadMap2(object):
    def keys(self): return ['a']
    def __getitem__(self, k): raise KeyError('item')
class IntKeys(object):
    def keys(self): return [1]
    def __getitem__(self, k): return k
class DS(dict):
    def keys(self): return ['never']
    def __getitem__(self, k): return 'never'
    def __iter__(self): return iter(['never'])
targets = [f0, f1, f2, f3, fk, fs, C, C(1).m, C.m, C.s, C.c, C(1), O, O(1).m, O.m, NoInit, ONoInit, NewOnly, lambda x: x, lambda: 0, len, int, dict, [].append, str.join, 'a'.join, list, object, max, 5, None, ValueError, type, sorted, isinstance]
names = 'f0 f1 f2 f3 fk fs C C().m C.m C.s C.c C() O O().m O.m NoInit ONoInit NewOnly lambda lambda0 len int dict append str.join join list object max 5 None ValueError type sorted isinstance'.split()
for n, g in zip(names, targets):
    print n, ':',
    for h in [lambda: g(), lambda: g(1), lambda: g(1, 2), lambda: g(1, 2, 3), lambda: g(1, 2, 3, 4), lambda: g(a=1), lambda: g(1, a=2), lambda: g(1, b=3), lambda: g(x=1), lambda: g(1, x=2), lambda: g(1, zzz=2), lambda: g(*[1]), lambda: g(*(1, 2), **{'b': 5}), lambda: g(*[1], **{'x': 5}), lambda: g(**{'a': 1}), lambda: g(**{}), lambda: g(*()), lambda: g('x', *['y']), lambda: g(**{'': 1}), lambda: g(**{'a b': 1}), lambda: g(C(1), 2), lambda: g(O(1), 2), lambda: g(*range(20))]:
        if g is ONoInit or g is type: continue
        t(h)
    print
for g, n in [(f3, 'f3'), (fk, 'fk'), (len, 'len'), (C, 'C'), (dict, 'dict'), (int, 'int'), (5, '5'), (C(1).m, 'm'), (O, 'O')]:
    print n, ':',
    for h in [lambda: g(*5), lambda: g(*None), lambda: g(*It(1, 2)), lambda: g(*BadIt()), lambda: g(*BadNext()), lambda: g(*TE()), lambda: g(*'ab'), lambda: g(*{'k': 1}), lambda: g(*(i for i in (1, 2))), lambda: g(**5), lambda: g(**None), lambda: g(**Map(a=1)), lambda: g(**BadMap()), lambda: g(**BadMap2()), lambda: g(**IntKeys()), lambda: g(**{1: 2}), lambda: g(**{None: 2}), lambda: g(**DS(a=1)), lambda: g(**[('a', 1)]), lambda: g(a=1, **{'a': 2}), lambda: g(a=1, **{u'a': 2}), lambda: g(1, **{'a': 2}), lambda: g(*(1,), **{'a': 2}), lambda: g(b=1, *(1,)), lambda: g(b=1, *(1, 2)), lambda: g(1, b=2, *(3,), **{'c': 4}), lambda: g(self=1), lambda: g(**{u'\xe9': 1}), lambda: g(*[1] * 30, **dict(('k%d' % i, i) for i in range(3)))]: t(h)
    print
log = []
def L(x): log.append(x); return x
def LF(): log.append('f'); return fs and (lambda *a, **k: (a, sorted(k.items())))
print LF()(L(1), L(2), x=L(3), *L([4]), **L({'y': 5})), log; del log[:]
try: L(5)(L(1), *L(None))
except TypeError as e: print e, log
del log[:]
class Sub(object):
    def __getattr__(self, n): log.append('attr ' + n); return lambda *a: a
print Sub().foo(L(1), *[L(2)]), log; del log[:]
def mutate(l, d): l.append(1); d['z'] = 1; return l, d
l = [1]; d = {'a': 1}
def keep(*a, **k): return a, k
a, k = keep(*l, **d); k['q'] = 1; print l, d, a
tup = (1, 2); print keep(*tup)[0] is tup, fs(*tup) is tup, fs(*()) is ()
for s in ['f(a=1, 2)', 'f(*a, 1)', 'f(*a, *b)', 'f(**a, *b)', 'f(**a, b=1)', 'f(**a, **b)', 'f(a=1, a=2)', 'f(1=2)', 'f(a.b=2)', 'f(a for a in b, 1)', 'f(1, a for a in b)', 'f(a for a in b)', 'f(lambda: 1=2)', 'f(None=1)', 'f(print=1)', 'f(a, b=1, *c, **d)', 'f(a, *b, c=1)', 'f(*b, c=1)', 'f(*b, c=1, **d)', 'f(*b, c)', 'f(a=(yield))', 'f(*)', 'f(**)', 'f(,)', 'f(a,)', 'f(*a,)', 'f(**a,)', 'f((a)=1)', 'f(a=1,)', 'f(' + ','.join('a%d' % i for i in range(256)) + ')', 'f(' + ','.join('a%d=1' % i for i in range(256)) + ')', 'def f(a, a): pass', 'def f(a, *a): pass', 'def f(a=1, b): pass', 'def f(*a, b): pass', 'def f(**a, b): pass', 'def f(*a, **a): pass', 'def f(None): pass', 'def f(a, *, b): pass', 'lambda a=1, b: 1', 'def f(a=yield): pass', 'def f(' + ','.join('a%d' % i for i in range(256)) + '): pass']:
    try: compile(s, '', 'exec'); print 'fine',
    except SyntaxError as e: print e.msg, '|',
print
