# stats: deopts>=1
# int, then float, then long, then str in the same hot places.


def accumulate(values, start):
    total = start
    for v in values:
        total = total + v
    return total


ints = range(20000)
print accumulate(ints, 0)
print accumulate([i * 0.5 for i in ints], 0)
print accumulate(ints, 0.0)
print accumulate(ints, 2 ** 63)
print accumulate([str(i % 10) for i in range(2000)], '')[:30]
print accumulate([[i] for i in range(10)], [])
print accumulate([(i,) for i in range(5)], ())
print accumulate([True, False, True], 0), accumulate([u'a', u'b'], ''), accumulate([1j, 2], 0)
try:
    accumulate([1, 'x'], 0)
except TypeError as e:
    print e
print accumulate(ints, 0)


def changes_midway(n):
    x = 0
    history = []
    for i in xrange(n):
        if i == n // 4:
            x = float(x)
        elif i == n // 2:
            x = long(x)
        elif i == 3 * n // 4:
            x = str(x % 1000)
        if isinstance(x, str):
            x = x + 'a' if len(x) < 10 else x[1:]
        else:
            x = x + 1
        if i % (n // 8) == n // 8 - 1:
            history.append((type(x).__name__, x))
    return history


for row in changes_midway(40000):
    print row


def compare(a, b):
    return (a < b) + 2 * (a == b) + 4 * (a > b)


out = 0
for i in xrange(30000):
    out += compare(i % 7, 3)
print out, [compare(a, b) for a in (1, 1.0, 'a', None, 2L, [1], (1,)) for b in (1, 2.0, 'b', None, 1L)]


def divide(a, b):
    return a / b, a // b, a % b


t = 0
for i in xrange(1, 20000):
    q, f, m = divide(i * 7, i % 13 + 1)
    t += q + m
print t, divide(7, 2), divide(7.0, 2), divide(-7, 2), divide(7, -2.0), divide(2 ** 70, 3), divide(True, 2)
for bad in [(1, 0), (1.0, 0), (1L, 0), ('a', 1)]:
    try:
        print divide(*bad)
    except (ZeroDivisionError, TypeError) as e:
        print type(e).__name__, e


def alternating(n):
    r = 0
    for i in xrange(n):
        v = i if i % 3 else i * 0.25
        r += v
        if i % 1000 == 0:
            r = int(r)
    return r


print alternating(30000)


def truth(values):
    n = 0
    for v in values:
        if v:
            n += 1
        if not v:
            n += 1000000
    return n


print truth(range(20000)), truth([0.0, 1.5] * 5000), truth(['', 'a', [], [0], None, {}, {1: 1}, 0L, ()]), truth(xrange(20000))
