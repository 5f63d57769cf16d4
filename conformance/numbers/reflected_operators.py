# Order of trial of special methods: reflected ones, subclasses, NotImplemented, in-place ones.
log = []
def make(name, bases, methods):
    def method(n):
        def f(self, *others):
            log.append('%s.%s' % (name, n))
            return methods[n]
        return f
    return type(name, bases, dict((n, method(n)) for n in methods))
NI = NotImplemented
A = make('A', (object,), {'__add__': 'A', '__radd__': 'rA', '__iadd__': NI, '__pow__': NI, '__mul__': NI, '__cmp__': 0, '__lt__': NI, '__div__': 1, '__truediv__': 2})
B = make('B', (A,), {'__radd__': 'rB', '__rpow__': 'rpB', '__rmul__': 'rmB'})
C = make('C', (object,), {'__radd__': NI, '__rmul__': 'rmC', '__rsub__': 'rsC', '__gt__': 'gtC', '__coerce__': NI})
D = make('D', (int,), {'__radd__': 'rD', '__rsub__': NI, '__rdivmod__': 'rdD', '__rlshift__': 'rlD', '__neg__': 'nD', '__index__': 2, '__hex__': 'hD'})
E = make('E', (B,), {})
values = [A(), B(), C(), D(3), E(), 1, 2L, 1.5, 1j, [1], 'x', None]
import operator
def label(v):
    return type(v).__name__ if isinstance(v, (A, C, D)) else repr(v)
for name in ['add', 'iadd', 'mul', 'imul', 'sub', 'pow', 'ipow', 'lshift', 'div', 'truediv', 'lt', 'gt']:
    for a in values:
        for b in values:
            del log[:]
            if not (isinstance(a, (A, C, D)) or isinstance(b, (A, C, D))):
                continue
            if name in ('lt', 'gt') and type(a) != type(b) and (isinstance(a, (C, D)) or isinstance(b, (C, D))):
                continue
            if isinstance(a, list):
                a = list(a)
            try:
                r = label(getattr(operator, name)(a, b))
            except TypeError as e:
                r = str(e)
            if 'object at' in r:
                r = 'object'
            print name, label(a), label(b), r, ' '.join(log)
for f in [operator.neg, operator.pos, operator.invert, operator.abs, hex, oct, bin, lambda v: [1, 2, 3][v], lambda v: divmod(7, v), lambda v: pow(2, v), lambda v: pow(2, v, 5)]:
    for v in [A(), B(), C(), D(3)]:
        del log[:]
        try:
            r = repr(f(v))
        except Exception as e:
            r = '%s: %s' % (type(e).__name__, e)
        print label(v), r, ' '.join(log)
