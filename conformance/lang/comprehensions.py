# List comprehensions, and the variable that they leave behind.
x = 'before'
l = [x for x in range(5)]
print l, x
print [i * i for i in range(10) if i % 2], i
print [(a, b) for a in 'ab' for b in range(2)]
print [a + b for a in 'xy' if a == 'x' for b in 'pq' if b != 'z']
print [[c for c in range(r)] for r in range(4)]
print [m for m in [1, 2, 3] if m > 1 if m < 3]
print [p for p in 1, 2, 3]
print [q for q in lambda: 1, lambda: 2 if 1][0]()
print [y for y in (z for z in range(3))]
print [s.upper() for s in 'a,b,c'.split(',')]
print [k + v for k, v in [('a', 'b'), ('c', 'd')]], k, v
print [u for (u, (v, w)) in [(1, (2, 3))]], [w for u, w in {1: 2}.items()]


def f():
    r = [n for n in range(3)]
    return n, sorted(locals())


print f()


def empty():
    [never for never in []]
    try:
        never
    except UnboundLocalError as e:
        return e


print empty()


def nested_same():
    return [[i for i in range(i)] for i in range(4)], i


print nested_same()
d = {}
[d.setdefault(k % 3, []).append(k) for k in range(7)]
print sorted(d.items())


class Holder(object):
    pass


h = Holder()
[0 for h.attr in range(4)]
print h.attr
box = [None]
[0 for box[0] in 'abc']
print box
try:
    [1 / z for z in (1, 0)]
except ZeroDivisionError:
    print 'z is', z
print [t if t else 'zero' for t in range(3)]
print [lambda: t for t in range(3)][0]()
print sum([i for i in range(101)]), len([None for _ in 'xxxx'])
matrix = [[1, 2, 3], [4, 5, 6]]
print [[row[i] for row in matrix] for i in range(3)], zip(*matrix)
print [x for x in [x for x in range(6) if x % 2] if x > 1], x


def grows():
    l = [1]
    [l.append(e * 2) for e in l if e < 50]
    return l


print grows()


def with_outer(n):
    def inner():
        return [n + i for i in range(n)]
    return inner()


print with_outer(3)
