# All kinds of parameters and arguments.
def show(*args, **kwargs):
    print args, sorted(kwargs.items())


def f(a, b=2, *rest, **kw):
    print a, b, rest, sorted(kw.items())


f(1)
f(1, 3)
f(1, 3, 4, 5)
f(a=1)
f(b=5, a=4)
f(1, c=3)
f(1, 2, 3, x=4, y=5)
f(*[1, 2, 3])
f(1, *(2, 3), **{'k': 4})
f(**{'a': 1, 'b': 2, 'c': 3})
f(1, *'ab')
f(1, *{7: 8})
f(1, *(i * i for i in range(3)))
f(1, z=0, *[9])
f(*[1], b=2)
show()
show(1, x=2, *[3], **{'y': 4})
show(*[], **{})


def defaults(a, l=[], n=0):
    l.append(a)
    n += 1
    return l, n


print defaults(1), defaults(2), defaults(3, []), defaults(4)


def only_kw(**kw):
    kw['new'] = 1
    return kw


d = {'a': 1}
print sorted(only_kw(**d)), d


def only_rest(*rest):
    return rest


t = (1, 2)
print only_rest(*t) == t, only_rest(*t)


class Mapping(object):
    def keys(self):
        return ['p', 'q']

    def __getitem__(self, key):
        return key * 2


show(**Mapping())


class Iterable(object):
    def __iter__(self):
        return iter('it')


show(*Iterable())


class Seq(object):
    def __getitem__(self, i):
        if i > 2:
            raise IndexError
        return i


show(*Seq())


class M(object):
    def m(self, a, b=1, *c, **d):
        print a, b, c, sorted(d)

    @classmethod
    def k(cls, *a, **kw):
        print cls.__name__, a, kw

    @staticmethod
    def s(a=5):
        print a


m = M()
m.m(1)
m.m(b=2, a=1)
M.m(m, 3, 4, 5, e=6)
m.m(*[1, 2, 3], **{'z': 1})
m.k(1, x=2)
m.s()
m.s(a=6)
(lambda *a, **k: show(*a, **k))(1, q=2)
apply(show, (1, 2), {'w': 3})
f.func_defaults = (20,)
f(1)
f.func_defaults = None
try:
    f()
except TypeError as e:
    print e
f(*(1, 2), **{})
