# Descriptors: data and non-data, on classes and instances, precedence.
log = []


class Data(object):
    def __init__(self, name):
        self.name = name

    def __get__(self, obj, cls):
        log.append(('get', self.name, obj is None, cls.__name__))
        return self if obj is None else 'data ' + self.name

    def __set__(self, obj, value):
        log.append(('set', self.name, value))

    def __delete__(self, obj):
        log.append(('delete', self.name))


class NonData(object):
    def __get__(self, obj, cls=None):
        return 'nondata', obj is None


class SetOnly(object):
    def __set__(self, obj, value):
        obj.__dict__['stored'] = value


class A(object):
    d = Data('d')
    n = NonData()
    s = SetOnly()
    inst = 'plain'

    def __init__(self):
        self.__dict__['d'] = 'hidden by data descriptor'


class B(A):
    pass


a = A()
print a.d, a.n, a.inst, A.n, type(A.d).__name__, B.n, B().n
a.d = 5
del a.d
a.n = 'instance wins over non-data'
print a.n, sorted(a.__dict__.items())
del a.n
print a.n
a.s = 'via set'
print a.stored, type(a.s).__name__
a.__dict__['s'] = 'instance dict wins: no __get__'
print a.s
print log
del log[:]
try:
    del a.s
except AttributeError as e:
    print e
A.d = 'class attribute replaced'
print a.d, A.d
x = A()
x.on_instance = Data('not a descriptor here')
print type(x.on_instance).__name__, log


class RaisesGet(object):
    def __get__(self, obj, cls):
        raise AttributeError('from __get__')


class RaisesOther(object):
    def __get__(self, obj, cls):
        raise ValueError('other error')


class G(object):
    r = RaisesGet()
    o = RaisesOther()

    def __getattr__(self, name):
        return 'getattr ' + name


g = G()
print g.r, hasattr(g, 'r'), g.zzz
for f in [lambda: g.o, lambda: G.r, lambda: hasattr(g, 'o'), lambda: getattr(g, 'o', 'default')]:
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e


class Typed(object):
    def __init__(self, kind, default):
        self.kind, self.default = kind, default
        self.values = {}

    def __get__(self, obj, cls):
        return self.values.get(id(obj), self.default)

    def __set__(self, obj, value):
        if not isinstance(value, self.kind):
            raise TypeError('%s wanted, %s given' % (self.kind.__name__, type(value).__name__))
        self.values[id(obj)] = value


class Point(object):
    x, y = Typed(int, 0), Typed(int, 0)


p, q = Point(), Point()
p.x = 5
print p.x, p.y, q.x, Point.x
try:
    p.x = 'five'
except TypeError as e:
    print e


class Lazy(object):
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, cls):
        if obj is None:
            return self
        value = obj.__dict__[self.f.__name__] = self.f(obj)
        return value


class Uses(object):
    count = 0

    @Lazy
    def expensive(self):
        Uses.count += 1
        return 42


u = Uses()
print u.expensive, u.expensive, Uses.count, u.__dict__


class Method(object):
    def __init__(self, f):
        self.f = f

    def __get__(self, obj, cls):
        return lambda *a: self.f(obj, cls.__name__, *a)


class H(object):
    m = Method(lambda obj, name, *a: (obj is None, name, a))


print H().m(1, 2), H.m(3)
f = lambda self, x: (self, x)
print f.__get__(5)(6), f.__get__(None, int)(7, 8) if 0 else '', f.__get__('s', str).im_self, type(f.__get__(5)).__name__, len.__get__ if hasattr(len, '__get__') else 'no __get__', 'upper' in str.__dict__, str.__dict__['upper'].__get__('abc')(), type(str.__dict__['upper']).__name__
for code in ["str.__dict__['upper'].__get__(5)", "f.__get__(None, None)", "f.__get__()", "property().__get__(5)", "Data('x').__get__()"]:
    try:
        print code, eval(code)
    except Exception as e:
        print code, type(e).__name__, e
