# bisect and heapq: bounds, comparisons that raise or change the list, old-style items, C and Python ways.
import bisect, _bisect, heapq, _heapq, itertools
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
L = [1, 3, 3, 5, 9]
for f in (bisect.bisect, bisect.bisect_left, bisect.bisect_right):
    for x in (0, 1, 3, 4, 9, 10, None, 'x', 3.0, 1j):
        print f.__name__, x,
        t(f, L, x)
    for a in ((L, 3, 1), (L, 3, 3), (L, 3, 0, 2), (L, 3, 2, 1), (L, 3, -1), (L, 3, 0, 99), (L, 3, 99), (L, 3, 0, -1), (L, 3, 'x'), (L, 3, 1.0), (L, 3, None), (L, 3, 0, None), (L,), (), (5, 1), ({1: 2}, 1), ('ace', 'b'), ((1, 2, 3), 2), (xrange(10), 4), (L, 3, 0, 5, 6), (L, 3, 2L, 4L)): t(f, *a)
    t(f, a=L, x=3, lo=1, hi=2); t(f, a=L); t(f, L, 3, foo=1)
for f in (bisect.insort, bisect.insort_left, bisect.insort_right):
    l = list(L); t(f, l, 3); t(f, l, 0, 2); t(f, l, 'z'); print l; t(f, (1,), 2); t(f, l, 4, -1); t(f, 'abc', 'b'); t(f, l)
class Seq(object):
    def __init__(self): self.log = []
    def __len__(self): return 4
    def __getitem__(self, i): self.log.append(i); return i * 10
    def insert(self, i, x): self.log.append(('insert', i, x)); return 'ignored'
s = Seq(); print bisect.bisect(s, 15), s.log, bisect.insort(s, 25), s.log
class BadLen(Seq):
    def __len__(self): raise KeyError('len')
class BadItem(Seq):
    def __getitem__(self, i): raise KeyError(i)
class Huge(Seq):
    def __len__(self): return 2**62
t(bisect.bisect, BadLen(), 1); t(bisect.bisect, BadItem(), 1); s = Huge(); t(bisect.bisect, s, 10**12); print len(s.log)
class X(object):
    def __init__(self, n, log=[]): self.n = n
    def __lt__(self, o):
        if self.n == 13 or getattr(o, 'n', 0) == 13: raise ValueError('unlucky')
        return self.n < o.n
    def __repr__(self): return 'X%d' % self.n
class LE(object):
    def __init__(self, n): self.n = n
    def __le__(self, o): return self.n <= o.n
    def __repr__(self): return 'LE%d' % self.n
class Old:
    def __init__(self, n): self.n = n
    def __cmp__(self, o): return cmp(self.n, o.n)
    def __repr__(self): return 'O%d' % self.n
for C in (X, LE, Old, int):
    h = [C(n) for n in (5, 2, 8, 1, 9, 3, 7)]
    heapq.heapify(h); print h
    heapq.heappush(h, C(4)); print h, heapq.heappop(h), h, heapq.heapreplace(h, C(0)), h, heapq.heappushpop(h, C(6)), heapq.heappushpop(h, C(-1)), h
    if C is not LE: print heapq.nsmallest(3, h), heapq.nlargest(3, h), heapq.nsmallest(0, h), heapq.nlargest(-1, h), heapq.nsmallest(99, h), list(heapq.merge([C(1), C(4)], [C(2)], [], [C(3)]))
h = [X(3), X(4)]; t(heapq.heappush, h, X(13)); print h; t(heapq.heappop, h); print h; h = [X(13), X(2), X(1)]; t(heapq.heapify, h); print h
for f in (heapq.heappush, heapq.heappop, heapq.heapify, heapq.heapreplace, heapq.heappushpop):
    for a in ((), (3,), ((1, 2),), ([],), (3, 4), ([], 4), ((1,), 2), ([1], 2, 3), ('ab',), ({},)): print f.__name__, t(f, *a)
for f in (heapq.nlargest, heapq.nsmallest):
    for a in ((), (1,), (2, [3, 1, 2]), ('x', [1]), (1.5, [1]), (2L, [1, 2]), (1, 5), (1, None), (2, iter('bca')), (2, {3: 1, 1: 2}), (2, [1j, 2]), (1, [1, 'a', None]), (None, [1])): print f.__name__, t(f, *a)
    t(f, 2, ['bb', 'a', 'ccc'], key=len); t(f, 2, ['bb', 'a', 'ccc'], len); t(f, 1, ['bb', 'a'], key=None); t(f, 5, [1, -2], abs); t(f, 1, [], key=len); t(f, 1, [1], key=len)
class Clears(object):
    def __init__(self, h): self.h = h
    def __lt__(self, o): del self.h[:]; return False
    def __le__(self, o): del self.h[:]; return True
h = []; h.extend([Clears(h) for i in range(5)])
for f in (heapq.heappop, heapq.heapify, lambda h: heapq.heappush(h, 1), lambda h: heapq.heapreplace(h, 3)):
    h = []; h.extend([Clears(h) for i in range(5)])
    try: f(h); print 'fine', len(h)
    except Exception as e: print type(e).__name__, len(h)
l = []; l.extend([Clears(l) for i in range(5)]); t(bisect.bisect_left, l, Clears(l))
print list(heapq.merge('ace', 'bdf')), list(heapq.merge()), list(heapq.merge([3, 1], [2])), sorted(n for n in dir(_heapq) if n[0] != '_'), sorted(n for n in dir(_bisect) if n[0] != '_'); t(list, heapq.merge([1], 3)); t(list, heapq.merge([1, 2], itertools.imap(lambda x: 1 / x, [1, 0])))
