# heapq, bisect and sets: results with keys, mixed and unorderable items, immutable and temporary sets, errors.
import warnings; warnings.simplefilter('ignore')
import heapq, bisect, sets, itertools
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
for l in ([], [3], [5, 1, 4, 1, 5, 9, 2, 6], list('hello'), [1.5, 2, True, 'x', None, ()], range(20, 0, -3)):
    h = l[:]; heapq.heapify(h); print h, heapq.nlargest(3, l), heapq.nsmallest(3, l), heapq.nlargest(2, l, str), heapq.nsmallest(2, l, key=repr), heapq.nsmallest(0, l), heapq.nlargest(99, l), [heapq.heappop(h) for i in range(len(h))]
h = []; [heapq.heappush(h, x) for x in (5, 2, 8, 1)]; print h, heapq.heappushpop(h, 0), heapq.heappushpop(h, 9), heapq.heapreplace(h, 3), h, heapq.heappushpop([], 1), list(heapq.merge([1, 4], [2, 3], [], (0, 9))), heapq._heappop_max([3, 2, 1]) if hasattr(heapq, '_heappop_max') else ''
t(heapq.heappop, []); t(heapq.heapreplace, [], 1); t(heapq.heapify, (1, 2)); t(heapq.heappush, 5, 1); t(heapq.nlargest, 'x', [1]); t(heapq.nlargest, 1, 5); t(heapq.nsmallest, -1, [1]); t(list, heapq.merge([1], 5)); t(heapq.heappush, []); t(heapq.nlargest, 1, [1], 5)
class C(object):
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __repr__(self): return 'C%d' % self.n
class Le(object):
    def __init__(self, n): self.n = n
    def __repr__(self): return 'L%d' % self.n
    def __le__(self, o): return self.n <= o.n
for k in C, Le: h = [k(i) for i in (3, 1, 2)]; heapq.heapify(h); print [heapq.heappop(h) for i in range(3)]
l = [1, 2, 2, 2, 5]
for x in (0, 2, 3, 5, 9, 2.0, 'a', None): print x, bisect.bisect(l, x), bisect.bisect_left(l, x), bisect.bisect_right(l, x, 1, 3), bisect.bisect_left(l, x, lo=2),
print; bisect.insort(l, 3); bisect.insort_left(l, 2); bisect.insort_right(l, 0, 1, 2); print l; t(bisect.bisect, l, 1, -1); t(bisect.bisect, 5, 1); t(bisect.insort, (1,), 1); t(bisect.bisect, l, 1, 0, 99); t(bisect.bisect, l); t(bisect.insort, [], 1, 5); t(bisect.bisect, 'abc', 'b'); class_ = 0
class L(list):
    def insert(self, i, x): print 'insert', i, x; list.insert(self, i, x)
bisect.insort(L([1, 3]), 2)
S, I = sets.Set, sets.ImmutableSet; a, b = S([1, 2, 3]), S('23') | S([2, 3]); print a, b & a, a | b, a - b, a ^ b, len(a), 2 in a, a == S([3, 2, 1]), a < S(range(9)), a >= S([1]), a.issubset(b), a.issuperset([1]) if 0 else '', a.union([9]), a.copy() is a, repr(I('a')), hash(I([1])) == hash(I([1])), I(['x']) in S([S(['x'])]), cmp(1, 2)
t(hash, a); t(lambda: a < 5); t(lambda: a | [1]); t(lambda: cmp(a, b)); t(S, 5); t(a.remove, 99); t(S().pop); t(a.add, []); t(S, [[]]); a.discard(99); a.add(4); a.update([5]); a.remove(1); a &= S([2, 4, 5]); a |= S([7]); a -= S([2]); a ^= S([7, 8]); print a, a.pop() in (4, 5, 8), sets.BaseSet.__mro__[1].__name__; t(sets.BaseSet); t(lambda: I([1]).add(2)); a.clear(); print a, a.difference_update([1]), a.symmetric_difference_update([3]), a.intersection_update([3, 4]), a, S([I([1])])
