# sys._getframe and frame objects.
import sys


def f(a):
    b = 2
    frame = sys._getframe()
    return (frame.f_code.co_name, sorted(k for k in frame.f_locals if k != 'frame'), frame.f_lineno,
            frame.f_back.f_code.co_name, frame.f_globals is globals())


def g():
    return f(1)


print g()


def depth():
    n = 0
    frame = sys._getframe()
    while frame:
        n += 1
        frame = frame.f_back
    return n


def down(n):
    return depth() if n == 0 else down(n - 1)


print depth(), down(5)


def caller_name(level=1):
    return sys._getframe(level).f_code.co_name


def named():
    return caller_name(), caller_name(0), caller_name(2)


print named()


def caller_locals():
    return sys._getframe(1).f_locals


def has_locals():
    secret = 42
    x = [1]
    return sorted(caller_locals().items())


print has_locals()
try:
    sys._getframe(1000)
except ValueError as e:
    print e
print sys._getframe().f_code.co_name, sys._getframe().f_back, sys._getframe().f_locals is globals()


def lines():
    first = sys._getframe().f_lineno
    second = sys._getframe().f_lineno

    third = [sys._getframe().f_lineno
             for i in range(1)][0]
    return second - first, third - first


print lines()


def gen():
    yield sys._getframe().f_code.co_name, sys._getframe().f_back.f_code.co_name
    yield sorted(sys._getframe().f_locals)


def uses_gen():
    g = gen()
    return next(g), next(g), g.gi_frame


r = uses_gen()
print r[:2], r[2].f_lineno > 0


class C(object):
    name = sys._getframe().f_code.co_name
    inside = 'name' in sys._getframe().f_locals


print C.name, C.inside


def closure(x):
    def inner():
        y = x
        return sorted(sys._getframe().f_locals.items()), sorted(sys._getframe(1).f_locals)
    return inner()


print closure(5)


def write_locals():
    v = 1
    sys._getframe().f_locals['v'] = 2
    return v


print write_locals()
print (lambda: sys._getframe().f_code.co_name)(), eval('sys._getframe().f_code.co_name')
exec 'print sys._getframe().f_code.co_name, sys._getframe().f_lineno'


def kept():
    local = 'alive'
    return sys._getframe()


fr = kept()
print fr.f_locals, fr.f_back is not None, fr.f_exc_type
