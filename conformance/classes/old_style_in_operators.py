# Old-style instances in every operator and builtin: coercion, missing methods, methods on instances, odd results, __getattr__ that makes methods.
import operator
def t(f, *a):
    try:
        r = repr(f(*a)); print r.split(' at 0x')[0],
    except Exception as e:
        print type(e).__name__ + ':', str(e).split(' at 0x')[0], '|',
class Empty: pass
class Any:
    def __getattr__(self, n):
        if n in ('__coerce__', '__repr__', '__str__', '__index__', '__length_hint__', '__getinitargs__'): raise AttributeError(n)
        def f(*a): log.append(n); return 5
        return f
class Coerce:
    def __init__(self, r): self.r = r
    def __coerce__(self, o):
        if isinstance(self.r, Exception): raise self.r
        return self.r(self, o) if callable(self.r) else self.r
    def __repr__(self): return 'Co'
class NI:
    def op(self, *a): return NotImplemented
    __add__ = __radd__ = __sub__ = __mul__ = __div__ = __mod__ = __pow__ = __cmp__ = __eq__ = __lt__ = __and__ = __lshift__ = __iadd__ = __divmod__ = __floordiv__ = __truediv__ = op
log = []
binary = [operator.add, operator.sub, operator.mul, operator.div, operator.truediv, operator.floordiv, operator.mod, pow, divmod, operator.lshift, operator.rshift, operator.and_, operator.or_, operator.xor, operator.lt, operator.le, operator.eq, operator.ne, operator.gt, operator.ge, cmp, operator.iadd, operator.isub, operator.imul, operator.ipow, operator.iand, operator.concat, operator.contains, operator.getitem, coerce]
unary = [operator.neg, operator.pos, operator.inv, abs, int, long, float, complex, hex, oct, bool, len, iter, hash, str, repr, unicode, reversed, operator.index, operator.truth, dir, callable, list, tuple, set, dict, sum, max, sorted, any, chr, range, round, bytearray, xrange, enumerate, iter, id and type]
samples = [Empty(), Any(), NI(), Coerce(None), Coerce((1, 2)), Coerce(lambda s, o: (o, o)), Coerce(lambda s, o: (s, o)), Coerce(5), Coerce((1,)), Coerce(NotImplemented), Coerce(KeyError('co'))]
for s in samples:
    print s.__class__.__name__
    for f in binary:
        print f.__name__,
        if f in (operator.lt, operator.le, operator.gt, operator.ge, cmp) and s.__class__ in (Empty, NI, Coerce): other = [s]
        else: other = [1, s]
        for o in other:
            t(f, s, o); t(f, o, s)
            if s.__class__ is Any: print log,; del log[:]
    print
    for f in unary:
        if f in (iter, reversed, list, tuple, set, sorted, any, sum, max, dict, bytearray, enumerate) and s.__class__ is Any: continue
        if f is dir or f is hash: continue
        print f.__name__,; t(f, s)
        if s.__class__ is Any: print log,; del log[:]
    print
class Odd:
    def __init__(self, **k): self.__dict__.update(k)
for k, f in [('__len__', len), ('__nonzero__', bool), ('__len__', bool), ('__hash__', hash), ('__int__', int), ('__long__', long), ('__float__', float), ('__hex__', hex), ('__oct__', oct), ('__str__', str), ('__repr__', repr), ('__unicode__', unicode), ('__iter__', iter), ('__index__', operator.index), ('__cmp__', lambda o: o == 1), ('__cmp__', lambda o: cmp(1, o)), ('__contains__', lambda o: 1 in o), ('__call__', lambda o: o()), ('__getitem__', lambda o: o[1]), ('__getslice__', lambda o: o[1:2]), ('__neg__', operator.neg), ('__complex__', complex), ('__abs__', abs), ('__coerce__', lambda o: o + 1), ('__eq__', lambda o: o == 1), ('__add__', lambda o: o + 1), ('__iadd__', lambda o: operator.iadd(o, 1)), ('__dir__', dir), ('__format__', lambda o: format(o, 'x')), ('__reversed__', reversed), ('__instancecheck__', lambda o: isinstance(1, o))]:
    print k,
    for r in (1, -1, 0, 'a', None, 2.5, 2**70, 5L, u'u', [], (1, 2), True):
        t(f, Odd(**{k: lambda *a: r}))
    t(f, Odd(**{k: 5})); t(f, Odd(**{k: lambda: 1}) if k not in ('__cmp__', '__eq__') else 1)
    def boom(*a): raise KeyError('boom')
    t(f, Odd(**{k: boom})); print
