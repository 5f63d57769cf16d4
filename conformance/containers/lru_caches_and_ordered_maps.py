# Containers that people write themselves: an LRU cache on a linked list, an ordered and a multi map, a trie, an interval
# map by bisect, a priority queue with deletion, a chained dict, sparse matrices on tuple keys, a bag, a ring, memoisation.
import heapq, bisect, functools, itertools, collections
class LRU(object):
    def __init__(self, size): self.size, self.map = size, {}; self.root = r = []; r[:] = [r, r, None, None]; self.hits = self.misses = 0
    def __getitem__(self, k):
        try: node = self.map[k]
        except KeyError: self.misses += 1; raise
        self.hits += 1; self._unlink(node); self._front(node); return node[3]
    def __setitem__(self, k, v):
        if k in self.map: n = self.map[k]; n[3] = v; self._unlink(n)
        else:
            n = self.map[k] = [None, None, k, v]
            if len(self.map) > self.size: last = self.root[0]; self._unlink(last); del self.map[last[2]]
        self._front(n)
    def _unlink(self, n): n[0][1], n[1][0] = n[1], n[0]
    def _front(self, n): n[0], n[1] = self.root, self.root[1]; n[0][1] = n[1][0] = n
    def __iter__(self):
        n = self.root[1]
        while n is not self.root: yield n[2]; n = n[1]
    def __len__(self): return len(self.map)
    def __contains__(self, k): return k in self.map
c = LRU(3)
for k in 'abcadbea':
    try: c[k]
    except KeyError, e: c[k] = ord(k)
print list(c), len(c), c.hits, c.misses, 'a' in c, 'c' in c, sorted(c, reverse=1), repr(c.root)[:12]
def memo(size):
    def deco(f):
        cache = LRU(size)
        @functools.wraps(f)
        def g(*a, **k):
            key = a + tuple(sorted(k.items()))
            try: return cache[key]
            except KeyError: r = cache[key] = f(*a, **k); return r
            except TypeError: return f(*a, **k)
        g.cache = cache; return g
    return deco
@memo(50)
def grid(m, n): return 1 if not m or not n else grid(m - 1, n) + grid(m, n=n - 1)
print grid(9, 9), grid.cache.hits > 20, len(grid.cache), grid.__name__
@memo(2)
def lists(x): return sorted(x)
print lists([3, 1]), lists((2, 1)), lists((2, 1)), lists.cache.hits
class Trie(dict):
    end = object()
    def __missing__(self, k): t = self[k] = type(self)(); return t
    def add(self, w): reduce(lambda t, ch: t[ch], w, self)[self.end] = True; return self
    def walk(self, pre=''):
        for k in sorted(k for k in self if k is not self.end): 
            for w in self[k].walk(pre + k): yield w
        if self.end in self: yield pre
    def find(self, pre):
        t = self
        for ch in pre:
            if ch not in t: return []
            t = t[ch]
        return list(t.walk(pre))
t = reduce(Trie.add, 'tea ten to inn in i t tent'.split(), Trie()); print list(t.walk()), t.find('te'), t.find('x'), t.find('inn'), len(t)
class Intervals(object):
    def __init__(self, default=None): self.keys, self.vals = [float('-inf')], [default]
    def __setitem__(self, s, v):
        lo = float('-inf') if s.start is None else s.start
        i, after = bisect.bisect_left(self.keys, lo), self[s.stop] if s.stop is not None else None
        j = len(self.keys) if s.stop is None else bisect.bisect_right(self.keys, s.stop)
        tail = [] if s.stop is None else [(s.stop, after)]
        new = zip(self.keys[:i], self.vals[:i]) + [(lo, v)] + tail + zip(self.keys[j:], self.vals[j:])
        self.keys, self.vals = map(list, zip(*[p for k, p in enumerate(new) if not k or new[k - 1][1] != p[1]]))
    def __getitem__(self, x): return self.vals[bisect.bisect_right(self.keys, x) - 1]
m = Intervals('-'); m[10:20] = 'a'; m[15:30] = 'b'; m[12:13] = 'c'; print ''.join(m[x] for x in range(8, 32)), m.keys; m[5:40] = '-'; print m.keys, m.vals; m[:3] = 'low'; m[7:] = 'high'; print zip(m.keys, m.vals)
class PQ(object):
    def __init__(self): self.h, self.entry, self.n = [], {}, itertools.count()
    def push(self, x, p=0):
        if x in self.entry: self.entry.pop(x)[-1] = None
        e = self.entry[x] = [p, next(self.n), x]; heapq.heappush(self.h, e)
    def __iter__(self): return self
    def next(self):
        while self.h:
            p, _, x = heapq.heappop(self.h)
            if x is not None: del self.entry[x]; return x, p
        raise StopIteration
q = PQ()
for i, w in enumerate('one two three four one two'.split()): q.push(w, -i if i % 2 else i)
print list(q), q.h, q.entry
class Chain(collections.Mapping):
    def __init__(self, *maps): self.maps = list(maps)
    def __getitem__(self, k):
        for m in self.maps:
            if k in m: return m[k]
        raise KeyError(k)
    def __iter__(self): return iter(sorted(set().union(*self.maps)))
    def __len__(self): return len(set().union(*self.maps))
    def __getattr__(self, n): return self[n]
ch = Chain({'a': 1}, {'a': 2, 'b': 3}, collections.OrderedDict(z=0)); print dict(ch) == {'a': 1, 'b': 3, 'z': 0}, ch.items(), ch.get('q', 5), 'b' in ch, ch == dict(ch), ch != {}, ch.z, list(ch.itervalues()), ch.keys() 
try: ch.nix
except KeyError, e: print 'KeyError', e
try: hash(ch)
except TypeError, e: print e
class Multi(collections.MutableMapping):
    def __init__(self, *a, **k): self.d = collections.OrderedDict(); self.update(*a, **k)
    def __setitem__(self, k, v): self.d.setdefault(k, []).append(v)
    def __getitem__(self, k): return self.d[k][-1]
    def __delitem__(self, k):
        self.d[k].pop()
        if not self.d[k]: del self.d[k]
    def __iter__(self): return iter(self.d)
    def __len__(self): return sum(map(len, self.d.values()))
mm = Multi([('x', 1), ('y', 2), ('x', 3)], z=9); print mm.items(), len(mm), mm.pop('x'), mm['x'], mm.setdefault('w', 4), mm.popitem(), list(mm), mm.pop('none', 0), Multi(mm).items(); mm.clear(); print len(mm), bool(mm)
class Ring(collections.Sequence):
    def __init__(self, xs): self.xs = tuple(xs)
    def __len__(self): return len(self.xs)
    def __getitem__(self, i): return Ring(self[j] for j in range(*i.indices(2 * len(self)))) if isinstance(i, slice) else self.xs[i % len(self.xs)] if -99 < i < len(self.xs) + (i > 50) else self.xs[5:][0]
r = Ring('abc'); print list(r), r[-7], r.index('b'), r.count('a'), 'c' in r, list(reversed(r)), ''.join(r[1:5] if 0 else r[0:3])
class Bag(collections.Set):
    def __init__(self, xs=()): self.c = collections.Counter(xs)
    __contains__ = lambda s, x: s.c[x] > 0; __iter__ = lambda s: iter(sorted(s.c)); __len__ = lambda s: len(s.c)
    __repr__ = lambda s: 'Bag(%s)' % ''.join(s)
a, b = Bag('hello'), Bag('world'); print a & b, a | b, a - b, a ^ b, a & 'lol', a < b, Bag('lo') <= a, a == Bag('oleh'), a.isdisjoint('xyz'), a != b
class Sparse(collections.defaultdict):
    def __init__(self, d=()): super(Sparse, self).__init__(int, d)
    def __mul__(self, o):
        rows = collections.defaultdict(list); out = Sparse()
        for (k, j), v in o.iteritems(): rows[k].append((j, v))
        for (i, k), v in self.iteritems():
            for j, w in rows.get(k, ()): out[i, j] += v * w
        return out
s = Sparse({(0, 0): 1, (0, 1): 1, (1, 0): 1}); f = reduce(Sparse.__mul__, [s] * 40); print sorted(f.items()), f[5, 5], len(f), f.get((7, 7))
