# inspect reads in co_code how tuple parameters are taken apart, into variables of the function and into those that
# inner functions use.
import inspect


def plain(a, (b, c), (d, (e, g)), (h)):
    return a


def shared(a, (b, c), (d, (e, g)), (h,), *rest):
    return lambda: (b, e, g, h)


def ones((a,), ((b,),), (c), d=1):
    return lambda: c


def all_shared((a, b), c, d=3, (e, (f,))=(4, (5,)), *g, **h):
    def inner():
        return a + b + c + d + e + f + g + h
    return inner


for f in plain, shared, ones, all_shared, lambda (a, b), c: a, lambda (a, (b,)): lambda: b:
    print inspect.getargspec(f), inspect.formatargspec(*inspect.getargspec(f))
print inspect.getcallargs(all_shared, (1, 2), 3)
