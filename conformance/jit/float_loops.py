# Hot floating-point code: unboxing must not change a bit.


def integrate(n):
    h = 1.0 / n
    s = 0.0
    for i in xrange(n):
        x = (i + 0.5) * h
        s += 4.0 / (1.0 + x * x)
    return s * h


def newton(n):
    t = 0.0
    for i in xrange(1, n):
        x = float(i)
        for k in range(3):
            x = 0.5 * (x + i / x)
        t += x
    return t


def kahan(n):
    s = c = 0.0
    for i in xrange(n):
        y = 0.1 - c
        u = s + y
        c = (u - s) - y
        s = u
    return s, c


def logistic(n):
    x = 0.5
    for i in xrange(n):
        x = 3.99 * x * (1.0 - x)
    return x


def special(n):
    inf = float('inf')
    nan = inf - inf
    counts = [0] * 6
    vals = [inf, -inf, nan, 0.0, -0.0, 1.0]
    for i in xrange(n):
        a, b = vals[i % 6], vals[i // 6 % 6]
        counts[0] += a < b
        counts[1] += a == b
        counts[2] += a != a
        counts[3] += (a + b) != (a + b)
        counts[4] += repr(a * b) == '-0.0'
        counts[5] += not a
    return counts


def floor_mod(n):
    t = 0.0
    for i in xrange(n):
        x = (i - n / 2) * 0.37
        t += x // 1.5 + x % 1.5 + x % -2.5 - (-x) // 0.75
    return t


def conversions(n):
    t = 0
    for i in xrange(n):
        f = i * 1.5
        t += int(f) + long(f) - int(-f) + round(f / 7.0, 2) + abs(-f)
    return t


def powers(n):
    t = 0.0
    for i in xrange(1, n):
        t += i ** 0.5 + 1.001 ** (i % 100) + 2.0 ** -(i % 50) + (i % 7) ** 2
    return t


def int_to_float(n):
    x = 0
    for i in xrange(n):
        x = x + i
        if i == n // 2:
            x = x * 1.0
    return x


def overflow_to_inf(n):
    x = 1.0
    infs = 0
    for i in xrange(n):
        x = x * 1.5
        if x == float('inf'):
            infs += 1
            x = 1.0
    return x, infs


def division(n):
    e = 0
    t = 0.0
    for i in xrange(n):
        try:
            t += 1.0 / (i % 10) + (i % 3) / 2.0
        except ZeroDivisionError:
            e += 1
    return t, e


def as_keys(n):
    d = {}
    for i in xrange(n):
        k = (i % 40) * 0.25
        d[k] = d.get(k, 0) + 1
    return len(d), d[1], d[2.5]


class P(object):
    def __init__(self):
        self.x, self.v = 1.0, 0.0

    def step(self, dt):
        a = -self.x
        self.v += a * dt
        self.x += self.v * dt


def oscillator(n):
    p = P()
    for i in xrange(n):
        p.step(0.01)
    return p.x, p.v


for f in [integrate, newton, kahan, logistic, special, floor_mod, conversions, powers, int_to_float, overflow_to_inf, division, as_keys, oscillator]:
    print f.__name__, repr(f(20000))
x = 0
for i in xrange(20000):
    x += 0.1
print repr(x)
for i in xrange(20000):
    x = -x if i % 3 else x * 0.5 + i
print repr(x)
