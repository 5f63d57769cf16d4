# fractions and the numeric tower.
import decimal
import fractions
import numbers
from fractions import Fraction as F

for args in ((), (1,), (6, -4), ('3/4',), (' -7/21 ',), ('1.25e2',), ('.5',), ('1/0',), ('a',), ('1/ 2',), (0.1,), (decimal.Decimal('1.1'),), (1, 0),
             (1.5, 2), (F(1, 2), F(3, 4)), ('1', 2), (float('nan'),), (float('inf'),), (2j,), (True, 2L), (u'3/5',)):
    try:
        print args, repr(F(*args))
    except Exception as e:
        print args, type(e).__name__, e
values = [F(1, 2), F(-3, 4), F(5), 2, -3L, 0.25, 1j, 0]
import operator
for op in (operator.add, operator.sub, operator.mul, operator.div, operator.truediv, operator.floordiv, operator.mod, operator.pow, divmod):
    row = []
    for a in values[:3]:
        for b in values:
            for x, y in ((a, b), (b, a)):
                try:
                    row.append(repr(op(x, y)))
                except Exception as e:
                    row.append(type(e).__name__)
    print op.__name__, ' '.join(row)
for op in (operator.lt, operator.le, operator.eq, operator.ne):
    row = []
    for a in values[:3]:
        for b in values + ['x', float('nan'), float('inf')]:
            try:
                row.append(str(op(a, b))[0])
            except TypeError as e:
                row.append('E')
    print op.__name__, ''.join(row)
print F(7, 3).limit_denominator(1), F('3.1415926535897932').limit_denominator(1000), F.from_float(0.3).limit_denominator(10), F(1, 3).limit_denominator(2)
for f in (lambda: F(1).limit_denominator(0), lambda: F.from_float(1j), lambda: F.from_decimal(decimal.Decimal('NaN')), lambda: F.from_decimal(2.5), lambda: setattr(F(1), 'numerator', 2)):
    try:
        print f()
    except Exception as e:
        print type(e).__name__, e
print int(F(-7, 2)), long(F(7, 2)), float(F(1, 3)), complex(F(1, 2)), round(F(5, 2)), abs(F(-1, 2)), +F(1, 2), -F(1, 2), bool(F(0)), str(F(4, 2)), str(F(1, 3))
print hash(F(5)) == hash(5), hash(F(1, 2)) == hash(0.5), F(1, 2).conjugate(), F(1, 2).real, F(1, 2).imag, '%d' % F(9, 2), '%s' % F(9, 2)
print fractions.gcd(12, -18), fractions.gcd(0, 0), fractions.gcd(-4, 6), fractions.gcd(2 ** 70, 6 ** 30)
for t in (int, long, float, complex, bool, F, decimal.Decimal, str):
    print t.__name__, [issubclass(t, c) for c in (numbers.Number, numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral)]


class Half(numbers.Rational):
    pass


try:
    Half()
except TypeError as e:
    print e.args[0][:70]
total = F(0)
for i in range(1, 40):
    total += F(1, i * (i + 1))
print total
x = F(1)
for i in xrange(3000):
    x = (x + i % 7) / (1 + i % 3)
    if x.denominator > 1000:
        x = F(x.numerator % 17, 5)
print x
