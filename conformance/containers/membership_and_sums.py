# `in`, `+` and `%` of builtin sequences, sets and mappings: exact types, derived ones, and what takes their place when hot.


class Odd(object):
    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return hash(self.n)

    def __eq__(self, other):
        if self.n == 13:
            raise ValueError('unlucky')
        return self.n == other


class List(list):
    def __contains__(self, x):
        return 'asked %r' % (x,)

    def __add__(self, other):
        return 'List.__add__'

    def __radd__(self, other):
        return 'List.__radd__'


class Text(str):
    def __rmod__(self, other):
        return 'Text.__rmod__ ' + other

    def __contains__(self, x):
        return False


class Plain(str):
    pass


class Number(object):
    def __rmod__(self, other):
        return 'never'

    def __repr__(self):
        return 'Number()'

    def __str__(self):
        return 'a number'


def member(x, c):
    return x in c


def absent(x, c):
    return x not in c


def total(a, b):
    return a + b


def remainder(a, b):
    return a % b


def show(f, *args):
    try:
        r = f(*args)
        print f.__name__, type(r).__name__, repr(r)
    except Exception as e:
        print f.__name__, type(e).__name__, e


CONTAINERS = [[1, 2.5, 'a'], (1, 2.5, 'a'), set([1, 2.5, 'a']), frozenset([1]), {1: 0, 'a': 0}, 'abc', u'abc',
              List([1]), Text('abc'), xrange(3), iter([1, 2])]
ITEMS = [1, 1.0, 1L, True, 'a', u'a', None, Odd(1), Odd(13), [1], set([1]), {}]
for c in CONTAINERS:
    for x in ITEMS:
        show(member, x, c)
        show(absent, x, c)
show(member, set([1]), set([frozenset([1])]))
show(absent, set([1]), {frozenset([1]): 1})
show(member, 1, 5)
show(absent, 1, None)

SUMS = [[1], [], (1,), (), 'x', u'x', u'\xe9', u'\u20ac', u'\U0001f600', '', u'', List([2]), Text('t'), None, 1]
for a in SUMS:
    for b in SUMS:
        show(total, a, b)
print [1][:] + [2], total((), ()) is (), total(u'', u'y'), total('', 'y')

FORMATS = ['%s', '%r', '%%', '%d', '%(a)s', '%s %s', 'none', '%c', '%5.1f']
ARGS = [1, 'x', u'\xe9', (1,), (1, 2), {'a': 1}, [1], Text('t'), Plain('p'), Number(), None, 2.25, 3L, ()]
for f in FORMATS:
    for a in ARGS:
        show(remainder, f, a)

# Hot with one kind, then with others.
for f, first, second in [(member, (1, {1: 2}), (1, set([1]))), (member, ('a', 'abc'), (u'a', 'abc')),
                         (absent, (5, (1, 2)), (5, List())), (total, ([1], [2]), (List(), [1])),
                         (total, (u'a', u'b'), ('a', u'\xe9')), (total, ((1,), (2,)), ((1,), 2)),
                         (remainder, ('%d', 7), ('%s', Text('x'))), (remainder, ('%s', (1,)), (9, 4))]:
    for i in xrange(3000):
        r = f(*first)
    show(f, *first)
    show(f, *second)
    for i in xrange(50):
        show(f, *second) if i == 49 else None
    show(f, *first)


def same(x):
    return x


def growing():
    a, b, c = u'', (), []
    for i in xrange(2000):
        a += u'ab'
        b = b + (i,) if i < 100 else b
        c = c + [i] if i < 100 else c
    return len(a), a[-3:], len(b), len(c), b[-1], c[-1]


print growing()
d = {}
for i in xrange(3000):
    if i % 7 in d:
        d[i % 7] += 1
    else:
        d[i % 7] = 1
print sorted(d.items())
