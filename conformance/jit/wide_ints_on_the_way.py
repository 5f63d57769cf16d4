# Expressions that leave the range of machine ints on the way to a mask.


def lcg(s, n):
    for i in xrange(n):
        s = (s * 1103515245 + 12345) & 0x7fffffff
    return s


def fnv(text):
    h = 0x811c9dc5
    for c in text:
        h = ((h ^ ord(c)) * 16777619) & 0xffffffff
    return h


def in_place(n):
    h = 7
    for i in xrange(n):
        h *= 2654435761
        h += i
        h ^= 0x5bd1e995
        h &= 0xffffffffffff
    return h


class Random(object):
    def __init__(self, seed):
        self.seed = seed

    def next(self):
        self.seed = (self.seed * 25214903917 + 11) & ((1 << 48) - 1)
        return self.seed >> 16


def mixed(a, b, c):
    return ((a * b - c) ^ (a | b * 3)) & 0xffffff


def both_ways(a, b):
    p = a * b
    return p & 0xff, p


def negative_mask(a, b):
    return a * b & -4


def wide_mask(a, b):
    return a * b & 0xffffffffffffffff


def mask_first(a, b):
    return 0xfffff & a * b + a


def caught(a, b, c):
    r = None
    try:
        r = (a * b + c) & 0xffff
    except TypeError as e:
        return r, str(e)
    return r


class Odd(object):
    def __mul__(self, other):
        return 3

    def __radd__(self, other):
        return 5


print lcg(42, 3000), lcg(-1, 10), lcg(0, 10), lcg(2 ** 47, 10), lcg(10 ** 30, 10), lcg(True, 10)
print fnv('hello world' * 300)
print in_place(3000)
r = Random(99)
print sum(r.next() & 1 for i in xrange(3000)), r.seed
r.seed = 2 ** 70
print r.next(), r.next()
big = 2 ** 46 + 12345
for i in xrange(3000):
    x = mixed(big + i, big - i, i)
    y = both_ways(big, big + i)
    z = negative_mask(big, big + i), wide_mask(-big, big + i), mask_first(big, i - big)
    w = caught(big, big, i)
print x, y, z, w
print mixed(3, 4, 5), mixed(-big, big, -1), mixed(big, 2 ** 90, 1), mixed(True, big, False), mixed(2L, 3L, 4L)
print both_ways(2, 3), both_ways(True, False), both_ways(-big, big)
print negative_mask(-3, 7), wide_mask(-1, 1), mask_first(-1, 2 ** 80), mask_first(2 ** 48, 2 ** 48)
print caught(big, big, 'x'), caught(Odd(), 1, 2), caught(big, 1, Odd()), caught('a', 3, 4)
print caught(big, 1.5, 2), caught(-big, -big, -1), caught(2 ** 62, 2, -1), caught(2 ** 63, 2, -1)
for f in mixed, mask_first, wide_mask:
    print [f(a, b, 7) if f is mixed else f(a, b) for a in (-2 ** 48, 2 ** 48 - 1, 2 ** 49, -1, 0)
           for b in (2 ** 48 - 1, -2 ** 48, 2 ** 63, 2 ** 31)]
