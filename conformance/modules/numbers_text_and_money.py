# decimal, fractions and numbers: contexts, signals, every rounding, formatting, conversions, comparisons across kinds.
import decimal as M, fractions, numbers, math, pickle, copy, operator
D, F = M.Decimal, fractions.Fraction
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
c = M.getcontext(); print c.prec, c.rounding, c.Emin, c.Emax, c.capitals, sorted(k.__name__ for k in c.traps if c.traps[k]), M.BasicContext.prec, M.ExtendedContext.traps[M.InvalidOperation], M.DefaultContext.rounding
for r in (M.ROUND_UP, M.ROUND_DOWN, M.ROUND_CEILING, M.ROUND_FLOOR, M.ROUND_HALF_UP, M.ROUND_HALF_DOWN, M.ROUND_HALF_EVEN, M.ROUND_05UP): print r, [str(D(x).quantize(D('0.1'), r)) for x in ('1.25', '1.35', '-1.25', '1.21', '-1.29', '0.05', '1.0')], [str(D(x).to_integral_value(r)) for x in ('2.5', '-2.5', '3.5')]
for s in ('1', '-0', '1E5', '1e-7', ' 1.5 ', 'inf', '-Infinity', 'nan', 'sNaN', 'NaN123', '1_0', '', 'x', '.5', '5.', '1e', '+1', u'\u0661', '0e10', '123456789012345678901234567890', '1E+999999999', '1E1000000000'): t(D, s)
for v in (5, 2 ** 70, 1.5, True, (0, (1, 2), -1), (1, (), 'F'), (0, (1,), 'n'), (2, (1,), 0), (0, (10,), 0), (0, 1), [0, (1,), 0], None, 1j, D(3), 0.1, float('nan'), F(1, 2)): t(D, v)
with M.localcontext() as x:
    x.prec = 5; print D(1) / 3, D('1.23456789') + 0, +D('9.99999'), D(2) ** D('0.5'), D(2) ** 100, D(10) ** -3, D(7) % 3, D(-7) % 3, D(7) // -2, divmod(D(-7), 2), pow(D(3), 4, 5), D(2).exp(), D(10).ln(), D(1000).log10(), D(2).sqrt(), x.create_decimal('1.234567'), x.flags[M.Inexact], x.flags[M.Rounded]; x.clear_flags(); print sum(x.flags.values())
    for op, a in (('div', (1, 0)), ('div', (0, 0)), ('sqrt', (-1,)), ('ln', (0,)), ('quantize', ('1', '1e9')), ('quantize', ('12345', '.01')), ('compare', ('nan', 1)), ('compare_signal', ('nan', 1)), ('remainder', (1, 0)), ('fma', (2, 3, 4)), ('power', (0, 0)), ('exp', (10 ** 9,)), ('logb', (0,)), ('scaleb', (1, 99999999)), ('rotate', (12345, 9)), ('shift', (12345, 2)), ('next_plus', (1,)), ('next_minus', (1,)), ('next_toward', (1, 0)), ('logical_and', (1010, 1100)), ('logical_or', (12, 1)), ('logical_invert', (101,)), ('logical_xor', (1, 11)), ('same_quantum', ('1.0', '2.1')), ('max', (1, 'nan')), ('min_mag', (-3, 2)), ('number_class', ('-inf',)), ('remainder_near', (10, 6)), ('radix', ()), ('normalize', ('100',)), ('to_eng_string', ('12E3',)), ('is_subnormal', ('1e-9999999999',)), ('copy_sign', (1, '-0')), ('compare_total', ('1.0', '1.00')), ('divide_int', (10, 3)), ('abs', (-5,)), ('minus', (5,))):
        for trap in 1, 0:
            for k in x.traps: x.traps[k] = trap and k in (M.InvalidOperation, M.DivisionByZero, M.Overflow)
            x.clear_flags()
            try: m = 'divide' if op == 'div' else op; r = getattr(x, m)(*[D(q) for q in a]); print op, r, [k.__name__ for k in sorted(x.flags, key=str) if x.flags[k]],
            except M.DecimalException as e: print op, type(e).__name__, str(e)[:50],
            except (OverflowError, MemoryError, Exception) as e: print op, type(e).__name__, e,
    print
for v in ('1234567.891', '0', '-5', '1e10', '0.00001', 'inf', 'nan', '12E-8'):
    for f in ('', '.2f', ',', '10.1e', '%', '+g', '<12', '^+12.3', '08,.1f', 'G', '.0f', 'n', 'x', '.3', '=+10', 'E'):
        try: print format(D(v), f),
        except Exception as e: print type(e).__name__, e,
    print
a = D('1.5'); print a == 1.5, a < 2, a > 1.4, cmp(a, F(3, 2)) if 0 else '', a == F(3, 2), hash(a) == hash(1.5), hash(D(5)) == hash(5), a in {1.5: 0}, int(a), long(a), float(a), complex(a), math.floor(a), round(a), str(a), a.as_tuple(), D('nan') == D('nan'), D('nan') != 1, bool(D('-0')), -a, abs(-a), a.__trunc__(), a.adjusted(), a.conjugate(), a.real, a.imag, a.is_signed(), D('0E3'), D('1E3').to_eng_string(), pickle.loads(pickle.dumps(a)), copy.copy(a) is a, D.from_float(0.1), a.canonical(), sum([D('0.1')] * 10), max(D(1), 2), isinstance(a, numbers.Number), isinstance(a, numbers.Real); t(lambda: a + 1.5); t(lambda: 1.5 * a); t(lambda: a + 'x'); t(lambda: a < 'x'); t(int, D('inf')); t(int, D('nan')); t(float, D('snan')); t(hash, D('snan')); t(lambda: D('snan') < 1); t(lambda: D('nan') < 1); t(a.quantize, 'x'); t(D.from_float, 'x'); t(setattr, a, 'x', 1); t(M.setcontext, 5);  t(M.Context, bogus=1); t(lambda: M.Context(prec=3, rounding=M.ROUND_UP, Emin=-9, Emax=9, capitals=0, flags=[], traps=[M.Overflow])); print repr(M.Context(prec=4).divide(1, 3)), M.Context(Emax=5).Etop(), M.Context(capitals=0).to_sci_string(D('1E9'))
for v in ((1, 3), (6, 4), ('3/6',), ('1.5e2',), (' -7 ',), (0.5,), (D('0.1'),), (F(1, 2), 3), (5,), (), (1, 0), ('1/0',), ('x',), (1.5, 2), ('1', 2), (None,), (float('nan'),), (float('inf'),), (1, -2), ('1/-2',), (2 ** 70, 2 ** 69), (1j,)): t(F, *v)
f = F(7, 3); print f, repr(f), f + 1, f * 0.5, f / 2, f // 1, f % 1, f ** 2, f ** -1, f ** 0.5, f ** F(1, 2), 2 ** F(3), divmod(f, 1) if 0 else '', f.limit_denominator(2), F(math.pi).limit_denominator(100), f == 7 / 3.0, f < 3, int(f), float(f), round(f), hash(F(3)) == hash(3), hash(F(1, 2)) == hash(0.5), f.numerator, -f, abs(-f), bool(F(0)), F.from_float(0.25), F.from_decimal(D('0.2')), fractions.gcd(12, -18), pickle.loads(pickle.dumps(f)), f > 2.3, f + 1j, complex(f), 1 + f, 1.0 - f, f.real, f.imag, f.conjugate(), math.trunc(f), F(1, 3) == F(2, 6), cmp(f, 2), f != 'x'; t(lambda: f + D(1)); t(lambda: f < 'x'); t(lambda: f / 0); t(F.from_float, 'x'); t(f.limit_denominator, 0); t(lambda: F(0) ** -1); t(setattr, f, 'numerator', 1); t(lambda: f % 0); t(lambda: f < 1j)
print [(n, [k.__name__ for k in (numbers.Complex, numbers.Real, numbers.Rational, numbers.Integral) if isinstance(v, k)]) for n, v in (('int', 1), ('long', 1L), ('float', 1.0), ('complex', 1j), ('bool', True), ('F', f), ('D', a))]; print type(numbers.Number()).__name__; t(numbers.Integral)
