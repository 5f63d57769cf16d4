# Hot arithmetic at the borders of 2**31, 2**49, 2**62 and 2**63, through every operator, with results that leave and come back.
import operator
borders = []
for e in (31, 48, 49, 50, 62, 63):
    for d in (-1, 0, 1):
        borders.append(2**e + d); borders.append(-2**e + d)
def add(a, b): return a + b
def sub(a, b): return a - b
def mul(a, b): return a * b
def fdiv(a, b): return a // b
def mod(a, b): return a % b
def div(a, b): return a / b
def lsh(a, b): return a << b
def rsh(a, b): return a >> b
def and_(a, b): return a & b
def or_(a, b): return a | b
def xor(a, b): return a ^ b
def lt(a, b): return a < b
def eq(a, b): return a == b
def iadd(a, b): a += b; return a
def isub(a, b): a -= b; return a
def imul(a, b): a *= b; return a
def neg(a, b): return -a
def inv(a, b): return ~a
def abs_(a, b): return abs(a)
def dm(a, b): return divmod(a, b)
def pw(a, b): return a ** 2
fns = [add, sub, mul, fdiv, mod, div, and_, or_, xor, lt, eq, iadd, isub, imul, neg, inv, abs_, dm, pw]
refs = [operator.add, operator.sub, operator.mul, operator.floordiv, operator.mod, operator.div, operator.and_, operator.or_, operator.xor, operator.lt, operator.eq, operator.add, operator.sub, operator.mul, lambda a, b: operator.neg(a), lambda a, b: operator.inv(a), lambda a, b: abs(a), divmod, lambda a, b: pow(a, 2)]
for f in fns:
    for i in xrange(1, 400): f(i, 3); f(-i, 7)
def check(f, g):
    h = 0
    bad = []
    for a in borders:
        for b in (1, -1, 2, 3, -7, 2**31, 2**49 - 1, -2**49, 2**62, -2**63, 2**63):
            x, y = f(a, b), g(a, b)
            if x != y or type(x) is not type(y): bad.append((a, b, x, y))
            h = (h * 31 + hash(x)) & 0xffffffff
    return h, bad[:3]
for f, g in zip(fns, refs): print f.__name__, check(f, g)
for i in xrange(1000): lsh(i, 3); rsh(i, 3)
for a in (1, -1, 3, 2**31, 2**48, -2**49, 2**62, -2**63):
    print a, [lsh(a, b) for b in (0, 1, 17, 18, 31, 48, 49, 61, 62, 63, 64)], [rsh(a, b) for b in (0, 1, 31, 48, 49, 62, 63, 64, 200)]
def sh_err(f, a, b):
    try: return f(a, b)
    except Exception as e: return type(e).__name__, str(e)
print sh_err(lsh, 1, -1), sh_err(rsh, 1, -1), sh_err(lsh, 0, 2**40), sh_err(rsh, 5, 2**70), sh_err(rsh, -5, 2**40), sh_err(lsh, 1, 1.0), sh_err(fdiv, 1, 0), sh_err(mod, 1, 0), sh_err(dm, 2**63, 0), sh_err(lsh, True, True), sh_err(and_, 1.5, 1), sh_err(xor, True, False), sh_err(or_, True, 1)
def walk_up(start, step, n):
    r = []; x = start; last = type(x)
    for i in xrange(n):
        x += step
        if type(x) is not last: r.append((i, x, last.__name__)); last = type(x)
    return x, r
for _ in xrange(3): print walk_up(2**63 - 500 * 2**10, 2**10, 1000), walk_up(-2**63 + 500, -1, 1000), walk_up(2**49 - 500, 1, 1000), walk_up(0, 2**53, 2000)
def fact(n):
    r = 1
    for i in xrange(2, n + 1): r *= i
    return r
for _ in xrange(200): fact(15)
print fact(20), fact(21), fact(22), type(fact(20)), type(fact(21))
def fib(n):
    a, b = 0, 1
    for i in xrange(n): a, b = b, a + b
    return a
for _ in xrange(100): fib(40)
print fib(90), fib(92), fib(93), type(fib(92)), type(fib(93)), fib(200)
def collatz(n):
    c = 0
    while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; c += 1
    return c
print [collatz(n) for n in (27, 97, 2**62 - 1, 2**61 + 1, 837799)]
def mixed(l):
    t = 0
    for x in l: t = t + x
    return t
for _ in xrange(500): mixed([1, 2, 3])
print mixed([2**62, 2**62]), mixed([2**62, 2**62, -2**63, 1]), mixed([1, 2.5]), mixed([True, True]), mixed([1L, 2]), mixed([1j, 2]), mixed([2**53, 1.0, 1]), mixed([2**63 - 1, 1, -1, -2**63])
def bits(x):
    n = 0
    while x: x &= x - 1; n += 1
    return n
for i in xrange(500): bits(i)
print bits(2**63 - 1), bits(2**49 - 1), bits(2**70 - 1), bits(2**63)
def lcg(n):
    x = 12345
    for i in xrange(n): x = (x * 6364136223846793005 + 1442695040888963407) & 0xffffffffffffffff
    return x
print lcg(2000), type(lcg(10))
def cmpchain(a, b, c): return a < b < c, a <= b != c, a == b, cmp(a, b), max(a, b, c), min(a, b, c)
for i in xrange(1000): cmpchain(i, i + 1, i + 2)
print cmpchain(2**63 - 1, 2**63, 2**63 + 1), cmpchain(2**53, float(2**53), 2**53 + 1), cmpchain(-2**63, -2**63 - 1, 0.5), cmpchain(float('nan'), 1, 2**70), cmpchain(2**1100, float('inf'), 0), cmpchain(1, True, 1L)
