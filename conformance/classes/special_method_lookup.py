# Where special methods are looked up; calling them by hand.
class A(object):
    def __len__(self):
        return 1

    def __getattribute__(self, name):
        print '[%s]' % name,
        return object.__getattribute__(self, name)


a = A()
print len(a)
print a.__len__()
a.__dict__['__len__'] = lambda: 99
print len(a), a.__len__()


class Meta(type):
    def __len__(cls):
        return 'unused'

    def __call__(cls):
        return 'meta call'


class B(object):
    __metaclass__ = Meta

    def __call__(self):
        return 'instance call'


print B(), type.__call__(B)()


class C(object):
    __slots__ = ()

    def __nonzero__(self):
        return False

    def __cmp__(self, o):
        return 0

    def __repr__(self):
        return 'C()'


class D(C):
    __nonzero__ = None
    __repr__ = 5
    __len__ = None
    __iter__ = None
    __hash__ = None
    __add__ = None
    __call__ = None
    __eq__ = None
    __getitem__ = None
    __contains__ = None


d = D()
for code in ['bool(d)', 'repr(d)', 'len(d)', 'iter(d)', 'hash(d)', 'd + 1', 'd()', 'd == 1', 'd[0]', '1 in d', 'str(d)', 'repr([d])', 'd != 1', '1 + d', 'd < 1']:
    try:
        print code, eval(code)
    except TypeError as e:
        print code, 'TypeError', e


class E(object):
    __len__ = lambda self: 3
    __iter__ = lambda self: iter('abc')
    __add__ = staticmethod(lambda o: ('static add', o))
    __getitem__ = classmethod(lambda cls, k: (cls.__name__, k))
    __str__ = classmethod(lambda cls: 'class str')
    __call__ = property(lambda self: lambda x: ('property call', x))
    __contains__ = list


e = E()
print len(e), list(e), e + 5, e['k'], str(e), e(7)


class Callable(object):
    def __init__(self, r):
        self.r = r

    def __call__(self, *args):
        return self.r


class F(object):
    __len__ = Callable(4)
    __repr__ = Callable('callable repr')
    __nonzero__ = Callable(False)


f = F()
print len(f), repr(f), bool(f)


class G(object):
    def __getattr__(self, name):
        return lambda *a: 'never for specials'


g = G()
for code in ['len(g)', 'g[0]', 'g + 1', 'g()', 'iter(g)', 'int(g)', '-g']:
    try:
        print code, eval(code)
    except (TypeError, AttributeError) as err:
        print code, type(err).__name__, err
print g.__len__() if 0 else g.anything(), hash(g) == hash(g), g == g, bool(g)
print (5).__add__(6), 'a'.__add__('b'), [1].__len__(), {}.__contains__(1), int.__add__(5, 6), object.__str__(5) == '5' or 'repr based', list.__getitem__([7], 0), str.__mul__('ab', 2), type.__call__(int, '3'), object.__getattribute__(5, 'real'), type.__getattribute__(int, '__name__'), float.__eq__(1.0, 1), dict.__getitem__({'a': 1}, 'a'), object.__repr__(e).startswith('<__main__.E'), type.__repr__(int), object.__hash__(e) == hash(e)
print sorted(object.__dict__), object.__reduce__ is not None, isinstance(object.__init__, type(int.__add__)), type(object.__init__).__name__, type(object().__init__).__name__, type(object.__new__).__name__, type(list.append).__name__, type([].append).__name__, type(int.real).__name__, type(A.__len__).__name__
