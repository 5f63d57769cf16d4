# Unpacking of tuples, lists, strings, generators and objects of ones own, right and wrong in number, while hot; star arguments; nested targets.
class Seq(object):
    def __init__(s, n): s.n = n
    def __getitem__(s, i):
        if i >= s.n: raise IndexError
        return i * 10
class It(object):
    def __init__(s, n): s.n = n
    def __iter__(s): return (x for x in range(s.n))
class NotIt(object): pass
class Raises(object):
    def __iter__(s): raise ValueError('no iter')
kinds = [(1, 2), [3, 4], 'ab', u'cd', (x for x in (5, 6)), Seq(2), It(2), {7: 8, 9: 1}, set([1, 2]), xrange(2), iter((1, 2)), bytearray('ab')]
def ok(n):
    out = []
    for i in xrange(n):
        v = kinds[i % len(kinds)] if i > n - 30 else (i, i + 1)
        if i % len(kinds) in (4, 10) and i > n - 30: v = iter([i, 0])
        a, b = v
        if i > n - 30: out.append((a, b))
    return out
print ok(3000)
bad = [(1,), (1, 2, 3), [], [1, 2, 3], 'a', 'abc', (x for x in (1,)), (x for x in range(9)), Seq(1), Seq(3), It(0), It(3), NotIt(), Raises(), 5, None, len, {1: 2}, xrange(3)]
def wrong(n):
    seen = []
    for i in xrange(n):
        try:
            if i < n - len(bad): a, b = i, i
            else: a, b = bad[i - n]
            c = a
        except (TypeError, ValueError) as e: seen.append('%s %s' % (type(e).__name__, e))
    return seen
for m in wrong(2000): print m
def nested(n):
    s = 0
    for i in xrange(n):
        v = ((i, [i, (2.5 if i > 1500 else 2,)]), 'xy')
        (a, [b, (c,)]), (d, e) = v
        x, y = y_, x_ = c, b
        s += a + b + c + x_ + len(d + e) + x - y
        [p, q] = (q_, p_) = a, b
        s += p - q + q_ - p_
    return s
print nested(2000)
def swap(n):
    a, b, c = 1, 2L, 3.0; l = [0, 1, 2]
    for i in xrange(n):
        a, b, c = c, a, b
        l[0], l[1], l[2] = l[2], l[0], l[1]
        i, l[i % 3] = i % 3, i
    return a, b, c, l
print swap(2001)
def stars(*a, **k): return len(a), sorted(k)
def calls(n):
    t = {}
    for i in xrange(n):
        args = (i,) * (i % 4) if i < 1500 else [i] * (i % 3) if i < 1800 else It(2) if i < 1900 else 'ab'
        kw = {'k%d' % (i % 2): i}
        for r in (stars(*args), stars(1, *args), stars(*args, **kw), stars(x=1, *args, **kw), stars(1, 2, y=3, **kw)): t[str(r)] = t.get(str(r), 0) + 1
    return sorted(t.items())
for r in calls(2000): print r
def f2(a, b=5, *c): return a, b, c
def few(n):
    errs = []; tot = 0
    for i in xrange(n):
        v = (i, 1, 2) if i < n - 3 else ((), 5, NotIt())[i - n]
        try: tot += f2(*v)[0]
        except TypeError as e: errs.append(str(e))
    return tot, errs
print few(1500)
def params(n):
    def f(a, (b, (c, d)), e=(1, 2)): return a + b + c + d + e[0]
    s = 0; errs = []
    for i in xrange(n):
        try: s += f(i, (1, (2, 3.5 if i > 900 else 3))) if i < n - 3 else f(i, ((1, (2,)), 7, (1, 2, 3))[i - n])
        except (TypeError, ValueError) as e: errs.append('%s' % e)
    return s, errs
print params(1200)
def forms(n):
    d = dict((i, (i, str(i))) for i in range(4)); out = 0
    for i in xrange(n // 4):
        for k, (v, s) in d.iteritems(): out += k + v + len(s)
        for j, (a, b) in enumerate([(1, 2), 'xy'] if i > 400 else [(1, 2)]): out += j
        out += sum(x + y for x, y in ((1, 2), [3, 4])) + len([p for p, in [(1,), [2]]]) + len(dict((u, w) for u, w in ['ab', (1, 2)]))
    return out
print forms(2000)
