# Frames, locals, closures and introspection of generators.
import sys


def gen(a, b=2):
    c = a + b
    yield c
    d = 'later'
    yield d


g = gen(1)
print g.gi_frame.f_locals, g.gi_frame.f_lineno == gen.func_code.co_firstlineno, g.gi_frame.f_back, g.gi_running
next(g)
first = g.gi_frame.f_lineno
print sorted(g.gi_frame.f_locals.items())
next(g)
print sorted(g.gi_frame.f_locals.items()), g.gi_frame.f_lineno - first
list(g)
print g.gi_frame, g.gi_code.co_name


def who_called():
    return sys._getframe(1).f_code.co_name, sys._getframe(2).f_code.co_name


def gen2():
    yield who_called()
    yield who_called()


def consumer_a(g):
    return next(g)


def consumer_b(g):
    return g.next()


g = gen2()
print consumer_a(g), consumer_b(g)


def with_cells(n):
    def inc():
        total[0] += n
        return total[0]
    total = [0]
    while True:
        yield inc
        n += 1


g = with_cells(1)
f = next(g)
print f(), f(), next(g) is f, f(), f()
f2 = next(g)
print f2(), f2 is f, g.gi_code.co_freevars, sorted(g.gi_code.co_cellvars)


def locals_inside():
    x = 1
    yield sorted(locals())
    y = 2
    del x
    yield sorted(locals())


print list(locals_inside())


def eval_inside(secret):
    yield eval('secret * 2')
    exec 'secret = 50'
    yield secret


print list(eval_inside(21))


def global_user():
    global counter
    counter = 0
    while counter < 3:
        yield counter
        counter += 1


print list(global_user()), counter


class C(object):
    def __init__(self):
        self.items = [1, 2, 3]

    def __iter__(self):
        for i in self.items:
            yield i, self.__class__.__name__

    @property
    def lazy(self):
        for i in self.items:
            yield -i

    @classmethod
    def make(cls):
        for i in range(2):
            yield cls.__name__ + str(i)

    @staticmethod
    def plain(n):
        while n:
            n -= 1
            yield n


c = C()
print list(c), list(c.lazy), list(C.make()), list(c.plain(3)), [list(c.lazy), list(c.lazy)]
lam = lambda n: (yield n)
print list(lam(5))


def frames_alive():
    fs = []

    def g():
        fs.append(sys._getframe())
        yield 1
        yield 2
    it = g()
    next(it)
    same = fs[0] is it.gi_frame
    next(it)
    return same, len(fs), fs[0].f_code.co_name


print frames_alive()


def tracer():
    while True:
        f = sys._getframe(1)
        yield f.f_code.co_name, f.f_lineno > 0


t = tracer()


def caller_one():
    return next(t)


print caller_one(), [next(t) for i in range(1)], next(t)
print sorted(n for n in dir(g) if not n.startswith('__'))
