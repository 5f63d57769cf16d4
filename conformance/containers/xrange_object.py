# xrange.
x = xrange(10)
print x, len(x), x[0], x[-1], x[3], list(x), 5 in x, 50 in x, list(reversed(x)), xrange(3, 7), xrange(10, 0, -3), list(xrange(10, 0, -3)), xrange(5, 5), list(xrange(5, 2)), len(xrange(0, 10, 3)), list(xrange(0, 10, 3))
for r in [xrange(0), xrange(-3), xrange(2, -2), xrange(1, 2, 5), xrange(-5, 5, 4), xrange(5, -5, -4), xrange(0, -10, -1)]:
    print r, list(r), len(r), [r[i] for i in range(len(r))], [r[-i - 1] for i in range(len(r))]
for bad in ["xrange()", "xrange(1, 2, 0)", "xrange('a')", "xrange(1.5)", "xrange(1, 2.5)", "xrange(1, 2, 3, 4)", "xrange(10)[10]", "xrange(10)[-11]", "xrange(10)['a']", "xrange(5)[1:2]", "xrange(10 ** 30)", "xrange(5) + xrange(5)", "xrange(5) * 2", "xrange(5).x", "len(xrange(-2 ** 63, 2 ** 63 - 1))", "xrange(None)", "range(1, 2, 0)", "range('a')", "range(1.5)", "range(10 ** 30)", "range(1, 2.5)", "xrange(stop=5)", "xrange(5) == xrange(5)", "xrange(3) < xrange(4) or True", "xrange(5).next", "xrange(5).index", "xrange(2 ** 63 - 2, 2 ** 63 - 1)[0]", "range(10 ** 20, 10 ** 20 + 3)", "range(10 ** 20, 10 ** 20 + 10 ** 10, 10 ** 10 / 2)"]:
    try:
        print bad, eval(bad)
    except Exception as e:
        print bad, type(e).__name__, e
it = iter(xrange(3))
print it.next(), next(it), next(it), next(it, 'end'), type(it).__name__, iter(x) is not iter(x), iter(it) is it, it.__length_hint__(), type(reversed(x)).__name__
total = 0
for i in xrange(1000):
    if i % 2:
        continue
    if i > 500:
        break
    total += i
else:
    print 'no'
print total, i
for i in xrange(3):
    for j in xrange(i, 3):
        print i * j,
print
for i in xrange(2 ** 62, 2 ** 62 + 2):
    print i, type(i).__name__,
print
for i in xrange(-2 ** 63, -2 ** 63 + 2):
    print i,
print
print sum(xrange(101)), max(xrange(5)), min(xrange(3, 9)), sorted(xrange(3, 0, -1)), tuple(xrange(3)), set(xrange(3)), zip(xrange(2), 'ab'), map(lambda v: v * v, xrange(4)), list(enumerate(xrange(2, 4))), [xrange(5)[True]], xrange(2L), xrange(True), bool(xrange(0)), bool(xrange(1)), dict.fromkeys(xrange(2)), ''.join(str(v) for v in xrange(5)), repr(xrange(0, 5, 1)), repr(xrange(0, 7, 2)), str(xrange(1, 10))
print range(3), range(2, 5), range(5, 0, -2), range(0), range(5, 5), range(True), range(3L), range(-3, 3, 2), range(2 ** 63 - 2, 2 ** 63 + 1), type(range(1)[0]).__name__, range(10)[::3], range(4) == [0, 1, 2, 3], range(3) + [9], len(range(100)), isinstance(range(1), list)
