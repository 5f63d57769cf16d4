# pow and **: three arguments, negatives, bases of every type, subclasses and reflected methods.
import operator
bases = [0, 1, -1, 2, -3, 10L, 2 ** 40, 0.0, -0.0, 2.5, -2.0, float('inf'), float('-inf'), float('nan'), True]
exps = [0, 1, 2, -1, -2, 3L, 0.5, -0.5, 63, 1000.0, float('inf'), float('-inf'), False, 0L]
for b in bases:
    row = []
    for e in exps:
        try:
            v = b ** e
            t = repr(v)
            row.append(t if len(t) < 26 else '%s..%d' % (t[:8], len(t)))
        except Exception as x:
            row.append(type(x).__name__ + ':' + str(x)[-24:])
    print repr(b), row
for args in ((2, 10, 1000), (2, 10, -7), (-2, 3, 5), (2, -1, 5), (2, 0, 1), (0, 0, 1), (2, 5, 0), (2L, 5, 0L), (3, 2 ** 70, 7), (2 ** 70, 3, 2 ** 65 + 1), (2.0, 2, 3), (2, 2.0, 3), (2, 2, 3.0), (2, 2, None), (True, 5, 3), (2, 3, 2 ** 31), (3, 10 ** 20, -(2 ** 64)), ('a', 2, 3), (2, 'a', 3), (-1, 3, 1), (5, 3, -1)):
    try:
        print args, repr(pow(*args))
    except Exception as x:
        print args, type(x).__name__, x
class P(object):
    def __pow__(self, *a): return ('pow', len(a)) + a
    def __rpow__(self, *a): return ('rpow', len(a)) + a
    def __ipow__(self, *a): return ('ipow', len(a)) + a
class Q(object):
    def __pow__(self, o): return NotImplemented
class I(int):
    def __pow__(self, o, m=None): return 'I.pow %r %r' % (o, m)
    def __rpow__(self, o, m=None): return 'I.rpow %r %r' % (o, m)
class Old:
    def __pow__(self, *a): return ('opow', a)
    def __rpow__(self, *a): return ('orpow', a)
for f in (lambda: P() ** 2, lambda: 2 ** P(), lambda: pow(P(), 2, 3), lambda: pow(2, P(), 3), lambda: pow(2, 3, P()), lambda: Q() ** 2, lambda: pow(Q(), 1, 2), lambda: 2 ** I(3), lambda: I(2) ** 3, lambda: pow(I(2), 3, 5), lambda: pow(2, I(3), 5), lambda: pow(2, 3, I(5)), lambda: 2L ** I(3), lambda: 2.5 ** I(3), lambda: Old() ** 1, lambda: 1 ** Old(), lambda: pow(Old(), 1, 2), lambda: operator.pow(P(), 1), lambda: operator.ipow(P(), 1), lambda: (2).__pow__(3), lambda: (2).__pow__(3, 5), lambda: (2).__rpow__(3), lambda: (2).__pow__(2.0), lambda: (2).__rpow__(3, 5), lambda: (2.0).__pow__(3, 2), lambda: (2L).__pow__(-1), lambda: pow(), lambda: pow(1), lambda: pow(1, 2, 3, 4), lambda: 'a' ** 2, lambda: [] ** 2, lambda: 2 ** None):
    try:
        print f()
    except Exception as x:
        print type(x).__name__, x
x = P(); x **= 5
print x
n = 3; n **= 50
print n, -2 ** 2, 2 ** -1, 2 ** 3 ** 2, (-2) ** 2, -2 ** -2, 0 ** 0, 0.0 ** 0, 2 ** 62, 2 ** 63, (-2) ** 63, (-2) ** 64, 3 ** 39, 3 ** 40
acc = 0
for i in xrange(5000):
    acc = (acc + i ** (i % 9) + pow(i, i % 11, 97) + int(i ** 0.5)) % 10 ** 12
print acc
acc = 1
for i in xrange(3000):
    acc = acc ** (2 if acc < 10 ** 6 else 1) + i
    if acc > 10 ** 15:
        acc = acc % 1000
print acc
for b, e in ((10, 30), (-7, 25), (2, 200), (1.5, 700), (10.0, 400), (-8, 1 / 3.)):
    try:
        print repr(b ** e)
    except Exception as x:
        print type(x).__name__, x
