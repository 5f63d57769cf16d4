# stats: invalidations>=1
# Classes change while methods on them are hot.


class Counter(object):
    step = 1

    def __init__(self):
        self.n = 0

    def bump(self):
        self.n += self.step
        return self.n


def run(c, times):
    for i in xrange(times):
        c.bump()
    return c.n


c = Counter()
print run(c, 20000)
Counter.step = 3
print run(c, 20000)
Counter.bump = lambda self: setattr(self, 'n', self.n - 1)
print run(c, 20000)
c.bump = lambda: None
print run(c, 20000)
del c.bump
c.step = 100


def bump2(self):
    self.n += self.step


Counter.bump = bump2
print run(c, 20000)


def run_and_change(c, times):
    out = []
    for i in xrange(times):
        c.bump()
        if i == times // 3:
            type(c).step = 7
            del c.step
            out.append(c.n)
        elif i == times // 2:
            type(c).bump = lambda self: setattr(self, 'n', self.n + 1000000)
            out.append(c.n)
    out.append(c.n)
    return out


print run_and_change(c, 30000)


class Base(object):
    def who(self):
        return 1

    def value(self):
        return self.who()


class Mid(Base):
    pass


class Leaf(Mid):
    pass


def total(objs, times):
    t = 0
    for i in xrange(times):
        t += objs[i % len(objs)].value()
    return t


objs = [Base(), Mid(), Leaf()]
print total(objs, 30000)
Mid.who = lambda self: 10
print total(objs, 30000)
Leaf.who = lambda self: 100
print total(objs, 30000)
del Mid.who
print total(objs, 30000)
Base.who = lambda self: 1000
print total(objs, 30000)
del Leaf.who
print total(objs, 30000)
Leaf.__bases__ = (Base,)
Mid.value = lambda self: 5
print total(objs, 30000)


class P(object):
    x = 5


def sum_x(p, times):
    t = 0
    for i in xrange(times):
        t += p.x
        if i == times - 100:
            P.x = property(lambda self: 7)
        elif i == times - 50:
            P.x = 9
        elif i == times - 25:
            p.x = 11
    return t


print sum_x(P(), 30000)


class WithGetattr(object):
    a = 1


def read_a(o, times):
    t = 0
    for i in xrange(times):
        t += o.a
        if i == times // 2:
            WithGetattr.__getattribute__ = lambda self, n: 50
        elif i == times - 10:
            del WithGetattr.__getattribute__
    return t


print read_a(WithGetattr(), 20000)


class Op(object):
    def __add__(self, o):
        return 1

    def __eq__(self, o):
        return True

    def __len__(self):
        return 2

    def __call__(self):
        return 3


def ops(o, times):
    t = 0
    for i in xrange(times):
        t += (o + 1) + (o == 5) + len(o) + o()
        if i == times // 2:
            Op.__add__ = lambda self, x: 10
            Op.__eq__ = lambda self, x: False
            Op.__len__ = lambda self: 20
            Op.__call__ = lambda self: 30
    return t


print ops(Op(), 20000)
