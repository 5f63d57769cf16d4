# Unpacking and chained targets.
a, b = 1, 2
a, b = b, a
print a, b
(a, b), c = [3, 4], 5
print a, b, c
[a, [b, (c, d)]] = 'x', ('y', 'zw')
print a, b, c, d
a = b = c = []
a.append(1)
print a, b, c, a is b is c
x = y, z = 1, 2
print x, y, z
i = 0
l = [0, 1, 2]
i, l[i] = 2, 'set'
print i, l
i = l[i] = 1
print i, l
for i, (j, k) in [(1, (2, 3)), (4, 'ab')]:
    print i, j, k,
print
for l[0] in 'pq':
    print l,
print
a, = [9]
print a
[a] = (8,)
print a
(a) = 7
print a
d = {}
d['x'], d['y'] = 'xy'
print sorted(d.items())


class A(object):
    pass


o = A()
o.p, o.q = o.r = 'ab'
print o.p, o.q, o.r
l = range(10)
l[2:4], l[0] = 'ab', 'z'
print l
l[::3] = [0, 0, 0, 0]
print l
for bad in ['a, b = 1, 2, 3', 'a, b = [1]', 'a, b = 5', 'a, b, c = "xy"', '(a, b), c = 1, 2',
            'a, b = {1: 2}', 'a, b = iter([1, 2, 3])', 'a, = ()', 'a, b = None']:
    try:
        exec bad
    except (ValueError, TypeError) as e:
        print type(e).__name__, e
a, b = {'only': 1, 'two': 2}
print sorted([a, b])


def gen():
    yield 1
    yield 2
    print 'asked for a third'


a, b = gen()
print a, b
a, b = b, a = 1, 2
print a, b
