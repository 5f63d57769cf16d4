# time: conversions both ways, what sequences are taken, ranges of fields, strftime and strptime corner cases.
import time, os
os.environ['TZ'] = 'UTC+0'; time.tzset()
def t(f, *a):
    try: print repr(f(*a))
    except Exception as e: print type(e).__name__, e
for s in (0, -1, 1e9, 1.9999, 2**31, -2**31, 2**40, 1e18, float('nan'), float('inf'), 10**30, '0', True, 0L):
    t(time.gmtime, s); t(time.localtime, s)
    t(time.ctime, s)
g = time.gmtime(86400 * 365)
print g, tuple(g), g[0], g[-1], g[1:3], g.tm_year, len(g), g == tuple(g), hash(g) == hash(tuple(g)), repr(g) == str(g)
for bad in ((1, 2), (1,) * 9, (1970, 13, 1, 0, 0, 0, 0, 1, 0), (1970, 1, 32, 0, 0, 0, 0, 1, 0), (1970, 1, 1, 24, 0, 0, 0, 1, 0), (1970, 1, 1, 0, 60, 0, 0, 1, 0), (1970, 1, 1, 0, 0, 62, 0, 1, 0), (1970, 1, 1, 0, 0, 61, 0, 1, 0), (1970, 1, 1, 0, 0, 0, 7, 1, 0), (1970, 1, 1, 0, 0, 0, -2, 1, 0), (1970, 1, 1, 0, 0, 0, 0, 367, 0), (1970, 1, 1, 0, 0, 0, 0, -1, 0), (1970, 0, 0, 0, 0, 0, 0, 0, 0), (1970, 1, 1, 0, 0, 0, 0, 1, 5), (1970, 1, 1, 0, 0, 0, 0, 1, -5), (10000, 1, 1, 0, 0, 0, 0, 1, 0), (99, 1, 1, 0, 0, 0, 0, 1, 0), (68, 1, 1, 0, 0, 0, 0, 1, 0), (69, 1, 1, 0, 0, 0, 0, 1, 0), (100, 1, 1, 0, 0, 0, 0, 1, 0), (1900, 1, 1, 0, 0, 0, 0, 1, 0), (1970.5, 1, 1, 0, 0, 0, 0, 1, 0), ('a',) * 9, [1970, 1, 1, 0, 0, 0, 0, 1, 0], 'abcdefghi', u'abcdefghi', {}, dict.fromkeys(range(9)), None, 5, set(range(9)), (2**40,) + (1,) * 8):
    t(time.asctime, bad); t(time.strftime, '%Y-%m-%d %H:%M:%S %j %w', bad); t(time.mktime, bad)
for f in ('%a %A %b %B %d %H %I %j %m %M %p %S %U %w %W %y %Y %Z %%', '', '%', 'x%', '%q', '%E', '%-d', '%5Y', '\xe9%Y', u'%Y', u'\xe9%Y', '%Y\0%m', '%n%t|', '%c', '%x', '%X', '%D %T %R %r', '%e %k %l', '%C %g %G %V %u %h', '%s' * 0, 'a' * 300 + '%Y'):
    t(time.strftime, f, (2001, 2, 3, 14, 5, 6, 5, 34, 0))
for s, f in (('2001', '%Y'), ('01 2', '%y %m'), ('69', '%y'), ('68', '%y'), ('Mon', '%a'), ('mONDAY', '%A'), ('12 AM', '%I %p'), ('12 PM', '%I %p'), ('13', '%I'), ('366', '%j'), ('366 2001', '%j %Y'), ('UTC', '%Z'), ('gmt', '%Z'), ('EST', '%Z'), ('  3', ' %d'), ('1:2', '%H:%M'), ('61', '%S'), ('62', '%S'), ('x', '%d'), ('1x', '%d'), ('', ''), ('', '%d'), ('1 2001 3', '%U %Y %w'), ('53 2000 0', '%W %Y %w'), ('29 2 1900', '%d %m %Y'), ('29 2', '%d %m'), ('%', '%%'), ('a.b', 'a.b'), ('axb', 'a.b'), ('1', '%q'), ('Feb', '%b'), ('30 Feb', '%d %b'), ('10:11:12', '%X'), ('01/02/03', '%x')):
    t(time.strptime, s, f)
t(time.strptime, '1'); t(time.strptime, 1, 2); t(time.strptime)
for c in range(3): print time.mktime(time.gmtime(c * 10**8)), time.mktime((2000, 1 + 13 * c, -3, 25, 61, 100, 0, 0, 0))
for z in ('EST5EDT,M3.2.0,M11.1.0', 'CET-1CEST,M3.5.0,M10.5.0/3', 'XYZ', 'ABC+3:30', ''):
    os.environ['TZ'] = z; time.tzset()
    print z, time.timezone, time.altzone, time.daylight, time.tzname, time.localtime(1e9)[:6], time.localtime(1e9).tm_isdst, time.mktime(time.localtime(1e9)), time.strftime('%Z', time.localtime(1.1e9))
t(time.sleep, -1); t(time.sleep, 'x'); t(time.sleep, 0); t(time.sleep, float('nan')) if 0 else None
print time.struct_time.n_fields, time.struct_time.n_sequence_fields, time.struct_time.n_unnamed_fields; t(time.struct_time, range(9)); t(time.struct_time, range(8)); t(time.struct_time, range(12)); t(time.struct_time, 'abcdefghi'); t(time.struct_time, None)
