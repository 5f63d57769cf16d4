# Allocation in hot loops: temporaries die, what is reachable stays.


class Node(object):
    def __init__(self, v, next=None):
        self.v, self.next = v, next


def churn(n):
    keep = []
    for i in xrange(n):
        t = (i, str(i), [i], {i: i})
        if i % 1000 == 0:
            keep.append(t)
    return len(keep), keep[3], keep[-1]


def list_of_nodes(n):
    head = None
    for i in xrange(n):
        head = Node([i], head)
        if i % 500 == 499:
            head = Node([-1])
    s = k = 0
    while head:
        s += head.v[0]
        k += 1
        head = head.next
    return s, k


def cycles(n):
    t = 0
    for i in xrange(n):
        a, b = Node(i), Node(i + 1)
        a.next, b.next = b, a
        t += a.next.next.v
    return t


def closures(n):
    fs = []
    for i in xrange(n):
        big = range(10)
        fs.append(lambda: big[i % 10])
        if len(fs) > 100:
            fs = fs[50:]
    return sum(f() for f in fs), len(fs)


def generators(n):
    gens = []
    t = 0
    for i in xrange(n):
        def g(k):
            x = [k, k + 1]
            while True:
                yield x[0]
                x = [x[1], x[0] + 2]
        it = g(i)
        next(it)
        gens.append(it)
        if len(gens) > 60:
            t += sum(next(q) for q in gens)
            gens = gens[30:]
    return t, len(gens)


def strings(n):
    d = {}
    for i in xrange(n):
        k = 'key' + str(i % 200)
        d[k] = d.get(k, '') + 'x'
        if len(d[k]) > 20:
            d[k] = d[k][10:]
    return len(d), sorted(d)[0], sum(map(len, d.values()))


def exceptions(n):
    kept = []
    for i in xrange(n):
        try:
            raise ValueError([i], 'message %d' % i)
        except ValueError as e:
            if i % 700 == 0:
                kept.append(e)
    return len(kept), kept[-1].args, kept[0].args


def longs(n):
    x = 1
    kept = []
    for i in xrange(n):
        x = (x * 6364136223846793005 + 1442695040888963407) % 2 ** 128
        if i % 5000 == 0:
            kept.append(x)
    return kept


def frames(n):
    import sys
    kept = []
    def f(i):
        local = [i, i * 2]
        if i % 1000 == 0:
            kept.append(sys._getframe())
        return local[1]
    t = 0
    for i in xrange(n):
        t += f(i)
    return t, [fr.f_locals['local'] for fr in kept[-2:]]


def deep(n):
    t = None
    for i in xrange(n):
        t = (t, [i])
        if i % 400 == 399:
            k = 0
            while t:
                t = t[0]
                k += 1
    return k


def dict_of_lists(n):
    d = {}
    for i in xrange(n):
        d.setdefault(i % 50, []).append((i, [i]))
        if len(d[i % 50]) > 20:
            del d[i % 50]
    return sum(len(v) for v in d.itervalues()), all(x[0] == x[1][0] for v in d.values() for x in v)


for f in [churn, list_of_nodes, cycles, closures, generators, strings, exceptions, longs, frames, deep, dict_of_lists]:
    print f.__name__, f(10000)


class Holder(object):
    pass


h = Holder()
for i in xrange(10000):
    h.x = [i]
    h.y = (h.x, i + 0.5)
    if h.y[0][0] != i:
        print 'lost', i
print h.x, h.y
old = []
for i in xrange(5000):
    o = Holder()
    o.data = [i] * 3
    old.append(o)
print sum(o.data[2] for o in old)
