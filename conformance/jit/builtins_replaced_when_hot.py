# Inlined builtins must notice that their arguments or they themselves change.


def lens(xs, n):
    t = 0
    for i in xrange(n):
        t += len(xs[i % len(xs)])
    return t


class L(object):
    def __len__(self):
        return 50


print lens([[1], [1, 2]], 20000), lens([[1], (1, 2), 'abc', {1: 1}, set(), u'u', xrange(9), L()], 20000)
try:
    lens([[1], 5], 10)
except TypeError as e:
    print e


def type_tests(xs, n):
    c = [0] * 5
    for i in xrange(n):
        x = xs[i % len(xs)]
        if isinstance(x, int):
            c[0] += 1
        elif isinstance(x, (str, unicode)):
            c[1] += 1
        elif type(x) is float:
            c[2] += 1
        elif callable(x):
            c[3] += 1
        else:
            c[4] += 1
    return c


print type_tests([1, 'a', 2.0, len, None, True, u'u', 2L, type_tests], 20000)


def math_like(n):
    t = 0
    for i in xrange(n):
        t += abs(i - n // 2) + min(i, 100) + max(i, 5, 7) + pow(i, 2) % 7 + divmod(i, 7)[1] + ord(chr(i % 256)) + bool(i) + int(i / 2.0) + hash(i) % 3 + cmp(i, 50) + sum((i, 1)) + len(range(i % 5)) + round(i) + (i == int(str(i)))
    return t


print math_like(10000)


def sequences(n):
    t = 0
    for i in xrange(n):
        l = list((i, 2, 1))
        l.sort()
        t += l[0] + sorted(l)[-1] + tuple(l)[1] + sum(l) + len(zip(l, l)) + sum(map(abs, l)) + len(filter(None, l)) + reduce(lambda a, b: a + b, l) + any(l) + all(l) + l.index(2) + l.count(1) + max(l) + sum(x for x in l)
    return t


print sequences(3000)


def list_methods(n):
    l = []
    a = l.append
    for i in xrange(n):
        a(i)
        if len(l) > 50:
            l.pop(0)
            l.insert(0, -1)
            l.reverse()
            l.extend([1, 2])
            l.remove(1)
            del l[10:]
    return len(l), l[:3]


print list_methods(20000)


def attribute_builtins(n):
    class A(object):
        x = 1
    a = A()
    t = 0
    for i in xrange(n):
        setattr(a, 'y', i)
        t += getattr(a, 'y') + getattr(a, 'z', 1) + hasattr(a, 'x') + (a.__class__ is A) + (type(a) is A) + isinstance(a, A) + issubclass(A, object)
        if i == n // 2:
            a.z = 100
        delattr(a, 'y')
    return t


print attribute_builtins(10000)
_range = xrange


def uses_xrange(n):
    t = 0
    for k in _range(n):
        for i in xrange(3):
            t += i
    return t


print uses_xrange(10000)
xrange = lambda n: [10] * n
print uses_xrange(5)
del xrange
print uses_xrange(5)


def swap_isinstance(n):
    global isinstance
    t = 0
    for i in _range(n):
        t += isinstance(i, int)
        if i == n - 10:
            isinstance = lambda o, c: 1000
    del isinstance
    return t


print swap_isinstance(20000), swap_isinstance(20)


class Meta(type):
    def __instancecheck__(cls, o):
        return o == 3


class Odd(object):
    __metaclass__ = Meta


def custom_instancecheck(n):
    t = 0
    for i in _range(n):
        t += isinstance(i % 5, Odd)
    return t


print custom_instancecheck(20000)
str = lambda x: 'mine'


def uses_str(n):
    s = None
    for i in _range(n):
        s = str(i)
    return s


print uses_str(20000)
del str
print uses_str(3)
