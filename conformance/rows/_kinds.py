"""Operands that make an inline cache have an entry of each kind, and runs of code with them.

`KINDS[protocol][kind]` makes the operands of one kind. All of a protocol's code uses the same attribute or name, so that
each site can be given all the others' operands after its own.
"""

import types

from _rows import NAN, Report, WARM, attempt, make


class Slot(object):
    def __init__(self, real):
        self.first = 0
        self.real = real


class Class(object):
    real = 'of the class'


class Inherits(Class):
    pass


class Method(object):
    def real(self, x=0):
        return 'method', x


class Property(object):
    @property
    def real(self):
        return 'property of', type(self).__name__

    calm = property(lambda self: 1)


class Failing(object):
    @property
    def real(self):
        raise ValueError('no such luck')


class Asked(object):
    def __getattr__(self, name):
        if name == 'real':
            return lambda *args: ('asked', args)
        raise AttributeError(name)

    def __setattr__(self, name, x):
        self.__dict__['set_' + name] = x


class Watched(object):
    def __getattribute__(self, name):
        return 'watched ' + name


class Slots(object):
    __slots__ = ['real']


class OldClass:
    real = 'of the old class'

    def __init__(self, x=None):
        if x is not None:
            self.real = x


class OldAsked:
    def __getattr__(self, name):
        if name.startswith('__'):
            raise AttributeError(name)
        return lambda *args: ('old asked', name, args)

    def __setattr__(self, name, x):
        raise TypeError('cannot set ' + name)


class Static(object):
    @staticmethod
    def real(x):
        return 'static', x


class Told(object):
    real = staticmethod(lambda *args: ('told', args))


class InheritsTold(Told):
    pass


class Changing(object):
    real = 0


for n in range(20):
    Changing.real = n


class InheritsChanging(Changing):
    pass


class ClassMethod(object):
    @classmethod
    def real(cls, x):
        return cls.__name__, x


class InheritsClassMethod(ClassMethod):
    pass


class Builtin(object):
    real = abs


class Takes(object):
    real = Slot


def many(real):
    """An object with more attributes than have room inside: the first one of its class, as later ones have more."""
    o = type('Many', (object,), {})()
    for n in range(20):
        setattr(o, 'attribute%d' % n, n)
    o.real = real
    return o


def module(real):
    m = types.ModuleType('some')
    m.other = 1
    m.real = real
    return m


def holding(x):
    o = Slots()
    o.real = x
    return o


def without(o):
    del o.real
    return o


def tell(*args):
    return 'told', args


GET_ATTR = {
    'slot': lambda: [(Slot(n),) for n in range(3)],
    'overflow': lambda: [(MANY,)],
    'class_value': lambda: [(Class(),), (Class(),)],
    'method': lambda: [(Method(),), (Method(),)],
    'property': lambda: [(Property(),)],
    'computed': lambda: [(1 + 2j,), (3.5j,)],
    'dict_entry': lambda: [(MODULE,)],
    'type_value': lambda: [(Inherits,)],
    'class_entry': lambda: [(Changing(),), (Changing(),)],
    'type_entry': lambda: [(InheritsChanging,)],
}
MODULE = module('of the module')
MANY = many(5)

MORE_ATTR = lambda: [
    (None,), (5,), (2.5,), (2 ** 60,), (NAN,), (Failing(),), (Asked(),), (Watched(),), (Slots(),), (holding(3),),
    (OldClass(),), (OldClass(4),), (OldAsked(),), (without(Slot(1)),), (without(many(2)),), (module('other'),),
    (Class,), (Static,), (Slot,), (OldClass,), ('text',), (types.ModuleType('empty'),),
]

SET_ATTR = {
    'slot': lambda: [(Slot(n), n * 2) for n in range(3)],
    'overflow': lambda: [(MANY, str(n)) for n in range(3)],
    'add_slot': lambda: [(Class(), n / 2.0) for n in range(3)],
}

MORE_SET = lambda: [t + (7,) for t in MORE_ATTR()] + [
    (Property(), 1), (Method(), 2), (1j, 3), (Inherits(), 4), (type('Made', (object,), {}), 5),
]

LOAD_METHOD = {
    'function': lambda: [(Method(), n) for n in range(2)],
    'class_value': lambda: [(Builtin(), -n) for n in range(3)],
    'slot': lambda: [(Slot(tell), n) for n in range(3)],
    'dict_entry': lambda: [(CALLED, n) for n in range(3)],
    'type_value': lambda: [(InheritsTold, n) for n in range(3)],
    'type_method': lambda: [(InheritsClassMethod, n) for n in range(3)],
    'class_method': lambda: [(InheritsClassMethod(), n) for n in range(3)],
}
CALLED = module(tell)

MORE_METHODS = lambda: [t + (1,) for t in MORE_ATTR()] + [
    (Slot(abs), -1), (Slot(Slot), 1), (many(tell), 2), (many(len), 'abc'), (Static(), 3), (OldClass(tell), 4),
    (Method, Method()), (Takes(), 5), (Slot(Method().real), 6), (module(abs), -7), (module(None), 8),
]


def function(x):
    return 'function', x


def twice(x):
    return x, x


def defaults(x, y='y', z=2.5):
    return x, y, z


def adder(n):
    def add(x):
        return n, x
    return add


class Newer(object):
    """Made by a __new__ in Python."""
    def __new__(cls, x):
        self = object.__new__(cls)
        self.x = x
        return self

    def __repr__(self):
        return 'Newer(%r)' % self.x


class Made(object):
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return 'Made(%r)' % self.x

    def method(self, x):
        return 'bound', self.x, x

    def __call__(self, x):
        return 'called', self.x, x


class OldMade:
    def __init__(self, x):
        self.x = x

    def __repr__(self):
        return 'OldMade(%r)' % self.x


class Strange(object):
    def __init__(self, x):
        return x


CALL = {
    'function': lambda: [(function, n) for n in (1, 2.5, 'x')],
    'closure': lambda: [(adder(n), n) for n in range(12)],
    'bound': lambda: [(Made(n).method, n) for n in range(12)],
    'any_function': lambda: [(f, 1) for f in (function, twice, adder(3), lambda x: x, lambda x: [x], lambda x: -x)],
    'binding_function': lambda: [(defaults, n) for n in range(3)],
    'builtin': lambda: [(abs, -n) for n in range(3)],
    'any_builtin': lambda: [(f, -3) for f in (abs, hex, chr, repr, oct, bin)],
    'method': lambda: [(str.upper, 'x%d' % n) for n in range(3)],
    'instance': lambda: [(Made, n) for n in range(3)],
    'old_instance': lambda: [(OldMade, n) for n in range(3)],
    'class': lambda: [(c, 5) for c in (int, str, float, Newer, bool, Made, KeyError, Newer, Made)],
    'any_method': lambda: [(m, 'aB') for m in (str.upper, str.lower, str.title, str.strip, str.split, str.isalpha)],
}

MORE_CALLS = lambda: [
    (None, 1), (5, 1), ('text', 1), (Made(1), 2), (Strange, None), (Strange, 1), (int, '12'), (float, '2.5'),
    (list, 'ab'), (tuple, 'ab'), (str, 5), (len, 'abc'), (len, 5), (chr, 999), (str.upper, 5), (list.pop, [1, 2]),
    ('x'.join, ['a', 'b']), ([1, 2].index, 2), ({1: 2}.get, 1), ({1: 2}.get, []), (Made.method, Made(3)),
    (Made.method, 5), (Slot, 1), (Class, 1), (OldClass, 1), (type, 5), (adder, 1), (lambda: 1, 2),
    (lambda x, y: x, 3), (lambda *a: a, 4), (lambda **k: k, 5), (lambda (a, b): a + b, (1, 2)), (ValueError, 'e'),
    (Static.real, 1), (InheritsClassMethod.real, 2), (OldMade(1), 2),
]

KINDS = {
    'get_attr': (GET_ATTR, MORE_ATTR),
    'set_attr': (SET_ATTR, MORE_SET),
    'load_method': (LOAD_METHOD, MORE_METHODS),
    'call': (CALL, MORE_CALLS),
}


def plain(x):
    """What can be printed of a result: no addresses."""
    if isinstance(x, tuple):
        return tuple(map(plain, x))
    if isinstance(x, (int, long, float, complex, str, list, dict, type(None), BaseException, Made, OldMade)):
        return x
    return type(x).__name__


def kinds(name, listed, forms):
    """A protocol with a cache: its kinds, its code in several forms."""
    table, more = KINDS[name]
    for kind in listed:
        for form, source in forms:
            f = make(source)
            report = Report('%s.%s, %s' % (name, kind, form))
            warm = []
            for n in xrange(WARM):
                if n % 50 == 0:
                    warm = table[kind]()
                operands = warm[n % len(warm)]
                result = attempt(f, operands)
                if n < len(warm):
                    report.add(plain(operands), plain(result))
            for n in range(2):
                for other in listed + [kind]:
                    for operands in table[other]():
                        report.add(plain(operands), plain(attempt(f, operands)))
                for operands in more():
                    report.add(plain(operands), plain(attempt(f, operands)))
            for n in xrange(WARM):
                operands = table[kind]()[0]
                result = attempt(f, operands)
                if n < 20:
                    report.add(plain(operands), plain(result))
            report.end()


def changing(name, kind, source, change):
    """What was cached is no longer so."""
    report = Report('%s.%s, changed' % (name, kind))
    f = make(source)
    operands = KINDS[name][0][kind]()[0]
    for n in xrange(WARM):
        attempt(f, operands)
    for step in change:
        step()
        for n in xrange(30):
            report.add(plain(operands), plain(attempt(f, operands)))
    report.end()


SCOPE = {'__name__': 'rows'}


def names(name, listed, source, steps):
    """Names in globals and builtins: `source` is run in a scope that `steps` change in turn."""
    for kind in listed:
        report = Report('%s.%s' % (name, kind))
        scope = {'__name__': 'rows', 'results': []}
        first = {'global': 'abs = 5', 'builtin': ''}[kind]
        code = compile(source, 'rows', 'exec')
        exec first in scope
        for n in xrange(60):
            exec code in scope
        report.add((kind,), list(scope['results'][:3]))
        for step in steps:
            del scope['results'][:]
            try:
                exec step in scope
                for n in xrange(20):
                    exec code in scope
            except Exception, e:
                scope['results'].append(e)
            report.add((step,), tuple(map(plain, scope['results'])))
        report.end()
