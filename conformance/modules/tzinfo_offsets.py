# tzinfo: offsets of all kinds, comparison and arithmetic of aware values, conversions between zones.
from datetime import *
import copy, pickle, cPickle

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
class Fixed(tzinfo):
    def __init__(self, minutes=0, name='F', dst=0):
        self.m, self.n, self.d = minutes, name, dst
    def utcoffset(self, dt): return self.get(self.m)
    def dst(self, dt): return self.get(self.d)
    def tzname(self, dt): return self.n
    def get(self, x): return timedelta(minutes=x) if isinstance(x, (int, float)) else x
    def __repr__(self): return 'Fixed(%r)' % self.m
bad = [24 * 60, -24 * 60, 24 * 60 - 1, -24 * 60 + 1, 0.5, timedelta(0, 30), timedelta(0, 60, 1), 'x', 5L, None, timedelta(1), timedelta(-1), timedelta(0, 59)]
for b in bad:
    z = Fixed(b)
    d = datetime(2000, 2, 29, 12, 30, 15, 999999, z)
    c = time(23, 59, 59, 1, z)
    print repr(b)
    for o in d, c:
        t(o.utcoffset)
        t(lambda: str(o))
        t(o.isoformat)
        t(lambda: o == o)
        t(lambda: o == o.replace(tzinfo=Fixed(0)))
        t(lambda: o < o.replace(tzinfo=Fixed(0)))
        t(lambda: hash(o) == hash(o))
        t(o.strftime, '%z|%Z')
    t(d.utctimetuple)
    t(d.timetuple)
    t(d.astimezone, Fixed(60))
    t(Fixed(b).fromutc, d)
    t(lambda: d - d.replace(tzinfo=Fixed(0)))
for n in (None, 'x', u'x', 5, '', 'a%b', '%%', 'long ' * 5):
    z = Fixed(60, n)
    for o in datetime(2000, 1, 1, tzinfo=z), time(tzinfo=z):
        t(o.tzname)
        t(o.strftime, '[%Z]')
for b in bad:
    t(datetime(2000, 1, 1, tzinfo=Fixed(60, 'x', b)).dst)
    t(datetime(2000, 1, 1, tzinfo=Fixed(60, 'x', b)).timetuple)
    t(datetime(2000, 1, 1, tzinfo=Fixed(60, 'x', b)).astimezone, Fixed(-60))
# Ends of the calendar.
for d in datetime.min, datetime.max:
    for m in -60, 0, 60:
        a = d.replace(tzinfo=Fixed(m))
        t(a.utctimetuple)
        t(a.astimezone, Fixed(0))
        t(lambda: a < a.replace(tzinfo=Fixed(0)))
        t(lambda: a - a.replace(tzinfo=Fixed(0)))
        t(lambda: hash(a) == hash(a))
# Mixed.
n, a = datetime(2000, 1, 1), datetime(2000, 1, 1, tzinfo=Fixed(0))
for f in (lambda: n < a, lambda: n == a, lambda: n != a, lambda: n - a, lambda: cmp(n, a), lambda: a > n, lambda: n in [a], lambda: sorted([n, a]),
          lambda: time(1) < time(1, tzinfo=Fixed(0)), lambda: time(1) == time(1, tzinfo=Fixed(0)), lambda: cmp(time(1), time(1, tzinfo=Fixed(0)))):
    t(f)
class Half(tzinfo):
    def utcoffset(self, dt): return timedelta(hours=1)
for f in ('utcoffset', 'dst', 'tzname', 'isoformat', 'timetuple', 'utctimetuple'):
    t(getattr(datetime(2000, 1, 1, tzinfo=Half()), f))
t(lambda: repr(datetime(2000, 1, 1, tzinfo=Fixed(5))))
t(lambda: repr(time(0, 0, tzinfo=Fixed(5))))
t(Half().fromutc, datetime(2000, 1, 1))
h = Half()
t(h.fromutc, datetime(2000, 1, 1, tzinfo=h))
class Args(tzinfo):
    def __init__(self, x): self.x = x
    def __getinitargs__(self): return (self.x,)
    def utcoffset(self, dt): return timedelta(minutes=self.x)
for p in 0, 1, 2:
    for m in pickle, cPickle:
        a = m.loads(m.dumps(datetime(2000, 1, 1, 5, tzinfo=Args(7)), p))
        print a.tzinfo.x, a.utcoffset(), a == datetime(2000, 1, 1, 5, tzinfo=Args(7))
c = copy.deepcopy(datetime(2000, 1, 1, 5, tzinfo=Args(7)))
print c.tzinfo.x, c
t(lambda: tzinfo().__reduce__())
t(lambda: type(tzinfo(1, 2)))
t(lambda: Args(5).__reduce__()[1:])
