# stats: deopts>=1
# Hot arithmetic leaves 64 bits, and comes back.
import sys


def factorial_mod(n):
    f = 1
    for i in xrange(1, n):
        f = f * i
        if f > 2 ** 100:
            f = f % 1000003 + 1
    return f


def doubling(n):
    x = 1
    seen = 0
    for i in xrange(n):
        x = x + x
        if i % 70 == 69:
            seen += type(x) is long
            x = 1
    return x, seen


def near_the_edge(n):
    x = sys.maxint - n // 2
    longs = 0
    for i in xrange(n):
        x += 1
        if isinstance(x, long):
            longs += 1
    return x, longs, type(x).__name__


def going_down(n):
    x = -sys.maxint + n // 2
    for i in xrange(n):
        x -= 1
    return x, type(x).__name__


def fib_mod(n):
    a, b = 0, 1
    top = 0
    for i in xrange(n):
        a, b = b, a + b
        if a > top:
            top = a
        if i % 200 == 199:
            a, b = 0, 1
    return a, b, len(str(top))


def products(n):
    p = 0
    for i in xrange(n):
        p = (p + i * i * i * i * 1000003) & 0xFFFFFFFFFFFFFFFFFFFF
    return p


def shifts(n):
    h = 0
    big = 0
    for i in xrange(n):
        h = (h << 5) ^ (h >> 3) ^ i
        if h > 1 << 80:
            h &= 0xFFFFFFFF
            big += 1
    return h, big


def negate(n):
    x = -sys.maxint - 1
    t = 0
    for i in xrange(n):
        y = -x if i % 1000 == 0 else -i
        t += y % 7
        y = abs(x) if i % 1000 == 1 else abs(-i)
        t += y % 11
    return t


def mul_step(x):
    return x * 3037000500


def hot_callee(n):
    out = 0
    for i in xrange(n):
        out ^= mul_step(i) & 0xFF
    return out, mul_step(3037000500), mul_step(2 ** 40), mul_step(-3037000501)


print factorial_mod(20000)
print doubling(30000)
print near_the_edge(30000)
print going_down(30000)
print fib_mod(20000)
print products(20000)
print shifts(20000)
print negate(20000)
print hot_callee(30000)
x = 1
for i in xrange(40000):
    x = x * 3 % 9223372036854775783
print x
s = 0
for i in xrange(20000):
    s += 2 ** 50 * i
print s, type(s).__name__
