# Unbounded recursion is a RuntimeError that can be handled, again and again.
import sys


def forever(n):
    return forever(n + 1) + 1


def mutual_a():
    return mutual_b()


def mutual_b():
    return mutual_a()


class R(object):
    def __getattr__(self, name):
        return getattr(self, name + 'x')

    def __repr__(self):
        return repr(self)

    def __eq__(self, other):
        return self == other

    def __call__(self):
        return self()

    def __add__(self, other):
        return self + other

    def __getitem__(self, i):
        return self[i]

    def __len__(self):
        return len(self)

    def __iter__(self):
        return iter(self)


def attempt(f, *args):
    try:
        f(*args)
    except RuntimeError as e:
        print str(e)[:32],
    print


for i in range(3):
    attempt(forever, 0)
attempt(mutual_a)
r = R()
attempt(getattr, r, 'a')
attempt(repr, r)
attempt(lambda: r == 1)
attempt(r)
attempt(lambda: r + 1)
attempt(lambda: r[0])
attempt(len, r)
attempt(lambda: [x for x in r])


def depth(n):
    return n and 1 + depth(n - 1)


print depth(800)
sys.setrecursionlimit(5000)
print sys.getrecursionlimit(), depth(4000)
sys.setrecursionlimit(100)
try:
    depth(200)
except RuntimeError as e:
    print e
sys.setrecursionlimit(1000)
try:
    sys.setrecursionlimit(0)
except ValueError as e:
    print e


def gen(n):
    for x in gen(n + 1):
        yield x


attempt(list, gen(0))
l = []
l.append(l)
d = {}
d['d'] = d
print l, d
attempt(cmp, l, [l])
nested = []
for i in range(100000):
    nested = [nested]
attempt(repr, nested)
del nested
print 'still here'
forever(0)
