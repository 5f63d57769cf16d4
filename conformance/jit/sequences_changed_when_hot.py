# Hot loops over lists, tuples, dicts, strings and xranges that grow, shrink, change kinds of elements or become subclasses with other methods.
def hot(f, *a):
    r = None
    for _ in xrange(800): r = f(*a)
    return r
def total(s):
    t = 0
    for x in s: t += x
    return t
def index(s, i): return s[i]
def store(s, i, v): s[i] = v; return s
def length(s): return len(s)
def contains(s, x): return x in s
def unpack(s): a, b, c = s; return c, b, a
def sl(s): return s[1:3]
def add(a, b): return a + b
def meth(s, x): s.append(x); return s.pop()
def err(f, *a):
    try: return f(*a)
    except Exception as e: return '%s: %s' % (type(e).__name__, e)
class L(list):
    def __getitem__(self, i): return 'L[%r]' % (i,)
    def __len__(self): return 100
    def __iter__(self): return iter([50, 60])
    def __contains__(self, x): return 'yes'
    def __setitem__(self, i, v): self.set = i, v
    def append(self, x): list.append(self, ('wrapped', x))
    def __add__(self, o): return 'L+'
class T(tuple):
    def __getitem__(self, i): return 'T'
    def __iter__(self): return iter('xyz')
    def __len__(self): return 7
class D(dict):
    def __getitem__(self, k): return 'D'
    def __missing__(self, k): return 'missing'
    def __contains__(self, k): return k == 'in'
    def __iter__(self): return iter([9])
class DM(dict):
    def __missing__(self, k): return 'missing %r' % (k,)
class S(str):
    def __getitem__(self, i): return 'S'
    def __iter__(self): return iter([1, 2])
    def __len__(self): return 3
class Seq(object):
    def __getitem__(self, i):
        if i > 2: raise IndexError('end')
        return i * 10
class OldSeq:
    def __getitem__(self, i):
        if i > 2: raise IndexError('end')
        return i * 10
    def __len__(self): return 3
print hot(total, [1, 2, 3]), hot(index, [1, 2, 3], 1), hot(store, [1, 2], 0, 5), hot(length, [1]), hot(contains, [1, 2], 2), hot(unpack, [1, 2, 3]), hot(sl, [1, 2, 3, 4]), hot(add, [1], [2]), hot(meth, [], 1)
samples = [[1, 2, 3], [1.5, 2, 3L], ['a', 1, 2], (1, 2, 3), L([1, 2, 3]), T((1, 2, 3)), {1: 2, 3: 4, 0: 5}, D({1: 2, 3: 4}), DM({1: 2}), 'abc', u'abc', S('abc'), xrange(3), bytearray('abc'), buffer('abc'), set([1, 2, 3]), frozenset([1, 2, 3]), Seq(), OldSeq(), iter([1, 2, 3]), (x for x in (1, 2, 3)), enumerate('abc'), reversed([1, 2, 3]), 5, None, [], (), [1, 2], range(4), [2**62, 2**62, 1], [None] * 3, [[1], [2], [3]], memoryview('abc')]
for s in samples:
    n = type(s).__name__
    show = lambda r: repr(r).split(' at 0x')[0][:60]
    print n, [show(err(f, s, *a)) for f, a in [(index, (1,)), (index, (-1,)), (index, (99,)), (index, ('x',)), (index, (True,)), (index, (1L,)), (index, (2**70,)), (index, (1.0,)), (length, ()), (contains, (2,)), (contains, ('b',)), (sl, ()), (add, ([1],)), (add, ('z',)), (unpack, ()), (total, ()), (meth, (7,)), (store, (0, 65)), (store, (99, 1)), (store, ('k', 1))]]
def grow():
    l = [1]
    for x in l:
        if len(l) < 2000: l.append(x + 1)
    return len(l), l[-1]
def shrink():
    l = range(2000); n = 0
    for x in l:
        l.pop(); n += 1
    return n, len(l)
def replace():
    l = range(2000); t = 0
    for i, x in enumerate(l):
        if i == 1000: l[:] = [0.5] * 1500
        if i == 1200: l[1300:] = ['end']
        if x == 'end': return t, i
        t += x
    return t
def clear_during():
    l = range(2000); n = 0
    for x in l:
        n += 1
        if n == 1500: del l[:]
    return n
def dict_change():
    d = dict.fromkeys(range(2000)); n = 0
    try:
        for k in d:
            n += 1
            if n == 1500: d['new'] = 1
    except RuntimeError as e: return n, str(e)
def dict_values_change():
    d = dict.fromkeys(range(2000), 1); t = 0
    for k in d:
        d[k] = 2.5 if k > 1000 else 2
        t += d[k]
    return t
def matrix():
    m = [[0] * 10 for _ in range(10)]
    for k in range(30):
        for i in range(10):
            for j in range(10): m[i][j] += i * j + (0.5 if k == 25 else 0)
    m[3] = 'string row'
    try: m[3][1] += 1
    except TypeError as e: return sum(map(sum, m[:3])), str(e)
for f in [grow, shrink, replace, clear_during, dict_change, dict_values_change, matrix]: print f.__name__, f(), f()
def loop_over(n):
    r = xrange(n); t = 0
    for i in r: t += i
    return t
print loop_over(3000), err(loop_over, 'x'), loop_over(-5), loop_over(True), err(loop_over, 2**70), loop_over(2.9) if 0 else err(loop_over, 2.9)
big = xrange(2**62, 2**62 + 3); print list(big), [x - 2**62 for x in big], err(xrange, 2**63), err(xrange, -2**63, 0), list(xrange(-2**63, -2**63 + 2)), list(xrange(2**63 - 3, 2**63 - 1)), list(xrange(0, 2**62, 2**61))
