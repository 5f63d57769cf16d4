# skip-modes: baseline baseline_warm optimised deopt_stress deopt_each
# After sys.exc_clear() nothing holds the exception that was caught last. Compiled code may keep it longer in a machine
# register.
import gc
import sys
import weakref


class E(Exception):
    pass


class O(object):
    pass


def raiser(x):
    raise E(x)


def direct():
    o = O()
    r = weakref.ref(o)
    try:
        raise E(o)
    except E:
        pass
    del o
    sys.exc_clear()
    gc.collect()
    return r() is None


def called():
    o = O()
    r = weakref.ref(o)
    try:
        raiser(o)
    except E as e:
        pass
    del o, e
    sys.exc_clear()
    gc.collect()
    return r() is None


def in_loop():
    dead = []
    for i in range(3):
        o = O()
        r = weakref.ref(o)
        try:
            try:
                raiser(o)
            finally:
                o = None
        except E:
            sys.exc_clear()
        gc.collect()
        dead.append(r() is None)
    return dead


# The first time, when caches are filled, native frames hold other words by chance.
direct(), called(), in_loop()
print direct()
print called()
print in_loop()
print sys.exc_info()
