# attrgetter, itemgetter, methodcaller: order of evaluation, nested names, errors midway, copies, subclass of str names.
import operator, copy, pickle
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
class Log(object):
    def __init__(self, name='r'): self.__dict__['name'] = name
    def __getattr__(self, n):
        if n.startswith('__'): raise AttributeError(n)
        print 'get', self.name, n
        if n == 'bad': raise KeyError('bad attribute')
        return Log(self.name + '.' + n)
    def __repr__(self): return '<%s>' % self.name
    def __getitem__(self, i):
        print 'item', i
        if i == 'bad': raise ValueError('bad item')
        return i
ag, ig, mc = operator.attrgetter, operator.itemgetter, operator.methodcaller
for names in (('a',), ('a.b.c',), ('a', 'b.c'), ('a', 'bad', 'c'), ('a.bad.c',), ('',), ('.',), ('a.',), ('.a',), (u'a',), (u'a.b',), ('a b',), ('a', 3), (None,), (u'\u20ac',)):
    try: g = ag(*names)
    except Exception as e: print 'made', type(e).__name__, e; continue
    t(g, Log())
t(ag); t(ag('a')); t(ag('a'), 1, 2); t(ag('a'), obj=Log()); t(ag, 'a', x=1); t(ag('real'), 5); t(ag('__class__.__name__'), 5); t(ag('nope'), 5); t(ag('real.nope.x'), 5)
for items in ((1,), ('x',), (1, 'bad', 2), (slice(1, 2),), (None,), (1, 1), ((1, 2),), ([],)):
    t(ig(*items), Log())
t(ig); t(ig(0)); t(ig(0), []); t(ig(0), 1, 2); t(ig, 0, x=1); t(ig('a'), {}); t(ig([]), {}); t(ig(5), 'abc'); t(ig(1, 5), 'abc'); t(ig(-1, 0), 'abc'); t(ig(slice(None)), 'abc'); t(ig('x'), 'abc'); t(ig(0), None); t(ig(True), [1, 2]); t(ig(1.0), [1, 2])
class M(object):
    def meth(self, *a, **k): return a, sorted(k.items())
    prop = property(lambda s: 5)
    @staticmethod
    def st(*a): return a
    @classmethod
    def cl(cls, *a): return cls.__name__, a
t(mc('meth'), M()); t(mc('meth', 1, 2, x=3), M()); t(mc('st', 1), M()); t(mc('cl', 1), M()); t(mc('prop'), M()); t(mc('nope'), M()); t(mc('meth', name=1), M()); t(mc('meth', 1)); t(mc('meth'), M(), 2); t(mc); t(mc(3), 'x'); t(mc, name='x'); t(mc(u'meth', 1), M()); t(mc('upper'), u'x'); t(mc('join', 'ab'), '-'); t(mc('__len__'), 'abc')
for g in (ag('a'), ig(1), mc('m')):
    print type(g), type(g).__module__, [n for n in dir(g) if n in ('__call__', '__reduce__', '__doc__', '__new__', 'attr', 'item', 'name')], bool(g), g == g, callable(g)
    for f in (copy.copy, copy.deepcopy, lambda x: pickle.dumps(x, 0), lambda x: pickle.dumps(x, 2)):
        try: print type(f(g)).__name__
        except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
    try: g.extra = 1
    except Exception as e: print type(e).__name__, e
    try: hash(g); print 'hashed'
    except Exception as e: print type(e).__name__, e
print sorted([('b', 2), ('a', 3), ('c', 1)], key=ig(1)), map(ag('imag'), [1j, 2]), max(['aa', 'b'], key=mc('__len__')), sorted('bca', key=mc('swapcase'), reverse=True)
