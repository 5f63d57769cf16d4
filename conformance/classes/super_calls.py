# super in all its forms.
class A(object):
    attr = 'A attr'

    def __init__(self, *args):
        self.log = ['A'] + list(args)

    def m(self):
        return 'A.m'

    @classmethod
    def c(cls):
        return 'A.c ' + cls.__name__

    @staticmethod
    def s():
        return 'A.s'

    @property
    def p(self):
        return 'A.p'

    def __getitem__(self, k):
        return 'A[%r]' % (k,)

    def __len__(self):
        return 3


class B(A):
    attr = 'B attr'

    def __init__(self, x):
        super(B, self).__init__(x, 'from B')
        self.log.append('B')

    def m(self):
        return 'B.m ' + super(B, self).m()

    @classmethod
    def c(cls):
        return 'B.c ' + super(B, cls).c()

    @staticmethod
    def s():
        return 'B.s ' + super(B, B).s()

    @property
    def p(self):
        return 'B.p ' + super(B, self).p

    def __getitem__(self, k):
        return 'B ' + super(B, self).__getitem__(k)

    def show(self):
        return super(B, self).attr, self.attr


class C(B):
    pass


c = C(1)
print c.log, c.m(), c.c(), C.c(), c.s(), c.p, c[5], c.show(), B.s()
s = super(B, c)
print s.m(), s.attr, s.__class__.__name__, s.__thisclass__.__name__, s.__self__ is c, s.__self_class__.__name__, repr(s) == '<super: <class \'B\'>, <C object>>', repr(super(B)), type(s) is super
for code in ['super()', 'super(5)', 'super(B, 5)', 'super(A, object())', 'super(C, B(1))', 'super(B, c).nothing', 'super(B, c)[1]', 'len(super(B, c))', 'super(B).m', 'super(B, c).x = 1', 'super(1, 2)', 'super(B, c, 3)', 'super(A, c).m()', 'super(B, C).m()', 'super(B, C).m(c)', 'super(type(c), c).m()', 'super(C, C).c()', 'super(object, c).m']:
    try:
        print code, eval(code) if '=' not in code else None
        exec code
    except Exception as e:
        print code, type(e).__name__, e


class Unbound(A):
    def m(self):
        return 'U ' + self.__super.m()


Unbound._Unbound__super = super(Unbound)
print Unbound().m()


class Root(object):
    def __init__(self, **kw):
        assert not kw, kw
        super(Root, self).__init__()


class Left(Root):
    def __init__(self, left=0, **kw):
        self.left = left
        super(Left, self).__init__(**kw)


class Right(Root):
    def __init__(self, right=0, **kw):
        self.right = right
        super(Right, self).__init__(**kw)


class Both(Left, Right):
    def __init__(self, **kw):
        super(Both, self).__init__(**kw)


b = Both(left=1, right=2)
print b.left, b.right


class L(list):
    def append(self, x):
        super(L, self).append(x * 2)

    def __setattr__(self, n, v):
        super(L, self).__setattr__(n, v + 1)

    def __getattribute__(self, n):
        if n == 'magic':
            return super(L, self).__getattribute__('real')
        return super(L, self).__getattribute__(n)

    def __new__(cls, *a):
        o = super(L, cls).__new__(cls, *a)
        o.real = 41
        return o


l = L([1])
l.append(5)
print l, l.magic, super(L, l).__len__(), super(L, l).__repr__()


class M(type):
    def __new__(m, n, b, d):
        d['made_by'] = m.__name__
        return super(M, m).__new__(m, n, b, d)

    def __call__(cls, *a):
        return super(M, cls).__call__(*a), 'called through M'


class T(object):
    __metaclass__ = M


print T.made_by, T()[1]


class Changed(A):
    def m(self):
        return 'Changed ' + super(Changed, self).m()


x = Changed()
print x.m()
Original, Changed = Changed, B
try:
    print x.m()
except TypeError as e:
    print e
