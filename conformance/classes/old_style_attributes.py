# Attributes of old-style instances in hot code, and everything that changes what a lookup finds.


class Base:
    kind = 'base'

    def __init__(self, x):
        self.x = x

    def get(self):
        return self.x

    def name(self):
        return 'Base.name'


class Mid(Base):
    def name(self):
        return 'Mid.name'


class Leaf(Mid):
    def __init__(self, x, y):
        Mid.__init__(self, x)
        self.y = y

    def total(self):
        return self.x + self.y


def basics(n):
    total = 0
    seen = set()
    for i in xrange(n):
        b, l = Base(i), Leaf(i, 2)
        l.x += 1
        l.z = 5
        total += b.get() + l.get() + l.total() + l.z + l.y
        seen.add(b.name())
        seen.add(l.name())
        seen.add(l.kind)
        g = l.get
        total += g()
    return total, sorted(seen), l.__dict__ == {'x': i + 1, 'y': 2, 'z': 5}


print basics(3000)


def rebinding(n):
    out = []
    l = Leaf(1, 2)
    other = Leaf(5, 6)
    for i in xrange(n):
        if i == 500:
            Base.get = lambda self: -self.x
        if i == 700:
            Mid.get = lambda self: 'mid'
        if i == 900:
            l.get = lambda: 'own'
        if i == 1100:
            del l.get
            del Mid.get
        if i == 1300:
            Base.__dict__['get'] = lambda self: 'by dict'
        if i == 1500:
            l.__class__ = Base
        if i == 1700:
            l.__dict__ = {'x': 9, 'name': lambda: 'in dict'}
        if i == 1900:
            Base.kind = 'changed'
        if i == 2100:
            Leaf.__bases__ = (Base,)
        if i == 2300:
            l.__dict__['x'] = 77
        if i == 2500:
            Base.__getattr__ = lambda self, name: 'made ' + name
        if i == 2700:
            Base.__setattr__ = lambda self, name, v: self.__dict__.__setitem__(name, ('set', v))
        r = (l.get(), l.name(), l.x, l.kind, other.get(), other.name(), other.kind)
        if not out or out[-1] != r:
            out.append(r)
        if i > 2600:
            l.x = i // 100
            out.append(l.missing)
            out[-1:] = []
    return out


for r in rebinding(2900):
    print r


class Plain:
    pass


def dynamic(n):
    total = 0
    for i in xrange(n):
        p = Plain()
        p.a = i
        p.b = 2
        for k in range(i % 12):
            setattr(p, 'f%d' % k, k)
        total += p.a + p.b + len(vars(p)) + hasattr(p, 'f5')
        del p.a
        try:
            p.a
        except AttributeError as e:
            text = str(e)
        p.a = 1
        total += p.a
    return total, text, sorted(dir(p))


print dynamic(1500)


class Counted:
    count = 0

    def __init__(self):
        Counted.count = Counted.count + 1
        self.mine = Counted.count

    def up(self):
        Counted.count += 1
        return self.mine


def counting(n):
    c = None
    for i in xrange(n):
        c = Counted()
        c.up()
    return Counted.count, c.mine, c.count


print counting(2000)


class Property:
    def __init__(self):
        self._v = 1
    v = property(lambda self: self._v * 2)
    s = staticmethod(lambda x: x + 1)
    c = classmethod(lambda cls, x: (cls.__name__, x))


def descriptors(n):
    out = set()
    for i in xrange(n):
        p = Property()
        out.add((p.v, p.s(1), p.c(2)))
        if i % 2:
            p.v = 7
            out.add(p.v)
    return sorted(out, key=repr)


print descriptors(1500)

import copy
import pickle
l = pickle.loads(pickle.dumps(Plain(), 2))
l.q = 1
m = copy.copy(l)
m.q += 1
print l.q, m.q, m.__class__ is Plain, isinstance(m, Plain), vars(m)
import new
print new.instance(Plain, {'w': 3}).w, Plain.__dict__.keys()


class Init:
    def __init__(self):
        return 5


try:
    Init()
except TypeError as e:
    print e
try:
    Plain(1)
except TypeError as e:
    print e


class Careless:
    def __init__(self, x):
        self.x = x
        if x % 700 == 699:
            return x


class Finalised:
    gone = 0

    def __init__(self):
        self.a = 1

    def __del__(self):
        Finalised.gone += 1


class Late(Plain):
    def __init__(self, x, y=4):
        Plain.__doc__
        self.x = x
        self.y = y


def constructors(n):
    bad = []
    total = 0
    for i in xrange(n):
        try:
            total += Careless(i).x
        except TypeError as e:
            bad.append((i, str(e)))
        Finalised()
        total += Late(i).y + Late(y=1, x=i).x
        total += Plain().__class__ is Plain
        if i == 1000:
            Careless.__init__ = lambda self, x: setattr(self, 'x', 0)
    return total, bad


print constructors(2000)
import gc
gc.collect()
print Finalised.gone > 1900
