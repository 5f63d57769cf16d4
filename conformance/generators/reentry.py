# Generators that are already running, deep recursion, generators of generators.
def selfish():
    try:
        next(me)
    except ValueError as e:
        yield str(e)
    yield me.gi_running
    try:
        me.send(1)
    except ValueError as e:
        yield str(e)
    try:
        me.throw(KeyError)
    except ValueError as e:
        yield str(e)
    try:
        me.close()
    except ValueError as e:
        yield str(e)


me = selfish()
print list(me), me.gi_running


def indirect():
    yield 1
    for x in walker:
        yield x


def walk(it):
    for x in it:
        yield x


walker = walk(indirect())
print next(walker)
try:
    next(walker)
except ValueError as e:
    print e


def recursive(n):
    yield n
    if n > 0:
        for x in recursive(n - 1):
            yield x


print sum(recursive(200))
try:
    list(recursive(2000))
except RuntimeError as e:
    print e


def permutations(items):
    if len(items) <= 1:
        yield tuple(items)
    else:
        for i in range(len(items)):
            for rest in permutations(items[:i] + items[i + 1:]):
                yield (items[i],) + rest


print list(permutations('abc')), len(list(permutations(range(5))))


def hanoi(n, a='A', b='B', c='C'):
    if n:
        for m in hanoi(n - 1, a, c, b):
            yield m
        yield a + c
        for m in hanoi(n - 1, b, a, c):
            yield m


print list(hanoi(3)), sum(1 for m in hanoi(8))


def primes():
    def multiples(p):
        n = p * p
        while True:
            yield n
            n += p

    def merge_filter(src, p):
        for n in src:
            if n % p:
                yield n

    def count(n):
        while True:
            yield n
            n += 1
    src = count(2)
    while True:
        p = next(src)
        yield p
        src = merge_filter(src, p)


ps = primes()
print [next(ps) for i in range(20)]


def gen_of_gens():
    for i in range(3):
        yield (j * i for j in range(3))


print [list(g) for g in gen_of_gens()], [list(g) for g in list(gen_of_gens())]


def scheduler(tasks):
    while tasks:
        t = tasks.pop(0)
        try:
            yield next(t)
            tasks.append(t)
        except StopIteration:
            pass


def task(name, n):
    for i in range(n):
        yield '%s%d' % (name, i)


print list(scheduler([task('a', 3), task('b', 1), task('c', 2)]))


def round_robin():
    gens = {}
    for i in range(5):
        gens[i] = recursive(i)
    while gens:
        for k in sorted(gens):
            try:
                yield k, next(gens[k])
            except StopIteration:
                del gens[k]


print list(round_robin())


def shared(it):
    for x in it:
        yield 'first', x
        yield 'second', next(it, None)


print list(shared(iter(range(5))))
it = iter(range(6))
print zip(it, it), list(it)
g = (x for x in range(6))
print [(a, next(g)) for a in g]
