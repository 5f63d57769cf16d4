# Metaclasses.
log = []


class Meta(type):
    def __new__(meta, name, bases, ns):
        log.append(('new', name, [b.__name__ for b in bases], sorted(k for k in ns if not k.startswith('__'))))
        ns['added'] = 'by meta'
        return type.__new__(meta, name, bases, ns)

    def __init__(cls, name, bases, ns):
        log.append(('init', name))
        super(Meta, cls).__init__(name, bases, ns)

    def __call__(cls, *args, **kw):
        log.append(('call', cls.__name__, args))
        return super(Meta, cls).__call__(*args, **kw)

    def __getattr__(cls, name):
        return 'meta getattr ' + name

    def __len__(cls):
        return 5

    def __getitem__(cls, k):
        return cls.__name__, k

    def __iter__(cls):
        return iter('meta')

    def __contains__(cls, x):
        return x == 1

    def __repr__(cls):
        return '<Meta %s>' % cls.__name__

    def __add__(cls, other):
        return 'add', other

    def __instancecheck__(cls, obj):
        return obj == 'instance' or type.__instancecheck__(cls, obj)

    def __subclasscheck__(cls, sub):
        return sub is int or type.__subclasscheck__(cls, sub)


class A(object):
    __metaclass__ = Meta
    x = 1

    def __init__(self, v=0):
        self.v = v


class B(A):
    y = 2


b = B(3)
print b.v, A.added, b.added, type(A), type(B), B.whatever, hasattr(b, 'whatever'), len(A), A['k'], list(B), 1 in A, A, repr(B), A + 5, isinstance('instance', A), isinstance(b, A), isinstance(5, A), issubclass(int, A), issubclass(str, A), A.__class__
for entry in log:
    print entry


def function_meta(name, bases, ns):
    print 'function', name, bases, sorted(k for k in ns if not k.startswith('__'))
    return type(name + '_made', bases, ns)


class F(object):
    __metaclass__ = function_meta
    z = 1


print F, F.z, type(F)


class NotAClass:
    __metaclass__ = lambda name, bases, ns: sorted(k for k in ns if k != '__metaclass__')
    attr = 1


print NotAClass
C = type('C', (A,), {'m': lambda self: 'm', '__doc__': 'made by type()'})
print C.__name__, C().m(), C.__doc__, C.__module__, type(C)
D = Meta('D', (object,), {})
print D, type('Plain', (), {}).__bases__, type('P', (object,), {})().__class__.__name__, type(5), type(type)


class M1(type):
    pass


class M2(type):
    pass


class M3(M1, M2):
    pass


class C1(object):
    __metaclass__ = M1


class C2(object):
    __metaclass__ = M2


try:
    class C3(C1, C2):
        pass
except TypeError as e:
    print e


class C4(C1, C2):
    __metaclass__ = M3


print type(C4), type(type('C5', (C4,), {}))
for code in ["type()", "type(1, 2)", "type('a', 5, {})", "type('a', (), 5)", "type(5, (), {})", "type('a', (5,), {})", "type('a', ('b',), {})", "type(u'a', (), {})", "type('a', (), {}, 1)", "type('', (), {})", "type.__new__(type)", "type.__call__(int, '5')", "type.mro(int)", "type.__new__(5, 'a', (), {})", "Meta()", "type.__subclasses__(M1)"]:
    try:
        print code, eval(code)
    except TypeError as e:
        print code, e


class Registry(type):
    classes = []

    def __init__(cls, name, bases, ns):
        if bases != (object,):
            Registry.classes.append(name)


class Plugin(object):
    __metaclass__ = Registry


class P1(Plugin):
    pass


class P2(P1):
    pass


print Registry.classes, Plugin.classes


class Singleton(type):
    def __call__(cls, *a):
        if '_instance' not in cls.__dict__:
            cls._instance = type.__call__(cls, *a)
        return cls._instance


class Only(object):
    __metaclass__ = Singleton

    def __init__(self, n):
        self.n = n


print Only(1) is Only(2), Only(3).n


class AttrMeta(type):
    def __setattr__(cls, n, v):
        type.__setattr__(cls, n, ('meta set', v))

    def __delattr__(cls, n):
        print 'meta del', n
        type.__delattr__(cls, n)

    def __cmp__(cls, other):
        return cmp(cls.__name__, getattr(other, '__name__', ''))

    def __hash__(cls):
        return 42


class T(object):
    __metaclass__ = AttrMeta


T.x = 1
print T.x, T().x, hash(T), T < F, {T: 1}[T], T.__name__
del T.x
__metaclass__ = Meta


class UsesModuleMeta:
    pass


print type(UsesModuleMeta), UsesModuleMeta.__mro__
