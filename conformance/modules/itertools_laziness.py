# itertools: how far each iterator reads ahead, errors in the middle, sharing, re-entry.
import itertools as it


def src(n, name='s'):
    for i in range(n):
        print '%s%d' % (name, i),
        yield i


def fail(n):
    for i in range(n):
        yield i
    raise KeyError('src')


for name, make in (('islice', lambda: it.islice(src(9), 2, 7, 2)), ('takewhile', lambda: it.takewhile(lambda x: x < 2, src(9))), ('dropwhile', lambda: it.dropwhile(lambda x: x < 2, src(5))),
                   ('izip', lambda: it.izip(src(2), src(5, 'b'))), ('izip2', lambda: it.izip(src(5), src(2, 'b'))), ('longest', lambda: it.izip_longest(src(1), src(3, 'b'), fillvalue='-')), ('chain', lambda: it.chain(src(2), src(2, 'b'))),
                   ('from', lambda: it.chain.from_iterable(src(2, 'x%d' % i) for i in range(2))), ('imap', lambda: it.imap(lambda a, b: a * b, src(3), src(2, 'b'))), ('imapn', lambda: it.imap(None, src(2), src(2, 'b'))), ('starmap', lambda: it.starmap(pow, ((i, 2) for i in src(3)))),
                   ('cycle', lambda: it.islice(it.cycle(src(2)), 5)), ('compress', lambda: it.compress(src(4), [1, 0, 1])), ('ifilter', lambda: it.ifilter(None, src(3))), ('iff', lambda: it.ifilterfalse(lambda x: x % 2, src(4))), ('product', lambda: it.product(src(2), src(2, 'b'))),
                   ('comb', lambda: it.combinations(src(3), 2)), ('perm', lambda: it.permutations(src(2))), ('cwr', lambda: it.combinations_with_replacement(src(2), 2)), ('groupby', lambda: ((k, list(g)) for k, g in it.groupby(src(4), lambda x: x // 2)))):
    print name, 'made',
    i = make()
    print 'iterating',
    for v in i:
        print repr(v),
    print 'end'
a, b = it.tee(src(4))
print next(a), next(a), next(b), list(a), list(b)
a, b, c = it.tee(fail(2), 3)
for x in (a, b, c, a):
    try:
        print list(x)
    except KeyError as e:
        print 'KeyError', e
g = it.groupby('aabbc')
k, first = g.next()
k2, second = g.next()
print k, k2, list(first), list(second), [(k, list(v)) for k, v in g]
for f in (lambda: it.islice([], -1), lambda: it.islice([], 0, 3, 0), lambda: it.islice([], 'x'), lambda: it.islice([], None, None), lambda: it.izip(1), lambda: it.izip_longest([], z=1), lambda: it.count('a'), lambda: it.count(1, 'b'), lambda: it.repeat(), lambda: it.repeat(1, 'x'), lambda: it.repeat(2, -3),
          lambda: it.product([1], repeat=-1), lambda: it.permutations([1], -1), lambda: it.combinations([1], -1), lambda: it.tee([], -1), lambda: it.starmap(pow, [1]).next(), lambda: it.cycle([]).next(), lambda: it.imap(None), lambda: it.chain(1).next(), lambda: it.groupby([1], 3).next(), lambda: it.count(10 ** 20, 1), lambda: it.count(1.5, .5),
          lambda: it.count(2 ** 63 - 2), lambda: it.repeat('x', 3), lambda: it.compress([1]), lambda: it.dropwhile(1, [2]).next()):
    try:
        print repr(f()).split(' object at')[0]
    except Exception as e:
        print type(e).__name__, e
c = it.count(2 ** 63 - 2)
print [next(c) for _ in range(4)], c, list(it.islice(it.count(0.5, -.25), 4)), list(it.product()), list(it.product('ab', repeat=0)), list(it.permutations('abc', 2)), list(it.combinations('abc', 4))
r = it.repeat(1, 5)
next(r)
print len(r) if hasattr(r, '__len__') else r.__length_hint__(), r


def rec():
    yield 1
    for v in shared:
        yield v


shared = it.chain(rec())
try:
    print list(shared)
except ValueError as e:
    print 'ValueError', e
s = 0
for a, (b, c) in it.izip(it.cycle((1, 2, 3)), it.islice(it.product(range(80), repeat=2), 5000)):
    s = (s * 3 + a * b - c) % 100003
print s
