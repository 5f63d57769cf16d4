# Numbers written in other bases and as continued fractions, modular arithmetic, exact roots: ints, longs and floats mixed.
import math
from fractions import gcd, Fraction


def digits(n, base):
    sign, n = '-' if n < 0 else '', abs(n)
    out = []
    while True:
        n, d = divmod(n, base)
        out.append('0123456789abcdefghijklmnopqrstuvwxyz'[d])
        if not n:
            return sign + ''.join(reversed(out))


for n in 0, 1, -1, 255, -256, 2 ** 31, -2 ** 63, 10 ** 25, -(3 ** 60):
    for base in 2, 3, 7, 10, 16, 36:
        text = digits(n, base)
        assert int(text, base) == n == long(text, base), (n, base)
    print digits(n, 36), digits(n, 7), bin(n), oct(n), hex(n), n.bit_length()


def continued(x, limit=12):
    out = []
    for _ in range(limit):
        whole = int(math.floor(x))
        out.append(whole)
        x -= whole
        if not x:
            break
        x = 1 / x
    return out


def convergents(terms):
    p, q, p1, q1 = 1, 0, terms[0], 1
    yield p1, q1
    for a in terms[1:]:
        p, q, p1, q1 = p1, q1, a * p1 + p, a * q1 + q
        yield p1, q1


for x in Fraction(649, 200), Fraction(-7, 3), Fraction(415, 93), 0.5, 3.25, math.sqrt(2), math.pi, -1.5:
    terms = continued(x)
    print terms, list(convergents(terms))[-1], repr(x)


def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) >> 1
        if y >= x:
            return x
        x = y


print [isqrt(n) for n in (1, 2, 15, 16, 17, 10 ** 18, 10 ** 30 - 1)], isqrt(2 * 10 ** 60)


def extended(a, b):
    x, y, u, v = 1, 0, 0, 1
    while b:
        q, r = divmod(a, b)
        a, b, x, y, u, v = b, r, u, v, x - q * u, y - q * v
    return a, x, y


def crt(pairs):
    x, m = 0, 1
    for r, n in pairs:
        g, p, _ = extended(m, n)
        if (r - x) % g:
            return None
        x += m * ((r - x) // g * p % (n // g))
        m *= n // g
    return x % m, m


for a, b in (240, 46), (-17, 5), (0, 9), (2 ** 70, 3 ** 40), (12, -18):
    g, x, y = extended(a, b)
    print g, x, y, a * x + b * y == g, gcd(a, b)
print crt([(2, 3), (3, 5), (2, 7)]), crt([(1, 4), (3, 6)]), crt([(1, 4), (2, 6)]), crt([(5, 2 ** 61 - 1), (7, 2 ** 31 - 1)])
print [pow(a, b, m) for a, b, m in ((2, 10, 7), (-2, 3, 5), (3, 0, -4), (7L, 2 ** 65, 10 ** 9 + 7), (2, 3, -5), (0, 0, 1))]
for a, b, m in (2, -1, 7), (2, 3, 0), (2.0, 3, 5), (2, 3, 5.0), (2, 'x', 3), (1j, 2, 3):
    try:
        print pow(a, b, m)
    except Exception as e:
        print type(e).__name__, e
for a in 7, -7, 7L, -7.5, 2 ** 65, -2 ** 65, 0.0:
    print [(divmod(a, b), a % b, a // b) for b in (3, -3, 2.5, -2L, 2 ** 40)]
for x in 0.1, -2.5, 1e16, 123456789.125, 5e-324, 1.7976931348623157e308:
    n, d = x.as_integer_ratio()
    print n, d, n / float(d) == x if d < 2 ** 1000 else 'too small', x.hex(), float.fromhex(x.hex()) == x, round(x, 1), x.is_integer()
print [round(x, n) for x in (2.675, -0.5, 1.5, 1e22, 12345.678) for n in (0, 1, 2, -2)]
print sum([0.1] * 10), math.fsum([0.1] * 10), math.factorial(25), math.trunc(-7.9), math.hypot(3, 4), math.ldexp(0.75, 10), math.frexp(-96.0)
print cmp(2 ** 53 + 1, float(2 ** 53)), 2 ** 53 + 1 == float(2 ** 53 + 1), hash(2 ** 61) == hash(float(2 ** 61)), 1e308 * 10 > 10 ** 400
