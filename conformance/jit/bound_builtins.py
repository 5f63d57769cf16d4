# Bound builtin methods kept in variables, in hot code: other receivers of the same and of other types later.


def one(n):
    out = []
    append = out.append
    for i in xrange(n):
        append(i)
    return len(out), out[-1]


print [one(i) for i in (10, 3000, 5, 4000)]


def several(n):
    lists = [[], [1], [2, 3]]
    total = 0
    for i in xrange(n):
        for l in lists:
            push, pop = l.append, l.pop
            push(i)
            total += pop()
            push(i)
    return total, [len(l) for l in lists]


print several(1200)


class Mine(list):
    def append(self, x):
        list.append(self, -x)


class Plain(list):
    pass


def kinds(n):
    out = []
    things = [[], Mine(), Plain(), {}.get, set().add, 'a,b'.split, [].append]
    for i in xrange(n):
        t = things[i % 3 if i < n // 2 else i % len(things)]
        f = t.append if isinstance(t, list) else t
        r = f(',' if t is things[5] else i)
        if r and r not in out:
            out.append(r)
    return out, [sum(t) for t in things[:3]], [len(t) for t in things[:3]]


print kinds(4200)


def nested(n):
    total = 0
    for i in range(n):
        for j in range(i % 5):
            last = j * 2
            total += last
        for k in range(3):
            total += k
    return total


print [nested(i) for i in (3, 900, 1500)]


def lengths(n):
    class Sized(object):
        def __len__(self):
            return 7

    class Old:
        def __len__(self):
            return 9
    things = [[1], (1, 2), 'abc', {1: 1}, set([1, 2]), Sized(), Old(), xrange(4), u'abcd', bytearray(3)]
    return sum(len(things[i % len(things)]) for i in xrange(n))


print lengths(5000)


def errors(n):
    seen = set()
    for i in xrange(n):
        l = []
        pop, index, join = l.pop, l.index, ','.join
        for f in (pop, lambda: index(i), lambda: join([1]), lambda: pop('x'), lambda: l.append()):
            try:
                f()
            except Exception as e:
                seen.add('%s %s' % (type(e).__name__, str(e).replace(str(i), 'N')))
    return sorted(seen)


for line in errors(900):
    print line
