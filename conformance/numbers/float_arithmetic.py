# Mixed arithmetic and comparison of floats with ints and longs.
print 1 + 2.5, 2.5 + 1, 1L + 2.5, 2 * 0.5, 3 - 0.5, 0.5 - 3, 7 / 2.0, 7L / 2.0, True + 0.5, 2 ** 0.5
print 1 == 1.0, 1 < 1.5, 2 > 1.5, 1L == 1.0, 1.0 != 2, 10 ** 20 == 1e20, 10 ** 20 + 1 == 1e20, 2 ** 53 + 1 == 2.0 ** 53, 2 ** 53 + 1 > 2.0 ** 53
print 9007199254740993 == 9007199254740992.0, 9007199254740993 < 9007199254740994.0, 10 ** 400 > 1e308, -10 ** 400 < -1e308, 10 ** 400 == float('inf')
for code in ['10 ** 400 + 1.0', '10 ** 400 * 1.0', 'float(10 ** 400)', '1.0 / 10 ** 400', '1e308 * 10', '-1e308 * 10', '10 ** 400 / 10 ** 399', 'int(1e308) // 10 ** 300',
             '1.0 / 0', '1.0 // 0', '1.0 % 0', '0.0 / 0.0', 'divmod(1.0, 0)', '1e400', '-1e400', '1e-400', '1e308 + 1e308', '1e308 - -1e308', '5e-324 / 2', '1 + None', '1.5 + "x"', '"x" * 1.5', '[1] * 2.0', '-"x"', '+None', 'abs([])']:
    try:
        print code, '=', eval(code)
    except Exception as e:
        print code, type(e).__name__, e
total = 0.0
for i in range(1000):
    total += 0.1
print total, repr(total), total == 100
total = 0
for i in range(10):
    total += i * 0.5 if i % 2 else i
print total, type(total).__name__
x = 1
for i in range(60):
    x /= 2.0
print x
x = 1.0
n = 0
while x + 1.0 != 1.0:
    x *= 0.5
    n += 1
print n, x
print int(3.99), int(-3.99), int(1e15), long(1e25), int(-0.5), float(3), float(2 ** 63), float(10 ** 25), float('1.5'), float(True)
print 3.0 .__add__(1), (3.0).__radd__(1), (3).__add__(1.5), (3.0).__divmod__(2), (3.0).__coerce__(2), (3).__coerce__(2L)
print 1.5.__eq__(1), 1.5.__lt__('x'), (1.5).__cmp__ if hasattr(1.5, '__cmp__') else 'no cmp', (1).__cmp__(2)
print sum([0.1] * 10), sum([0.1] * 10, 0.0) == 1.0, max(1, 1.5, 2L), min(0.5, 0), sorted([1, 0.5, 2L, -1.5, True])
print 1e16 + 1, 1e16 + 2, 0.1 + 0.7, 4.35 * 100, 1.1 + 2.2, 3 * 1.1, 1.0 - 0.9
print hash(1.0), hash(1.5) == hash(1.5), hash(2.0 ** 70) == hash(2 ** 70), hash(0.1), hash(-1.0), hash(1e300), hash(float('inf')), hash(float('nan'))
