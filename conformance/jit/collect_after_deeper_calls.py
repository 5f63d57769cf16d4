# skip-modes: baseline baseline_warm optimised deopt_stress deopt_each
# What calls have left on the stack keeps nothing alive when the program collects.
import gc
import weakref


class Plain(object):
    pass


def collect():
    gc.collect()


def made(cls):
    o = cls()
    o.o = o
    ref = weakref.ref(o)
    del o
    collect()
    return ref() is None


# The first time, when caches are filled, native frames hold other words by chance.
collect()
made(Plain)
print [made(Plain) for i in range(8)]


def held(depth):
    o = Plain()
    ref = weakref.ref(o, None)
    if depth:
        return held(depth - 1) + [ref() is o]
    collect()
    return [ref() is o]


print held(5)
