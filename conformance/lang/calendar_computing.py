# Dates computed by hand: Julian day numbers, weekdays, Easter, ISO weeks, a date class with arithmetic and ordering,
# recurrences by generators, checked against the datetime module.
import datetime
from itertools import islice, takewhile
def leap(y): return y % 4 == 0 and (y % 100 != 0 or y % 400 == 0)
def jdn(y, m, d):
    a = (14 - m) / 12
    y, m = y + 4800 - a, m + 12 * a - 3
    return d + (153 * m + 2) / 5 + 365 * y + y / 4 - y / 100 + y / 400 - 32045
def unjdn(j):
    a = j + 32044; b = (4 * a + 3) / 146097; c = a - 146097 * b / 4
    d = (4 * c + 3) / 1461; e = c - 1461 * d / 4; m = (5 * e + 2) / 153
    return 100 * b + d - 4800 + m / 10, m + 3 - 12 * (m / 10), e - (153 * m + 2) / 5 + 1
def easter(y):
    a, (b, c) = y % 19, divmod(y, 100)
    (d, e), (i, k) = divmod(b, 4), divmod(c, 4)
    h = (19 * a + b - d - (b - (b + 8) // 25 + 1) // 3 + 15) % 30
    l = (32 + 2 * e + 2 * i - h - k) % 7
    return divmod(h + l - 7 * ((a + 11 * h + 22 * l) // 451) + 114, 31)
class Day(object):
    __slots__ = 'j',
    def __new__(cls, *a):
        self = object.__new__(cls)
        if len(a) == 1: self.j = int(a[0])
        else:
            y, m, d = a
            if not 1 <= m <= 12 or not 1 <= d <= Day.length(y, m): raise ValueError('no day %r-%r-%r' % a)
            self.j = jdn(y, m, d)
        return self
    @staticmethod
    def length(y, m): return 28 + leap(y) if m == 2 else 30 + (m + m // 8) % 2
    def __add__(self, n): return type(self)(self.j + n) if isinstance(n, (int, long)) else NotImplemented
    __radd__ = __add__
    def __sub__(self, o):
        if isinstance(o, Day): return self.j - o.j
        return self + -o
    def __cmp__(self, o): return cmp(self.j, o.j) if isinstance(o, Day) else -1
    def __hash__(self): return hash(self.j)
    def __repr__(self): return '%04d-%02d-%02d' % unjdn(self.j)
    def __iter__(self): return iter(unjdn(self.j))
    def __mod__(self, n): return self.j % n
    weekday = property(lambda self: self % 7)
    def __format__(self, spec):
        y, m, d = self
        names = dict(Y='%04d' % y, m='%02d' % m, d='%02d' % d, a='Mon Tue Wed Thu Fri Sat Sun'.split()[self.weekday], W='%02d' % self.week()[1])
        return ''.join(names.get(c, c) for c in spec) or repr(self)
    def week(self):
        thu = self + (3 - self.weekday); y = tuple(thu)[0]
        return y, (thu - Day(y, 1, 1)) // 7 + 1, self.weekday + 1
    def __getslice__(self, i, j): return [self + k for k in xrange(i, j)]
bad = [y for y in xrange(1, 3000, 7) for m, d in ((1, 1), (2, 28), (3, 1), (12, 31))
       if jdn(y, m, d) - datetime.date(y, m, d).toordinal() != 1721425 or unjdn(jdn(y, m, d)) != (y, m, d)]
print bad, [easter(y) for y in (1583, 1818, 1943, 2000, 2011, 2038)], sorted(set(easter(y)[0] for y in xrange(1900, 2100)))
d = Day(2012, 2, 28)
print d, d + 1, 2 + d, d - 60, Day(2013, 1, 1) - d, d[0:4], d < d + 1, d == Day(d.j), max(d, d - 1), d > 5, d != None
for args in ((2011, 2, 29), (2012, 13, 1), (1900, 2, 29), (2012, 4, 31)):
    try: print Day(*args)
    except ValueError, e: print e
for x in (1.5, '1', None):
    try: print d + x
    except TypeError, e: print e
try: print d - 'x'
except TypeError, e: print e
print '{0:a d.m.Y} | {0} | {1:Y-W} | {0:}'.format(d, Day(2010, 1, 3)), format(d, 'YW')
wrong = 0
x = datetime.date(1995, 12, 20)
for k in xrange(0, 9000, 13):
    q = x + datetime.timedelta(k); mine = Day(q.year, q.month, q.day)
    wrong += mine.week() != q.isocalendar() or mine.weekday != q.weekday()
print wrong, {d: 1}[Day(2012, 2, 28)], len(set([d, Day(d.j), d + 0, d + 1]))
def every(start, step, keep=lambda d: True):
    while True:
        if keep(start): yield start
        start += step
print list(islice(every(Day(2009, 1, 13), 1, lambda q: q.weekday == 4 and tuple(q)[2] == 13), 5))
def monthly(start):
    y, m, dd = start
    while 1:
        yield Day(y, m, min(dd, Day.length(y, m))); m = m % 12 + 1; y += m == 1
print list(takewhile(lambda q: q < Day(2012, 7, 1), monthly(Day(2011, 10, 31))))
def calendar(y, m, out=''):
    first = Day(y, m, 1); pad = first.weekday
    cells = [''] * pad + range(1, Day.length(y, m) + 1)
    return '\n'.join(''.join('%3s' % c for c in cells[i:i + 7]) for i in range(0, len(cells), 7))
print calendar(2015, 2); print calendar(2016, 8)
def leapyears(a, b): return sum(map(leap, xrange(a, b)))
print leapyears(1, 2001), leapyears(1900, 1901), repr(Day(-1000, 3, 1)), Day(1L << 33).j, unjdn(0)
