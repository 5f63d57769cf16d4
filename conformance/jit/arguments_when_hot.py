# Every shape of call in hot code.


def plain(a, b):
    return a - b


def defaults(a, b=10, c=20):
    return a + b * 2 + c * 3


def star(*args):
    return len(args) * 100 + sum(args)


def kw(**kwargs):
    return sum(kwargs.values()) + len(kwargs) * 1000


def all_kinds(a, b=2, *args, **kwargs):
    return a + b * 2 + sum(args) * 3 + sum(kwargs.values()) * 5


def unpack((x, y), z=0):
    return x * y + z


class C(object):
    def __init__(self, v=1):
        self.v = v

    def m(self, a, b=5):
        return self.v + a * b

    @classmethod
    def c(cls, x):
        return x + len(cls.__name__)

    @staticmethod
    def s(x, y=3):
        return x * y

    def __call__(self, x, *rest):
        return self.v + x + len(rest)


def run(n):
    t = 0
    c = C(2)
    bound = c.m
    lam = lambda p, q=4: p + q
    args, kwargs = (1, 2), {'b': 7}
    for i in xrange(n):
        t += plain(i, 1) + plain(b=i, a=1) + plain(i, b=2)
        t += defaults(i) + defaults(i, 1) + defaults(i, 1, 2) + defaults(i, c=3) + defaults(c=1, b=2, a=i)
        t += star() + star(i) + star(i, 1, 2) + star(*args) + star(i, *args)
        t += kw() + kw(x=i) + kw(a=1, **kwargs)
        t += all_kinds(i) + all_kinds(i, 1, 2, 3, k=4) + all_kinds(*args, **{'z': 1}) + all_kinds(a=i, q=3) + all_kinds(1, *[5], **kwargs) if 0 else all_kinds(i, *args, **{'z': i})
        t += unpack((i, 2)) + unpack([i, 3], z=1)
        t += c.m(i) + c.m(i, 1) + c.m(b=2, a=i) + bound(i) + C.m(c, i) + c.c(i) + C.c(1) + c.s(i) + C.s(i, 2) + c(i) + c(i, 1, 2)
        t += lam(i) + lam(i, 1) + C().v + C(3).v + C(v=i).v + apply(plain, (i, 1)) + apply(plain, (i,), {'b': 1})
    return t


print run(6000)


def errors(n):
    counts = {}
    calls = [lambda: plain(1), lambda: plain(1, 2, 3), lambda: plain(1, c=2), lambda: plain(1, a=2), lambda: star(x=1), lambda: kw(1), lambda: unpack(5), lambda: C().m(), lambda: C(1, 2), lambda: defaults(), lambda: C.m(1, 2), lambda: plain(*5), lambda: plain(**5), lambda: plain(1, 2)]
    for i in xrange(n):
        try:
            calls[i % len(calls)]()
            key = 'ok'
        except TypeError as e:
            key = str(e)
        counts[key] = counts.get(key, 0) + 1
    return sorted(counts.items())


for row in errors(14000):
    print row
print run(10)
plain.func_defaults = (100,)
print plain(1), run(10)
defaults.func_defaults = (1, 1)
print run(10)


def recorder(log):
    def rec(*a, **k):
        log.append((a, tuple(sorted(k.items()))))
        return len(log)
    return rec


log = []
r = recorder(log)
for i in xrange(5000):
    r(i, x=i)
    r(*range(i % 4), **{'k%d' % (i % 3): i})
print len(log), log[-2:], log[7]


def mutable_default(x, acc=[]):
    acc.append(x)
    return len(acc)


for i in xrange(20000):
    k = mutable_default(i)
print k, len(mutable_default.func_defaults[0])


def replaced(x):
    return x


t = 0
for i in xrange(20000):
    t += replaced(i)
    if i == 10000:
        replaced.func_code = (lambda x: -x).func_code
    elif i == 15000:
        replaced.func_code = (lambda x, y=0: 1).func_code
        replaced.func_defaults = (0,)
print t
