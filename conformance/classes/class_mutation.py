# Classes change after instances exist.
class A(object):
    x = 'A.x'

    def m(self):
        return 'old m'


class B(A):
    pass


a, b = A(), B()
print a.x, b.x, a.m(), b.m()
A.x = 'new A.x'
A.m = lambda self: 'new m'
A.added = lambda self, n: n * 2
print a.x, b.x, a.m(), b.m(), b.added(4)
B.x = 'B.x'
B.m = lambda self: 'B.m'
print a.x, b.x, a.m(), b.m()
del B.x, B.m
print b.x, b.m()
A.__getattr__ = lambda self, name: 'dynamic ' + name
print a.zzz, b.yyy
del A.__getattr__
try:
    a.zzz
except AttributeError as e:
    print e
A.__len__ = lambda self: 7
A.__call__ = lambda self, *args: ('called', args)
A.__add__ = lambda self, o: 'added %s' % o
A.__eq__ = lambda self, o: o == 'equal'
A.__str__ = lambda self: 'as str'
A.__iter__ = lambda self: iter([1, 2])
A.__getitem__ = lambda self, i: i * 10
A.__contains__ = lambda self, x: x == 5
A.__nonzero__ = lambda self: False
A.__hash__ = lambda self: 1
print len(b), b(1), b + 2, b == 'equal', a != 'equal', str(b), list(a), b[3], 5 in b, 6 in b, bool(a), hash(b), '%s' % a
for n in ['len', 'call', 'add', 'eq', 'str', 'iter', 'getitem', 'contains', 'nonzero', 'hash']:
    delattr(A, '__%s__' % n)
for code in ['len(a)', 'a()', 'a + 1', 'iter(b)', 'b[0]', '1 in a']:
    try:
        print eval(code)
    except TypeError as e:
        print code, e
print a == a, bool(a), hash(a) == hash(a), str(a).startswith('<__main__.A object')
A.x = property(lambda self: 'property now')
print a.x, b.x
try:
    a.x = 1
except AttributeError as e:
    print e
del A.x
a.x = 'instance'
A.x = property(lambda self: 'data descriptor wins')
print a.x
A.x = 'plain again'
print a.x
A.__setattr__ = lambda self, n, v: object.__setattr__(self, n, ('set', v))
a.y = 1
print a.y
del A.__setattr__
a.y = 2
print a.y


class C(object):
    def who(self):
        return 'C'


B.__bases__ = (C,)
print b.who(), isinstance(b, C), isinstance(b, A), hasattr(b, 'm')
B.__bases__ = (A, C)
print b.m(), b.who(), [c.__name__ for c in B.__mro__]
B.__name__ = 'Renamed'
print B, type(b).__name__, b.__class__.__module__
A.counter = 0


def bump(self):
    type(self).counter += 1
    return type(self).counter


A.bump = bump
print a.bump(), b.bump(), a.bump(), A.counter, B.counter
A.__init__ = lambda self, v='default': setattr(self, 'v', v)
print A().v, B('given').v
A.__new__ = staticmethod(lambda cls, *args: ('not an instance', args))
print A(1)
del A.__new__
print type(A(1)).__name__, A(1).v


class Late(object):
    pass


late = Late()
for i in range(5):
    Late.value = i
    Late.get = lambda self, i=i: (self.value, i)
    print late.get(),
print
for i in range(3):
    late.value = 'own %d' % i
    print late.value, Late.value,
    del late.value
    print late.value
