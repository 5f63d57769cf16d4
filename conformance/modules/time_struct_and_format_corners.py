# time: tuples of every wrong kind, months and days out of range, formats with odd directives, struct_time as a class, conversions there and back.
import calendar
import os
import time

os.environ['TZ'] = 'UTC'
time.tzset()


def attempt(f, *args, **kwargs):
    try:
        return repr(f(*args, **kwargs))
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


GOOD = (2012, 2, 29, 13, 5, 9, 2, 60, 0)
# Fields out of range, one after another.
for f in (time.asctime, lambda t: time.strftime('%Y-%m-%d %H:%M:%S %j %w', t), time.mktime):
    for i, values in enumerate(((1, 68, 69, 99, 100, 1899, 1900, 9999, 10000, -1), (0, 1, 12, 13, -1), (0, 1, 31, 32, -1), (-1, 0, 23, 24), (-1, 59, 60), (-1, 60, 61, 62), (-2, -1, 6, 7), (-1, 0, 1, 366, 367), (-2, -1, 0, 1, 2))):
        print i, '; '.join('%s %s' % (v, attempt(f, GOOD[:i] + (v,) + GOOD[i + 1:])) for v in values if f is not time.mktime or i < 6)
for t in ((), GOOD[:8], GOOD + (1,), 5, None, 'x', list(GOOD), iter(GOOD), GOOD[:8] + ('x',), GOOD[:8] + (1.5,), GOOD[:8] + (None,), (2 ** 70,) + GOOD[1:], (2012L,) + GOOD[1:], (True,) + GOOD[1:], u'unicode99', time.struct_time(GOOD)):
    print [attempt(f, t) for f in (time.asctime, time.mktime, lambda t: time.strftime('%d', t), time.struct_time)]
print attempt(time.asctime, GOOD, 1), attempt(time.mktime), attempt(time.strftime), attempt(time.strftime, 5), attempt(time.strftime, '%Y', GOOD, 1), attempt(time.strftime, None, GOOD), attempt(time.strftime, u'%Y', GOOD)

# Directives.
for c in 'aAbBcdHIjmMpSUwWxXyYzZ%CDeFgGhklnOrRstTuV1':
    print c, attempt(time.strftime, '%' + c, GOOD) if c != 's' else '', attempt(time.strftime, '%E' + c if c in 'cCxXyY' else '%O' + c if c in 'deHImMSuUVwWy' else c, GOOD), attempt(time.strftime, '%-' + c, GOOD) if c in 'dHmj' else ''
for f in ('', '%', 'a%', '%%', '%%%', '%5d', '%05d', '%_d', '%^a', '%#Z', 'x' * 300, '%Y' * 300, 'a\0b', '%d\0', '\n', '\xe9%d', '%Q', '%(a)', '% d'):
    print repr(f)[:20], attempt(time.strftime, f, GOOD)[:50],
print

# Parsing.
for s, f in (('', ''), ('x', 'x'), ('2012', '%Y'), ('12', '%y'), ('68', '%y'), ('69', '%y'), ('5', '%y'), ('29 2', '%d %m'), ('30 2', '%d %m'), ('29 2 2011', '%d %m %Y'), ('31 4 2012', '%d %m %Y'), ('366', '%j'), ('367', '%j'), ('60 2012', '%j %Y'), ('366 2011', '%j %Y'), ('13', '%I'), ('12 AM', '%I %p'), ('12 pm', '%I %p'), ('0 pm', '%I %p'), ('61', '%S'), ('62', '%S'), ('24', '%H'),
             ('Mon', '%a'), ('mon', '%a'), ('Monday', '%a'), ('Monday', '%A'), ('Feb', '%b'), ('february', '%B'), ('x', '%Y'), ('2012x', '%Y'), ('2012', '%Yx'), ('2012', '%Y%Y'), ('%', '%%'), ('5', '%'), ('5', '%Q'), ('a b', 'a  b'), ('a  b', 'a b'), (' 5', '%d'), ('5 ', '%d'), ('05', '%d'), ('005', '%d'), ('UTC', '%Z'), ('utc', '%Z'), ('GMT', '%Z'), ('EST', '%Z'), ('+0100', '%z'), ('0 10 2012', '%w %U %Y'), ('1 10 2012', '%w %W %Y'),
             ('6 53 2012', '%w %U %Y'), ('6 54 2012', '%w %U %Y'), ('7', '%w'), ('Wed Feb 29 13:05:09 2012', '%c'), ('02/29/12', '%x'), ('13:05:09', '%X'), ('1', '%f'), ('123456', '%f'), ('1234567', '%f'), ('(', '('), ('a.b', 'a.b'), ('axb', 'a.b'), ('[]', '[]'), ('2', u'%d'), (u'2', '%d'), ('2\n', '%d\n'), ('\t2', ' %d'), ('1e', '%de'), ('-1', '%d')):
    r = attempt(time.strptime, s, f)
    print repr(s), repr(f), r.replace('time.struct_time', '')
for args in ((), (5,), ('5', 5), (None,), ('Wed Feb 29 13:05:09 2012',), ('x', 'y', 'z')):
    print attempt(time.strptime, *args)

# Numbers to times and back.
for n in (0, -1, 1, 0.5, -0.5, 0.999999999, 2 ** 31, 2 ** 31 - 1, -2 ** 31, 86399.9, 1e9, 1e12, 1e17, 1e18, 2 ** 63, 1e300, float('inf'), float('nan'), 'x', 10L, True, [], 1j):
    print n, attempt(lambda: tuple(time.gmtime(n))), attempt(lambda: tuple(time.localtime(n)) == tuple(time.gmtime(n))), attempt(time.ctime, n) if n is not None else ''
print attempt(time.gmtime, 1, 2), attempt(time.ctime, 1, 2), attempt(time.localtime, 'x'), attempt(time.sleep, -1), attempt(time.sleep, 'x'), attempt(time.sleep), attempt(time.sleep, None), attempt(time.sleep, 0), attempt(time.sleep, 0.0001), attempt(time.clock, 1), attempt(time.time, 1), attempt(time.tzset, 1)
bad = [n for n in xrange(-10 ** 9, 2 * 10 ** 9, 12345678) if time.mktime(time.gmtime(n)) != n or calendar.timegm(time.gmtime(n)) != n or calendar.timegm(time.strptime(time.ctime(n))) != n and abs(n) < 10 ** 9]
print bad

# Zones, with and without summer times.
for zone in ('UTC', 'EST5', 'EST5EDT,M3.2.0,M11.1.0', 'XYZ-5:30', 'AAA3BBB2,J60,J300', 'CET-1CEST,M3.5.0,M10.5.0/3', '<+03>-3', ''):
    os.environ['TZ'] = zone
    time.tzset()
    print zone, time.timezone, time.altzone, time.daylight, time.tzname, time.localtime(1330520709)[:], time.localtime(1341000000)[3:], time.mktime((2012, 7, 1, 12, 0, 0, 0, 0, -1)), time.mktime((2012, 7, 1, 12, 0, 0, 0, 0, 0)), time.mktime((2012, 1, 1, 12, 0, 0, 0, 0, -1)), time.strftime('%Z', time.localtime(1330520709)), time.strftime('%z', time.localtime(1341000000))
del os.environ['TZ']
os.environ['TZ'] = 'UTC'
time.tzset()

# The type.
S = time.struct_time
t = S(GOOD)
print t.tm_year, t.tm_isdst, t[1:3], len(t), t == GOOD, t == S(GOOD), hash(t) == hash(GOOD), t + (1,) == GOOD + (1,), t < S((2013,) + GOOD[1:]), repr(t), S.n_fields, S.n_sequence_fields, S.n_unnamed_fields, attempt(setattr, t, 'tm_year', 1), attempt(S), attempt(S, GOOD, {}), attempt(S, GOOD, 5), attempt(S, sequence=GOOD), attempt(S, GOOD[:3]), attempt(S, range(12)), attempt(S, 'abcdefghi')
import copy
import pickle
print pickle.loads(pickle.dumps(t, 2)) == t, type(copy.copy(t)).__name__, t.__reduce__()[1], 13 in t, list(reversed(t)), t * 1 == GOOD, max(t)
