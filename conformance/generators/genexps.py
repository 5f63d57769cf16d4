# Generator expressions in depth.
g = (i * i for i in range(5))
print g.next(), list(g), list(g), type(g).__name__, g.__name__
print sum(x for x in [1, 2, 3]), list((x, y) for x in range(3) for y in range(x)), list(x for x in range(10) if x % 2 if x % 3), dict((c, ord(c)) for c in 'ab') == {'a': 97, 'b': 98}, ''.join(c.upper() for c in 'abc'), max((abs(x), x) for x in [-3, 2]), sorted((x for x in 'hello'), reverse=True), set(x % 3 for x in range(10)), tuple(x for x in ()), list((yield_ for yield_ in 'ab'))
x = 'outer'
print list(x for x in range(2)), x
funcs = list((lambda: i) for i in range(3))
print [f() for f in funcs], [(lambda: i)() for i in range(3)], list((lambda j=i: j)() for i in range(3))


def f(n):
    return (i + n for i in range(n))


print list(f(3)), [list(f(k)) for k in range(3)]


def changes():
    data = [1, 2, 3]
    factor = 10
    g = (d * factor for d in data)
    data.append(4)
    factor = 100
    data2 = data
    data = None
    return list(g)


print changes()


def cond():
    threshold = 2
    g = (x for x in range(5) if x > threshold)
    first = next(g)
    threshold = 3
    return first, list(g)


print cond()
try:
    list(1 / x for x in [1, 0])
except ZeroDivisionError as e:
    print e
try:
    g = (1 / 0 for x in undefined_name)
except NameError as e:
    print 'at creation:', e
g = (undefined_inner for x in [1])
try:
    next(g)
except NameError as e:
    print 'at iteration:', e
print any(x > 3 for x in range(10 ** 9) if x > 5) if 0 else any(x > 3 for x in xrange(10 ** 9)), next((x for x in xrange(10 ** 9) if x * x > 1000), None), all(x < 5 for x in [1, 9, 'never compared'])
print list(((a, b) for a, b in {1: 2}.items())), [list(a for a in row) for row in [[1], [2, 3]]], list((k, list(v)) for k, v in [(1, (i for i in 'ab'))])
print len([1 for g in (h for h in range(5))]), (x for x in [5]).next(), list(reversed(list(x for x in range(3)))), zip((a for a in 'ab'), (b for b in 'cd')), map(None, (c for c in 'xy')), [e for e in enumerate(z for z in 'pq')]
g1 = (x for x in range(5))
g2 = (x + 10 for x in g1)
print next(g2), next(g1), list(g2), list(g1)


class C(object):
    scale = 3
    values = [1, 2]
    ok = list(v for v in values)
    try:
        scaled = list(v * scale for v in values)
    except NameError as e:
        scaled = e.args

    def method(self):
        return sum(v * self.scale for v in self.values)


print C.ok, C.scaled, C().method()
g = (i for i in range(3))
print g.send(None)
try:
    (i for i in []).send(1)
except TypeError as e:
    print e
g = (i for i in range(3))
next(g)
try:
    g.throw(KeyError('into genexp'))
except KeyError as e:
    print e, list(g)
g = (i for i in range(3))
g.close()
print list(g)


def closure_mod():
    total = [0]
    list(total.__setitem__(0, total[0] + i) for i in range(5))
    return total


print closure_mod()
print list(a + b + c for a in 'x' for b in 'yz' for c in 'w' if b != 'y'), sum(sum(r for r in range(q)) for q in range(5)), list(v for pair in [(1, 2), (3, 4)] for v in pair), (lambda *a: a)(*(i for i in range(3))), 3 in (i for i in range(5)), [i for i in (j for j in (k for k in 'abc'))]
