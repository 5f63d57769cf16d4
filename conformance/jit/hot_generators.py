# Generators that become hot inside and out.


def count(n):
    i = 0
    while i < n:
        yield i
        i += 1


def evens(it):
    for x in it:
        if x % 2 == 0:
            yield x


def pairs(it):
    last = None
    for x in it:
        if last is not None:
            yield last, x
        last = x


print sum(count(30000)), sum(evens(count(30000))), sum(b - a for a, b in pairs(evens(count(20000))))


def fib_gen():
    a, b = 0, 1
    while True:
        yield a
        a, b = b, a + b


t = 0
for i, f in enumerate(fib_gen()):
    t ^= f & 0xFFFF
    if i > 2000:
        break
print t, f % 1000007


def accumulator():
    total = 0
    while True:
        v = yield total
        if v is None:
            continue
        total += v


acc = accumulator()
next(acc)
for i in xrange(20000):
    acc.send(i)
print next(acc), acc.send(0.5), acc.send(2 ** 64)


def tree(depth):
    if depth == 0:
        yield 1
    else:
        for x in tree(depth - 1):
            yield x
        for x in tree(depth - 1):
            yield x * 2


print sum(tree(9)), len(list(tree(8)))


def with_try(n):
    for i in xrange(n):
        try:
            got = yield i
            if got:
                raise ValueError(got)
        except ValueError as e:
            yield -e.args[0]
        finally:
            stats[0] += 1


stats = [0]
g = with_try(20000)
s = next(g)
k = 0
try:
    while True:
        k += 1
        s += g.send(k) if k % 100 == 0 else next(g)
except StopIteration:
    pass
print s, k, stats


def short(i):
    yield i
    yield i + 1


t = 0
for i in xrange(10000):
    for x in short(i):
        t += x
    t += next(short(i))
print t
print sum(x * y for x in xrange(150) for y in xrange(150) if (x + y) % 3), sum(1 for x in count(20000) if x % 7 == 0)


def type_changes(n):
    x = 0
    for i in xrange(n):
        if i == n // 2:
            x = 0.5
        elif i == n - 10:
            x = 'a'
        yield x
        x = x + (1 if not isinstance(x, str) else 'b')


last = None
for last in type_changes(20000):
    pass
print last


def interleaved(n):
    a, b = count(n), count(n)
    t = 0
    for i in xrange(n - 1):
        t += next(a) * 2 - next(b)
        if i % 3 == 0:
            t += next(b, 0)
        if i % 1000 == 0:
            b = count(n)
    return t


print interleaved(15000)


def closes_early(n):
    done = []

    def g():
        try:
            for i in xrange(10):
                yield i
        finally:
            done.append(1)
    for i in xrange(n):
        it = g()
        next(it)
        it.close()
    return len(done)


print closes_early(10000)
