# __slots__.
class S(object):
    __slots__ = ('x', 'y', '_p', '__private')

    def __init__(self, x):
        self.x = x
        self.__private = 'mangled'

    def private(self):
        return self.__private


s = S(1)
print s.x, s.private(), hasattr(s, 'y'), hasattr(s, '__dict__'), sorted(n for n in S.__dict__ if not n.startswith('__')), type(S.x).__name__, repr(S.x)
s.y = 2
del s.y
for code in ['s.y', 'del s.y', 's.z = 1', 's.z', 's.__dict__', 'S.x.__get__(5)', 'vars(s)', 's.__slots__', 'S.x.__set__(s, 9)', 's.x', 'S.x.__delete__(s)', 's.x', 'S.__slots__', 's.__class__ = object', 'weak_missing', 's.__private']:
    try:
        exec (code if code.startswith('del') or ' = ' in code else 'r = ' + code)
        print code, r
    except Exception as e:
        print code, type(e).__name__, e


class Child(S):
    pass


c = Child(5)
c.anything = 'has a dict'
print c.x, c.__dict__, c.anything


class Child2(S):
    __slots__ = ['z']


c2 = Child2(6)
c2.z = 7
print c2.x, c2.z, hasattr(c2, '__dict__')
try:
    c2.w = 1
except AttributeError as e:
    print e


class One(object):
    __slots__ = 'single'


o = One()
o.single = 1
print o.single, One.__slots__


class WithDict(object):
    __slots__ = ('a', '__dict__')


w = WithDict()
w.a, w.b = 1, 2
print w.a, w.b, w.__dict__
for body in ["__slots__ = ('1x',)", "__slots__ = (5,)", "__slots__ = ('a', 'a')", "__slots__ = ('x',); x = 1", "__slots__ = ('__dict__', '__dict__')", "__slots__ = ('a b',)", "__slots__ = u'uni'", "__slots__ = {'k': 1}", "__slots__ = ()", "__slots__ = iter(['it'])", "__slots__ = 5"]:
    try:
        exec 'class X(object):\n    ' + body
        print body, sorted(n for n in X.__dict__ if not n.startswith('__'))
    except Exception as e:
        print body, type(e).__name__, e
for base in ['int', 'str', 'tuple', 'list', 'dict', 'long', 'Exception', 'type']:
    try:
        exec "class X(%s):\n    __slots__ = ('extra',)" % base
        print base, 'ok'
    except TypeError as e:
        print base, e


class A(object):
    __slots__ = ('a',)


class B(object):
    __slots__ = ('b',)


class Empty(object):
    __slots__ = ()


try:
    class AB(A, B):
        pass
except TypeError as e:
    print str(e).replace('\n', ' ')


class AE(A, Empty):
    __slots__ = ()


x = AE()
x.a = 1
print x.a, hasattr(x, '__dict__')


class Same1(object):
    __slots__ = ('p', 'q')


class Same2(object):
    __slots__ = ('p', 'q')


v = Same1()
v.p, v.q = 1, 2
v.__class__ = Same2
print type(v).__name__, v.p, v.q
try:
    v.__class__ = A
except TypeError as e:
    print e


class Shadow(S):
    __slots__ = ('x',)


sh = Shadow(1)
S.x.__set__(sh, 'base slot')
print sh.x, S.x.__get__(sh)


class Old:
    __slots__ = ('ignored',)


old = Old()
old.anything = 1
print old.__dict__


class L(list):
    __slots__ = ('tag',)


l = L([1, 2])
l.tag = 't'
print l, l.tag, hasattr(l, '__dict__')
many = [S(i) for i in range(1000)]
print sum(m.x for m in many), len(set(map(id, many)))
