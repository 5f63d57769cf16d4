# collections: abstract classes: what they check, mix in and refuse; ordered dicts, counters, named tuples at their edges.
import collections as C, pickle, copy
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
names = ('Hashable', 'Iterable', 'Iterator', 'Sized', 'Container', 'Callable', 'Set', 'MutableSet', 'Mapping', 'MutableMapping', 'MappingView', 'KeysView', 'ItemsView', 'ValuesView', 'Sequence', 'MutableSequence')
for o in (1, 'a', u'', (), [], {}, set(), frozenset(), len, iter([]), (x for x in ()), xrange(1), {}.viewkeys(), {}.viewitems(), {}.viewvalues(), C.deque(), buffer(''), C.OrderedDict(), object, type, None): print type(o).__name__, [n for n in names if isinstance(o, getattr(C, n))]
for n in names: t(getattr(C, n)); print sorted(getattr(C, n).__abstractmethods__)
class Sq(C.Sequence):
    def __init__(self, *a): self.a = a
    def __getitem__(self, i): return self.a[i]
    def __len__(self): return len(self.a)
s = Sq(1, 2, 2, 3); print list(s), list(reversed(s)), 2 in s, s.index(2), s.count(2), 9 in s; t(s.index, 9); t(hash, s) if 0 else None
class Ms(C.MutableSequence):
    def __init__(self, *a): self.a = list(a)
    def __getitem__(self, i): return self.a[i]
    def __setitem__(self, i, v): self.a[i] = v
    def __delitem__(self, i): del self.a[i]
    def __len__(self): return len(self.a)
    def insert(self, i, v): self.a.insert(i, v)
m = Ms(1, 2); m.append(3); m.extend([4, 5]); m.reverse(); m += [6]; print m.a, m.pop(), m.pop(0), m.a; m.remove(3); print m.a; t(m.remove, 99); t(Ms().pop)
class St(C.Set):
    def __init__(self, i=()): self.s = list(dict.fromkeys(i))
    def __iter__(self): return iter(sorted(self.s))
    def __contains__(self, x): return x in self.s
    def __len__(self): return len(self.s)
    def __repr__(self): return 'St%r' % (list(self),)
a, b = St([1, 2, 3]), St([2, 3, 4]); print a & b, a | b, a - b, a ^ b, a < b, a <= a, a == St([3, 2, 1]), a != b, a > St([1]), a >= b, a.isdisjoint([9]), a & [1], a | (7,), a._hash() == St([1, 2, 3])._hash(), a == set([1, 2, 3]), set([1]) | a if 0 else '', a < 5 if 0 else ''; t(lambda: a & 5); t(hash, a)
class Mst(St, C.MutableSet):
    def add(self, x): x in self.s or self.s.append(x)
    def discard(self, x): x in self.s and self.s.remove(x)
q = Mst('abc'); q.add('z'); q.remove('a'); t(q.remove, 'nope'); q |= ['y']; q &= ['y', 'z', 'b']; q -= ['b']; q ^= ['y', 'k']; print q, q.pop(), q.clear(), q; t(q.pop); q -= q
class Mm(C.MutableMapping):
    def __init__(self, *a, **k): self.d = {}; self.update(*a, **k)
    def __getitem__(self, k): return self.d[k]
    def __setitem__(self, k, v): self.d[k] = v
    def __delitem__(self, k): del self.d[k]
    def __iter__(self): return iter(sorted(self.d))
    def __len__(self): return len(self.d)
x = Mm({'a': 1}, b=2); print x.keys(), x.items(), x.values(), list(x.iterkeys()), list(x.itervalues()), list(x.iteritems()), x.get('zz', 5), 'a' in x, x == {'a': 1, 'b': 2}, x != {}, x.pop('a'), x.pop('zz', 'd'), x.setdefault('n', 1), x.popitem(), x.update([('p', 1)]), len(x); t(x.pop, 'zz'); t(x.update, 5); t(x.update, 1, 2); t(x.update, {}, self=5); x.clear(); t(x.popitem); t(hash, x); k = C.KeysView(Mm(a=1)); print len(k), 'a' in k, k & ['a'], list(C.ItemsView(Mm(a=1))), ('a', 1) in C.ItemsView(Mm(a=1)), 1 in C.ValuesView(Mm(a=1)), repr(k)[:9]
C.Sequence.register(C.deque); print isinstance(C.deque(), C.Sequence), issubclass(list, C.MutableSequence), issubclass(C.Mapping, C.Sized); t(issubclass, 5, C.Hashable); class_ = type('N', (object,), {'__hash__': None}); print isinstance(class_(), C.Hashable)
O = C.OrderedDict; o = O([('b', 1), ('a', 2)], c=3); print o, o.keys(), o.popitem(), o.popitem(last=False), o, list(reversed(o)), o == {'a': 2}, o == O([('a', 2)]), O([(1, 1), (2, 2)]) == O([(2, 2), (1, 1)]), o.copy(), O.fromkeys('xy', 0), pickle.loads(pickle.dumps(o)), copy.copy(o), o.setdefault('q', 1), o.pop('q'), o.pop('zz', 0), o.viewkeys(), eval(repr(o), {'OrderedDict': O}), O(), o.update(z=1), o; t(o.pop, 'zz'); t(O, 1, 2); t(O, 5); t(O().popitem); o['a'] = 9; del o['a']; o['a'] = 1; print o.items(); o['self'] = o; print o; t(O(self=1).keys)
N = C.Counter; n = N('abracadabra'); print n.most_common(2), n['zz'], sorted(n.elements())[:6], n + N('aaz'), n - N('aab'), n & N('ab'), n | N('zz'), N(a=-1) + N(), n.subtract('aaa'), n['a'], n.update({'q': 5}), sum(n.values()), N({'x': 0}), N([1, 1]), n.copy() == n, repr(N(b=2, a=2))[:9], N.__missing__(n, 1), pickle.loads(pickle.dumps(N('ab'))) == N('ba'); t(N.fromkeys, 'a'); t(N, 1, 2); t(N, 5); t(N().most_common, 'x') if 0 else None; del n['nope']; t(lambda: N() + 5); print N(), N(a=1).most_common(), N('ab').viewitems() == N('ba').viewitems()
P = C.namedtuple('P', 'x y'); p = P(1, y=2); print p, p._replace(x=5), p._asdict(), P._fields, P._make([7, 8]), p.x, p[1], p == (1, 2), pickle.loads(pickle.dumps(p)) if __name__ == '__main__' else '', repr(P.x)[:9], P.__doc__, p.__dict__, p + (3,), copy.deepcopy(p); t(P, 1); t(P, 1, 2, 3); t(p._replace, z=1); t(P._make, [1]); t(setattr, p, 'x', 1); t(setattr, p, 'q', 1)
for a in (('a b', 'x'), ('A', 'x x'), ('A', '_x'), ('A', 'class'), ('A', '1x'), ('class', 'x'), ('A', ''), ('A', ['x', 'y']), ('A', 'x,y'), ('A', 'x y!'), ('1A', 'x'), (u'U', u'x'), ('A', 5)): t(lambda: C.namedtuple(*a)._fields)
print C.namedtuple('R', 'x class _a x 1z ok', rename=True)._fields, 'class R' in str(C.namedtuple.__doc__), C.namedtuple('E', '')()
