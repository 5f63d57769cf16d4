# Classes with abstract methods; unicode keywords.
class Meta(type):
    pass


class A(object):
    __metaclass__ = Meta

    def __init__(self, x=1):
        self.x = x


A.__abstractmethods__ = frozenset(['b', 'a'])
print sorted(A.__abstractmethods__), bool(A.__flags__ & 1 << 20)


def attempt(f, *args, **kw):
    try:
        print f(*args, **kw)
    except Exception, e:
        print type(e).__name__, e


attempt(A)
attempt(A, 5)


class B(A):
    pass


print B().x, bool(B.__flags__ & 1 << 20)
B.__abstractmethods__ = ['only']
attempt(B)
B.__abstractmethods__ = []
print B(2).x
B.__abstractmethods__ = 5
attempt(B)
B.__abstractmethods__ = [1]
attempt(B)
del A.__abstractmethods__
print A(3).x
attempt(lambda: A.__abstractmethods__)


def f(a, b=2, **kw):
    return a, b, sorted(kw.items())


def g(a):
    return a


print f(**{u'a': 1}), f(**{u'a': 1, u'b': 3, u'\xe9': 4, u'c': 5})
attempt(g, **{u'b': 1})
attempt(g, 1, **{u'a': 1})
attempt(lambda: g(**{1: 1}))
attempt(g, **{u'\xe9\u4e00': 1})
