# Arithmetic on numbers of many digits.
a = 123456789012345678901234567890
b = 987654321098765432109876543210
print a + b, a - b, b - a, a * b, b // a, b % a, -a, +a, abs(-b), divmod(b, a), divmod(-b, a), divmod(b, -a)
print a == a + 0, a < b, a > b, a != b, cmp(a, b), a <= a, a >= b, a == 5, a > 5, 5 < a, a > 1e10, a < 1e40, a == float(a)
print a << 10, a >> 10, -a >> 10, a >> 200, -a >> 200, a & b, a | b, a ^ b, ~a, a & -b, -a | b, -a ^ -b, a & 0xFF, a | 1
print a ** 3, pow(a, 5, b), a ** 0, (-a) ** 3, int(str(a)) == a, long(repr(a)[:-1]) == a, hex(a), oct(b), bin(a)[:20]


def factorial(n):
    r = 1
    for i in range(2, n + 1):
        r *= i
    return r


f = factorial(100)
print f
print f / factorial(98), f % (10 ** 9 + 7), len(str(factorial(500)))


def fib(n):
    x, y = 0, 1
    for i in xrange(n):
        x, y = y, x + y
    return x


print fib(90), fib(93), fib(100), fib(300)
assert fib(300) == fib(150) * (fib(149) + fib(151))


def isqrt(n):
    x = n
    y = (x + 1) // 2
    while y < x:
        x, y = y, (y + n // y) // 2
    return x


print isqrt(10 ** 60), isqrt(2 * 10 ** 80)


def pi_digits(n):
    """Machin's formula in whole numbers."""
    unity = 10 ** (n + 10)

    def arctan_inverse(x):
        total = term = unity // x
        k, sign = 3, -1
        while term:
            term //= x * x
            total += sign * (term // k)
            k, sign = k + 2, -sign
        return total
    return (4 * (4 * arctan_inverse(5) - arctan_inverse(239))) // 10 ** 10


print pi_digits(120)


def gcd(x, y):
    while y:
        x, y = y, x % y
    return x


print gcd(a, b), gcd(factorial(30), 2 ** 100), gcd(10 ** 40, 6 ** 30)
m = (1 << 127) - 1
print m, pow(3, m - 1, m) == 1, all((m - 2) % p for p in (3, 5, 7)), pow(2, 2 ** 64, 1000007)
for base in [10 ** k for k in (17, 18, 19, 20, 27, 36, 54)]:
    assert base * base // base == base and (base + 1) * (base - 1) == base * base - 1 and str(base) == '1' + '0' * (len(str(base)) - 1)
print sum(10 ** i for i in range(40)), reduce(lambda x, y: x * 10 + y, range(1, 10) * 4)
print (2 ** 1000) % (2 ** 100 + 1), -(2 ** 200) // 3, -(2 ** 200) % 3, (2 ** 200) // -(2 ** 100), 0L * a, a * 0, a - a, type(a - a).__name__
print float(a), float(-b), int(1.5e30), hash(a), hash(-a), hash(2 ** 64), hash(2 ** 61), hash(-2 ** 63), a.bit_length(), (a * a).bit_length()
print long(2 ** 62) + 0, (2 ** 62) * 1L, bool(0L), bool(a), not a, a and 'yes', str(-a), '%d' % a, '%x' % a, '%s' % b, '%30d|' % 2 ** 10 if 0 else '%d' % (2 ** 90)
