# A compiled function that has made something with `__del__` or a weak reference lets go of it as soon as others do.
import gc
import weakref


class Counted(object):
    alive = 0

    def __init__(self):
        Counted.alive += 1

    def __del__(self):
        Counted.alive -= 1


class OldStyle:
    alive = 0

    def __init__(self):
        OldStyle.alive += 1

    def __del__(self):
        OldStyle.alive -= 1


class Elements(tuple):
    alive = 0

    def __del__(self):
        Elements.alive -= 1


def in_cell(make):
    x = make()

    def inner():
        return x
    inner()


def in_local(make):
    x = make()
    return x is None


def elements():
    Elements.alive += 1
    return Elements((1, 2))


def raising(make):
    x = make()
    raise ValueError(x is None)


most = 0
for cls in Counted, OldStyle:
    for f in in_cell, in_local:
        for i in range(20):
            f(cls)
            most = max(most, cls.alive)
        print f.__name__, cls.__name__, cls.alive <= 1
for i in range(20):
    x = elements()
    del x
print Elements.alive <= 1
for i in range(20):
    try:
        raising(Counted)
    except ValueError as e:
        if e.args[0]:
            print e
gc.collect()
# One may be where nobody has written over it yet.
print Counted.alive <= 2, most <= 2


def cycle():
    class C(object):
        pass
    obj = C()
    ref = weakref.ref(obj)
    obj.me = set([obj, 1])
    del obj
    gc.collect()
    return ref() is None


print [cycle() for i in range(20)].count(True) >= 18
