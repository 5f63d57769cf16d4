# Which bases a class may be given instead of those that it has.
class A(object):
    __slots__ = ('a',)


class B(object):
    __slots__ = ('a',)


class B2(object):
    __slots__ = ('b',)


class D1(object):
    pass


class D2(object):
    pass


class E1(dict):
    pass


class E2(dict):
    pass


class F(A):
    pass


class G(B):
    pass


class S(A):
    __slots__ = ()


class Z(object):
    __slots__ = ()


class Z2(object):
    __slots__ = ()


class W(object):
    __slots__ = ('__weakref__',)


class DD(object):
    __slots__ = ('__dict__',)


class L(list):
    pass


class I(int):
    pass


class X(Exception):
    pass


class X2(Exception):
    pass


class Old:
    pass


made = [A, B, B2, D1, D2, E1, E2, F, G, S, Z, Z2, W, DD, L, I, X, X2]
for base in made + [object, dict, list, int]:
    for first in made:
        if first is base:
            continue
        C = type('C', (first,), {})
        try:
            C.__bases__ = (base,)
            print first.__name__, base.__name__, C.__base__.__name__, [k.__name__ for k in C.__mro__]
        except TypeError as e:
            print e


class C(B):
    def get(self):
        return self.a


c = C()
C.__bases__ = (A,)
try:
    print c.a
except AttributeError as e:
    print 'AttributeError', e
c.a = 5
print c.a, c.get(), A.a.__get__(c), isinstance(c, A), isinstance(c, B)
try:
    B.a.__get__(c)
except TypeError as e:
    print e
C.__bases__ = (A, D1)
print [k.__name__ for k in C.__mro__], c.a
C.__bases__ = (A, Old)
print [k.__name__ for k in C.__mro__]
