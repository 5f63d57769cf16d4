# complex: parsing, printing, powers, division, comparisons, special values.
inf, nan = float('inf'), float('nan')
for s in ('1', ' 1+2j ', '1 + 2j', 'j', '-j', '+J', '1e3-2.5e-1j', 'infj', 'nan+infj', '(1+2j)', '((1))', '( 1j )', '1+j', '1j+1', '', '1+2', '1_0', '--1', '1+-2j', u'3\u0664', '1\0', '.5j', 'inf-nanj', '1e400', '-0', '-0j'):
    try:
        print repr(s), repr(complex(s))
    except Exception as e:
        print repr(s), type(e).__name__, e
class C(object):
    def __init__(self, v): self.v = v
    def __complex__(self): return self.v
class F(object):
    def __float__(self): return 2.5
class Old:
    def __complex__(self): return 1 + 1j
class Sub(complex):
    def __new__(cls, *a): return complex.__new__(cls, *a)
    def __complex__(self): return 9j
for args in ((), (1, 2), (1j, 1j), (C(3j),), (C(1),), (C('x'),), (F(),), (Old(),), (F(), F()), (C(1j), 2), (1, C(1j)), ('1', 2), (1, '2'), (None,), (Sub(1, 2),), (10 ** 400,), (1, 10 ** 400), (u'1',), (True, False), ([],)):
    try:
        print repr(complex(*args)),
    except Exception as e:
        print type(e).__name__, e,
print
zs = [0j, 1 + 0j, -1j, complex(-0.0, 0.0), complex(0.0, -0.0), complex(inf, nan), complex(nan, 1), complex(-inf, inf), 1e308 + 1e308j, 3 + 4j]
for z in zs:
    print repr(z), str(z), '%s' % z, -z, abs(z) if z.real < 1e300 or z.real == inf else 'big', z.conjugate(), bool(z), z == z.real, hash(z) == hash(z.real) if z.imag == 0 else '-'
for a in zs:
    row = []
    for b in zs + [2, 0.5, -1L]:
        for f in (lambda: a / b, lambda: a ** b, lambda: a * b, lambda: a // b, lambda: a % b):
            try:
                row.append(repr(f()))
            except Exception as e:
                row.append(type(e).__name__[:4] + ':' + str(e)[:22])
    print ' '.join(row)
for f in (lambda: 1j < 2, lambda: 1j < 2j, lambda: cmp(1j, 2j), lambda: cmp(1j, 1j), lambda: sorted([2j, 1j]), lambda: int(1j), lambda: float(1j), lambda: long(1j), lambda: 1j == 1, lambda: 1j != 'a', lambda: max(1j, 2), lambda: 1j < 'a', lambda: round(1j), lambda: '%d' % 1j, lambda: '%f' % 1j, lambda: pow(1j, 2, 3), lambda: divmod(1j, 1), lambda: ~1j, lambda: 1j | 1, lambda: abs(1e308 + 1e308j), lambda: 1j.real.is_integer(), lambda: setattr(1j, 'real', 1), lambda: coerce(1j, 2), lambda: 1j.__coerce__(2), lambda: 1j.__lt__(2), lambda: 1j.__getnewargs__(), lambda: range(3)[1j], lambda: 10 ** 400 * 1j):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
for spec in ('', 'g', '.3', '.2f', '+.1e', '20', '<20.1f', '^24', '>+20.3g', ',', '020', '=20', 'd', '%', 'n', '*<18.2F', 's'):
    try:
        print repr(spec), '|%s|' % format(1234.5 - 0.25j, spec), '|%s|' % format(complex(0, nan), spec)
    except Exception as e:
        print repr(spec), type(e).__name__, e
for base in (1j, 2 + 1j, -1 + 0j, 0.5 + 0j):
    print [base ** n for n in (0, 1, 2, 3, 5, -1, -2, 101)], base ** 0.5
z, n = 0j, 0
for i in xrange(4000):
    z = z * z + complex((i % 50) / 25. - 1.5, (i % 31) / 31. - .5)
    if abs(z) > 2:
        z, n = 0j, n + 1
print n, repr(z)
