# Arithmetic in hot loops whose operands drift: int to long and back, bool, float, complex, Fraction, own classes, division by what becomes zero, shifts that get too big.
from fractions import Fraction
class N(object):
    def __init__(s, v): s.v = v
    def __add__(s, o): return N(s.v + (o.v if isinstance(o, N) else o))
    __radd__ = __add__
    def __mul__(s, o): return N(s.v * 2)
    def __rmul__(s, o): return N(s.v * 3)
    def __neg__(s): return N(-s.v)
    def __lt__(s, o): return s.v < (o.v if isinstance(o, N) else o)
    def __int__(s): return int(s.v)
    def __float__(s): return 0.25
    def __nonzero__(s): return s.v > 0
    def __mod__(s, o): return NotImplemented
    def __rmod__(s, o): return 'rmod'
    def __cmp__(s, o): return 1
    def __repr__(s): return 'N(%s)' % s.v
kinds = [1, True, 2**40, 2**62, 2**63 - 1, -2**63, 2**64, 3L, 0.5, -0.0, 1e308, 1j, Fraction(1, 3), N(4)]
def ops(f, n=600):
    out = []
    for k in kinds:
        acc = 3
        for i in xrange(n // len(kinds)): acc = f(7, i)
        try: acc = f(k, 3)
        except Exception as e: acc = type(e).__name__ + ' ' + str(e)
        try: b = f(3, k)
        except Exception as e: b = type(e).__name__ + ' ' + str(e)
        out.append('%r/%r' % (acc, b))
    return out
fs = [lambda a, b: a + b, lambda a, b: a - b, lambda a, b: a * b, lambda a, b: a // (b or 1), lambda a, b: a % (b or 1), lambda a, b: a / (b or 1), lambda a, b: a < b, lambda a, b: a == b, lambda a, b: -a, lambda a, b: a and b, lambda a, b: a & b, lambda a, b: a ^ b, lambda a, b: a >> (b & 3 if isinstance(b, int) else b), lambda a, b: abs(a), lambda a, b: ~a, lambda a, b: int(a), lambda a, b: float(a), lambda a, b: divmod(a, b or 2), lambda a, b: max(a, b), lambda a, b: cmp(a, b), lambda a, b: a != b or a, lambda a, b: hash(a) if not isinstance(a, N) else 0, lambda a, b: a * a - a]
for i, f in enumerate(fs):
    print i, ' '.join(ops(f))
def grow(n):
    x = 1; y = 1.0; z = 1; out = []
    for i in xrange(n):
        x = x * 3 + 1
        if i % 100 == 99: out.append((type(x).__name__, x % 1000007)); x = x >> (x.bit_length() - 5) if x else 1
        y = y * 1.5 - 0.25
        if y > 1e300: y = 1
        z = (z << 1) ^ i; z &= 0xffffffffffffffff
    return out[-3:], repr(y), z
print grow(3000)
def borders(n):
    c = []
    for start in (2**31 - 1500, 2**49 - 1500, 2**50 - 1500, 2**62 - 1500, 2**63 - 1500, -2**49 + 1500, -2**63 + 1500):
        x = start; d = 1 if start > 0 else -1; t = 0
        for i in xrange(n):
            x += d; t ^= x & 255; t += (x * 2 == x + x) + (-x == 0 - x) + (x - 1 < x) + (x // 2 * 2 + x % 2 == x) + (abs(x) >= x)
        c.append((x, type(x).__name__, t))
    return c
for r in borders(3000): print r
def div(n):
    errs = []
    for i in xrange(n):
        d = n - 1 - i if i > n - 10 else 3
        v = 10 if i % 3 == 0 else 10.0 if i % 3 == 1 else 10L
        for f in (lambda a, b: a / b, lambda a, b: a % b, lambda a, b: a // b, divmod):
            try: f(v, d)
            except ZeroDivisionError as e: errs.append(str(e))
    return errs
print div(600)
def shift(n):
    out = []
    for i in xrange(n):
        k = i % 20 if i < n - 4 else (64, 70L, -1, 1.5)[i - n]
        try: r = (1 << k, 2**70 >> k, -1 >> k, (i & 7) << k)
        except Exception as e: r = '%s %s' % (type(e).__name__, e)
        if i > n - 6: out.append(r)
    return out
print shift(2000)
def powers(n):
    out = []
    for i in xrange(n):
        b, e = (2, i % 10) if i < n - 8 else [(2, -1), (2.0, 3), (0, 0), (0, -1), (-8, 1 / 3.0), (2, 100), (True, 5), (2, 0.5)][i - n]
        try: r = (b ** e, pow(b, e))
        except Exception as x: r = '%s %s' % (type(x).__name__, x)
        if i > n - 10: out.append(r)
    return out
print powers(1500)
def accumulate(n):
    a = b = c = 0; d = 0.0
    for i in xrange(n):
        a += i * i; b -= i << 20; c = c * 31 + i & 0x3fffffff; d += i / 7.0
        if i == 1000: a = float(a)
        if i == 2000: b = Fraction(b); c = long(c)
        if i == 2500: d = complex(d)
    return a, b, c, d
print accumulate(2600)
