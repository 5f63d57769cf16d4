# decimal: rounding, signals, contexts, special values, texts.
import decimal
from decimal import Decimal as D

ctx = decimal.getcontext()
print str(ctx).split(", traps")[0], sorted(t.__name__ for t in ctx.traps if ctx.traps[t])
for s in ('1', '-0', '1E+5', '1e-10', '.5', '5.', 'NaN', '-sNaN12', 'Infinity', '-inf', '  1_0', '1 0', '', '0E-7', '1.2.3', u'\u0664', 'nan0'):
    try:
        d = D(s)
        print repr(s), repr(d), d.as_tuple()
    except Exception as e:
        print repr(s), type(e).__name__, e
for v in (1.1, 3, 10L ** 30, (1, (1, 2, 3), -2), (0, (), 0), (2, (1,), 0), (0, (1, 'a'), 0), (0, (0,), 'F'), True, None, 1j, [1]):
    try:
        print repr(D(v))
    except Exception as e:
        print repr(v), type(e).__name__, e
for a, b in (('7', '3'), ('-7', '3'), ('1', '0'), ('0', '0'), ('Inf', '-Inf'), ('1E+30', '1'), ('0.1', '0.2'), ('NaN', '1'), ('sNaN', '1')):
    row = []
    for name in ('add', 'sub', 'mul', 'div', 'floordiv', 'mod', 'pow', 'truediv'):
        try:
            row.append(str(getattr(D(a), '__%s__' % name)(D(b))))
        except decimal.DecimalException as e:
            row.append('%s:%s' % (type(e).__name__, e))
    print a, b, row
for mode in ('ROUND_UP', 'ROUND_DOWN', 'ROUND_CEILING', 'ROUND_FLOOR', 'ROUND_HALF_UP', 'ROUND_HALF_DOWN', 'ROUND_HALF_EVEN', 'ROUND_05UP'):
    print mode, [str(D(x).quantize(D('1'), rounding=mode)) for x in ('0.5', '1.5', '-1.5', '2.51', '-0.1', '5.01')]
with decimal.localcontext() as c:
    c.prec = 5
    print D(2).sqrt(), D(1) / D(7), D('123456.7') + 0, +D('-0'), -D('0'), D(2).ln(), D(10).log10(), D(1).exp(), c.flags[decimal.Inexact]
    c.traps[decimal.Inexact] = True
    try:
        D(1) / 3
    except decimal.Inexact as e:
        print 'Inexact', e
    c.traps[decimal.Inexact] = False
    c.Emax, c.Emin = 10, -10
    for expr in ('D("9E+10")*10', 'D("1E-10")/10', 'D("1E-13")/100', 'D("1E+9").logb()', 'D(5).next_plus()', 'D(5).next_minus()', 'D(5).next_toward(9)'):
        try:
            print expr, repr(eval(expr))
        except decimal.DecimalException as e:
            print expr, type(e).__name__, e
print ctx.prec, D('1.20') == D('1.2'), hash(D('1.20')) == hash(D('1.2')), D(1) == 1.0, D('0.1') == 0.1, D(1) < 2, D(3) > 2.5
print cmp(D(1), 'a') == cmp(D(1), 'b'), D('NaN') == D('NaN'), D('NaN') != 1, hash(D(10) ** 20) == hash(10 ** 20), D('1.0').compare(D('1')), D('1.0').compare_total(D('1'))
for spec in ('', '.2f', '10.3e', '<12', '+.1%', ',', '012.3f', '^20', 'g', '.3g', 'n', '=+8', 'E', 'x', 's'):
    try:
        print spec, '|%s|' % format(D('-1234567.891'), spec)
    except Exception as e:
        print spec, type(e).__name__, e
print [D(x).to_eng_string() for x in ('123E+1', '1E-7', '12E+4', '0E+1')], D('-12.5').to_integral_value(), int(D('-12.9')), long(D('1E+20')), float(D('0.1'))
print D('0.25').adjusted(), D('100').normalize(), D('1.5').remainder_near(D('1')), D(6).fma(2, 3), divmod(D('-7'), 2), pow(D(3), 4, 5), round(D('2.5'))
print D('1010').logical_and(D('1100')), D('1010').logical_invert(), D(12).rotate(2), D('12.5').scaleb(2), D(3).copy_sign(D(-1)), D.from_float(0.5), abs(D(-2)), bool(D(0))
for f in (lambda: D(1) + 1.5, lambda: D(1) + 'x', lambda: 1.0 * D(2), lambda: int(D('NaN')), lambda: int(D('Inf')), lambda: hash(D('sNaN')), lambda: D('NaN') < 1):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
