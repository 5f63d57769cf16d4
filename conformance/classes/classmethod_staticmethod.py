# classmethod, staticmethod, bound and unbound methods.
class A(object):
    count = 0

    @classmethod
    def make(cls, *args, **kw):
        cls.count += 1
        return cls.__name__, args, sorted(kw.items())

    @staticmethod
    def plain(*args, **kw):
        return args, kw

    def method(self, x=1):
        return self.__class__.__name__, x

    direct = classmethod(lambda cls: cls)
    st = staticmethod(len)


class B(A):
    pass


a, b = A(), B()
print A.make(1), a.make(2, k=3), B.make(), b.make(), A.count, B.count, A.plain(1), b.plain(2, k=3), B.direct(), b.direct() is B, A.st('abc'), a.st([1])
print A.make.im_self is A, b.make.im_self is B, A.plain is a.plain, type(A.__dict__['make']).__name__, type(A.__dict__['plain']).__name__, type(A.make).__name__, type(A.plain).__name__, A.make.im_func.__name__, B.make.im_class, B.make == A.make, B.make == B.make, A.make.__name__
m = a.method
print m(), m(5), m.im_self is a, m.im_class, m.__name__, A.method(a, 7), A.method(b), B.method(b), A.method.im_self, B.method.im_class, A.method == B.method, A.method.im_func is B.method.im_func, m.__self__ is a, m.__func__ is A.__dict__['method']
for code in ['A.method()', 'A.method(5)', 'B.method(a)', 'A.method(object())', 'a.make.x', 'A.make.x = 1', 'A.__dict__["make"]()', 'A.__dict__["plain"]()', 'a.plain.im_self', 'classmethod()', 'staticmethod()', 'classmethod(5).__get__(1, int)', 'classmethod(5).__get__(1, int)()', 'A.nothing()', 'classmethod(1, 2)']:
    try:
        exec code
        print code, 'ok'
    except Exception as e:
        print code, type(e).__name__, str(e).split(' at ')[0]
print A.__dict__['make'].__get__(None, B)(), A.__dict__['plain'].__get__(1)(2), classmethod(lambda c: c).__get__(5)().__name__, A.__dict__['make'].__func__.__name__ if hasattr(A.__dict__['make'], '__func__') else ''
bound = [x.method for x in (a, b)]
print [f() for f in bound], map(A.method, [a, b]), sorted(['b', 'A'], key=str.lower), dict((f.__name__, f) for f in [a.method]).keys()


class Callable(object):
    def __call__(self, *args):
        return 'called', args


class Holder(object):
    c = Callable()
    f = len
    l = lambda self: 'lambda'
    t = int
    bound = 'text'.upper
    other = A().method


h = Holder()
print h.c(1), h.f('abc'), h.l(), h.t('5'), h.bound(), h.other(3), Holder.f('ab'), type(Holder.l).__name__
h.inst = lambda *a: ('no self', a)
print h.inst(1)
import sys
func = A.__dict__['method']
MethodType = type(a.method)
bm = MethodType(func, 'any self', str)
print bm.im_self, bm.im_class, MethodType(lambda s, x: (s, x), 1)(2), MethodType(len, 'abc')(), MethodType(func, None, A)(a)
for bad in ['MethodType(5, 1)', 'MethodType(func, None)', 'MethodType(func)', 'MethodType()', 'MethodType(func, None, int)(a)']:
    try:
        print eval(bad)
    except TypeError as e:
        print bad, e


class Meta(type):
    def meta_method(cls):
        return 'meta', cls.__name__

    @property
    def meta_prop(cls):
        return 'meta prop ' + cls.__name__


class WithMeta(object):
    __metaclass__ = Meta

    @classmethod
    def cm(cls):
        return cls.meta_method()


print WithMeta.meta_method(), WithMeta.meta_prop, WithMeta().cm(), hasattr(WithMeta(), 'meta_method'), hasattr(WithMeta(), 'meta_prop')
A.make = staticmethod(lambda: 'replaced')
print A.make(), b.make()
A.added = classmethod(lambda cls, x: (cls.__name__, x))
print B.added(1), b.added(2)
del A.added
print hasattr(b, 'added')
B.method = lambda self: 'patched'
print b.method(), m(), bound[1]()
