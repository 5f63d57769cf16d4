# OrderedDict, Counter, namedtuple and the abstract classes of collections.
import collections
import copy
import pickle
from collections import OrderedDict as OD, Counter, namedtuple

od = OD([('b', 1), ('a', 2)], c=3)
od['b'] = 9
del od['a']
od['a'] = 4
print od, od.keys(), od.popitem(), od.popitem(last=False), od, list(reversed(od)), od == {'c': 3}, OD([(1, 1), (2, 2)]) == OD([(2, 2), (1, 1)]), OD([(1, 1), (2, 2)]) == {2: 2, 1: 1}
od['self'] = od
print od
del od['self']
for f in (lambda: OD(1), lambda: OD([1]), lambda: OD([], []), lambda: OD().popitem(), lambda: od.pop('zz'), lambda: od.pop('zz', 5), lambda: od.setdefault('q'), lambda: od.fromkeys('xy', 1), lambda: od.copy() is od, lambda: OD.update(), lambda: od.update(1), lambda: od.__reduce__()[0], lambda: OD(self=1, dict=2), lambda: od.viewkeys(), lambda: cmp(od, od)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
e = copy.deepcopy(od)
print e == od, pickle.loads(pickle.dumps(od, 2)), copy.copy(od), repr(OD()), type(od.fromkeys([])).__name__
try:
    for k in od:
        del od[k]
    print 'no complaint', od
except Exception as x:
    print type(x).__name__, x
c = Counter('abracadabra')
print c, c.most_common(2), c['z'], sorted(c.elements()), c.most_common() == c.most_common(99), sum(c.values())
d = Counter(a=1, b=-2, z=0)
print c + d, c - d, c & d, c | d, d + Counter(), sorted(d.items()), Counter([1, 1L, 1.0, True]), Counter({'x': 2}) == {'x': 2}
c.update('aaa'); c.subtract({'a': 20}); c.update(q=2); del c['nothing']
print sorted(c.items()), repr(Counter()), Counter(None), list(Counter(a=-1).elements()), Counter.__missing__(c, 1)
for f in (lambda: Counter.fromkeys('a'), lambda: Counter(1), lambda: Counter(1, 2), lambda: c + 1, lambda: c.update(5), lambda: Counter([[]]), lambda: Counter(a='x').most_common(), lambda: c.subtract()):
    try:
        print f()
    except Exception as x:
        print type(x).__name__, x
P = namedtuple('Point', 'x y')
Point = P
p = P(1, y=2)
print p, p.x, p[1], p._replace(x=5), p._asdict(), P._fields, P._make([3, 4]), p == (1, 2), P.__doc__, P.x.__doc__, p.__getnewargs__(), repr(P.__mro__), hash(p) == hash((1, 2)), p + (3,), vars(p)
for args in (('A', 'a a'), ('A', '1a'), ('A', '_a'), ('A', 'class'), ('class', 'a'), ('A b', 'x'), ('A', 'a-b'), ('A', ['x', 3]), ('A', '')):
    try:
        print args, namedtuple(*args)._fields, namedtuple(*args)
    except Exception as x:
        print args, type(x).__name__, x
print namedtuple('R', 'a class a _b 1', rename=True)._fields
for f in (lambda: P(1), lambda: P(1, 2, 3), lambda: P(1, x=2), lambda: p._replace(z=1), lambda: P._make([1]), lambda: setattr(p, 'x', 1), lambda: setattr(p, 'q', 1), lambda: p.z):
    try:
        print f()
    except Exception as x:
        print type(x).__name__, x


class Sub(namedtuple('Base', 'a')):
    def double(self):
        return self._replace(a=self.a * 2)


print Sub(3).double(), pickle.loads(pickle.dumps(p, 2)) == p, copy.copy(Sub(1))


class S(collections.MutableSequence):
    def __init__(self, it=()): self.d = list(it)
    def __getitem__(self, i): return self.d[i]
    def __setitem__(self, i, v): self.d[i] = v
    def __delitem__(self, i): del self.d[i]
    def __len__(self): return len(self.d)
    def insert(self, i, v): self.d.insert(i, v)


s = S('hello')
s += 'xy'; s.reverse(); s.remove('l'); s.extend([1]); s.append(2)
print s.d, s.pop(), s.index('h'), s.count('l'), 'o' in s, list(reversed(s)), isinstance([], collections.MutableSequence), isinstance('', collections.Sequence), issubclass(dict, collections.Mapping)


class T(collections.Set):
    def __init__(self, it): self.d = sorted(set(it))
    def __contains__(self, x): return x in self.d
    def __iter__(self): return iter(self.d)
    def __len__(self): return len(self.d)


a, b = T([1, 2, 3]), T([2, 3, 4])
print list(a & b), list(a | b), list(a - b), list(a ^ b), a <= b, T([2]) < a, a == T([3, 2, 1]), a.isdisjoint([9]), a._hash() == hash(frozenset([1, 2, 3])), list(a & [1]), a != b, a > T([])
for name in ('Hashable', 'Iterable', 'Iterator', 'Sized', 'Container', 'Callable'):
    abc = getattr(collections, name)
    print name, [isinstance(x, abc) for x in (1, 'a', [], {}, iter([]), len, (i for i in []), object)], sorted(abc.__abstractmethods__)
n = 0
lru = OD()
for i in xrange(6000):
    k = i * i % 37
    if k in lru:
        v = lru.pop(k)
        n += 1
    lru[k] = i
    if len(lru) > 11:
        lru.popitem(last=False)
print n, lru.items()[:3]
