# abc, numbers, fractions: registrations, hooks, abstract methods, mixed arithmetic, conversions, wrong arguments.
import abc, numbers, fractions, collections, math, pickle, copy, decimal
F = fractions.Fraction
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, e
class A(object):
    __metaclass__ = abc.ABCMeta
    @abc.abstractmethod
    def m(self): return 'A.m'
    p = abc.abstractproperty(lambda s: 1)
class B(A):
    def m(self): return 'B.m'
class C_(B):
    p = 5
t(A); t(B); print C_().m(), A.m.__isabstractmethod__, A.__abstractmethods__, B.__abstractmethods__, C_.__abstractmethods__, A._abc_registry.__class__.__name__; A.register(int); print isinstance(5, A), issubclass(int, A), isinstance(True, A), issubclass(str, A), A.__subclasshook__(int); t(A.register, 5); t(A.register); t(int.mro); t(C_.register, A); A.register(C_); print issubclass(C_, A); t(isinstance, 5, B); t(issubclass, 5, A); t(A.__instancecheck__); t(type, 'X', (A,), {}).__class__; del B.m; t(B); t(setattr, A, '__abstractmethods__', frozenset()); t(lambda: type(A())); t(lambda: int.__abstractmethods__); t(delattr, A, '__abstractmethods__'); t(lambda: A.__abstractmethods__)
class H(object):
    __metaclass__ = abc.ABCMeta
    calls = []
    @classmethod
    def __subclasshook__(cls, c):
        cls.calls.append(c.__name__)
        if c.__name__ == 'Y': return True
        if c.__name__ == 'N': return False
        if c.__name__ == 'Bad': return 5
        if c.__name__ == 'E': raise KeyError('hook')
        return NotImplemented
for n in ('Y', 'N', 'Z', 'Bad', 'E'):
    k = type(n, (), {}); t(issubclass, k, H); t(issubclass, k, H); t(isinstance, k(), H)
class OldY: pass
print H.calls, isinstance(OldY(), H), isinstance(OldY(), collections.Iterable), issubclass(OldY, collections.Sized)
for v in (1, 1L, 1.5, 1j, True, F(1, 2), decimal.Decimal(1), '1', None): print type(v).__name__, [n for n in ('Number', 'Complex', 'Real', 'Rational', 'Integral') if isinstance(v, getattr(numbers, n))]
for v in ([], (), {}, set(), frozenset(), '', u'', xrange(1), iter([]), (i for i in ()), lambda: 0, collections.deque(), collections.OrderedDict(), {}.viewkeys(), {}.viewitems(), {}.viewvalues(), 5, buffer('')): print type(v).__name__, [n for n in collections._abcoll.__all__ if isinstance(v, getattr(collections, n))]
for a in ((), (1,), (1, 2), (2, 4), (-2, -4), (1, 0), (0, -5), (1.5,), (1.5, 2), ('1/2',), (' 1/2 ',), ('1.5e2',), ('-.5',), ('1/0',), ('1/-2',), ('x',), ('',), ('1/2/3',), (u'\u0661/2',), (F(1, 2),), (F(1, 2), F(1, 4)), (F(1, 2), 3), (decimal.Decimal('1.25'),), (float('inf'),), (float('nan'),), (None,), (1, None), (1j,), (True, 2), ('1', 2), (2L, 6), ([],), ('3 / 4',), ('1e-3',), ('+5',), ('1_0',)): t(F, *a)
vals = [F(1, 2), F(-3, 4), 2, 0, 1.5, 2L, 1j, True, 'x', None]
import operator as o
for op in (o.add, o.sub, o.mul, o.div, o.truediv, o.floordiv, o.mod, divmod, o.pow, o.eq, o.lt, o.ge, cmp):
    for v in vals: print op.__name__, v, ; t(op, F(1, 2), v); t(op, v, F(2, 3))
f = F(-7, 3); print int(f), long(f), float(f), complex(f), round(f), abs(f), -f, +f, bool(f), bool(F(0)), hash(F(2)) == hash(2), hash(F(1, 2)) == hash(.5), math.trunc(f), str(f), repr(f), str(F(4)), f.numerator, f.denominator, f.real, f.imag, f.conjugate(), f.limit_denominator(2), F(math.pi).limit_denominator(100), F.from_float(.25), F.from_decimal(decimal.Decimal('.1')), copy.copy(f) is f, copy.deepcopy(f) is f, pickle.loads(pickle.dumps(f, 2)), fractions.gcd(12, -18), fractions.gcd(0, 0), F(10**400, 3) > 1e308; t(f.limit_denominator, 0); t(F.from_float, 'x'); t(F.from_float, float('nan')); t(F.from_decimal, 1.5); t(setattr, f, 'numerator', 1); t(float, F(10**400)); t(lambda: F(1, 2) ** F(1, 2)); t(lambda: F(-8) ** F(1, 3)); t(lambda: F(0) ** -1); t(lambda: 2 ** F(2)); t(lambda: sum([F(1, 3)] * 3)); t(lambda: F(1, 2) < 1j); t(lambda: F(1) // 0); t(lambda: '%d %s %.2f' % (F(7, 2), F(7, 2), F(7, 2)))
