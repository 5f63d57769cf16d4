# Prefixes of lists that are turned around in place.


def flip(items, k):
    items[:k + 1] = items[k::-1]
    return items


def flip_other(items, k, n):
    items[:n] = items[k::-1]
    return items


class Sub(list):
    def __getitem__(self, i):
        print 'get', i
        return list.__getitem__(self, i)

    def __setslice__(self, i, j, x):
        print 'set', i, j, x
        list.__setslice__(self, i, j, x)


class Index(object):
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print 'index', self.n
        return self.n

    def __add__(self, n):
        print 'add', n
        return self.n + n


class Seq(object):
    def __getitem__(self, s):
        print 'getitem', s
        return [1, 2]

    def __setitem__(self, s, x):
        print 'setitem', s, x

    def __repr__(self):
        return 'Seq'


def attempt(f, *args):
    try:
        print f(*args)
    except Exception as e:
        print type(e).__name__, e


for n in (0, 1, 2, 5, 15, 16, 17, 18, 40):
    for k in range(-2, n + 2):
        print n, k, flip(range(n), k)
for k in (0, 1, 3, 5, 7, -1, -3):
    for n in (0, 1, 3, 4, 8, -1):
        print k, n, flip_other(range(6), k, n)
for round in range(300):
    flip(range(6), round % 6)
attempt(flip, Sub([1, 2, 3]), 1)
attempt(flip, [1, 2, 3, 4], Index(2))
attempt(flip, [1, 2, 3, 4], 1.5)
attempt(flip, [1, 2, 3, 4], None)
attempt(flip, [1, 2, 3, 4], True)
attempt(flip, [1, 2, 3, 4], 2L)
attempt(flip, [1, 2, 3, 4], 10 ** 30)
attempt(flip, (1, 2, 3), 1)
attempt(flip, 'abc', 1)
attempt(flip, bytearray('abcd'), 2)
attempt(flip, Seq(), 1)
attempt(flip, 5, 1)
attempt(flip_other, [1, 2, 3], 1, 'x')
attempt(flip_other, [1, 2, 3], 1, None)
attempt(flip_other, [1, 2, 3], 1, Index(3))
print list(reversed([1, 2, 3])), [4] + list(reversed([]))
items = [1, 2, 3]
items.extend(reversed(items))
print items
items[:2] = reversed(items[:3])
print items
r = reversed(items)
next(r)
del items[3:]
print r.__length_hint__(), list(r), list(r)
i = iter(items)
next(i)
items.append(9)
print i.__length_hint__(), list(i), sum(reversed(items)), tuple(reversed(items)), ''.join(reversed(['a', 'b']))
try:
    reversed([1], 2)
except TypeError as e:
    print e
