# bisect and heapq on sequences of one's own: which methods are asked in which order, errors in the middle, bounds.
import bisect, heapq
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
class Seq(object):
    def __init__(self, items): self.items = items
    def __len__(self): print 'len', ; return len(self.items)
    def __getitem__(self, i): print 'get', i, ; return self.items[i]
    def insert(self, i, v): print 'insert', i, v,; self.items.insert(i, v)
class K(object):
    log = []
    def __init__(self, v): self.v = v
    def __lt__(self, o): K.log.append('%s<%s' % (self.v, o.v)); return self.v < o.v
    def __repr__(self): return 'K%s' % self.v
for f in (bisect.bisect, bisect.bisect_left, bisect.bisect_right, bisect.insort, bisect.insort_left, bisect.insort_right):
    s = Seq([1, 3, 3, 5]); t(f, s, 3); print s.items
    K.log[:] = []; l = [K(1), K(3), K(3), K(9)]; t(f, l, K(3)); print K.log, l
    t(f, [1, 2, 3], 2, 1); t(f, [1, 2, 3], 2, 0, 1); t(f, [1, 2, 3], 2, -1); t(f, [1, 2, 3], 2, 5); t(f, [1, 2, 3], 2, 0, 5); t(f, [1, 2], 2, hi=1); t(f, a=[1], x=2); t(f, [1], 2, lo=0, hi=None); t(f, [1], 2, lo=None); t(f, [1]); t(f, 5, 1); t(f, (1, 2), 1); t(f, 'abc', 'b'); t(f, {0: 1}, 1); t(f, [1], 2, 2**70); t(f, [3, 'a', None], 2)
class L(list):
    def insert(self, i, v): print 'L.insert', i, v; list.insert(self, i, v)
    def append(self, v): print 'L.append', v; list.append(self, v)
    def pop(self, *a): print 'L.pop', a; return list.pop(self, *a)
    def __setitem__(self, i, v): print 'L.set', i, v; list.__setitem__(self, i, v)
    def __getitem__(self, i): print 'L.get', i; return list.__getitem__(self, i)
l = L([1, 3]); bisect.insort(l, 2); print list(l)
h = L([]); 
for v in (3, 1, 2): heapq.heappush(h, v)
print list(h), heapq.heappop(h), heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), list(h)
for f, a in ((heapq.heappush, ((), 1)), (heapq.heappop, ([],)), (heapq.heappop, ((),)), (heapq.heapreplace, ([], 1)), (heapq.heappushpop, ([], 1)), (heapq.heapify, ((),)), (heapq.heapify, (5,)), (heapq.nlargest, (2, [1, 3, 2])), (heapq.nsmallest, (2, [1, 3, 2])), (heapq.nlargest, (0, [1])), (heapq.nsmallest, (-1, [1])), (heapq.nlargest, (5, 'abc')), (heapq.nsmallest, ('x', [1])), (heapq.nlargest, (2, 5)), (heapq.heappush, ([1],)), (heapq.nsmallest, (1, [1, 'a', None]))): t(f, *a)
t(heapq.nlargest, 2, ['aaa', 'b', 'cc'], key=len); t(heapq.nsmallest, 1, [], key=len); t(heapq.nsmallest, 2, [3, 1], key=lambda x: 1 / 0); t(heapq.nlargest, 1, [1, 2, 2.0, 1L]); t(heapq.nsmallest, 3, [2, True, 1, 1.0])
class Cnt(object):
    def __init__(self, v): self.v = v
    def __le__(self, o): K.log.append('le'); return self.v <= o.v
K.log[:] = []; hh = [Cnt(3), Cnt(1), Cnt(2)]; heapq.heapify(hh); print [c.v for c in hh], K.log
class Bad(object):
    def __init__(self, v): self.v = v
    def __lt__(self, o):
        if self.v == 2: raise ValueError('two')
        return self.v < o.v
    def __repr__(self): return 'B%d' % self.v
hb = [Bad(5), Bad(2), Bad(1), Bad(4)]; t(heapq.heapify, hb); print hb; t(heapq.heappush, hb, Bad(2)); print hb
class Shrink(object):
    def __init__(self, l, v): self.l, self.v = l, v
    def __lt__(self, o): del self.l[:]; return False
hs = []; hs.extend([Shrink(hs, i) for i in range(5)]); t(heapq.heapify, hs); print len(hs)
hs = []; hs.extend([Shrink(hs, i) for i in range(5)]); t(heapq.heappop, hs); print len(hs)
print list(heapq.merge([1, 4], [2, 3], [], [0, 9])), list(heapq.merge()), list(heapq.merge('ac', 'b')); m = heapq.merge([1, 2], [0, 'x']); print next(m), next(m), next(m), next(m); t(lambda: list(heapq.merge([1], 5)))
