# Cells read and written by hot inner and outer functions.


def make_counter():
    state = [0]

    def bump(by):
        state[0] += by
        return state[0]

    def read():
        return state[0]
    return bump, read


bump, read = make_counter()
for i in xrange(30000):
    bump(i % 3)
print read()


def outer_writes(n):
    x = 0

    def inner():
        return x
    t = 0
    for i in xrange(n):
        x = i
        t += inner()
    x = 0.5
    t += inner()
    return t


print outer_writes(30000)


def cell_type_changes(n):
    x = 0
    get = lambda: x
    out = []
    for i in xrange(n):
        if i == n // 2:
            x = 'text'
        elif i < n // 2:
            x = x + 1
        v = get()
        if i in (0, n // 2 - 1, n // 2, n - 1):
            out.append(v)
    return out


print cell_type_changes(30000)


def loop_lambdas(n):
    fs = []
    for i in xrange(n):
        fs.append(lambda k=i: k + i)
    return sum(f() for f in fs), fs[0](), fs[-1]()


print loop_lambdas(10000)


def compose(*fs):
    def composed(x):
        for f in fs:
            x = f(x)
        return x
    return composed


inc = lambda x: x + 1
double = lambda x: x * 2
f = compose(inc, double, inc)
t = 0
for i in xrange(20000):
    t += f(i)
print t, compose(str, len)(12345), compose()(7)


def three_levels(n):
    a = 1

    def middle():
        b = 10

        def inner(c):
            return a + b + c
        t = 0
        for i in xrange(n):
            t += inner(i)
            if i % 1000 == 0:
                b += 1
        return t
    return middle()


print three_levels(20000)


def unbound_sometimes(n):
    def get():
        return late
    errors = ok = 0
    for i in xrange(n):
        try:
            ok += get()
        except NameError:
            errors += 1
        if i == n // 2:
            late = 1
    return ok, errors


print unbound_sometimes(20000)


def recursion_through_cell(n):
    def fact(k):
        return 1 if k < 2 else k * fact(k - 1)
    t = 0
    for i in xrange(n):
        t += fact(i % 15)
    return t


print recursion_through_cell(5000)


def params_as_cells(a, b):
    def swap():
        return b, a
    a += 1
    return swap()


t = 0
for i in xrange(20000):
    x, y = params_as_cells(i, -i)
    t += x * 2 + y
print t


def generator_closure(n):
    k = 3

    def g():
        for i in xrange(n):
            yield i * k
    t = 0
    for v in g():
        t += v
        if v == 3000:
            k = 5
    return t


print generator_closure(10000)


class Acc(object):
    def __init__(self):
        self.fs = []

    def build(self, n):
        for i in range(n):
            def method(x, self=self, i=i):
                return len(self.fs) * x + i
            self.fs.append(method)
        return self


a = Acc().build(50)
t = 0
for i in xrange(20000):
    t += a.fs[i % 50](i)
print t
