# _heapq: lists of subclasses, keys that compare in odd ways, heaps changed while compared, merges and n best with every argument; old Python versions beside.
import _heapq, heapq, sys
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print f.__name__, type(e).__name__, e
    else: print f.__name__, repr(r)[:120]
class L(list):
    def __getitem__(self, i): print 'getitem', i,; return list.__getitem__(self, i)
    def __setitem__(self, i, v): print 'setitem', i,; list.__setitem__(self, i, v)
    def append(self, v): print 'append',; list.append(self, v)
    def pop(self, *a): print 'pop',; return list.pop(self, *a)
    def __len__(self): print 'len',; return list.__len__(self)
l = L([5, 1, 4, 2]); t(_heapq.heapify, l); t(_heapq.heappush, l, 0); t(_heapq.heappop, l); t(_heapq.heapreplace, l, 9); t(_heapq.heappushpop, l, -1); t(_heapq.heappushpop, l, 3); print list(l)
for f in (_heapq.heapify, _heapq.heappop): t(f); t(f, 5); t(f, (1, 2)); t(f, None); t(f, 'ab'); t(f, {}); t(f, [], 1); t(f, heap=[]); t(f, [])
for f in (_heapq.heappush, _heapq.heapreplace, _heapq.heappushpop): t(f); t(f, [1]); t(f, 5, 1); t(f, (1,), 1); t(f, [], 1); t(f, [1], 2, 3); t(f, [3], item=1); t(f, None, None)
for f in (_heapq.nlargest, _heapq.nsmallest): t(f); t(f, 1); t(f, 'x', [1]); t(f, 2, 5); t(f, 1.5, [1]); t(f, None, []); t(f, -3, [1]); t(f, 0, [1]); t(f, 10, [3, 1, 2]); t(f, 2L, 'hello'); t(f, 2, [1], 3); t(f, 2 ** 70, [1]); t(f, 1, iter([])); t(f, True, [3, 4])
for f in (heapq.nlargest, heapq.nsmallest): t(f, 2, [3, -4, 1], abs); t(f, 2, [3, -4, 1], key=lambda x: -x); t(f, 1, [], len); t(f, 1, [1, 'a', None], key=None); t(f, 2, [1], key=5); t(f, 3, (x for x in 'bca'), key=ord); t(f, 1, [(1, 'b'), (1, 'a')], key=lambda p: p[0]); t(f, 0, [1], abs); t(f, 5, xrange(3), lambda x: x % 2); t(f, 2, 'abc', str.upper); t(f, 1, 5); t(f, 'x', [1, 2])
class K(object):
    def __init__(self, n): self.n = n
    def __repr__(self): return 'K%s' % self.n
class Lt(K):
    def __lt__(self, o): print '%s<%s' % (self.n, o.n),; return self.n < o.n
class Le(K):
    def __le__(self, o): print '%s<=%s' % (self.n, o.n),; return self.n <= o.n
class Cmp(K):
    def __cmp__(self, o): print '%s?%s' % (self.n, o.n),; return cmp(self.n, o.n)
class Old:
    def __init__(self, n): self.n = n
    def __lt__(self, o): print '%s<%s' % (self.n, o.n),; return self.n < o.n
    def __repr__(self): return 'Old%s' % self.n
class Ge(K):
    def __ge__(self, o): print '%s>=%s' % (self.n, o.n),; return self.n >= o.n
    def __gt__(self, o): print '%s>%s' % (self.n, o.n),; return self.n > o.n
for c in (Lt, Le, Cmp, Old):
    h = map(c, (4, 2, 5, 1)); t(_heapq.heapify, h); print h; t(_heapq.heappush, h, c(0)); t(_heapq.heappop, h); t(_heapq.heapreplace, h, c(3)); t(_heapq.heappushpop, h, c(7)); print h
    if c is not Le: t(_heapq.nsmallest, 2, h); t(_heapq.nlargest, 2, h); print h
h = map(Ge, (2, 1)); _heapq.heapify(h); print len(h)
class Bad(K):
    def __lt__(self, o): raise ValueError('no %s' % self.n)
for h in ([Bad(1), Bad(2), Bad(3)],): t(_heapq.heapify, h); print h; t(_heapq.heappush, h, Bad(4)); print h; t(_heapq.heappop, h); print h; t(_heapq.heapreplace, h, Bad(9)); print h; t(_heapq.heappushpop, h, Bad(8)); print h; t(_heapq.nlargest, 2, h); t(_heapq.nsmallest, 2, h)
class Shrink(K):
    def __lt__(self, o): del heap[:]; return True
class Grow(K):
    def __lt__(self, o): heap.append(Grow(0)); return False
for c in (Shrink, Grow):
    for f, a in ((_heapq.heapify, ()), (_heapq.heappush, (c(1),)), (_heapq.heappop, ()), (_heapq.heapreplace, (c(1),)), (_heapq.heappushpop, (c(1),))):
        heap = [c(i) for i in range(5)]; t(f, heap, *a); print len(heap)
t(lambda: list(heapq.merge([1, 4], (2, 3), 'a', []))); t(lambda: list(heapq.merge())); t(lambda: list(heapq.merge([1], 5))); t(lambda: next(heapq.merge([]))); t(lambda: list(heapq.merge([3, 1], [2]))); g = heapq.merge(iter([1]), iter([1])); print next(g), next(g), next(g, 'end'), next(g, 'end')
print [f.__name__ for f in (heapq.heappush, heapq.heappop, heapq.heapify, heapq.heapreplace, heapq.heappushpop)], heapq.heappush is _heapq.heappush, sorted(n for n in dir(_heapq) if n[0] != '_')
