# Long division, shifts, powers of two at digit boundaries: identities over many operands, exact results of a few.
import operator
marks = []
for k in (14, 15, 16, 29, 30, 31, 32, 59, 60, 61, 62, 63, 64, 65, 89, 90, 91, 127, 128, 300):
    for d in (-1, 0, 1):
        marks += [(1 << k) + d, -((1 << k) + d)]
h = 0
count = 0
for a in marks:
    for b in marks:
        q, r = divmod(a, b)
        assert q * b + r == a and (0 <= r < b or b < r <= 0), (a, b)
        assert a // b == q and a % b == r and -((-a) // b) * b + (a - -((-a) // b) * b) == a
        assert (a & b) + (a | b) == a + b and (a ^ b) == (a | b) - (a & b) and ~(a & b) == ~a | ~b
        h = (h * 31 + q * 7 + r + (a ^ b)) % (10 ** 18 + 9)
        count += 1
print count, h
for a in marks[::5]:
    print a, a >> 13, a >> 60, a << 3, a >> 400, (a >> 1) << 1 == a - (a & 1), hash(a), a.bit_length(), float(a) == a if abs(a) < 2 ** 53 else repr(float(a))
for f in (lambda: 1 << -1, lambda: 1L >> -1, lambda: 1 << 2 ** 70, lambda: 0 << 2 ** 30, lambda: 1 >> 2 ** 70, lambda: -1L >> 2 ** 62, lambda: 1L << 1.0, lambda: 1L // 0, lambda: 1L % 0L, lambda: divmod(1L, 0), lambda: 1L / 0.0, lambda: 10 ** 400 / 3.0, lambda: 10 ** 400 / 10 ** 399, lambda: float(10 ** 400), lambda: operator.truediv(10 ** 400, 10 ** 398), lambda: operator.truediv(1, 10 ** 400), lambda: operator.truediv(10 ** 400, 3), lambda: operator.truediv(-10 ** 310, 10 ** 5), lambda: operator.truediv(0L, -5L), lambda: operator.truediv(2 ** 53 + 1, 1), lambda: operator.truediv(5L, 0L), lambda: 10 ** 400 < float('inf'), lambda: 10 ** 400 == float('inf'), lambda: -10 ** 400 > float('-inf'), lambda: 2 ** 53 + 1 == float(2 ** 53 + 1), lambda: 2 ** 53 + 1 > float(2 ** 53), lambda: cmp(10 ** 400, float('nan')), lambda: 10 ** 20 == 1e20, lambda: 10 ** 23 == 1e23, lambda: hash(2 ** 64) == hash(2.0 ** 64)):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
for n, d in ((1, 3), (2, 3), (-1, 7), (10 ** 30, 7), (2 ** 1074 + 1, 2 ** 1074), (3, 2 ** 1075), (2 ** 54 - 1, 2), (2 ** 54 + 2, 4), (10 ** 308 * 17, 10), (1, 2 ** 1074), (1, 2 ** 1075), (3 * 2 ** 200 + 1, 2 ** 201)):
    print n if n < 10 ** 40 else 'n', repr(operator.truediv(n, d))
fib = [0, 1]
while len(fib) < 3000:
    fib.append(fib[-1] + fib[-2])
print fib[2999] % 10 ** 20, str(fib[500]), len(str(fib[2999])), sum(fib[:200]) == fib[201] - 1
x, s = 1, 0
for i in xrange(1, 4000):
    x = x * (i | 1) % (2 ** 89 - 1)
    s = (s << 1 ^ x >> i % 70) & (1 << 100) - 1
print x, s
def isqrt(n):
    x = 1 << (n.bit_length() + 1) // 2
    while True:
        y = (x + n // x) // 2
        if y >= x:
            return x
        x = y
print isqrt(2 * 10 ** 80), all(isqrt(n * n) == n and isqrt(n * n - 1) == n - 1 for n in (m for m in marks if m > 1))
