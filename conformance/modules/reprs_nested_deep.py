# How deep reprs may nest, counted by objects shown, and what is said when they are too deep; containers that hold themselves.
import collections, sys
sys.setrecursionlimit(200)
def deepest(make, show=repr):
    low, high = 1, 3000
    while low + 1 < high:
        middle = (low + high) // 2
        v = make(middle)
        try: show(v); low = middle
        except RuntimeError as e: high = middle; message = str(e)
    return high - low, message
def nest(wrap, base=None):
    def make(n):
        v = base
        for i in range(n): v = wrap(v)
        return v
    return make
for wrap in (lambda v: [v], lambda v: (v,), lambda v: {1: v}, lambda v: collections.deque([v]), lambda v: {1: [(v,)]}, lambda v: collections.deque([v]), lambda v: {1: v}.viewvalues(), slice):
    print deepest(nest(wrap))
    print deepest(nest(wrap), str)
print deepest(nest(lambda v: frozenset([v]), 1)), deepest(nest(lambda v: (v,)), '%r'.__mod__)
a = nest(lambda v: [v])(150); print len(repr(a)), len(str(a)), len('%s' % a), len('%r' % (a,)), len(repr((a,))), len(repr({1: a}))
b = nest(lambda v: (v, 1))(150); print repr(b) == '(' * 150 + 'None' + ', 1)' * 150
l = []; l.append(l); d = {}; d[1] = d; t = ([],); t[0].append(t); q = collections.deque(); q.append(q); m = [{}]; m[0]['m'] = m
print l, d, t, q, m, [l, l], (d, d), repr(d.viewvalues())
e = collections.defaultdict(lambda: 0); e[1] = e; print repr(e).split(' at 0x')[0].split('<')[0], repr(e).endswith('{1: defaultdict(...)})')
class L(list):
    def __repr__(self): return 'L' + list.__repr__(self)
x = L(); x.append(x); x.append([x]); print x, str(x), list.__repr__(x)
class Raises(object):
    def __repr__(self): raise KeyError('in repr')
y = [Raises()]; y.append(y)
for i in range(3):
    try: repr(y)
    except KeyError as k: print k,
y[0] = 1; print y
