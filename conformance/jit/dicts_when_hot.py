# Dictionaries in hot loops: hits, misses, resizes, key types, mutation while iterated.


def count_words(n):
    d = {}
    for i in xrange(n):
        w = 'w%d' % (i % 97)
        if w in d:
            d[w] += 1
        else:
            d[w] = 1
    return len(d), d['w0'], d['w96'], d.keys()[:5]


def int_keys(n):
    d = {}
    for i in xrange(n):
        d[i * 7 % 1013] = i
    t = 0
    for i in xrange(n):
        t += d.get(i, -1)
    return len(d), t


def key_type_changes(n):
    keys = ['a', 1, 2.5, None, (1, 2), u'uni', 2 ** 70, True, frozenset([1])]
    d = dict((k, 0) for k in keys)
    for i in xrange(n):
        d[keys[i % len(keys)]] += i
    return sorted(d.values()), len(d)


def grow_and_shrink(n):
    d = {}
    log = []
    for i in xrange(n):
        d[i] = i
        if i % 3:
            del d[i - i % 3 if i - i % 3 in d else i]
        if i % 5000 == 0:
            log.append(len(d))
            d.clear()
    return log, len(d), sum(d) % 1000


def missing(n):
    d = {1: 'one'}
    hit = miss = 0
    for i in xrange(n):
        try:
            d[i % 3]
            hit += 1
        except KeyError:
            miss += 1
    return hit, miss


class Default(dict):
    def __missing__(self, key):
        self[key] = []
        return self[key]


def subclass(n):
    d = Default()
    for i in xrange(n):
        d[i % 11].append(i)
    return len(d), sum(map(len, d.values())), d[3][-1]


class Key(object):
    def __init__(self, k):
        self.k = k

    def __hash__(self):
        return self.k % 5

    def __eq__(self, o):
        return self.k == o.k


def custom_keys(n):
    d = {}
    for i in xrange(n):
        k = Key(i % 23)
        d[k] = d.get(k, 0) + 1
    return len(d), sorted(d.values())[:3]


def iterate(n):
    d = dict((i, i * i) for i in range(50))
    t = 0
    for r in xrange(n // 50):
        for k in d:
            t += k
        for k, v in d.iteritems():
            t += v - k
        for v in d.values():
            t -= v
        d[r % 50] = r
    return t


def mutated_while_iterated(n):
    errors = 0
    d = dict.fromkeys(range(10))
    for i in xrange(n // 10):
        try:
            for k in d:
                if i % 50 == 49:
                    d['new%d' % i] = 1
        except RuntimeError:
            errors += 1
    return errors, len(d)


def setdefault(n):
    d = {}
    for i in xrange(n):
        d.setdefault(i % 100, []).append(i)
    return len(d), len(d[0]), d[99][0]


def memo(n):
    cache = {}

    def collatz(k):
        if k in cache:
            return cache[k]
        r = 1 if k == 1 else 1 + collatz(k // 2 if k % 2 == 0 else 3 * k + 1)
        cache[k] = r
        return r
    return max((collatz(i), i) for i in xrange(1, n // 10))


def pairs(n):
    grid = {}
    for i in xrange(n):
        grid[i % 100, i // 100 % 100] = i
    t = 0
    for x in xrange(0, 100, 3):
        for y in xrange(0, 100, 3):
            t += grid.get((x, y), 0)
    return len(grid), t


def sets(n):
    s = set()
    t = 0
    for i in xrange(n):
        x = i * 31 % 509
        if x in s:
            t += 1
            s.discard(x)
        else:
            s.add(x)
    return len(s), t


for f in [count_words, int_keys, key_type_changes, grow_and_shrink, missing, subclass, custom_keys, iterate, mutated_while_iterated, setdefault, memo, pairs, sets]:
    print f.__name__, f(20000)
