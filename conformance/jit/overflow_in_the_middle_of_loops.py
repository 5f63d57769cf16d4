# Integers that leave the machine word in the middle of hot loops, in each operator and inplace form, come back to it, and
# meet shifts, negation, abs, divmod, powers and comparisons on the border.
import sys
M = sys.maxint
def show(*a): print ' '.join('%s:%s' % (type(x).__name__, x) for x in a)
def add(n, step):
    x = M - n * step // 2
    first = None
    for i in xrange(n):
        x += step
        if first is None and type(x) is long: first = i
    return x, first
show(*add(4000, 3)); show(*add(4000, 1 << 40))
def sub(n):
    x = -M - 1 + n // 2; c = 0
    for i in xrange(n):
        x = x - 1
        c += type(x) is long
    while x < -M - 1: x += 7; c += isinstance(x, long)
    return x, c, int(x)
show(*sub(3000))
def mul(n):
    out = set(); x = 1
    for i in xrange(n):
        x = x * 3
        out.add(type(x).__name__)
        if x > M: x = x // M - 5
    return x, sorted(out)
print mul(3000)
def lcg(n):
    s = 12345; acc = 0
    for i in xrange(n):
        s = (s * 6364136223846793005 + 1442695040888963407) & 0xFFFFFFFFFFFFFFFF
        acc ^= s >> 33
        acc += s & 1
    return s, acc
show(*lcg(4000))
def shifts(n):
    t = 0; kinds = [0, 0]
    for i in xrange(n):
        v = (i + 1) << (i % 70)
        kinds[type(v) is long] += 1
        t ^= v >> (i % 67)
    return t, kinds
print shifts(3000)
def signs(n):
    x = -M - 1; out = []
    for i in xrange(n):
        v = (-x, abs(x), x * -1, x // -1, divmod(x, -1), ~x, x - 1, +x, x % -1, -(x + 1))
        if not out or out[-1] != v: out.append(v)
        x = -M - 1 if i % 2 else -M
    return out
r = signs(2000); print len(r), r[0], r[1], [type(a).__name__ for a in r[0] if not isinstance(a, tuple)]
def powers(n):
    counts = {}
    for i in xrange(n):
        v = (i % 50) ** (i % 23)
        k = type(v).__name__, v > M
        counts[k] = counts.get(k, 0) + 1
    return sorted(counts.items())
print powers(3000)
def compares(n):
    r = 0; big = M
    for i in xrange(n):
        if i == n // 2: big += 1
        if i == n // 2 + 100: big = float(big)
        r += (big > M) + (big == M) * 2 + (big >= M + 1) * 4 + (M < big) * 8
    return r, big
print compares(3000)
def fact(n):
    r = 1
    for i in xrange(1, n): r *= i
    while n > 1: n -= 1; r //= n
    return r
show(fact(200))
def hashes(s):
    h = 5381
    for c in s: h = h * 33 ^ ord(c)
    return h
def fnv(s):
    h = 14695981039346656037
    for c in s: h = (h ^ ord(c)) * 1099511628211 % (1 << 64)
    return h
print hashes('abc' * 5) , fnv('hello world' * 50), hashes('x' * 30) % 1000003
def mixed(n):
    a, b = 0, 1; kinds = ''
    for i in xrange(n):
        a, b = b, a + b
        if b > 1 << 80: b %= 1000
        k = type(b).__name__[0]
        if not kinds.endswith(k): kinds += k
    return a, b, kinds[:12], len(kinds)
print mixed(3000)
def ranged(n):
    t = 0
    for k in xrange(n):
        for i in xrange(M - 2, M): t += i
        t -= 2 * M
    return t
show(ranged(1000))
def counters(n):
    d = {}; l = [M - 10] * 3
    class C(object): v = M - n // 2
    c = C()
    for i in xrange(n): c.v += 1; l[i % 3] += 1; d[i % 5] = d.get(i % 5, M - 3) + 1
    return c.v, l, sorted(d.values()), type(c.v).__name__
print counters(2000)
