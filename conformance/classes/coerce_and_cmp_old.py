# __coerce__ and __cmp__ on old- and new-style classes.
class Old:
    def __init__(self, v):
        self.v = v

    def __coerce__(self, other):
        print 'coerce(%s, %s)' % (self.v, getattr(other, 'v', other)),
        if isinstance(other, (int, long, float)):
            return self.v, other
        if isinstance(other, Old):
            return self.v, other.v
        return None


o = Old(10)
for expr in ['o + 1', '1 + o', 'o - 3', '3 - o', 'o * 2.5', 'o / 4', '4 / o', 'o % 3', 'o ** 2', '2 ** o', 'o // 3', 'o << 1', 'o & 6', 'divmod(o, 3)', 'o + o', 'Old(3) - Old(1)', 'o == 10', 'o < 11', '11 > o', 'cmp(o, 10)', 'o + "x"', '"x" + o', 'coerce(o, 5)', 'coerce(5, o)', 'o + None', 'pow(o, 2)', 'o == Old(10)', '[1, 2] + o', 'o in [10]', '-o', 'int(o)']:
    try:
        print expr, '=', eval(expr)
    except Exception as e:
        print expr, type(e).__name__, e
x = Old(5)
x += 2
print x
x = Old(5)
x *= Old(3)
print x


class BadCoerce:
    def __init__(self, r):
        self.r = r

    def __coerce__(self, other):
        return self.r


for r in [5, (1, 2, 3), (1,), 'ab', NotImplemented, None, [1, 2]]:
    try:
        print repr(r), BadCoerce(r) + 1
    except TypeError as e:
        print repr(r), e


class OldCmp:
    def __init__(self, v):
        self.v = v

    def __cmp__(self, other):
        print 'cmp',
        return cmp(self.v, getattr(other, 'v', other))

    def __hash__(self):
        return hash(self.v)


a, b = OldCmp(1), OldCmp(2)
print a < b, a > b, a == b, a != b, a <= 1, 1 <= a, a == 1, 1 == a, 0 < b, sorted([b, a])[0].v, max(a, b).v, {1: 'x'}.get(a), a in [1], cmp(a, b), cmp(3, a)


class OldRich:
    def __lt__(self, o):
        return 'lt'

    def __eq__(self, o):
        return 'eq'


r = OldRich()
print r < 1, 1 > r, r == 1, 1 == r, r != 1 or 1, r > 1 or 1
try:
    hash(r)
except TypeError as e:
    print e


class New(object):
    def __init__(self, v):
        self.v = v

    def __coerce__(self, other):
        print 'new coerce',
        return self.v, other


n = New(10)
for expr in ['n + 1', '1 + n', 'n * 2', 'n - n', 'n == 10', 'coerce(n, 1)', 'coerce(1, n)', 'n < 11', 'cmp(n, 10)', 'n + "x"', 'n // 3', 'n & 2']:
    try:
        print expr, eval(expr)
    except TypeError as e:
        print expr, e


class OldGetattr:
    """Special methods found by __getattr__."""
    def __getattr__(self, name):
        if name in ('__add__', '__len__', '__getitem__', '__nonzero__', '__call__', '__repr__', '__str__'):
            return lambda *args: {'__add__': 'dynamic add', '__len__': 4, '__getitem__': 'item', '__nonzero__': True, '__call__': 'called', '__repr__': 'dyn repr', '__str__': 'dyn str'}[name]
        raise AttributeError(name)


g = OldGetattr()
print g + 1, len(g), g[0], bool(g), g(), repr(g), str(g), [g]
g.__len__ = lambda: 9
print len(g)


class NewInst(object):
    pass


i = NewInst()
i.__len__ = lambda: 9
i.__call__ = lambda: 'no'
i.__str__ = lambda: 'no'
for expr in ['len(i)', 'i()', 'str(i)[:10]', 'i.__len__()']:
    try:
        print expr, eval(expr)
    except TypeError as e:
        print expr, e
