# itertools: iterables that raise, call back in, change their sources or lie about lengths; copies; enormous and odd numbers.
import copy
import gc
import itertools as it
import operator
import pickle
import weakref


def attempt(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        return repr(r).split(' at 0x')[0]
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


def take(n, x):
    r = []
    for i in range(n):
        try:
            r.append(x.next())
        except StopIteration:
            r.append('end')
        except Exception as e:
            r.append('%s %s' % (type(e).__name__, e))
    return r


class Source(object):
    """Gives what it was told to, raises exceptions among it, and goes on after that."""
    def __init__(self, *items):
        self.items = list(items)

    def __iter__(self):
        return self

    def next(self):
        if not self.items:
            raise StopIteration
        v = self.items.pop(0)
        if isinstance(v, Exception):
            raise v
        return v


K = KeyError('k')
S = StopIteration('early')
MAKERS = [
    ('chain', lambda s: it.chain(s, [9])), ('from_iterable', lambda s: it.chain.from_iterable([s, s])), ('combinations', lambda s: it.combinations(s, 2)), ('cwr', lambda s: it.combinations_with_replacement(s, 2)), ('compress', lambda s: it.compress(s, it.cycle([1, 0]))), ('compress2', lambda s: it.compress(it.count(), s)),
    ('count', lambda s: it.izip(it.count(3, 2), s)), ('cycle', lambda s: it.cycle(s)), ('dropwhile', lambda s: it.dropwhile(lambda x: x < 2, s)), ('takewhile', lambda s: it.takewhile(lambda x: x != 3, s)), ('groupby', lambda s: ((k, list(g)) for k, g in it.groupby(s, lambda x: x // 2))), ('ifilter', lambda s: it.ifilter(lambda x: x % 2, s)),
    ('ifilterfalse', lambda s: it.ifilterfalse(None, s)), ('imap', lambda s: it.imap(operator.add, s, it.count())), ('imapNone', lambda s: it.imap(None, s, s)), ('islice', lambda s: it.islice(s, 1, 5, 2)), ('izip', lambda s: it.izip(s, s)), ('longest', lambda s: it.izip_longest(s, [1], fillvalue='f')), ('permutations', lambda s: it.permutations(s, 2)), ('product', lambda s: it.product(s, [0, 1])),
    ('starmap', lambda s: it.starmap(max, ((x, 2) for x in s))), ('tee', lambda s: it.tee(s)[0]), ('repeat', lambda s: it.izip(it.repeat(5), s)),
]
for name, make in MAKERS:
    print name,
    for items in ((0, 1, 2, 3, 4), (0, 1, K, 2, 3), (K, 1, 2), (0, 1, S, 2, 3), ()):
        print attempt(lambda: take(8, make(Source(*items)))),
    print

# Arguments of every wrong kind.
TYPES = [it.chain, it.combinations, it.combinations_with_replacement, it.compress, it.count, it.cycle, it.dropwhile, it.groupby, it.ifilter, it.ifilterfalse, it.imap, it.islice, it.izip, it.izip_longest, it.permutations, it.product, it.repeat, it.starmap, it.takewhile, it.tee, it.chain.from_iterable]
for T in TYPES:
    print T.__name__, [attempt(lambda: take(2, T(*args)) if T is not it.tee else T(*args)) for args in ((), (5,), (None,), ([1, 2],), ([1, 2], 5), ('ab', None), ([1], [2], [3], [4], [5]), (None, 5))], attempt(T, [1], nothing=1), attempt(T, iterable=[1])
for args in (('abc', -1), ('abc', 2 ** 70), ('abc', 1.5), ('abc', 'x'), ('abc', 0), ('abc', 3), ('abc', 4), ('abc', True)):
    print [attempt(lambda: list(T(*args))) for T in (it.combinations, it.combinations_with_replacement, it.permutations)],
print attempt(it.permutations, 'abc', None), attempt(lambda: list(it.product('ab', repeat=0))), attempt(lambda: list(it.product('ab', repeat=-1))), attempt(lambda: list(it.product(repeat=3))), attempt(it.product, 'a', repeat='x'), attempt(it.product, 'a', repeat=2 ** 70), attempt(it.product, 'a', repeat=2 ** 40), attempt(lambda: len(list(it.product([], repeat=5)))), attempt(it.product, [1], other=1)
for args in ((10,), (2, 10), (2, None), (2, 10, 3), (0, None, 4), (None,), (None, None, None), (-1,), (1, -1), (1, 5, 0), (1, 5, -1), (2 ** 70,), (1.5,), ('x',), (0, 10, None), (5, 2), (1, 2 ** 63 - 1, 2 ** 62), (3L, 6L), (True, 4)):
    print args, attempt(lambda: list(it.islice(xrange(12), *args))),
print
for args in ((), (5,), (-5,), (2.5,), (2.5, 0.1), (1, 0), (1, -3), (2 ** 63 - 2,), (-2 ** 63 + 1, -1), (2 ** 70, 2 ** 69), (1j, 2), ('x',), (1, 'x'), (None,), (1, None), (True, True), (2 ** 63 - 1, 1), (0, 1.5), (5L,)):
    c = attempt(it.count, *args)
    print args, c, attempt(lambda: take(3, it.count(*args))), attempt(lambda: repr(it.count(*args)).split()[0]),
print
for args in ((5,), (5, 2), (5, 0), (5, -3), (5, 'x'), (5, 2 ** 70), (5, None), (5, 1.5)):
    print attempt(it.repeat, *args), attempt(lambda: len(it.repeat(*args))), attempt(lambda: it.repeat(*args).__length_hint__()),
r = it.repeat([], 3)
print r.next(), r, r.__length_hint__(), list(r), r, attempt(it.repeat, object=1, times=2), attempt(it.count, start=1, step=3), attempt(it.izip_longest, [1], fillvalue=1, other=2), attempt(it.groupby, [1], key=None)


# Called back while they run, and sources that change.
class Calls(object):
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def next(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return (self.n, attempt(self.of.next) if self.n == 2 else None)


for make in (lambda s: it.chain(s, [0]), lambda s: it.imap(lambda x: x, s), lambda s: it.ifilter(None, s), lambda s: it.islice(s, 5), lambda s: it.cycle(s), lambda s: it.izip(s), lambda s: it.dropwhile(lambda x: False, s)):
    s = Calls()
    s.of = make(s)
    print take(4, s.of),
print
l = [1, 2, 3]
print take(6, it.imap(lambda x: l.append(x) or x, l)), len(l),
l = [1, 2, 3]
print take(7, it.cycle(x for x in l)), take(5, it.chain.from_iterable(l for i in range(2) if not l.append(i))), l
g = it.groupby([1, 1, 2, 2, 3])
k, first = g.next()
k2, second = g.next()
print list(first), list(second), [(a, list(b)) for a, b in g], attempt(g.next)
g = it.groupby('aAbB', key=str.lower)
groups = [(k, v) for k, v in g]
print [(k, list(v)) for k, v in groups]


class Odd(object):
    def __eq__(self, other):
        raise ValueError('no comparison')


print attempt(lambda: [(1, len(list(v))) for k, v in it.groupby([Odd(), Odd()])]), attempt(lambda: list(it.groupby([1], key=5)))

# Tees: copies at any place, long apart, of each other, that die.
a, b = it.tee(xrange(200))
print take(3, a), sum(b), sum(a), attempt(a.next)
a, = it.tee('abc', 1)
b = copy.copy(a)
print a.next(), copy.copy(a).next(), list(b), list(a), type(a).__name__, it.tee(a, 0), attempt(it.tee, 'a', -1), attempt(it.tee, 'a', 'x'), attempt(it.tee, 'a', 2 ** 70), attempt(type(a)), type(type(a)('xy')).__name__, list(type(a)('xy')), attempt(weakref.ref, a) != ''
a, b = it.tee(Source(1, K, 2))
print take(4, a), take(4, b)


class Me(object):
    def __iter__(self):
        return self

    def next(self):
        return attempt(self.a.next)


m = Me()
for depth in range(0):
    m.a, b = it.tee(m)
a, b = it.tee(it.tee(it.tee('xyz')[0])[1])
print list(a), list(b)

# Sizes known beforehand, and lies about them.
class Lying(object):
    def __init__(self, hint):
        self.hint = hint

    def __iter__(self):
        return iter([1, 2, 3])

    def __len__(self):
        if isinstance(self.hint, Exception):
            raise self.hint
        return self.hint

    def __getitem__(self, i):
        raise IndexError


for hint in (0, 1, 100, -1, 2 ** 70, 'x', KeyError('len'), TypeError('len')):
    print attempt(list, Lying(hint)), attempt(tuple, Lying(hint)), attempt(lambda: list(it.product(Lying(hint), repeat=1))), attempt(lambda: list(it.chain(Lying(hint)))), attempt(lambda: list(it.combinations(Lying(hint), 2))), attempt(map, None, Lying(hint)), attempt(lambda: zip(Lying(hint)))

# Subclasses, attributes, pickles.
class Sub(it.count):
    def __new__(cls, *args, **kwargs):
        return it.count.__new__(cls, *args)

    extra = 5


s = Sub(3, name='x')
s.attribute = 1
print s.next(), s.extra, s.attribute, repr(s), type(iter(s)).__name__
for T in (it.count, it.repeat, it.cycle, it.chain, it.izip):
    x = T([1]) if T is not it.count else T(5)
    print T.__name__, attempt(setattr, x, 'a', 1), attempt(pickle.dumps, x, 2)[:60], attempt(copy.copy, x)[:60], x.__iter__() is x, attempt(len, x)


# Hot: the same sources through compiled loops.
def hot(n):
    t = 0
    for a, b in it.izip(xrange(n), it.cycle((1, 2, 3))):
        t += a * b
    for x in it.islice(it.ifilter(lambda v: v & 1, it.count()), n):
        t ^= x
    for x, y in it.combinations(xrange(40), 2):
        t += x ^ y
    for k, g in it.groupby(xrange(n), lambda v: v // 7):
        t += k * sum(g)
    return t


print [hot(500) for i in range(3)]
