# Comprehensions, generator expressions and nested ones whose members change type in the middle, whose globals and
# builtins are replaced from inside, and that raise half way; what was gathered so far stays.
import __builtin__
def sq(x): return x * x
def build(xs): return [sq(x) + 1 for x in xs]
ints = range(2000)
print sum(build(ints))
print build(ints[:3] + [2.5, 1L << 70, 2 + 1j, True])
try: build(ints + ['a'])
except TypeError, e: print e
mixed = ints[:1000] + [float(i) for i in ints[:500]] + [long(i) for i in ints[:500]]
r = build(mixed); print sum(r), [type(x).__name__ for x in (r[0], r[1000], r[1500], r[-1])]
class Counting(object):
    n = 0
    def __mul__(self, o): Counting.n += 1; return Counting.n
print sum(build([Counting()] * 1000)), Counting.n
def nested(m): return [[v * c for v in row if v] for c, row in enumerate(m)]
m = [range(30) for _ in xrange(60)]
m[40][7] = 0.5; m[50][3] = 'xy'; m[55] = (1, [2], u'z')
r = nested(m); print r[40][5:8], r[50][2][:8], r[55][1][:3], r[55][2][:4], sum(len(q) for q in r)
def dicts(xs): return {x % 7: x // 2 for x in xs if x != 3}
print dicts(ints), dicts(ints + [1.5]), dicts([10 ** 30 + 1])
def sets(xs): return sorted({abs(x) for x in xs})
print sets(ints)[-1], sets([-1, 1, -1.0, 2L]), sets([True, 1.0, 1])
def swap(x):
    global sq
    if x == 1000: sq = lambda v: -v
    return x
r = [sq(swap(x)) for x in ints]; print r[999], r[1000], r[1001], x
def shadow(x):
    if x == 500: __builtin__.abs = lambda v: 'shadowed'
    if x == 502: __builtin__.abs = old
    return x
old = abs
def uses(xs): return [abs(shadow(x)) for x in xs]
print uses(ints)[498:504]
log = []
def half(xs):
    for x in xs:
        log.append(x)
        if len(log) == 700: raise KeyError(x)
        yield x
try: print [y + 1 for y in half(ints)]
except KeyError, e: print e, len(log), log[-1]
def genexp(xs): return sum(x * 2 for x in xs)
print genexp(ints), genexp(ints + [0.25]), genexp([1 << 62] * 4)
it = (10 // (x - 900) for x in ints)
got = []
try:
    for g in it: got.append(g)
except ZeroDivisionError: print len(got), list(it)
def cells(n):
    fs = [lambda: i for i in xrange(n)]
    gs = list((lambda: j) for j in xrange(n))
    return set(f() for f in fs), [g() for g in gs][::n // 2]
print cells(1000)
def leaks(n):
    [k for k in xrange(n)]; a = k
    [k for k in ()]; b = k
    try: [1 / (5 - k) for k in xrange(n)]
    except ZeroDivisionError: return a, b, k
print leaks(3000)
def condition(xs): return [x for x in xs if x if not x % 3 if x > 5]
class Truth(object):
    def __init__(self, v): self.v = v
    def __nonzero__(self): return self.v % 2 == 1
    def __mod__(self, o): return self.v % o
    def __cmp__(self, o): return cmp(self.v, o)
print sum(condition(ints)), [t.v for t in condition([Truth(i) for i in range(40)])], condition([6.0, 7.5, 9L, None, '', 'ab'][:5])
def zipped(a, b): return [(x, y, x + y) for x in a for y in b if (x + y) % 5 == 0]
print len(zipped(range(50), range(50))), zipped([1, 2.5], [4, 2.5, 4L]), zipped('', 1)
