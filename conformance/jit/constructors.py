# Instances made in hot code: __init__ inlined or called, defaults and keywords, classes that change meanwhile.
import sys


class Point(object):
    def __init__(self, x, y=2, z=3):
        self.x = x
        self.y = y
        self.z = z

    def total(self):
        return self.x + self.y + self.z


class Derived(Point):
    def __init__(self, x, label='none'):
        Point.__init__(self, x, z=x)
        self.label = label


class Super(Point):
    def __init__(self, *args, **kwargs):
        super(Super, self).__init__(*args, **kwargs)


class Empty(object):
    pass


class Wrong(object):
    def __init__(self, x):
        if x == 4990:
            return x


class Failing(object):
    def __init__(self, x):
        if x % 1000 == 999:
            raise ValueError('no %d' % x)
        self.x = x


class Looking(object):
    def __init__(self, n):
        if n == 4500:
            f = sys._getframe()
            print f.f_code.co_name, f.f_back.f_code.co_name, sorted(f.f_locals) == ['f', 'n', 'self']
            print f.f_back.f_locals['i'], 'o' in f.f_back.f_locals
        self.n = n


class Deep(object):
    def __init__(self, n):
        self.inner = Deep(n - 1) if n else None


class New(object):
    def __new__(cls, x):
        return (cls.__name__, x)


def make(n):
    total = 0
    for i in xrange(n):
        p = Point(i)
        q = Point(i, 1)
        r = Point(i, z=1)
        s = Point(y=i, x=1)
        total += p.total() + q.total() * 2 + r.total() * 3 + s.total() * 5
    return total


print make(5000)


def derived(n):
    total = 0
    labels = []
    for i in xrange(n):
        d = Derived(i, label=i % 3)
        total += d.total() + d.label + Super(i, z=4).total()
        if i % 1000 == 0:
            labels.append(Derived(i).label)
    return total, labels


print derived(5000)


def empties(n):
    seen = set()
    for i in xrange(n):
        e = Empty()
        e.i = i
        seen.add(type(e).__name__)
    return seen, e.i


print empties(5000)


def wrong(n):
    for i in xrange(n):
        try:
            o = Wrong(i)
        except TypeError as e:
            print i, e
    return isinstance(o, Wrong)


print wrong(5000)


def failing(n):
    bad = []
    good = 0
    for i in xrange(n):
        try:
            o = Failing(i)
            good += o.x
        except ValueError as e:
            bad.append(str(e))
    return good, bad


print failing(5000)


def looking(n):
    for i in xrange(n):
        o = Looking(i)
    return o.n


print looking(5000)


def depth(d):
    n = 0
    while d.inner is not None:
        d = d.inner
        n += 1
    return n


def deep(n):
    return sum(depth(Deep(i % 7)) for i in xrange(n))


print deep(4000)
print [New(i) for i in range(3)]


def arguments(n):
    errors = set()
    for i in xrange(n):
        try:
            if i % 2:
                Point()
            else:
                Point(1, x=2)
        except TypeError as e:
            errors.add(str(e))
        try:
            Empty(1)
        except TypeError as e:
            errors.add(str(e))
        try:
            Point(1, 2, 3, 4)
        except TypeError as e:
            errors.add(str(e))
        try:
            Point(1, w=2)
        except TypeError as e:
            errors.add(str(e))
    return sorted(errors)


for line in arguments(2000):
    print line


# The class changes while code that makes instances is hot.
class Changing(object):
    def __init__(self, x):
        self.x = x


def other_init(self, x):
    self.x = -x


def changing(n):
    total = 0
    for i in xrange(n):
        if i == n // 2:
            Changing.__init__ = other_init
        if i == n * 3 // 4:
            Changing.__new__ = staticmethod(lambda cls, x: x)
        o = Changing(i)
        total += o if isinstance(o, int) else o.x
    return total


print changing(6000)


def default_changes(n):
    def f(a, b=1):
        return a + b
    total = 0
    for i in xrange(n):
        if i == n // 2:
            f.func_defaults = (100,)
        total += f(i) + f(i, 2) + f(b=i, a=1)
    return total


print default_changes(6000)


# The first argument's type changes inside an inlined __init__.
class Box(object):
    def __init__(self, v):
        self.double = v + v


def boxes(n):
    out = []
    for i in xrange(n):
        v = i if i < n - 3 else 's%d' % i
        out.append(Box(v).double)
    return out[-5:], sum(x for x in out if isinstance(x, int))


print boxes(5000)


class Del(object):
    count = 0

    def __init__(self):
        self.me = 1

    def __del__(self):
        Del.count += 1


def dels(n):
    for i in xrange(n):
        Del()


dels(2000)
import gc
gc.collect()
print Del.count > 1900


class Slots(object):
    __slots__ = ('a', 'b')

    def __init__(self, a, b=5):
        self.a = a
        self.b = b


class Old:
    def __init__(self, a, b=5):
        self.a = a
        self.b = b


def others(n):
    t = 0
    for i in xrange(n):
        t += Slots(i).a + Slots(i, 1).b + Old(i).b + Old(b=i, a=2).b
    return t


print others(4000)
