# __call__, __getitem__ family, __contains__, __iter__, __len__ on own classes.
class Box(object):
    def __init__(self):
        self.d = {}
        self.log = []

    def __len__(self):
        self.log.append('len')
        return len(self.d)

    def __getitem__(self, k):
        self.log.append(('get', k))
        return self.d[k]

    def __setitem__(self, k, v):
        self.log.append(('set', k))
        self.d[k] = v

    def __delitem__(self, k):
        self.log.append(('del', k))
        del self.d[k]

    def __contains__(self, k):
        self.log.append(('in', k))
        return k in self.d

    def __iter__(self):
        self.log.append('iter')
        return iter(sorted(self.d))

    def __call__(self, *a, **k):
        self.log.append(('call', a, k))
        return self

    def __reversed__(self):
        return reversed(sorted(self.d))


b = Box()
b['x'] = 1
b['y'] = 2
b['x'] += 10
del b['y']
b[1, 2] = 'tuple key'
b(1, k=2)(3)
print 'x' in b, 'z' not in b, list(b), len(b), bool(b), b['x'], sorted(b), [k for k in b], list(reversed(b)), max(b), b.d
print b.log
try:
    b['nope']
except KeyError as e:
    print 'KeyError', e


class Squares(object):
    def __getitem__(self, i):
        if i >= 5:
            raise IndexError(i)
        return i * i


s = Squares()
print list(s), 9 in s, 10 in s, s[3], zip(s, s), sum(s), [x for x in s if x % 2], dict(enumerate(s)), tuple(s), sorted(s, reverse=True), max(s), ','.join(map(str, s)), reduce(lambda a, c: a + c, s), (lambda *a: a)(*s)
a, b2, c, d, e2 = s
print a, e2


class GetSlice(object):
    def __getslice__(self, i, j):
        return 'getslice', i, j

    def __setslice__(self, i, j, v):
        print 'setslice', i, j, v

    def __delslice__(self, i, j):
        print 'delslice', i, j

    def __getitem__(self, k):
        return 'getitem', k

    def __setitem__(self, k, v):
        print 'setitem', k, v

    def __delitem__(self, k):
        print 'delitem', k


g = GetSlice()
print g[1:2], g[:], g[1:], g[::2], g[1:2:3], g['a':'b'], g[1:2, 3], g[...], g[-1]
g[1:2] = 'v'
g[:] = 'v'
g[::2] = 'v'
g[0] = 'v'
del g[1:2], g[::1], g[5], g[:]


class NeedsLen(GetSlice):
    def __len__(self):
        return 100


print NeedsLen()[-5:], NeedsLen()[:-5], NeedsLen()[-200:1]


class Counter(object):
    def __init__(self):
        self.calls = 0

    def __call__(self, x, y=2, *rest):
        self.calls += 1
        return x + y + sum(rest)


count = Counter()
print count(1), count(1, 5), count(1, 2, 3, 4), map(count, [1, 2]), count.calls, callable(count), count.__call__(7), Counter.__call__(count, 8), apply(count, (1,)), count(*[1], **{'y': 0})
for code in ['count()', 'count(1, z=2)', 'Counter.__call__()', 'Counter()()', 'object()()', 'len(count)', 'count[0]', 'iter(count)', '1 in count']:
    try:
        eval(code)
    except TypeError as e:
        print code, str(e).split(' at ')[0]


class Meta(type):
    def __getitem__(cls, i):
        return cls.__name__ * i


class Typed(object):
    __metaclass__ = Meta


print Typed[2]


class ContainsWeird(object):
    def __contains__(self, x):
        return x


for v in [0, 1, '', 'a', None, [], [0]]:
    print v in ContainsWeird(),
print


class LenWeird(object):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n


for n in [0, 5, True, -1, 'a', 2.5, None, 1 << 40, 1 << 70, 7L]:
    try:
        print len(LenWeird(n)),
    except (TypeError, ValueError, OverflowError) as err:
        print type(err).__name__, err,
print
