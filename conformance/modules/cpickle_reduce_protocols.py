# What __reduce__, __reduce_ex__, __getstate__, __getnewargs__ and __getinitargs__ may return, and the bytes.
import cPickle, pickle, copy, copy_reg

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
def make(*a): return ('made', a)
class Box(object):
    def __init__(self, *a): self.items, self.state = list(a), None
    def append(self, x): self.items.append(x)
    def extend(self, x): self.items.extend(x)
    def __setitem__(self, k, v): self.items.append((k, v))
    def __setstate__(self, s): self.state = s
    def __repr__(self): return 'Box(%r, %r)' % (self.items, self.state)
# Written down as text, so that nobody else holds the parts: what is held is remembered in the pickle.
results = """'make'
'nowhere'
u'make'
''
5
None
()
(make,)
(make, ())
(make, (1, 2))
(make, None)
(make, [1])
(5, ())
(make, (), None)
(make, (), {'a': 1})
(Box, (1,), 'state')
(Box, (1,), None, iter([2, 3]))
(Box, (1,), None, [2])
(Box, (), None, None, iter([(1, 2)]))
(Box, (), None, None, iter([1]))
(Box, (), 's', iter(range(3)), iter([('k', 'v')]))
(Box, (), None, None, None)
(Box, (), 1, 2, 3, 4)
(Box, (), None, 5)
(Box, (), None, None, 5)
[make, ()]
(copy_reg.__newobj__, (Box,))
(copy_reg.__newobj__, ())
(copy_reg.__newobj__, (5,))
(copy_reg.__newobj__, (int, 5))""".split('\n')
class Text(object):
    def __init__(self, r): self.r = r
    def __reduce__(self): return eval(self.r)
for r in results:
    print r
    for proto in 0, 1, 2:
        try:
            s = cPickle.dumps(Text(r), proto)
            print proto, repr(s)
            t(cPickle.loads, s)
        except Exception as e:
            print proto, type(e).__name__, str(e).split(' object at 0x')[0].split('<function')[0].split('<__main__')[0]
class Ex(object):
    def __reduce_ex__(self, p): return make, (p,)
for p in 0, 1, 2:
    t(lambda: cPickle.loads(cPickle.dumps(Ex(), p)))
    t(lambda: pickle.loads(pickle.dumps(Ex(), p)))
class State(object):
    def __init__(self): self.x = 1
    def __getstate__(self): return self.s
    def __repr__(self): return 'State(%r)' % sorted(self.__dict__.items())
class Slots(object):
    __slots__ = 'a', 'b'
    def __repr__(self): return 'Slots(%r)' % [(n, getattr(self, n)) for n in self.__slots__ if hasattr(self, n)]
class Both(Slots):
    pass
for s in (None, {}, {'y': 2}, 0, 5, 'abc', (), ({'a': 1}, {'b': 2}), (None, {'c': 3}), ({'a': 1}, None), {1: 2}, {u'u': 1}):
    o = State()
    State.s = s
    for p in 0, 2:
        t(lambda: cPickle.loads(cPickle.dumps(o, p)))
o = Slots(); o.a = 1
for p in 0, 1, 2:
    t(lambda: cPickle.loads(cPickle.dumps(o, p)))
o = Both(); o.b = 2; o.c = 3
t(lambda: sorted(cPickle.loads(cPickle.dumps(o, 2)).__dict__.items()))
class NewArgs(object):
    def __new__(cls, *a): o = object.__new__(cls); o.a = a; return o
    def __getnewargs__(self): return self.n
for n in ((), (1,), ('x', 2), [1], None, 5):
    NewArgs.n = n
    t(lambda: cPickle.loads(cPickle.dumps(NewArgs('q'), 2)).a)
class Init:
    def __init__(self, *a): self.a = a
    def __getinitargs__(self): return self.n
for n in ((), (1,), [1, 2], None, 5, 'ab'):
    Init.n = n
    for p in 0, 1, 2:
        t(lambda: cPickle.loads(cPickle.dumps(Init('q'), p)).a)
class I2(int): pass
class L2(list): pass
class D2(dict): pass
class S2(str): pass
for v in (I2(5), L2([1, 2]), D2({1: 2}), S2('x')):
    v.extra = 'e'
    for p in 0, 1, 2:
        s = cPickle.dumps(v, p)
        w = cPickle.loads(s)
        print p, repr(s), w, type(w).__name__, w.extra
copy_reg.pickle(complex, lambda c: (make, (c.real, c.imag)))
t(lambda: cPickle.loads(cPickle.dumps(1 + 2j)))
t(copy_reg.pickle, complex, 5)
t(copy_reg.constructor, 5)
