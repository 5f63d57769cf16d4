# sort, sorted, min, max, reversed, heapq and bisect over odd comparisons: cmp, key, reverse, stability, mixed types, exceptions half way, wrong arguments.
import random
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0],
    except Exception as e: print type(e).__name__ + ':', str(e), '|',
l = [3, 1, 2]
for a, k in [((), {}), ((None,), {}), ((cmp,), {}), ((None, None), {}), ((None, None, True), {}), ((None, None, 'x'), {}), ((None, None, 1, 2), {}), ((5,), {}), ((), {'cmp': cmp}), ((), {'key': None}), ((), {'key': 5}), ((), {'key': lambda: 1}), ((), {'reverse': None}), ((), {'reverse': 2}), ((), {'reverse': 1.5}), ((), {'foo': 1}), ((lambda a, b: 'x',), {}), ((lambda a, b: None,), {}), ((lambda a, b: 2.5,), {}), ((lambda a, b: 2**70,), {}), ((lambda a, b: -5L,), {}), ((lambda a, b: True,), {}), ((lambda a: 1,), {}), ((), {'key': len}), ((lambda a, b: b - a,), {'reverse': True}), ((lambda a, b: b - a,), {'key': lambda x: -x})]:
    c = l[:]; t(c.sort, *a, **k); print sorted(c) == [1, 2, 3], c if len(a) < 1 else '',; t(sorted, l, *a, **k)
    print
for a, k in [((), {}), ((1,), {}), ((1, 2), {}), (([],), {}), (([1],), {'key': None}), (([],), {'key': len}), ((1, 2), {'key': lambda x: -x}), ((1, 2), {'foo': 1}), (([1, 2],), {'key': 5}), (('abc',), {'key': ord}), ((None, 1), {}), (([[]],), {}), ((1, 'a'), {}), ((1.0, 1), {}), ((1, 1.0), {}), ((float('nan'), 1), {}), ((1, float('nan')), {}), ((1j,), {}), ((1j, 2j), {}), (({1: 2, 3: 4},), {}), ((iter([]),), {}), ((5, [1]), {}), (([2, 1], [1, 3]), {'key': max})]:
    t(min, *a, **k); t(max, *a, **k)
print
data = [(random.Random(5).randint(0, 9) if 0 else (i * 7919) % 10, i) for i in range(300)]
s = sorted(data, key=lambda p: p[0]); print all(s[i][0] < s[i + 1][0] or s[i][1] < s[i + 1][1] for i in range(299)), s[:3]
s = sorted(data, key=lambda p: p[0], reverse=True); print all(s[i][0] > s[i + 1][0] or s[i][1] < s[i + 1][1] for i in range(299)), s[:3]
s = sorted(data, cmp=lambda a, b: cmp(a[0], b[0]), reverse=1); print s[:3]; print sorted(data, cmp=lambda a, b: cmp(b, a))[:3]
print sorted([3, 'a', None, 2.5, (1,), [1], {}, u'b', True, 2**70, -1L, '', ()]), sorted([u'b', 'a', u'a', 'b', 'B']), sorted([1, 1.0, True, 1L]), sorted([0.0, -0.0, 0]), sorted('hello'), sorted({3: 1, 1: 2}), sorted(x for x in (2, 1))
n = [0]
class C(object):
    def __init__(self, v): self.v = v
    def __lt__(self, o): n[0] += 1; return self.v < o.v
    def __gt__(self, o): raise ValueError('gt is not used')
    def __cmp__(self, o): raise ValueError('cmp is not used')
    def __repr__(self): return 'C%r' % self.v
for k in (0, 1, 2, 3, 10, 63, 64, 65, 200):
    for seq in (range(k), range(k)[::-1], [(i * 7) % (k or 1) for i in range(k)], [1] * k, range(k // 2) * 2, range(k // 2) + range(k // 2)[::-1]):
        n[0] = 0; r = sorted(map(C, seq)); print n[0], [c.v for c in r] == sorted(seq),
print
for bad in (0, 1, 5, 20):
    cnt = [0]
    class B(object):
        def __init__(self, v): self.v = v
        def __lt__(self, o):
            cnt[0] += 1
            if cnt[0] > bad: raise KeyError(bad)
            return self.v < o.v
    l = [B((i * 7) % 11) for i in range(11)]; o = l[:]
    try: l.sort()
    except KeyError as e: print e, len(l), sorted(map(id, l)) == sorted(map(id, o)), [x.v for x in l],
print
class Only(object):
    def __init__(self, v): self.v = v
    def __gt__(self, o): return self.v > o.v
    def __repr__(self): return 'G%r' % self.v
print sorted([Only(3), Only(1), Only(2)]), max(Only(1), Only(3), Only(2)), min(Only(2), Only(1))
class Cm(object):
    def __init__(self, v): self.v = v
    def __cmp__(self, o): return cmp(self.v, o.v)
    def __repr__(self): return 'M%r' % self.v
class Old:
    def __init__(self, v): self.v = v
    def __cmp__(self, o): return cmp(self.v, getattr(o, 'v', o))
    def __repr__(self): return 'O%r' % self.v
class NI(object):
    def __init__(self, v): self.v = v
    def __lt__(self, o): return NotImplemented
    def __cmp__(self, o): return cmp(self.v, o.v)
    def __repr__(self): return 'N%r' % self.v
for c in (Cm, Old, NI): print sorted(map(c, [3, 1, 2])), max(map(c, [3, 1])), sorted(map(c, [1, 2]), reverse=True), map(c, [1, 2]) < map(c, [1, 3]), cmp((c(1),), (c(2),)),
print sorted([Old(2), 1, Old(0), 3])
class LS(list):
    def __lt__(self, o): return len(self) > len(o)
    def sort(self): return 'overridden'
    def __iter__(self): return iter([9, 8])
    def __len__(self): return 2
    def __getitem__(self, i): return 'item'
ls = LS([3, 1, 2]); print sorted(ls), ls.sort(), list.sort(ls), list.__repr__(ls), sorted([LS([1]), LS()]) and 1, list(reversed(ls)), max(ls)
x = [[2], [1]]; y = sorted(x); y[0].append(5); print x, [1, 2].sort(), [].sort(), sorted([]), sorted(()), sorted('') 
class RS(object):
    def __len__(self): return 3
    def __getitem__(self, i): return i * 10
class RM(object):
    def __reversed__(self): return 'rev'
class RB(object):
    def __getitem__(self, i): return i
class RO:
    def __len__(self): return 2
    def __getitem__(self, i): return i
for v in ([1, 2], (1, 2), 'ab', u'ab', xrange(3), RS(), RM(), RB(), RO(), {}, set(), 5, None, iter([]), bytearray('ab'), buffer('ab'), {1: 2}.viewkeys(), enumerate('a')):
    t(lambda: reversed(v) if isinstance(v, RM) else list(reversed(v)))
t(reversed); t(reversed, [1], 2); t(lambda: reversed([1]).__length_hint__()); t(lambda: list(reversed(xrange(2**62, 2**62 + 2)))); print
import heapq, bisect
h = [5, 1, 4]; heapq.heapify(h); print h, heapq.heappushpop(h, 0), heapq.heapreplace(h, 9), heapq.nsmallest(2, [3, 1, 2]), heapq.nlargest(2, [3, 1, 2], key=lambda x: -x), list(heapq.merge([1, 4], [2], [])),; t(heapq.heappop, []); t(heapq.heapify, (1,)); t(heapq.heappush, 5, 1); t(heapq.nsmallest, 'x', []); print
for f in (bisect.bisect, bisect.bisect_left, bisect.insort): t(f, [1, 3], 2); t(f, [1, 3], 3, 5); t(f, [1], 2, -1); t(f, [1, 2, 3], 2, 0, 1); t(f, 5, 1); t(f, [1], 2, 'a'); t(f, a=[1], x=0); t(f, [1, 'a', None], 2); print
