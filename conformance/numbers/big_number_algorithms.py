# Algorithms on big numbers as people write them: digits of pi by a spigot, Miller-Rabin, Pollard's rho, continued
# fractions, integer roots, CRT, RSA by hand, factorials by halves, base conversions, Karatsuba checked against *.
import itertools, operator
def pi_digits(n):
    q, r, t, k, m, x = 1, 0, 1, 1, 3, 3
    out = []
    while len(out) < n:
        if 4 * q + r - t < m * t: out.append(m); q, r, m = 10 * q, 10 * (r - m * t), (10 * (3 * q + r)) // t - 10 * m
        else: q, r, t, k, m, x = q * k, (2 * q + r) * x, t * x, k + 1, (q * (7 * k + 2) + r * x) // (t * x), x + 2
    return ''.join(map(str, out))
print pi_digits(120)
def isqrt(n):
    if n < 0: raise ValueError('negative')
    x = 1 << (n.bit_length() + 1) // 2 + 1
    while True:
        y = (x + n // x) >> 1
        if y >= x: return x
        x = y
def iroot(k, n):
    lo, hi = 0, 1 << (n.bit_length() // k + 1)
    while lo < hi:
        mid = (lo + hi + 1) >> 1
        if mid ** k <= n: lo = mid
        else: hi = mid - 1
    return lo
print isqrt(2 * 10 ** 100), [isqrt(i * i - 1) - i for i in (2, 10 ** 9, 10 ** 30)], iroot(5, 3 ** 200) == 3 ** 40, iroot(7, 10 ** 77 - 1)
def is_prime(n, bases=(2, 3, 5, 7, 11, 13, 17, 19, 23, 29, 31, 37)):
    if n < 2: return False
    for p in bases:
        if n % p == 0: return n == p
    d, s = n - 1, 0
    while not d & 1: d >>= 1; s += 1
    for a in bases:
        x = pow(a, d, n)
        if x in (1, n - 1): continue
        for _ in xrange(s - 1):
            x = x * x % n
            if x == n - 1: break
        else: return False
    return True
print [n for n in xrange(2, 60) if is_prime(n)], [p for p in xrange(2, 130) if is_prime((1 << p) - 1)], is_prime(2 ** 255 - 19), is_prime(3215031751), is_prime(10 ** 40 + 121)
def gcd(a, b):
    while b: a, b = b, a % b
    return a
def egcd(a, b): return (a, 1, 0) if not b else (lambda g, x, y: (g, y, x - a // b * y))(*egcd(b, a % b))
def inverse(a, m):
    g, x, _ = egcd(a, m)
    if g != 1: raise ZeroDivisionError('%d has no inverse' % a)
    return x % m
def rho(n):
    if n % 2 == 0: return 2
    for c in itertools.count(1):
        x = y = 2; d = 1
        while d == 1: x = (x * x + c) % n; y = (y * y + c) % n; y = (y * y + c) % n; d = gcd(abs(x - y), n)
        if d != n: return d
def factor(n):
    if n == 1: return []
    if is_prime(n): return [n]
    d = rho(n); return sorted(factor(d) + factor(n // d))
for n in (600851475143, 2 ** 64 + 1, 10 ** 15 + 1, -(-360), 999999000001 * 2 ** 10): print n, '*'.join(map(str, factor(n)))
p, q = 2 ** 89 - 1, 2 ** 107 - 1; N, e = p * q, 65537; d = inverse(e, (p - 1) * (q - 1))
msg = int('attack at dawn'.encode('hex'), 16); c = pow(msg, e, N); print '%x' % c, ('%x' % pow(c, d, N)).decode('hex'), type(d).__name__
try: inverse(6, 9)
except ZeroDivisionError, err: print err
def crt(rs, ms): M = reduce(operator.mul, ms); return sum(r * (M // m) * inverse(M // m, m) for r, m in zip(rs, ms)) % M
print crt([2, 3, 2], [3, 5, 7]), crt([-1] * 6, [2 ** 31 - 1, 2 ** 32, 2 ** 33 - 9, 10 ** 18 + 9, 3 ** 40, 5 ** 25])
def cf(num, den):
    while den: a, r = divmod(num, den); yield a; num, den = den, r
def convergents(terms):
    h, k, h1, k1 = 1, 0, 0, 1
    for a in terms: h, h1 = a * h + h1, h; k, k1 = a * k + k1, k; yield h, k
print list(cf(-415, 93)), list(convergents(cf(314159265358979, 10 ** 14)))[:5], list(cf(10 ** 20 + 1, 10 ** 19 + 7))
def pell(d):
    a0 = a = isqrt(d); m, q = 0, 1; h, h1, k, k1 = a, 1, 1, 0
    while h * h - d * k * k != 1:
        m = a * q - m; q = (d - m * m) // q; a = (a0 + m) // q
        h, h1, k, k1 = a * h + h1, h, a * k + k1, k
    return h, k
print pell(61), pell(109), pell(991)
def fact(lo, hi): return lo if lo == hi else fact(lo, (lo + hi) // 2) * fact((lo + hi) // 2 + 1, hi)
f = fact(1, 300); print f == reduce(operator.mul, xrange(1, 301)), len(str(f)), f % (10 ** 9 + 7), sum(map(int, str(f))), hash(f) == hash(int(str(f))), bin(f).count('1')
def karatsuba(x, y):
    if x < 0 or y < 0: return (1 if (x < 0) == (y < 0) else -1) * karatsuba(abs(x), abs(y))
    if x < 1 << 64 or y < 1 << 64: return x * y
    n = max(x.bit_length(), y.bit_length()) >> 1; mask = (1 << n) - 1
    a, b, c, dd = x >> n, x & mask, y >> n, y & mask
    hi, lo = karatsuba(a, c), karatsuba(b, dd)
    return (hi << 2 * n) + (karatsuba(a + b, c + dd) - hi - lo << n) + lo
x = 7 ** 600; print all(karatsuba(s * x + i, t * x - i) == (s * x + i) * (t * x - i) for i in (0, 1, 10 ** 50) for s in (1, -1) for t in (3, -5))
DIG = '0123456789abcdefghijklmnopqrstuvwxyz'
def base(n, b): return (n < 0) * '-' + (base2(abs(n), b) or '0')
def base2(n, b):
    out = []
    while n: n, r = divmod(n, b); out.append(DIG[r])
    return ''.join(reversed(out))
print [b for b in range(2, 37) if int(base(-x, b), b) != -x], base(x, 36)[:20], base(0, 7), base(-255, 16), '%x' % x == base(x, 16), '%o' % x == base(x, 8)
def fibpair(n):
    if n == 0: return 0, 1
    a, b = fibpair(n >> 1); c = a * (2 * b - a); d = a * a + b * b
    return (d, c + d) if n & 1 else (c, d)
print fibpair(100), fibpair(1000)[0] % 10 ** 20, fibpair(93), map(type, fibpair(90)), len(str(fibpair(4000)[0]))
def collatz(n):
    k = 0
    while n != 1: n = n >> 1 if n & 1 == 0 else 3 * n + 1; k += 1
    return k
print collatz(27), collatz(2 ** 61 - 1), collatz(10 ** 25 + 7), max((collatz(i), i) for i in xrange(1, 600))
