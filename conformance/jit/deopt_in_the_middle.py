# stats: deopts>=1
# Assumptions fail at every position inside an expression, a call, a try.


class Int(int):
    def __add__(self, o):
        return Int(int(self) + o + 1000)

    __radd__ = __add__


def arith(a, b, c):
    return (a + b) * c - (a - b) + (c + a)


def run(n, special):
    t = 0
    for i in xrange(n):
        t += arith(i, 2, 3)
    t2 = []
    for s in special:
        t2.append(arith(*s))
    for i in xrange(100):
        t += arith(i, 2, 3)
    return t, t2


print run(20000, [(1.5, 2, 3), (1, 2.5, 3), (1, 2, 3.5), (2 ** 62, 2 ** 62, 1), (1, 2, 2 ** 63), (Int(1), 2, 3), (1, Int(2), 3), (True, False, 2)])
log = []


def effect(x):
    log.append(x)
    return x


def with_effects(a, b):
    """Nothing that was done may be done again."""
    l = [effect('first')]
    l.append(effect(a) + effect(b))
    effect('last')
    return l


for i in xrange(20000):
    with_effects(i, 1)
del log[:]
print with_effects(1.5, 1), with_effects('a', 'b'), with_effects(2 ** 63 - 1, 1), log
del log[:]
try:
    with_effects(1, 'x')
except TypeError as e:
    print e, log


def counts_appends(n):
    l = []
    for i in xrange(n):
        l.append(i if i != n - 3 else 0.5)
        l[-1] += 1
        l[-1] = l[-1] * 2
    return len(l), l[-5:]


print counts_appends(20000)


def in_try(values):
    out = []
    for v in values:
        try:
            r = v + 1
            r = r * 2
        except TypeError:
            r = 'caught'
        else:
            r = r - 1
        finally:
            out.append(r)
    return out


print sum(in_try(range(20000))), in_try([1, 2.5, 'x', None, 2 ** 63, [1], Int(5), True, 1L])


def nested_calls(i):
    return add3(add3(i, 1, 2), add3(i, i, i), 3)


def add3(a, b, c):
    return a + b + c


t = 0
for i in xrange(20000):
    t += nested_calls(i)
print t, nested_calls(0.5), nested_calls(2 ** 62), nested_calls(Int(1)), add3('a', 'b', 'c'), add3([1], [2], [3])


def many_live(n):
    a, b, c, d, e, f, g, h = 1, 2.0, 'c', [4], (5,), {6: 6}, None, True
    for i in xrange(n):
        a = a + 1
        b = b * 1.0001
        c = c if i % 2 else c
        d[0] = i
        e = (i,)
        f[6] = i
        h = not h
        if i == n - 1:
            a = a + 0.5
            g = a + i
    return a, round(b, 3), c, d, e, f, g, h


print many_live(20000)


def stack_temps(n):
    out = 0
    for i in xrange(n):
        x = i if i < n - 1 else 'end'
        try:
            out += len([i, i + 1, (i, i * 2, [i])]) + x + {'k': i}['k'] * 2 - abs(-i)
        except TypeError:
            out = -out
    return out


print stack_temps(20000)


def comparison_chain(a, b, c):
    return a < b < c, a == b != c, not a <= c


r = 0
for i in xrange(20000):
    x, y, z = comparison_chain(i % 5, 3, i % 7)
    r += x + 2 * y + 4 * z
print r, comparison_chain(1.5, 2, 3L), comparison_chain('a', 'b', 'c'), comparison_chain(None, 1, 'x'), comparison_chain([1], [2], [3])


def unpacking(p):
    (a, b), c = p
    return a + b + c


t = 0
for i in xrange(20000):
    t += unpacking(((i, 1), 2))
print t, unpacking(([1, 2], 3)), unpacking(('ab', 'c')), unpacking(({1: 0, 2: 0}, 4)), unpacking((iter([5, 6]), 7))
for bad in [((1,), 2), (1, 2), ((1, 2, 3), 4), 5, ((1, 2), 'x')]:
    try:
        unpacking(bad)
    except (ValueError, TypeError) as e:
        print e
