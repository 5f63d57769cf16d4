# One call site, many receivers: mono-, poly- and megamorphic.


def make_class(i, kind):
    class K(object):
        n = i

        def get(self):
            return self.v + i
    if kind == 1:
        K.get = lambda self: self.v * 2
    elif kind == 2:
        K.get = staticmethod(lambda: i)
    elif kind == 3:
        K.get = classmethod(lambda cls: cls.n)
    K.__name__ = 'K%d' % i
    return K


def total(objs, n):
    t = 0
    for i in xrange(n):
        t += objs[i % len(objs)].get()
    return t


def fields(objs, n):
    t = 0
    for i in xrange(n):
        o = objs[i % len(objs)]
        t += o.v + o.n
        o.v = o.v + 1
    return t


all_objs = []
for i in range(24):
    o = make_class(i, i % 4)()
    o.v = i * 10
    all_objs.append(o)
for k in (1, 2, 3, 4, 5, 8, 16, 24):
    print k, total(all_objs[:k], 20000), fields(all_objs[:k], 10000)


class Old:
    n = 1

    def __init__(self):
        self.v = 5

    def get(self):
        return self.v


class Dyn(object):
    def __getattr__(self, name):
        return 3 if name in 'vn' else lambda: 7


class Slots(object):
    __slots__ = ('v', 'n')

    def __init__(self):
        self.v, self.n = 1, 2

    def get(self):
        return self.v + self.n


class Inst(object):
    def __init__(self):
        self.get = lambda: 11
        self.v = self.n = 0


zoo = [Old(), Slots(), Inst(), all_objs[0], Dyn()]
print total(zoo, 20000), fields(zoo[:4], 20000), [z.v for z in zoo]


def apply_all(fs, x, n):
    t = 0
    for i in xrange(n):
        t += fs[i % len(fs)](x)
    return t


class Callable(object):
    def __call__(self, x):
        return x + 1


def gen_default(x, y=2):
    return x * y


print apply_all([abs, int, lambda x: x, gen_default, Callable(), all_objs[0].get.im_func.__class__ and (lambda x: -x), float, 'ab'.count if 0 else len if 0 else long, bool, [1, 2, 3].__getitem__], 2, 30000)


def binary(a, b):
    return a + b


pairs = [(1, 2), (1.5, 2), (2, 1.5), ('a', 'b'), ([1], [2]), ((1,), (2,)), (u'a', 'b'), (2 ** 70, 1), (True, 1), (1j, 1)]
out = []
for i in xrange(20000):
    r = binary(*pairs[i % len(pairs)])
    if i >= 19990:
        out.append(r)
print out


def item(c, k):
    return c[k]


containers = [([1, 2], 1), ((3, 4), 0), ({'k': 5}, 'k'), ('abc', 2), (u'xyz', 1), (xrange(9), 4), (bytearray('q'), 0), ({1: 'one'}, 1)]
out = []
for i in xrange(20000):
    r = item(*containers[i % len(containers)])
    if i >= 19992:
        out.append(r)
print out


def iterate(c):
    n = 0
    for x in c:
        n += 1
    return n


def g():
    yield 1
    yield 2


t = 0
for i in xrange(5000):
    t += iterate([1, 2, 3][:i % 4]) + iterate((1, 2)) + iterate('abcd') + iterate({1: 2}) + iterate(xrange(i % 5)) + iterate(g()) + iterate(set([1, 2]))
print t
