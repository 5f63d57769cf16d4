# skip-modes: baseline optimised deopt_stress
# What a program lets go of before it asks for a collection is gone, though calls have had it in hand. Compiled
# code may keep it longer in a machine register.
import gc
import weakref


class Thing(object):
    def method(self):
        return self


def take(*given):
    return len(given)


def nested():
    thing = Thing()
    there = weakref.ref(thing)
    take(1, take(2, take(3, thing)))
    del thing
    gc.collect()
    return there() is None


def displayed():
    thing = Thing()
    there = weakref.ref(thing)
    take(1, [2, (3, thing), {4: thing}])
    del thing
    gc.collect()
    return there() is None


def called_back():
    gone = []
    thing = Thing()
    there = weakref.ref(thing, gone.append)
    take(0, take(1, thing.method()))
    del thing
    gc.collect()
    return len(gone), there() is None


for f in nested, displayed, called_back:
    print f.__name__, f()
