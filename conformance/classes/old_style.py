# Old-style classes.
class A:
    """Doc."""
    x = 1

    def __init__(self, v=0):
        self.v = v

    def m(self):
        return 'A.m', self.v


class B(A):
    def m(self):
        return 'B.m', A.m(self)


class C:
    def m(self):
        return 'C.m'


class D(B, C):
    pass


a, d = A(5), D(6)
print a.m(), d.m(), A.x, a.x, a.__dict__, a.__class__, D.__bases__ == (B, C), D.__name__, A.__doc__, a.__doc__, A.__module__, type(A), type(a), isinstance(d, A), issubclass(D, C), isinstance(a, B)
a.x = 2
print A.x, a.x, a.__dict__
del a.x
print a.x, sorted(A.__dict__), hasattr(a, 'nothing'), callable(a), callable(A), repr(a).startswith('<__main__.A instance at'), str(A), repr(type(A))
for code in ['a.nothing', 'del a.nothing', 'A.nothing', 'del A.nothing', 'a()', 'A(1, 2)', 'A.m()', 'A.m(5)', 'a.m(1)', 'len(a)', 'a[0]', 'a[0] = 1', 'del a[0]', 'a + 1', '1 + a', '-a', 'iter(a)', '1 in a', 'hash(a) == hash(a)', 'a < 5 or a > 5', 'a == a', 'int(a)', 'float(a)', 'a.__len__', 'C(1)', 'a.__class__ = 5', 'a.__dict__ = 5', 'a | 1', 'a += 1', 'bool(a)', 'abs(a)', 'range(a)', 'for i in a: pass', 'print >>a, 1', 'with a: pass', 'a[1:2]', '[1][a]', 'coerce(a, 1)', 'a ** 2', 'divmod(a, 1)', '~a', 'hex(a)']:
    try:
        exec code
        print code, 'ok'
    except Exception as e:
        print code, type(e).__name__, e


class Diamond:
    def who(self):
        return 'top'


class L(Diamond):
    pass


class R(Diamond):
    def who(self):
        return 'right'


class Bottom(L, R):
    pass


print Bottom().who(), 'depth first, left to right'
a.__class__ = C
print a.m(), a.v
C.__bases__ = (A,)
print C().x, issubclass(C, A), C(3).v
A.late = lambda self: ('late', self.v)
print d.late(), d.late.im_self is d, d.late.im_class, d.late.im_func is A.__dict__['late']


class G:
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return 'got ' + name

    def __setattr__(self, name, value):
        self.__dict__[name] = 'set %s' % value

    def __delattr__(self, name):
        print 'del', name


g = G()
g.x = 1
print g.x, g.y
del g.z
print G.__dict__.has_key('__getattr__'), hasattr(g, 'anything'), g.__dict__


class N:
    def __cmp__(self, other):
        return cmp(5, other)

    def __hash__(self):
        return 5

    def __coerce__(self, other):
        return 10, other

    def __nonzero__(self):
        return False

    def __len__(self):
        return 7

    def __int__(self):
        return 9


n = N()
print n + 1, 1 + n, n * 2, n == 5, n < 6, {5: 'five'}.get(n), bool(n), len(n), int(n), n - 3, 3 - n, n ** 2, divmod(n, 3), n / 4
class Empty: pass
e = Empty()
e.__dict__ = {'swapped': 1}
print e.swapped, vars(e), dir(e), Empty.__dict__.keys()
