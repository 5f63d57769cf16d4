# timedelta: normalisation, rounding of fractions, limits, operators with everything.
from datetime import timedelta as D, date, datetime
import cPickle, pickle, copy

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
for k in 'days', 'seconds', 'microseconds', 'milliseconds', 'minutes', 'hours', 'weeks':
    for v in (0, 1, -1, 0.5, -0.5, 1.5, 2.5, 1e-7, 5e-7, 15e-7, 25e-7, -5e-7, 0.1, 1 / 3., 10 ** 6, 10 ** 9, -10 ** 9, 2 ** 40, 10L ** 15, 10 ** 20, 1e15, 1e20, 1e300,
              float('inf'), float('nan'), True, 5L, 'x', None, 1j, D(1)):
        t(D, **{k: v})
t(D, 1, 2, 3, 4, 5, 6, 7)
t(D, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5, 0.5)
t(D, 1.1, -95040)
t(D, days=1, foo=2)
t(D, 1, days=2)
t(D, seconds=1e9, microseconds=-1)
t(D, days=999999999, seconds=86399, microseconds=999999)
t(D, days=999999999, seconds=86400)
t(D, days=-999999999, microseconds=-1)
values = [D(), D(1), D(-1), D(0, 1), D(0, 0, 1), D(0, 0, -1), D(1, 2, 3), D.max, D.min, D.resolution, 1, -3, 2L, 0, 1.5, 'x', None, True, 10 ** 12]
ops = ['a + b', 'a - b', 'a * b', 'a / b', 'a // b', 'a % b', 'divmod(a, b)', 'a ** b', 'a < b', 'a == b', 'a != b', 'cmp(a, b)', 'a & b', 'pow(a, b)']
for a in values:
    for b in values:
        if isinstance(a, D) or isinstance(b, D):
            print repr(a), repr(b),
            for o in ops[:5] + ops[8:10]:
                try: print eval(o), ';',
                except Exception as e: print type(e).__name__, str(e)[:60], ';',
            print
for a in values[:10]:
    for f in (abs, lambda a: -a, lambda a: +a, bool, str, repr, D.total_seconds, lambda a: (a.days, a.seconds, a.microseconds), lambda a: hash(a) == hash(D(a.days, a.seconds, a.microseconds)),
              lambda a: a.__reduce__()[1], lambda a: ~a, int, float, len, list, unicode, lambda a: a[0], lambda a: a(), lambda a: a.__dict__, lambda a: '%s' % a, lambda a: format(a, '>9')):
        t(f, a)
    for p in 0, 1, 2:
        s = cPickle.dumps(a, p)
        print repr(s), cPickle.loads(s) == a, pickle.loads(pickle.dumps(a, p)) == a, pickle.dumps(a, p) == pickle.dumps(copy.copy(a), p)
for o in ops:
    a, b = D(3, 2, 1), D(1)
    t(lambda: eval(o))
class S(D):
    def __new__(cls, *a): return D.__new__(cls, *a)
    def __repr__(self): return 'S' + D.__repr__(self)
    def __add__(self, o): return 'added'
a = S(1)
for e in 'a + D(1)', 'D(1) + a', 'a * 2', '-a', 'abs(a)', 'a / 2', 'a - a', 'a == D(1)', 'copy.copy(a)', 'cPickle.loads(cPickle.dumps(a, 2))', 'hash(a) == hash(D(1))', 'str(a)', 'S.max', 'date(1, 1, 1) + a':
    t(lambda: eval(e))
