# datetime: subclasses with their own constructors, attributes and hooks: what arithmetic, replace, fromX, pickle, copy and comparison make of them.
import datetime as d, pickle, cPickle, copy
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print type(r).__name__, r
class D(d.date):
    def __new__(cls, *a, **k): print 'new', a, sorted(k.items()),; return d.date.__new__(cls, *a, **k)
    def __init__(self, *a, **k): print 'init', a, sorted(k.items())
class DT(d.datetime):
    def __new__(cls, *a, **k): print 'new', a, sorted(k.items()),; return d.datetime.__new__(cls, *a, **k)
    def __init__(self, *a, **k): print 'init', a, sorted(k.items())
class T(d.time):
    def __new__(cls, *a, **k): print 'new', a, sorted(k.items()),; return d.time.__new__(cls, *a, **k)
    def __init__(self, *a, **k): print 'init', a, sorted(k.items())
class TD(d.timedelta):
    def __new__(cls, *a, **k): print 'new', a, sorted(k.items()),; return d.timedelta.__new__(cls, *a, **k)
    def __init__(self, *a, **k): print 'init', a, sorted(k.items())
class Z(d.tzinfo):
    def __init__(self, n=0): self.n = n
    def utcoffset(self, x): return d.timedelta(hours=self.n)
    def dst(self, x): return None
    def tzname(self, x): return 'Z%d' % self.n
    def __getinitargs__(self): return (self.n,)
    def __repr__(self): return 'Z(%d)' % self.n
x = D(2001, 2, 3); x.extra = 'e'
t(x.replace, day=4); t(x.replace); t(lambda: x + d.timedelta(1)); t(lambda: x - d.timedelta(1)); t(lambda: x - x); t(lambda: x - d.date(2001, 1, 1)); t(lambda: d.date(2001, 1, 1) - x)
t(D.fromordinal, 730000); t(D.fromtimestamp, 0 + 86400 * 2); t(D.fromordinal, 0); t(D.fromordinal, 'x')
y = DT(2001, 2, 3, 4, 5, 6, 7, Z(1)); y.extra = 'e'
t(y.replace, hour=9, tzinfo=None); t(y.replace); t(lambda: y + d.timedelta(1)); t(lambda: y - d.timedelta(1)); t(y.date); t(y.time); t(y.timetz); t(y.astimezone, Z(3)); t(lambda: y - y)
t(DT.fromordinal, 730000); t(DT.combine, x, d.time(1, 2)); t(DT.combine, y, y.timetz()); t(DT.combine, d.date(1, 1, 1), T(3)); t(DT.strptime, '2001', '%Y'); t(DT.utcfromtimestamp, 5.25); t(DT.fromtimestamp, 0, Z(2))
z = T(1, 2, 3, 4, Z(5)); t(z.replace, minute=7); t(z.replace, tzinfo=None); t(lambda: z + 1)
w = TD(1, 2, 3); w.extra = 'e'; t(lambda: w + w); t(lambda: -w); t(lambda: +w); t(lambda: abs(w)); t(lambda: w * 2); t(lambda: 2L * w); t(lambda: w // 2); t(lambda: w / 2); t(lambda: w - d.timedelta(1))
for o in (x, y, z, w):
    print repr(o), str(o), o == eval('d.' + type(o).__mro__[1].__name__ + '.__new__')(type(o), *o.__reduce__()[1])
    print o.__reduce__()[0] is type(o), o.__reduce__()[1:], o.__reduce_ex__(2)[1:]
    for p in (0, 1, 2):
        for m in (pickle, cPickle):
            r = m.loads(m.dumps(o, p)); print type(r) is type(o), r == o, getattr(r, 'extra', None), getattr(r, 'tzinfo', None)
    for f in (copy.copy, copy.deepcopy): r = f(o); print type(r).__name__, r == o, r is o, getattr(r, 'extra', None)
class E(d.date):
    def __eq__(self, o): print 'E eq',; return 'eq'
    def __lt__(self, o): print 'E lt',; return NotImplemented
    def __gt__(self, o): print 'E gt',; return 'gt'
    def __cmp__(self, o): print 'E cmp',; return 0
    def __hash__(self): return 5
    def __radd__(self, o): print 'E radd',; return 'radd'
    def __rsub__(self, o): print 'E rsub',; return 'rsub'
    @property
    def year(self): return 1
    def isoformat(self): return 'iso'
    def __str__(self): return 'str'
    def strftime(self, f): return 'strftime ' + f
e = E(2001, 2, 3); p = d.date(2001, 2, 3)
print e == p, p == e, e != p, p != e, e < p, p < e, e > p, p > e, cmp(e, p), cmp(p, e), e <= p, p <= e
print e - p, p - e, e.year, e.month, repr(e), str(e), '%s' % e, format(e), format(e, '%Y'), '{0:x}'.format(e), e.ctime(), e.toordinal() == p.toordinal(), hash(e), {e: 1}.get(5), e.timetuple()[:3], e.replace(day=1).isoformat(), e.isocalendar(), e.weekday()
t(lambda: d.timedelta(1) + e); t(lambda: e + d.timedelta(1)); t(lambda: 3 + e); t(lambda: 3 - e)
class Odd(d.tzinfo):
    def utcoffset(self, x): print 'utcoffset', type(x).__name__,; return TD(0, 60)
print d.datetime(2001, 1, 1, tzinfo=Odd()), d.time(1, tzinfo=Odd()).isoformat()
