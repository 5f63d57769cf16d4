# __new__, __init__, __del__ order, __class__ assignment, object creation corner cases.
class A(object):
    def __new__(cls, *args, **kw):
        print 'new', cls.__name__, args, kw
        return object.__new__(cls)

    def __init__(self, *args, **kw):
        print 'init', args, kw


a = A(1, k=2)


class Other(object):
    def __new__(cls, what):
        return {'self': lambda: object.__new__(cls), 'int': lambda: 5, 'none': lambda: None, 'sub': lambda: object.__new__(Sub)}[what]()

    def __init__(self, what):
        print 'init of', type(self).__name__


class Sub(Other):
    pass


print type(Other('self')).__name__, Other('int'), Other('none'), type(Other('sub')).__name__


class BadInit(object):
    def __init__(self):
        return 5


class ReturnsNone(object):
    def __init__(self):
        return None


class Tup(tuple):
    def __new__(cls, *items):
        return super(Tup, cls).__new__(cls, items)


class Upper(str):
    def __new__(cls, s):
        return str.__new__(cls, s.upper())

    def __init__(self, s):
        self.original = s


class NoNew(object):
    def __init__(self, x):
        self.x = x


class NoInit(object):
    def __new__(cls, x):
        o = object.__new__(cls)
        o.x = x
        return o


print Tup(1, 2), Upper('abc'), Upper('abc').original, NoNew(1).x, NoInit(2).x, ReturnsNone().__class__.__name__
for code in ['BadInit()', 'object(1)', 'object(x=1)', 'NoNew()', 'NoInit()', 'NoInit(1, 2)', 'object.__new__()', 'object.__new__(5)', 'object.__new__(int)', 'object.__new__(NoNew, 1, 2).__class__', 'object.__init__(NoNew(1))', 'object.__init__(NoNew(1), 2)', 'NoNew.__new__(NoNew)', 'NoNew.__new__()', 'int.__new__(Tup)', 'tuple.__new__(Tup, [1]).__class__', 'type(5)(3)', 'type("x")()', 'None.__class__()', 'type(None)()', 'type(Ellipsis)()', 'type(NotImplemented)()', 'type(len)()', 'type(lambda: 0)()', 'type(iter([]))()', 'type((x for x in []))()', 'object().__class__()', 'A.__new__(A, 1)']:
    try:
        print code, str(eval(code)).split(' at ')[0]
    except Exception as e:
        print code, type(e).__name__, e


class X(object):
    tag = 'X'


class Y(object):
    tag = 'Y'


x = X()
x.data = 1
x.__class__ = Y
print x.tag, x.data, type(x).__name__, isinstance(x, X)
for code in ['x.__class__ = int', 'x.__class__ = 5', 'x.__class__ = Tup', '(5).__class__ = X', '[].__class__ = list', 'X.__class__ = type', 'del x.__class__', 'x.__class__ = Upper']:
    try:
        exec code
        print code, 'ok'
    except TypeError as e:
        print code, e
made = []


class Track(object):
    instances = 0

    def __new__(cls):
        Track.instances += 1
        return super(Track, cls).__new__(cls)


for i in range(5):
    made.append(Track())
print Track.instances, len(set(map(id, made)))


class Singleton(object):
    _it = None

    def __new__(cls):
        if cls._it is None:
            cls._it = object.__new__(cls)
        return cls._it

    def __init__(self):
        self.count = getattr(self, 'count', 0) + 1


print Singleton() is Singleton(), Singleton().count


class L(list):
    def __init__(self, n):
        list.__init__(self, range(n))
        self.n = n


class D(dict):
    def __init__(self):
        dict.__init__(self, a=1)
        self['b'] = 2


class F(float):
    def __new__(cls, v, unit):
        f = float.__new__(cls, v)
        f.unit = unit
        return f


print L(3), L(2).n, D() == {'a': 1, 'b': 2}, F(2.5, 'm') * 2, F(1, 'kg').unit, type(F(1, 'x') + 1).__name__
l = [1, 2]
l.__init__([3])
print l
l.__init__()
print l
t = (1,)
t.__init__((2,)) if 0 else None
print t, list.__new__(list), dict.__new__(dict, a=1), set.__new__(set, [1]), str.__new__(str, 'a'), int.__new__(int, '12')
