# datetime: every constructor and operator with odd operands, replace, formats, pickles, subclasses, ordering against strangers.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import datetime, pickle, copy, time
from datetime import date, time as tm, datetime as dt, timedelta as td, tzinfo
class Z(tzinfo):
    def __init__(s, m=60, d=0, n='Z'): s.m, s.d, s.n = m, d, n
    def utcoffset(s, x): return td(minutes=s.m) if isinstance(s.m, int) else s.m
    def dst(s, x): return td(minutes=s.d) if isinstance(s.d, int) else s.d
    def tzname(s, x): return s.n
    def __repr__(s): return 'Z(%r)' % s.m
class Strange(object):
    def __radd__(s, o): return 'radd'
    def __rsub__(s, o): return 'rsub'
    def __cmp__(s, o): return 1
    def timetuple(s): pass
    def __eq__(s, o): return 'eq'
    def __lt__(s, o): return 'lt'
    def __gt__(s, o): return 'gt'
for c, argss in ((date, [(), (1,), (1, 1), (1, 1, 1), (0, 1, 1), (10000, 1, 1), (1, 13, 1), (1, 0, 1), (1, 2, 29), (2000, 2, 29), (1.5, 1, 1), ('a', 1, 1), (1, 1, 1, 1), (2L, 3L, 4L), (True, True, True), (2**40, 1, 1), ('\x07\xd0\x01\x02',), ('\x07\xd0\x0d\x02',), (u'abcd',)]), (tm, [(), (1,), (24,), (1, 60), (1, 1, 60), (1, 1, 1, 10**6), (1, 1, 1, -1), (1, 2, 3, 4, Z()), (1, 2, 3, 4, 5), (1.5,), ('\1\2\3\4\5\6',), ('\x19\2\3\4\5\6',), ('\1\2\3\4\5\6', Z())]), (dt, [(), (1, 1, 1), (1, 1, 1, 24), (2000, 1, 2, 3, 4, 5, 6, Z()), (2000, 1, 2, 3, 4, 5, 6, 7), (2000, 1, 2, 3, 4, 5, 6, None, 1), ('\x07\xd0\x01\x02\3\4\5\6\7\x08',), ('x' * 10,)]), (td, [(), (1,), (1, 2, 3, 4, 5, 6, 7), (1.5,), (0.1, 0.1, 0.1), (10**9,), (-10**9,), (0, 0, 0.5), (0, 0, 1.5), (0, 0, -0.5), ('a',), (1L, 2L), (0, 2**70), (1e20,), (float('nan'),), (float('inf'),), (0, 1e-7), (1, 2, 3, 4, 5, 6, 7, 8)])):
    for a in argss: print c.__name__, a,; t(c, *a)
t(date, year=1, month=2, day=3); t(date, 1, 1, day=2, year=3); t(dt, 1, 1, 1, tz=1); t(td, weeks=1, hours=-1); t(td, foo=1); t(tm, hour=5, tzinfo=Z())
vals = [date(2000, 1, 2), tm(1, 2), tm(1, 2, tzinfo=Z()), dt(2000, 1, 2), dt(2000, 1, 2, tzinfo=Z()), dt(2000, 1, 2, tzinfo=Z(None)), td(1, 2), td(-1), 5, 2.5, None, 'x', Strange(), 3L]
import operator as O
for n in ('add', 'sub', 'mul', 'floordiv', 'div', 'truediv', 'mod', 'eq', 'ne', 'lt', 'ge'):
    f = getattr(O, n)
    for a in vals[:8]:
        row = []
        for b in vals:
            try: r = repr(f(a, b)).replace('datetime.', '')
            except Exception as e: r = type(e).__name__ + ' ' + str(e).replace('unsupported operand type(s) for', 'unsup').replace('datetime.', '')
            row.append(r[:58])
        print n, repr(a).replace('datetime.', ''), ' ; '.join(row)
for v in vals[:8]:
    print repr(v), str(v), bool(v), hash(v) == hash(copy.copy(v)), pickle.loads(pickle.dumps(v, 2)) == v if 'Z' not in repr(v) else '', -v if isinstance(v, td) else '', abs(v) if isinstance(v, td) else ''
    for m, a in (('isoformat', ()), ('isoformat', ('T',)), ('isoformat', ('xx',)), ('isoformat', (u' ',)), ('ctime', ()), ('weekday', ()), ('isoweekday', ()), ('isocalendar', ()), ('toordinal', ()), ('timetuple', ()), ('utctimetuple', ()), ('strftime', ('%Y %H %f %z %Z %%',)), ('strftime', ('',)), ('strftime', (5,)), ('strftime', (u'%Y\xe9',)), ('__format__', ('%d',)), ('__format__', ('',)), ('__format__', (5,)), ('utcoffset', ()), ('dst', ()), ('tzname', ()), ('date', ()), ('time', ()), ('timetz', ()), ('total_seconds', ()), ('__reduce__', ()), ('replace', ()), ('replace', (5,)), ('astimezone', (Z(30),)), ('astimezone', (5,))):
        if hasattr(v, m): print m, a,; t(getattr(v, m), *a)
t(vals[0].replace, month=13); t(vals[0].replace, 1, 2, 3, 4); t(vals[3].replace, tzinfo=5); t(vals[3].replace, microsecond=7); t(vals[1].replace, hour=None)
for z in (Z(1440), Z(-1440), Z(1439), Z('x'), Z(5, 'x'), Z(1, 1, 5), Z(td(0, 1)), Z(td(0, 0, 1)), Z(1.5), Z(0, None)):
    for m in ('utcoffset', 'dst', 'tzname', 'isoformat', 'utctimetuple', 'timetuple'): print m,; t(getattr(dt(2000, 1, 1, tzinfo=z), m))
    t(lambda: str(tm(1, tzinfo=z))); t(lambda: dt(2000, 1, 1, tzinfo=z) < dt(2000, 1, 1, tzinfo=Z(0))); t(lambda: hash(dt(2000, 1, 1, tzinfo=z)) is not None); t(lambda: z.fromutc(dt(2000, 1, 1, tzinfo=z)))
for f, a in ((date.fromordinal, (1,)), (date.fromordinal, (0,)), (date.fromordinal, (3652059,)), (date.fromordinal, (3652060,)), (date.fromordinal, ('x',)), (date.fromtimestamp, (0,)), (date.fromtimestamp, (1e20,)), (date.fromtimestamp, ('x',)), (dt.utcfromtimestamp, (1.5,)), (dt.utcfromtimestamp, (-0.000001,)), (dt.utcfromtimestamp, (0.9999999,)), (dt.utcfromtimestamp, (1e18,)), (dt.utcfromtimestamp, (float('nan'),)), (dt.fromtimestamp, (0, 5)), (dt.fromtimestamp, (0, Z())), (dt.combine, (date(1, 1, 1), tm(2, 3, tzinfo=Z()))), (dt.combine, (1, 2)), (dt.combine, (dt(2000, 1, 1), tm())), (dt.strptime, ('2000-01-02', '%Y-%m-%d')), (dt.strptime, ('x', '%Y')), (dt.strptime, ('12.5', '%S.%f')), (dt.strptime, ('+0100', '%z')), (dt.strptime, (1, 2)), (dt.now, (5,)), (dt.strptime, ('a',))): print f.__name__, a,; t(f, *a)
class SD(date):
    def __new__(cls, *a): o = date.__new__(cls, *a); o.tag = 'sd'; return o
    def __add__(s, o): return 'SD add'
class SDT(dt): pass
class STD(td): pass
s = SD(2000, 1, 2); print s + td(1), type(s - td(1)).__name__, type(s.replace(day=3)).__name__, SD.fromordinal(5).tag, type(SD.today()).__name__, pickle.loads(pickle.dumps(s)).tag if 0 else '', s == date(2000, 1, 2), type(SDT(2000, 1, 1) + td(1)).__name__, type(STD(1) + td(1)).__name__, repr(STD(1)), type(SDT.combine(s, tm())).__name__, type(SDT.strptime('1', '%d')).__name__, repr(SDT(2000, 1, 1)), str(STD(1)), type(-STD(1)).__name__, td(1) == STD(1)
print date.min, date.max, date.resolution, tm.min, tm.max, dt.min, dt.max, td.min, td.max, td.resolution, datetime.MINYEAR, datetime.MAXYEAR; t(lambda: date.max + td(1)); t(lambda: dt.min - td(0, 1)); t(lambda: td.max + td(0, 0, 1)); t(lambda: -td.max); t(lambda: td.min * 2); t(lambda: td(1) // 0); t(lambda: td(5, 7) // 3); t(lambda: td(1) // td(1)); t(lambda: 3 * td(1)); t(lambda: td(1) * 1.5); t(lambda: sum([td(1)] * 3, td())); t(tzinfo().utcoffset, None); t(tzinfo().fromutc, dt(1, 1, 1)); t(tzinfo, 1, 2, x=3); t(setattr, date(1, 1, 1), 'year', 2); t(setattr, td(1), 'z', 2)
