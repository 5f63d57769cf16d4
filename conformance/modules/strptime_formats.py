# time and datetime: strptime of every directive, what does not match, round trips; strftime of odd years.
import time, datetime, _strptime, os
os.environ['TZ'] = 'UTC'; time.tzset()
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print tuple(r) if isinstance(r, time.struct_time) else repr(r)
for s, f in (('2020-02-29', '%Y-%m-%d'), ('29 Feb 2019', '%d %b %Y'), ('12:34:56 PM', '%I:%M:%S %p'), ('12 am', '%I %p'), ('99', '%y'), ('68', '%y'), ('69', '%y'), ('366 2020', '%j %Y'), ('Monday January 5', '%A %B %d'), ('mon jan', '%a %b'), ('10 1 2020', '%U %w %Y'), ('10 1 2020', '%W %w %Y'), ('UTC', '%Z'), ('gmt', '%Z'), ('%', '%%'), ('  1', '%d'), ('1 \t 2', '%d %m'), ('Thu Jan  1 00:00:00 1970', '%a %b %d %H:%M:%S %Y'), ('01/02/03', '%x'), ('03:04:05', '%X'), ('Thu Jan  1 00:00:00 1970', '%c'), ('61', '%S'), ('62', '%S'), ('24', '%H'), ('13', '%I'), ('0', '%d'), ('32', '%d'), ('13', '%m'), ('x', '%Y'), ('2020x', '%Y'), ('20', '%Y'), ('2020', '%'), ('2020', '%Q'), ('', ''), ('a', ''), ('', '%Y'), ('.5', '.%f'), ('0.123456', '%S.%f'), ('1.(2)', '%d.(%m)'), ('JAN', '%b'), ('7', '%w'), ('0 2020', '%j %Y')):
    print repr(s), f, ; t(time.strptime, s, f); t(datetime.datetime.strptime, s, f)
t(time.strptime, 5); t(time.strptime, 'x', 5); t(time.strptime, 'Thu Jan  1 00:00:00 1970'); t(datetime.datetime.strptime, 'a'); t(datetime.datetime.strptime, u'2020', u'%Y'); print _strptime._strptime_time.__name__ if hasattr(_strptime, '_strptime_time') else '', _strptime._getlang() is not None
d = datetime.datetime(2020, 3, 4, 15, 6, 7, 89)
for f in '%a %A %b %B %c %d %f %H %I %j %m %M %p %S %U %w %W %x %X %y %Y %Z %z %% %e'.split(): print f, repr(d.strftime(f)), repr(time.strftime(f, d.timetuple())) if f != '%f' else '',
print; t(datetime.date(1899, 1, 1).strftime, '%Y'); t(datetime.date(1900, 1, 1).strftime, '%Y %j'); t(datetime.time(1, 2, 3).strftime, '%Y-%H'); t(d.strftime, ''); t(d.strftime, u'%Y\u20ac') if 0 else None; t(d.strftime, 5); t(time.strftime, '%Y', (2020,)); t(time.strftime, '%Y', (2020, 13, 1, 0, 0, 0, 0, 1, 0)); t(time.strftime, '%Y', (0,) * 9); t(time.strftime, '%d', (2020, 1, 0, 0, 0, 0, 0, 0, 0)); t(time.strftime, 'x' * 300); t(time.strftime, '%H', (2020, 1, 1, 25, 0, 0, 0, 1, 0)); t(time.strftime, '%S', (2020, 1, 1, 0, 0, 61, 0, 1, 0)); t(time.strftime, '%a', (2020, 1, 1, 0, 0, 0, 9, 1, 0)); t(time.strftime, '%j', (2020, 1, 1, 0, 0, 0, 0, 400, 0))
for x in (0, 1e9, 1.9, -1, 2 ** 31): print time.asctime(time.gmtime(x)), time.ctime(x), tuple(time.localtime(x))[:6],
print; t(time.asctime, (1,)); t(time.asctime, 'x'); t(time.gmtime, 'x'); t(time.gmtime, 1e30); t(time.mktime, (2020, 2, 30, 0, 0, 0, 0, 0, 0)); t(time.mktime, (1970, 1, 1, 0, 0, -1, 0, 0, 0)); t(time.mktime, 5); t(time.ctime, 'x'); t(time.sleep, 'x'); t(time.sleep, -1); print time.tzname, time.timezone, time.daylight, time.altzone
