# Objects whose layouts branch and meet again, in constructors that become hot.


class Node(object):
    def __init__(self, kind, value, left=None):
        self.kind = kind
        if kind == 'leaf':
            self.value = value
        elif kind == 'pair':
            self.left = left
            self.value = value
        else:
            self.extra = [value]
            self.left = left
            self.value = value * 2


def build(n):
    last = None
    t = 0
    for i in xrange(n):
        kind = ('leaf', 'pair', 'other')[i % 3]
        node = Node(kind, i, last)
        t += node.value
        if kind != 'leaf' and node.left is not None:
            t += node.left.value
        last = node if i % 5 else None
        node.left = None
    return t


print build(20000)


class Base(object):
    def __init__(self, a):
        self.a = a


class One(Base):
    def __init__(self, a):
        Base.__init__(self, a)
        self.b = 1


class Two(Base):
    def __init__(self, a):
        self.b = 2
        super(Two, self).__init__(a)


class Three(One, Two):
    def __init__(self, a):
        One.__init__(self, a)
        Two.__init__(self, a)
        self.c = 3


def hierarchy(n):
    t = 0
    classes = [Base, One, Two, Three]
    for i in xrange(n):
        o = classes[i % 4](i)
        t += o.a + getattr(o, 'b', 0) * 10 + (o.c if isinstance(o, Three) else 0)
    return t


print hierarchy(20000)


class Lazy(object):
    def __init__(self, n):
        self.n = n

    def get(self):
        try:
            return self.cached
        except AttributeError:
            self.cached = self.n * 2
            return self.cached


def lazy(n):
    objs = [Lazy(i) for i in range(50)]
    t = 0
    for i in xrange(n):
        o = objs[i % 50]
        t += o.get()
        if i % 333 == 0:
            del o.cached
    return t


print lazy(20000)


class Config(object):
    pass


def optional(n):
    names = ['alpha', 'beta', 'gamma', 'delta']
    counts = {}
    for i in xrange(n):
        c = Config()
        for k, name in enumerate(names):
            if (i >> k) & 1:
                setattr(c, name, i)
        key = ','.join(sorted(vars(c)))
        counts[key] = counts.get(key, 0) + 1
    return sorted(counts.items())[:3], len(counts)


print optional(5000)


class Evolving(object):
    def __init__(self):
        self.state = 0

    def step(self):
        if self.state == 0:
            self.x = 1
        elif self.state == 1:
            self.y = self.x + 1
        elif self.state == 2:
            self.z = self.y + self.x
        elif self.state == 3:
            del self.x
        elif self.state == 4:
            self.x = self.z
        else:
            del self.x, self.y, self.z
            self.state = -1
        self.state += 1


e = Evolving()
for i in xrange(30000):
    e.step()
print sorted(e.__dict__.items())
for i in xrange(4):
    e.step()
    print sorted(e.__dict__.items())


class Linked(object):
    __slots__ = ('value', 'next')

    def __init__(self, value, next):
        self.value, self.next = value, next


def linked(n):
    head = None
    for i in xrange(n):
        head = Linked(i if i % 100 else str(i), head)
    ints = strs = 0
    while head is not None:
        if isinstance(head.value, str):
            strs += 1
        else:
            ints += head.value
        head = head.next
    return ints, strs


print linked(20000)


class Mix(object):
    count = 0

    def __setattr__(self, name, value):
        Mix.count += 1
        self.__dict__[name] = value


def mixin(n):
    m = Mix()
    for i in xrange(n):
        m.v = i
        if i == n // 2:
            del Mix.__setattr__
    return m.v, Mix.count


print mixin(20000)
