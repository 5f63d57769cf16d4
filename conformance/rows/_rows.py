"""What the generated programs share: values of every class, and the runs of a row.

A row's code is made anew for each of its cases, run hot with operands of that case alone, and then given everything
else. What comes of it is added up into a line; with an argument on the command line, all of it is printed.
"""

import collections
import itertools
import sys
import zlib

VERBOSE = len(sys.argv) > 1
WARM = 40

METHODS = ['add', 'sub', 'mul', 'div', 'truediv', 'floordiv', 'mod', 'pow',
           'lshift', 'rshift', 'and', 'or', 'xor']
COMPARISONS = ['lt', 'le', 'eq', 'ne', 'gt', 'ge']


def show(x):
    """The type and the text of a result; of an exception, its class and message."""
    if isinstance(x, BaseException):
        return '%s(%s)' % (type(x).__name__, x)
    if isinstance(x, tuple):
        return '(%s)' % ', '.join([show(y) for y in x])
    if isinstance(x, dict):
        # Some keys are hashed by their address.
        return '{%s}' % ', '.join(sorted(['%s: %s' % (show(k), show(v)) for k, v in x.items()]))
    return '%s %r' % (type(x).__name__, x)


def method(name):
    return lambda self, *others: '%s.%s(%s)' % (self.NAME, name, ', '.join([show(o) for o in others]))


def refusing(self, other):
    return NotImplemented


class Both(object):
    NAME = 'Both'
    __hash__ = None

    def __repr__(self):
        return '<Both>'

    def __nonzero__(self):
        return False

    def __contains__(self, x):
        return x == 1

    def __getitem__(self, key):
        return 'Both[%s]' % show(key)

    def __setitem__(self, key, x):
        raise KeyError('Both', show(key), show(x))


for name in METHODS:
    setattr(Both, '__%s__' % name, method(name))
    setattr(Both, '__r%s__' % name, method('r' + name))
    setattr(Both, '__i%s__' % name, method('i' + name))
for name in COMPARISONS:
    setattr(Both, '__%s__' % name, method(name))
for name in ['neg', 'pos', 'invert']:
    setattr(Both, '__%s__' % name, method(name))


class Refuses(object):
    """Its methods do not want to."""

    def __repr__(self):
        return '<Refuses>'

    def __cmp__(self, other):
        return 1

    def __len__(self):
        return 0

    def __iter__(self):
        return iter([1, 2])


for name in METHODS:
    setattr(Refuses, '__%s__' % name, refusing)
    setattr(Refuses, '__r%s__' % name, refusing)
    setattr(Refuses, '__i%s__' % name, refusing)


class Int(int):
    """Comes before int as a right operand."""

    NAME = 'Int'

    def __repr__(self):
        return 'Int(%s)' % int.__repr__(self)


for name in METHODS:
    setattr(Int, '__r%s__' % name, method('r' + name))


class Plain(int):
    pass


class Real(float):
    NAME = 'Real'
    __add__ = __lt__ = __neg__ = method('real')


class Text(str):
    NAME = 'Text'
    __add__ = __mod__ = __eq__ = method('text')
    __hash__ = str.__hash__


class Coerces:
    """Of the old style."""

    def __repr__(self):
        return '<Coerces>'

    def __coerce__(self, other):
        if isinstance(other, (int, long, float)):
            return (other, 3)
        return None

    def __cmp__(self, other):
        return -1

    def __len__(self):
        return 2


class Old:
    NAME = 'Old'

    def __repr__(self):
        return '<Old>'

    def __cmp__(self, other):
        return 1

    def __nonzero__(self):
        raise ValueError('no truth')

    def __getitem__(self, i):
        if isinstance(i, int) and i > 2:
            raise IndexError(i)
        return i


for name in METHODS:
    setattr(Old, '__%s__' % name, method(name))
    setattr(Old, '__r%s__' % name, method('r' + name))

INF = 1e308 * 10
NAN = INF - INF

# Values of each class that the tables name.
VALUES = {
    'int': [0, 1, -1, 2, 3, -7, 10, 63, 2 ** 31 - 1, 2 ** 31, -2 ** 31, 2 ** 47, 2 ** 48 - 1, -2 ** 48,
            2 ** 49 - 1, -2 ** 49],
    'float': [0.0, -0.0, 1.0, 1.5, -2.25, 3.0, 1e300, -1e-300, 2.0 ** 53, INF, -INF, NAN],
    'bool': [True, False],
    'none': [None],
    'str': ['', 'a', 'ab', 'b%s', '%d', 'abc' * 20],
    'unicode': [u'', u'a', u'ab', u'b%s', u'\xe9', u'\u20ac', u'\U0001f600', u'abc' * 20],
    'set': [set(), set([1]), set([1, 'a', 2.5]), set(range(10))],
    'list': [[], [1], [1, 2], [3, 'x', None], [1, 2, 3, 4, 5]],
    'tuple': [(), (1,), (1, 2), (3, 'x', None), (1, 2, 3, 4), (1, 2, 3, 4, 5)],
    'dict': [{}, {'a': 1}, {1: 2, 'ab': 3, 2.5: 4}],
}
# Of iterators, what is iterated over.
VALUES['list_iter'] = VALUES['list']
VALUES['tuple_iter'] = VALUES['tuple']
VALUES['seq_iter'] = VALUES['str']


class Through(object):
    'Is iterated over by what a function makes of something else.'

    def __init__(self, make, what):
        self.make, self.what = make, what

    def __iter__(self):
        return self.make(self.what)

    def __repr__(self):
        return 'Through(%s, %r)' % (self.make.__name__, self.what)


def emptied(iterator):
    list(iterator)
    return iterator


ZIPPED = [lambda l: itertools.izip(l, l), lambda l: itertools.izip(l, l[1:]), lambda l: itertools.izip(l[1:], l),
          lambda l: itertools.izip(*[iter(l)] * 2), lambda l: itertools.izip(l, tuple(l)),
          lambda l: itertools.izip(tuple(l), l), lambda l: itertools.izip(l), lambda l: itertools.izip(l, l, l),
          lambda l: itertools.izip(emptied(iter(l)), l), lambda l: itertools.izip(l, emptied(iter(l)))]
VALUES['list_reverse_iter'] = [Through(reversed, l) for l in VALUES['list']]
VALUES['enumerate'] = [Through(enumerate, l) for l in VALUES['list']]
VALUES['it_izip'] = [Through(zipped, l) for zipped in ZIPPED for l in VALUES['list']]
VALUES['dict_key_iter'] = VALUES['dict']
VALUES['dict_value_iter'] = [d.viewvalues() for d in VALUES['dict']]
VALUES['dict_item_iter'] = [d.viewitems() for d in VALUES['dict']]
# For unpacking, of the right length.
VALUES['tuple_pair'] = [(1, 2), ('x', None), ('ab', 2.5)]
VALUES['tuple_triple'] = [(1, 2, 3), ('x', None, 2.5)]
VALUES['tuple_quadruple'] = [(1, 2, 3, 4), ('x', None, 2.5, ())]
VALUES['list_pair'] = map(list, VALUES['tuple_pair'])
VALUES['list_triple'] = map(list, VALUES['tuple_triple'])
VALUES['deque'] = [collections.deque(), collections.deque([1]), collections.deque('abc')]
VALUES['type'] = [int, float, str, Both, type, object]
VALUES['range_iter'] = [xrange(3), xrange(0), xrange(-2, 9, 5), xrange(2 ** 49 - 2, 2 ** 49 + 2), xrange(5, 0, -1)]
# And of others, which no case is for.
OTHERS = [
    2 ** 49, -2 ** 49 - 1, 2 ** 53 + 1, 2 ** 62, 2 ** 63 - 1, -2 ** 63, 0L, -3L, 2 ** 63, -2 ** 64 - 1, 10 ** 30,
    1 + 2j, u'', u'ab', u'\xe9%s', set([1]), frozenset(), xrange(3), Both(), Refuses(), Int(7), Plain(5), Real(2.5),
    Text('ab'), Coerces(), Old(), int, Ellipsis,
]
CLASSES = ['int', 'float', 'bool', 'none', 'str', 'list', 'tuple', 'dict']
# All of them, one or two of each kind.
MIXED = [v for c in CLASSES for v in (VALUES[c][:1] + VALUES[c][-2:-1])] + OTHERS + [(7, 8), (7, 8, 9), [7, 8]]
VALUES['value'] = MIXED


def fresh(x):
    """A copy of what may be changed."""
    if type(x) in (list, dict, set, collections.deque):
        return type(x)(x)
    return x


def is_number(x):
    return isinstance(x, (int, long))


def sensible(name, operands):
    """Would it take neither for ever nor all memory?"""
    if len(operands) < 2:
        return True
    a, b = operands[:2]
    name = name.replace('operator_', '').replace('special_', '')
    if name in ('pow', 'ipow', 'lshift', 'ilshift'):
        # What coerces makes either of them the exponent.
        exponents = operands if isinstance(a, Coerces) or isinstance(b, Coerces) else [b]
        return not isinstance(a, (int, long, Coerces)) or all(
            not is_number(x) or abs(x) <= 70 for x in exponents)
    if name in ('mul', 'imul'):
        for x, n in ((a, b), (b, a)):
            if is_number(n) and abs(n) > 100 and not isinstance(x, (int, long, float, complex, Both, Refuses, Old)):
                return False
    if name in ('is', 'is_not') and a is not b:
        # Equal numbers may be one object or two.
        return type(a) is not type(b)
    return True


def near(x):
    """Without the last digits, which are the C library's."""
    return float('%.12g' % x) if type(x) is float else x


class Report(object):
    def __init__(self, title):
        self.title = title
        self.crc = 0
        self.count = 0

    def add(self, operands, result):
        text = '%s -> %s' % (', '.join([show(x) for x in operands]), show(result))
        if VERBOSE:
            print '   ', text
        self.crc = zlib.crc32(text, self.crc)
        self.count += 1

    def end(self):
        print '%s: %d results, %08x' % (self.title, self.count, self.crc & 0xffffffff)


def make(source, names=None):
    """The function `f` of some code that nothing has run yet."""
    scope = {'__name__': 'rows', 'near': near}
    scope.update(names or {})
    # Not the text: that of which there was one already would share its code.
    exec compile(source, '<string>', 'exec') in scope
    return scope['f']


def attempt(f, operands):
    try:
        return f(*operands)
    except Exception, e:
        return e


def product(lists):
    found = [()]
    for values in lists:
        found = [t + (v,) for t in found for v in values]
    return found


def rest(classes):
    """Operands for code that knows `classes`: all of those, and for one operand at a time, anything."""
    found = product([VALUES[c] for c in classes])
    if len(found) > 80:
        found = found[::len(found) // 80 + 1] + found[-3:]
    for at in range(len(classes)):
        for x in MIXED:
            operands = [VALUES[c][len(VALUES[c]) // 2] for c in classes]
            operands[at] = x
            found.append(tuple(operands))
    if len(classes) > 1:
        found.extend([(x,) * len(classes) for x in MIXED])
    return found


def hot(classes, name):
    found = [t for t in product([VALUES[c][:8] for c in classes]) if sensible(name, t)]
    # A step that goes through the values of each operand.
    return found[:1] + found[::len(found) // 9 | 1]


def calls(name, case, classes, form, source):
    """Runs code hot by calls, then with everything."""
    f = make(source)
    report = Report('%s.%s, %s' % (name, case, form))
    warm = hot(classes, name)
    for n in xrange(WARM):
        operands = map(fresh, warm[n % len(warm)])
        result = attempt(f, operands)
        if n < len(warm):
            report.add(warm[n], result)
    for operands in rest(classes):
        if sensible(name, operands):
            report.add(operands, attempt(f, map(fresh, operands)))
    for n in xrange(WARM):
        result = attempt(f, map(fresh, warm[n % len(warm)]))
        if n < len(warm):
            report.add(warm[n], result)
    report.end()


def loops(name, case, classes, form, source):
    """Runs code hot in one call: `f` takes a list of operands, and a list for results."""
    f = make(source)
    report = Report('%s.%s, %s' % (name, case, form))
    warm = hot(classes, name)
    others = [t for t in rest(classes) if sensible(name, t)]
    runs = (warm * (1 + 60 // len(warm)), warm * (1 + 60 // len(warm)), warm + others + warm, others[::-3])
    for operands in runs:
        results = []
        f([tuple(map(fresh, t)) for t in operands], results)
        for t, result in zip(operands, results)[-len(warm) - len(others):]:
            report.add(t, result)
    report.end()


def row(name, cases, forms):
    """A row: its cases with the classes of their operands, its code in several forms."""
    for case, classes in cases:
        for form, source in forms:
            run = loops if 'results' in source else calls
            run(name, case, classes, form, source)
