# A tuple that only a builtin function has seen, which keeps nothing, makes room for the next one.
import sys
from itertools import (combinations, combinations_with_replacement, izip, izip_longest, permutations,
                       product)


def pairs():
    return ((i, i) for i in xrange(10))


def two_ways():
    for i in xrange(4):
        yield (i, i)
        yield KEPT


KEPT = (1, 2)
for name, make in [('izip', lambda: izip('abcdef', 'ghijkl')),
                   ('izip_longest', lambda: izip_longest('abcdef', 'de')),
                   ('product', lambda: product('abc', 'def')),
                   ('permutations', lambda: permutations('abcde', 3)),
                   ('combinations', lambda: combinations('abcde', 3)),
                   ('with_replacement', lambda: combinations_with_replacement('abcde', 3)),
                   ('enumerate', lambda: enumerate('abcdef')),
                   ('generator expression', pairs)]:
    n = len(list(make()))
    # A collection in between gives the next tuple another place: fewer places than tuples, not one.
    print name, 2 * len(set(map(id, make()))) < n, len(set(map(id, list(make())))) == n
    print len(map(None, make())) == n, map(len, make()) == [len(t) for t in make()]
    print [tuple(t) for t in map(lambda t: t, make())] == list(make())

# What somebody keeps stays as it is.
print map(id, two_ways()).count(id(KEPT)), KEPT
print list(product()), map(len, product()), map(len, permutations('ab', 0)), ()
codes = [c for c in (lambda: (i for i in [])).func_code.co_consts if hasattr(c, 'co_flags')]
print pairs().gi_code.co_flags == codes[0].co_flags

seen = []


def trace(frame, event, arg):
    if event == 'return' and isinstance(arg, tuple):
        seen.append(arg)
    return trace


sys.settrace(trace)
ids = map(id, pairs())
sys.settrace(None)
print seen == [(i, i) for i in range(10)], len(set(ids)) == len(seen)

# Two iterators that are one, and those that end at different places.
it = iter([1, 2, 3, 4, 5])
print [a + b for a, b in izip(it, it)]


def zipped(xs, ys):
    for x, y in izip(xs, ys):
        print x, y,
    print list(xs), list(ys)


for i in range(3):
    zipped(iter([1, 2, 3]), iter([4, 5]))
    zipped(iter([4, 5]), iter([1, 2, 3]))
