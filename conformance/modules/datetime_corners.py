# date and datetime: replace, ordinals, ISO weeks, timestamps, strftime of early years, strptime, state from pickles.
from datetime import *
import copy, cPickle, pickle, time as T, os
os.environ['TZ'] = 'UTC'
T.tzset()

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
for y, m, d in ((1, 1, 1), (1, 12, 31), (4, 2, 29), (1899, 12, 31), (1900, 1, 1), (1900, 2, 28), (2000, 2, 29), (2004, 12, 31), (2005, 1, 2), (2008, 12, 29), (9999, 12, 31)):
    a = date(y, m, d)
    print a, a.toordinal(), a.weekday(), a.isoweekday(), a.isocalendar(), a.timetuple()[6:8], a.ctime(), date.fromordinal(a.toordinal()) == a
    t(a.strftime, '%d %y %j %U %W %w %a')
    t(a.replace, 2001)
    t(a.replace, day=30)
    t(a.replace, month=0)
    t(a.replace, year=10000)
    t(lambda: a + timedelta(1))
    t(lambda: a - timedelta(1))
    t(lambda: a + timedelta(days=-1, hours=25))
    t(lambda: a - date(2000, 1, 1))
for s in (0, 1, -1, 1.5, -1.5, 0.9999994, 0.9999996, 1e9, 2 ** 31, 2 ** 33, -2 ** 40, 1e12, 'x', None, 5L):
    t(datetime.fromtimestamp, s)
    t(datetime.utcfromtimestamp, s)
    t(date.fromtimestamp, s)
for fmt, s in (('%Y', '2000'), ('%Y-%m-%d', '2000-2-30'), ('%Y-%m-%d %H:%M:%S.%f', '2000-2-3 4:5:6.7'), ('%f', '1234567'), ('%d', '32'), ('%Q', 'x'), ('%', 'x'), ('%b', 'feb'), ('%A %j', 'monday 60'),
               ('%y', '68'), ('%y', '69'), ('%p %I', 'PM 12'), ('%U %w %Y', '1 1 2000'), ('x%Yx', 'x2000'), ('%Y', '2000 '), (u'%Y', u'2000'), (5, 'x'), ('%H', 5), ('%Z', 'UTC'), ('%z', '+0000'), ('%%', '%'), ('', ''), ('%S', '61')):
    t(datetime.strptime, s, fmt)
d = datetime(2001, 2, 3, 4, 5, 6, 7)
for f in ('%f', '%%f', '%%%f', '%f%f', 'a%', '', '%', 'x%%', '%H:%M:%S.%f', u'%Y', 5, None, '\0%d', '%Y' * 40, '%z%Z'):
    t(d.strftime, f)
    t(d.time().strftime, f)
t(time(1).strftime, '%Y-%m-%d')
for k in ('year', 'month', 'day', 'hour', 'minute', 'second', 'microsecond'):
    for v in (0, -1, 1, 12, 13, 60, 10 ** 6, 1.0, '1', 2L ** 40):
        t(d.replace, **{k: v})
t(d.replace, 1, 2, 3, 4, 5, 6, 7, None, 9)
t(d.time().replace, 1, 2, 3, 4, None, 6)
for sep in 'T', ' ', 'x', '', 'xx', u'T', u'\xe9', 5, None, '\0':
    t(d.isoformat, sep)
print d.replace(microsecond=0).isoformat(), d.date(), d.time(), d.timetz(), d.toordinal(), d.isocalendar(), d.timetuple(), d.utctimetuple()[:3]
for c, a in ((date, d.date()), (datetime, d), (time, d.time())):
    for p in 0, 1, 2:
        s = cPickle.dumps(a, p)
        print repr(s), cPickle.loads(s) == a, pickle.loads(pickle.dumps(a, p)) == a
    print a.__reduce__(), copy.copy(a) == a, copy.deepcopy(a) == a
    n = len(a.__reduce__()[1][0])
    for s in ('\0' * n, '\1' * n, '\xff' * n, 'a' * n, '\1' * (n + 1), '\1' * (n - 1), u'\1' * n, '\x07\xd0\x0c\x1f\x17\x3b\x3b\x0f\x42\x3f'[:n], '\x07\xd0\x0d\x1f\x17\x3b\x3b\x0f\x42\x3f'[:n]):
        t(c, s)
        t(c, s, None)
        t(c, s, 5)
class S(datetime):
    def __init__(self, *a, **k): print 'init', len(a), sorted(k)
    def __add__(self, o): return 'sum'
for e in ('S(1, 1, 1)', 'S.now() > datetime(2000, 1, 1)', 'S.combine(date(1, 1, 1), time(1))', 'S.strptime("2000", "%Y")', 'S.fromordinal(5)', 'S(1, 1, 1) + timedelta(1)', 'S(1, 1, 1) - timedelta(0)',
          'S(1, 1, 1).replace(day=2)', 'S.utcfromtimestamp(0)', 'copy.copy(S(1, 1, 1))', 'S(2, 1, 1) - S(1, 1, 1)', 'S(1, 1, 1) == date(1, 1, 1)', 'date(1, 1, 1) == S(1, 1, 1)', 'S(1, 1, 1) < date(1, 1, 1)', 'date(1, 1, 1) < S(1, 1, 1)'):
    t(lambda: eval(e))
class Other(object):
    timetuple = None
    def __cmp__(self, o): return 0
    def __eq__(self, o): return 'eq'
    def __lt__(self, o): return 'lt'
    def __gt__(self, o): return 'gt'
for e in 'd == Other()', 'd < Other()', 'd > Other()', 'Other() < d', 'date(1, 1, 1) < Other()', 'date(1, 1, 1) == Other()', 'time(1) < Other()', 'timedelta(1) < Other()', 'd == None', 'd != None', 'd < None', 'd > "x"', 'cmp(d, 1)':
    t(lambda: eval(e))
