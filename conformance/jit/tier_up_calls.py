# stats: optimised_compiles>=1
# A function becomes hot through calls alone.


def poly(x, a=3, b=5):
    return a * x * x + b * x + 7


def clamp(x, low, high):
    if x < low:
        return low
    elif x > high:
        return high
    return x


def mix(a, b):
    return (a * 31 + b) % 65521


h = 1
for i in xrange(30000):
    h = mix(h, poly(i % 100))
    h = mix(h, clamp(i - 15000, -500, 500))
    if i in (0, 1, 2, 10, 100, 1000, 5000, 9999, 10000, 10001, 20000, 29999):
        print i, h


def keyword(a, b=2, *rest, **kw):
    return a + b + len(rest) + kw.get('k', 0)


total = 0
for i in xrange(20000):
    total += keyword(i)
    total += keyword(i, i)
    total += keyword(i, b=1)
    total += keyword(1, 2, 3, 4)
    if i % 50 == 0:
        total += keyword(a=1, k=5)
        total += keyword(*(1, 2, 3), **{'k': 7})
print total


def no_args():
    return 1


def many(a, b, c, d, e, f, g, h):
    return a - b + c - d + e - f + g - h


n = m = 0
for i in xrange(25000):
    n += no_args()
    m += many(i, 1, i, 2, i, 3, i, 4)
print n, m
try:
    many(1, 2)
except TypeError as e:
    print e
try:
    no_args(1)
except TypeError as e:
    print e
print poly(2.5), poly(10 ** 10), poly(-1), clamp('m', 'a', 'k'), clamp(2.5, 0, 1), mix(1.5, 2)
try:
    poly('x')
except TypeError as e:
    print e
