# Decorators on functions, methods and classes.
log = []


def trace(f):
    def wrapper(*args, **kwargs):
        log.append((f.__name__, args, sorted(kwargs.items())))
        return f(*args, **kwargs)
    wrapper.__name__ = f.__name__
    wrapper.__doc__ = f.__doc__
    return wrapper


def add(n):
    def decorate(f):
        return lambda *a: f(*a) + n
    return decorate


@trace
def double(x):
    """Doubles."""
    return x * 2


print double(4), double(x='ab'), double.__name__, double.__doc__, log


@add(1)
@add(10)
@add(100)
def base(x):
    return x


print base(1000)


class Registry(object):
    def __init__(self):
        self.known = {}

    def __call__(self, name):
        def register(f):
            self.known[name] = f
            return f
        return register

    def plain(self, f):
        self.known[f.__name__] = f
        return f


registry = Registry()


@registry('renamed')
def first():
    return 1


@registry.plain
def second():
    return 2


print sorted((k, f()) for k, f in registry.known.items())


@str
def text(): pass


print type(text), text.startswith('<function text at')


@apply
def once():
    return 'called at definition'


print once


def class_decorator(cls):
    cls.added = lambda self: 'added to ' + cls.__name__
    return cls


@class_decorator
class K(object):
    @staticmethod
    def s(x):
        return 's', x

    @classmethod
    def c(cls, x):
        return cls.__name__, x

    @property
    def p(self):
        return 'p'

    @p.setter
    def p(self, value):
        log.append(value)

    @trace
    def m(self, x):
        return x


del log[:]
k = K()
k.p = 'set'
print k.added(), K.s(1), k.s(2), K.c(3), k.c(4), k.p, k.m(5), len(log)


def replace(cls):
    return 'not a class any more'


@replace
class Gone(object):
    pass


print Gone


def memo(f):
    cache = {}

    def inner(n):
        if n not in cache:
            cache[n] = f(n)
        return cache[n]
    inner.cache = cache
    return inner


@memo
def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print fib(80), len(fib.cache)
try:
    @undefined_decorator
    def f(): pass
except NameError as e:
    print e
try:
    @None
    def f(): pass
except TypeError as e:
    print e
