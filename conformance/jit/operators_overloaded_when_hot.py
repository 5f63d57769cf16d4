# Operator methods of own classes in hot code, with builtins mixed in.


class Num(object):
    def __init__(self, v):
        self.v = v

    def __add__(self, o):
        return Num(self.v + (o.v if isinstance(o, Num) else o))

    __radd__ = __add__

    def __mul__(self, o):
        if isinstance(o, str):
            return NotImplemented
        return Num(self.v * (o.v if isinstance(o, Num) else o))

    def __rmul__(self, o):
        return Num(o * self.v)

    def __sub__(self, o):
        return Num(self.v - getattr(o, 'v', o))

    def __iadd__(self, o):
        self.v += getattr(o, 'v', o)
        return self

    def __neg__(self):
        return Num(-self.v)

    def __cmp__(self, o):
        return cmp(self.v, getattr(o, 'v', o))

    def __hash__(self):
        return hash(self.v)

    def __mod__(self, o):
        return self.v % o

    def __getitem__(self, i):
        return self.v + i

    def __len__(self):
        return 5

    def __contains__(self, x):
        return x == self.v

    def __call__(self, x):
        return self.v - x

    def __nonzero__(self):
        return self.v != 0

    def __int__(self):
        return int(self.v)


def poly(x):
    return x * x + x * 3 - 1


t = 0
for i in xrange(15000):
    t += int(poly(Num(i % 10)))
    t += poly(i % 10)
    if i % 100 == 0:
        t += poly(0.5)
print t


def mixed(n):
    acc = Num(0)
    first = acc
    for i in xrange(n):
        acc += i
        acc = 1 + acc + Num(2)
        if i % 2:
            acc += Num(1)
        if acc % 7 == 0:
            acc = -acc
    return acc.v, first.v


print mixed(10000)


def protocol(n):
    x = Num(3)
    t = 0
    for i in xrange(n):
        t += x[i] + len(x) + (3 in x) + x(1) + (x == 3) + (x < 5) + (Num(3) == x)
        if not x:
            t += 1000000
        if x and i % 1000 == 0:
            x.v = (x.v + 1) % 5
    return t


print protocol(10000)
errors = 0
for i in xrange(20000):
    try:
        Num(1) * ('x' if i % 100 == 99 else 2)
    except TypeError as e:
        errors += 1
print errors, e


class Vec(object):
    __slots__ = ('x', 'y')

    def __init__(self, x, y):
        self.x, self.y = x, y

    def __add__(self, o):
        return Vec(self.x + o.x, self.y + o.y)

    def __mul__(self, k):
        return Vec(self.x * k, self.y * k)

    def __eq__(self, o):
        return self.x == o.x and self.y == o.y

    def __iter__(self):
        yield self.x
        yield self.y


v, step = Vec(0, 0), Vec(1, -1)
for i in xrange(20000):
    v = v + step * 2
    if v == Vec(1000, -1000):
        step = Vec(0.5, 0.25)
x, y = v
print x, y


class Int(int):
    def __add__(self, o):
        return Int(int.__add__(self, o) % 1000)

    def __lt__(self, o):
        return not int(self) < int(o)


def add(a, b):
    return a + b if not a < b else b


n = Int(1)
m = 1
for i in xrange(20000):
    n = add(n, i % 50) or Int(1)
    n = Int(n)
    m = add(m, i % 50) % 1000
print n, m, type(n).__name__


class Seq(object):
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i >= self.n:
            raise IndexError
        return i


t = 0
for i in xrange(500):
    for x in Seq(i % 40):
        t += x
print t


class Prop(object):
    def __init__(self):
        self._v = 0
        self.reads = 0

    @property
    def v(self):
        self.reads += 1
        return self._v

    @v.setter
    def v(self, x):
        self._v = x % 1000


p = Prop()
for i in xrange(20000):
    p.v += i
    p.v = p.v * 2
print p.v, p.reads
