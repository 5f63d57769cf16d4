# Generator expressions have their own scope; the first iterable is evaluated at once.
x = 'module x'
g = (x for x in range(3))
print list(g), x
log = []


def source():
    log.append('source called')
    return [1, 2]


def inner_source():
    log.append('inner called')
    return [10]


g = (a + b for a in source() for b in inner_source())
print log
print list(g), log
try:
    (i for i in 5)
except TypeError as e:
    print e
g = (j for i in [1] for j in 5)
try:
    next(g)
except TypeError as e:
    print 'later:', e


def late():
    n = 1
    g = (n * i for i in range(3))
    n = 10
    return list(g)


print late()


def chained():
    src = iter(range(10))
    evens = (i for i in src if i % 2 == 0)
    squares = (i * i for i in evens)
    return next(squares), next(squares), list(squares), list(src)


print chained()
print sum(i for i in range(5)), max((i, -i) for i in range(3)), list(i for i in 'ab')
print dict((k, v) for v, k in enumerate('abc')) == {'a': 0, 'b': 1, 'c': 2}
print any(c.isdigit() for c in 'ab1'), all(i for i in [1, 1, 0]), ','.join(str(i) for i in range(4))
print sorted((i for i in [3, 1, 2]), reverse=True), set(i % 2 for i in range(9))


class A(object):
    y = 5
    try:
        bad = list(i + y for i in range(2))
    except NameError as e:
        bad = str(e)
    ok = list(i for i in [y, y])


print A.bad, A.ok
g = (i for i in range(2))
print g.__name__, g.gi_code.co_name, iter(g) is g
print next(g), next(g)
for attempt in range(2):
    try:
        next(g)
    except StopIteration as e:
        print 'stopped', e.args


def nested():
    return [list(i + j for j in range(i)) for i in range(3)]


print nested()
gs = [(lambda: i)() for i in range(3)]
print gs, [f() for f in [(lambda: i) for i in range(3)]], [f() for f in list((lambda: i) for i in range(3))]


def first(it):
    for v in it:
        return v


print first(1 / i for i in (2.0, 0))
g = (1 / i for i in (1, 0, 1))
print next(g)
try:
    next(g)
except ZeroDivisionError as e:
    print e
print list(g)
