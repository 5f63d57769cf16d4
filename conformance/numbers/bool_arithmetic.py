# bool is an int.
print True + True, True * 5, False - 1, -True, +True, ~False, True / 2, True // 2, True % 2, True ** 5, 3 - True, 2.5 * True, True + 1L
print True == 1, False == 0, True is 1, True != 2, True > False, True < 2, True <= 1.0, isinstance(True, int), issubclass(bool, int), type(True)
print True and 5, False or 'x', not True, not 0, True & True, True | False, True ^ True, True & 6, type(True | False), type(True | 0), type(True + True)
print bool(), bool(0), bool(2), bool(''), bool('False'), bool([0]), bool(None), bool(0.0), bool(-0.0), bool(0j), bool(1e-300), bool(float('nan'))
print str(True), repr(False), '%s %r %d %i %x %5s|%.1s' % (True, False, True, False, True, True, True), '{0} {0:d} {1!r}'.format(True, False), format(True), format(False, '>6')
print int(True), float(False), long(True), complex(True), int('1') == True, hash(True), ['no', 'yes'][True], 'ab'[False], range(5)[True:], 'x' * True
print sum([True, False, True]), sorted([True, False, 2, 0]), max(True, 1), max(1, True), min(0, False), [True, 1].count(1), [1, True].index(True), True in [1]
print {True: 'a', 1: 'b'}, {0: 'x', False: 'y'}, {1, True, 1.0}, {True: 1}.keys()
print True.real, True.imag, True.numerator, True.denominator, True.conjugate(), True.bit_length(), True.__class__, True.__and__(False), True.__and__(1), True.__add__(1)
try:
    class B(bool):
        pass
except TypeError as e:
    print e
for code in ['bool(1, 2)', 'bool(x=1)', 'True()', 'True.x', 'True[0]', 'len(True)', 'True + "x"', '[] + True', 'True << -1', 'bool.__new__(int)', 'bool.__new__(bool, 5)', 'int.__new__(bool, 1)']:
    try:
        print code, eval(code)
    except Exception as e:
        print code, type(e).__name__, e


def count(items):
    return sum(x > 2 for x in items), sum(map(bool, items))


print count([0, 1, 2, 3, 4])
x = True
x += 1
print x, type(x)
x = True
x &= False
print x, type(x)
x = True
x <<= 4
print x, -(not x), (not x) * 3, (x > 3) + (x > 4), [(not i) + 0 for i in (0, 1)]
print 1 if True == 1 else 2, True if [] else False, (1 < 2) is True, cmp(True, False), cmp(True, 1), divmod(True, True), pow(True, 3), round(True), abs(True), True == 'True'
