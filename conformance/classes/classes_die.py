# Classes that nothing reaches are collected, whatever they were made with, and do not pile up.
import gc
import types
import weakref


class Base(object):
    def inherited(self):
        return 1


class Meta(type):
    def __new__(meta, name, bases, namespace):
        namespace['made_by'] = meta
        return type.__new__(meta, name, bases, namespace)


def plain(n):
    class C(object):
        def __init__(self, x):
            self.x = x
            self.y = n

        def total(self):
            return self.x + self.y
    c = C(n)
    return C, c.total() + c.total()


def derived(n):
    class C(Base):
        kind = n

        def inherited(self):
            return super(C, self).inherited() + self.kind

    class D(C):
        pass
    return D, D().inherited() + C().inherited()


def with_metaclass(n):
    C = Meta('C', (Base,), {'n': n})
    C.itself = C
    C.instance = C()
    return C, C.instance.n


def with_slots(n):
    class C(object):
        __slots__ = 'a', 'b', '__weakref__'
    c = C()
    c.a = c
    c.b = n
    return C, c.a.b


def with_properties(n):
    class C(object):
        @property
        def p(self):
            return self._p

        @p.setter
        def p(self, x):
            self._p = x

        @classmethod
        def make(cls):
            return cls()

        @staticmethod
        def plus(x):
            return x + 1
    c = C.make()
    c.p = n
    return C, C.plus(c.p)


def with_type(n):
    C = type('C', (list,), {'n': n})
    c = C([n])
    c.append(c)
    return C, len(c)


def of_exceptions(n):
    class E(Exception):
        pass
    try:
        raise E(n)
    except E as e:
        return E, e.args[0]


def old_style(n):
    class C:
        def __init__(self):
            self.n = n
            self.me = self
    c = C()
    C.instance = c
    c.more = 1
    return C, c.n


def named(n):
    N = type('N', (tuple,), {'x': property(lambda self: self[0])})
    return N, N((n, 2)).x


makers = [plain, derived, with_metaclass, with_slots, with_properties, with_type, of_exceptions, old_style, named]


def classes():
    gc.collect()
    return sum(isinstance(o, (type, types.ClassType)) for o in gc.get_objects())


def turn(make, count, dead):
    total = 0
    for n in xrange(count):
        C, x = make(n)
        total += x
        dead.append(weakref.ref(C))
    return total


for make in makers:
    dead = []
    print make.__name__, turn(make, 80, dead),
    before = classes()
    print turn(make, 150, dead),
    made = classes() - before
    print made < 40, sum(r() is None for r in dead) > 120
gc.collect()
print len(Base.__subclasses__()) < 60, Base.__subclasses__() is not Base.__subclasses__()


# What is seen of one that lives, among many that do not.
class Kept(Base):
    pass


def change(n):
    class C(Base):
        pass
    return C


survivors = [change(n) for n in range(5)]
for n in range(100):
    change(n)
gc.collect()
print [Base.__subclasses__().count(c) for c in survivors], Kept in Base.__subclasses__()
Base.later = 'later'
print [c.later for c in survivors], Kept().later
Base.inherited = lambda self: 'other'
print [c().inherited() for c in survivors]
Base.__len__ = lambda self: 7
print [len(c()) for c in survivors]
del Base.__len__
print [hasattr(c, '__len__') for c in survivors]

# Bases know their subclasses by weak references.
print weakref.getweakrefcount(Kept), weakref.getweakrefs(Kept)[0]() is Kept
print weakref.ref(Kept) is weakref.getweakrefs(Kept)[0]
called = []


def watched(n):
    class C(Base):
        pass
    return weakref.ref(C, lambda r: called.append(n))


references = [watched(n) for n in range(20)]
gc.collect()
print len(called) > 10, sum(r() is None for r in references) == len(called)

# Keys and values.
keys = weakref.WeakKeyDictionary()
values = weakref.WeakValueDictionary()
for n in range(40):
    C = change(n)
    keys[C] = n
    values[n] = C
last = C
del C
gc.collect()
print len(keys) < 15, len(values) < 15, keys[last], values[39] is last


# A class dies that was given other bases, and one that left a base that lives.
class Other(object):
    pass


class Mover(Base):
    pass


Mover.__bases__ = (Other,)
print Mover in Base.__subclasses__(), Mover in Other.__subclasses__(), Mover.__mro__
Mover.__bases__ = (Kept,)
print Mover in Other.__subclasses__(), Kept.__subclasses__(), Mover().later
