# stats: optimised_compiles>=1
# Deep chains of small functions, with an error in the innermost.
import sys


def f1(x):
    return f2(x) + 1


def f2(x):
    y = x * 2
    return f3(y, x)


def f3(a, b):
    return f4(a - b)


def f4(x):
    return f5([x, x + 1], 0)


def f5(l, i):
    return check(l[i]) + l[1]


def check(v):
    if v == 15000:
        raise ValueError('reached %d' % v)
    return v


def run(n):
    t = 0
    for i in xrange(n):
        t += f1(i)
    return t


print run(15000)
try:
    run(30000)
except ValueError as e:
    print e
    tb = sys.exc_info()[2]
    names = []
    while tb:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - tb.tb_frame.f_code.co_firstlineno, sorted(tb.tb_frame.f_locals.items()) if tb.tb_frame.f_code.co_name not in ('<module>', 'run') else ''))
        tb = tb.tb_next
    for row in names:
        print row


def run_catching(n):
    t = caught = 0
    for i in xrange(n):
        try:
            t += f1(i)
        except ValueError:
            caught += 1
            t += 1
    return t, caught


print run_catching(30000)
try:
    f1('text')
except TypeError as e:
    print e
print f1(2.5), f1(2 ** 70), run(100)


class Vec(object):
    def __init__(self, x, y):
        self.x, self.y = x, y

    def add(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def dot(self, o):
        return self.x * o.x + self.y * o.y

    def norm2(self):
        return self.dot(self)

    def scaled(self, k):
        return Vec(self.x * k, self.y * k)


def physics(n):
    p, v = Vec(0.0, 0.0), Vec(1.0, 0.5)
    for i in xrange(n):
        p = p.add(v.scaled(0.01))
        if p.norm2() > 100.0:
            v = v.scaled(-1)
    return round(p.x, 6), round(p.y, 6)


print physics(20000)


def ints(n):
    p, v = Vec(0, 0), Vec(1, 2)
    for i in xrange(n):
        p = p.add(v)
    return p.x, p.y, p.norm2()


print ints(20000)
try:
    Vec(1, 2).add(Vec('a', 'b'))
except TypeError as e:
    print e
try:
    Vec(1, 2).dot(None)
except AttributeError as e:
    print e


def middle_handler(x):
    try:
        return inner_fail(x)
    except KeyError:
        return -1
    finally:
        counter[0] += 1


def inner_fail(x):
    return {1: 10, 2: 20}[x % 4]


counter = [0]
t = 0
for i in xrange(20000):
    t += middle_handler(i)
print t, counter
