# Descriptors without all methods, texts of properties, layouts of __class__ assignment, orders that fail.
class OnlySet(object):
    def __set__(self, obj, value):
        obj.__dict__['a'] = value


class X(object):
    a = OnlySet()


x = X()
print type(x.a).__name__
x.a = 42
print x.a


class Meta(type):
    b = OnlySet()


class Y(object):
    __metaclass__ = Meta


print type(Y.b).__name__


class Sub(property):
    """text of the class"""


class P(object):
    @Sub
    def p(self):
        """text of the getter"""
    q = Sub(lambda self: 1, doc='given')

    @property
    def r(self):
        """first"""

    @r.getter
    def r(self):
        """second"""

    @r.setter
    def r(self, v):
        """setter"""


print P.p.__doc__, P.q.__doc__, P.r.__doc__, Sub.__doc__


class G(object):
    __slots__ = ['a', 'b']


class H(object):
    __slots__ = ['b', 'a']


class J(object):
    __slots__ = ['c', 'b']


class K(object):
    pass


class L(object):
    pass


for a, b in [(G, H), (H, G), (G, J), (K, L), (G, K), (K, int), (K, 5)]:
    o = a()
    try:
        o.__class__ = b
        print type(o).__name__
    except TypeError, e:
        print e


class Order(type):
    fail = False

    def mro(cls):
        if Order.fail:
            raise ValueError('no order')
        return type.mro(cls)


class A(object):
    pass


class B(object):
    pass


class C(A):
    __metaclass__ = Order


class D(C):
    pass


Order.fail = True
try:
    C.__bases__ = (B,)
except ValueError, e:
    print e
print C.__bases__, [c.__name__ for c in D.__mro__]
Order.fail = False
C.__bases__ = (B,)
print C.__bases__, [c.__name__ for c in D.__mro__]
for f in (lambda: object.__setattr__(str, 'foo', 1), lambda: object.__delattr__(str, 'lower'), lambda: dict.__dict__['fromkeys'].__get__(5), lambda: dict.__dict__['fromkeys'].__get__(None, 5), lambda: dict.__dict__['fromkeys'].__get__(None, int), lambda: dict.__dict__['fromkeys'].__get__(None, None)):
    try:
        print f()
    except TypeError, e:
        print e
print int < int, type.__eq__(int, int), type.__lt__(int, 5), (int == str), (int != str)


class Proxy(object):
    def __call__(self):
        return self


class Endless(object):
    pass


Endless.__call__ = Endless()
try:
    Endless()()
except RuntimeError, e:
    print str(e)[:32]
for t in (int, str, tuple, list, X, G):
    print t.__name__, t.__itemsize__, bool(t.__dictoffset__), bool(t.__weakrefoffset__)
