# Which coercions, comparisons and powers are asked of operands with __coerce__, and how often: by slots of either side,
# which for new-style classes ask both.
import types

log = []


def special(name, answer):
    def method(self, *others):
        log.append('%s.%s(%s)' % (self.__class__.__name__, name, ', '.join(o.__class__.__name__ for o in others)))
        return answer(self, others)
    return method


def make(base, name, coercion, *names):
    body = dict((n, special(n, lambda self, others: NotImplemented)) for n in names)
    if coercion:
        body['__coerce__'] = special('__coerce__', coercion)
    return type(base)(name, (base,), body)() if base else types.ClassType(name, (), body)()


declines = lambda self, others: NotImplemented
keeps = lambda self, others: (self, others[0])
numbers = lambda self, others: (3, 4)
wrong = lambda self, others: 3
POWERS = '__pow__', '__rpow__', '__ipow__'
operands = [
    make(None, 'OldPlain', None),
    make(None, 'OldDeclines', declines, '__cmp__', '__eq__'),
    make(None, 'OldKeeps', keeps, *POWERS),
    make(None, 'OldNumbers', numbers),
    make(None, 'OldWrong', wrong),
    make(object, 'NewDeclines', declines),
    make(object, 'NewKeeps', keeps),
    make(object, 'NewNumbers', numbers),
    make(object, 'NewWrong', wrong),
    make(object, 'NewPowers', None, *POWERS),
    make(int, 'IntDeclines', declines),
    7, None, [],
]


def inplace(a, b):
    a **= b
    return a


def show(name, f, a, b):
    del log[:]
    try:
        result = f(a, b)
    except (TypeError, AttributeError) as e:
        result = '%s: %s' % (type(e).__name__, e)
    if name in ('cmp', '<') and isinstance(result, int):
        # Where an address decides.
        result = 'done'
    if isinstance(result, tuple):
        result = [r.__class__.__name__ for r in result]
    print a.__class__.__name__, name, b.__class__.__name__, '->', result, ' '.join(log)


ways = [('==', lambda a, b: a == b), ('<', lambda a, b: a < b), ('cmp', cmp), ('coerce', coerce),
        ('+', lambda a, b: a + b), ('**', lambda a, b: a ** b), ('pow', lambda a, b: pow(a, b, 5)), ('**=', inplace)]
for a in operands:
    for b in operands:
        for name, f in ways:
            if name == '**=' and hasattr(type(b), '__ipow__') and type(b) is not types.InstanceType:
                # CPython passes on an argument that it does not have.
                continue
            if name == 'coerce' and a is b:
                continue
            show(name, f, a, b)

print '__coerce__' in dir(types.InstanceType)
print types.InstanceType.__coerce__(operands[3], 'x'), types.InstanceType.__coerce__(operands[0], 'x')
