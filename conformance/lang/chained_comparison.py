# Comparisons chain, evaluate the middle once, and stop early.
calls = []


def v(x):
    calls.append(x)
    return x


print 1 < 2 < 3, 1 < 3 < 2, 3 > 2 > 1 > 0, 1 == 1 == 1, 1 == 1 != 2
print v(1) < v(2) < v(3), calls
del calls[:]
print v(3) < v(2) < v(1), calls
del calls[:]
print v(1) < v(2) >= v(2) != v(5) <= v(4), calls
print 1 in [1] == True, (1 in [1]) == True
print 2 in (1, 2, 3) in [(1, 2, 3)]
print not 1 < 2, not (1 < 2) == True
print 1 is not None is not 2, None is None is None
print 'a' < 'b' < 'c', 'a' <= 'a' <= 'a'
print 1 <> 2, 1 <> 1, 1 < 2 <> 3
print 3 not in [1, 2], 1 not in [1, 2], 'x' not in 'xyz'


class Odd(object):
    """Comparisons may return anything."""

    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        print 'lt', self.n, getattr(other, 'n', other)
        return [] if self.n > 5 else [self.n]

    def __gt__(self, other):
        print 'gt', self.n, getattr(other, 'n', other)
        return 'yes'


a, b, c = Odd(1), Odd(7), Odd(3)
print a < b < c
print b < a < c
print a < b > c
print 0 < a
print 0 > a
x = 5
print 0 <= x < 10 and 'digit', 0 <= x < 3 or 'no'
if 1 < x < 10 < 100:
    print 'in'
while 0 < x < 10:
    x += 3
print x
print [i for i in range(10) if 2 < i <= 6 != i]
print 1 < 2.5 < 3L < 4, True < 2, None < 0 < '' < ()
