# strftime and strptime: every directive, tuples that are out of range, asctime, ctime, mktime.
import os, time
os.environ['TZ'] = 'UTC'; time.tzset()
def t(f, *a):
    try: print repr(f(*a))
    except Exception as e: print type(e).__name__, e
base = (2024, 2, 29, 13, 5, 9, 3, 60, 0)
for c in 'aAbBcdDeFgGhHIjklmMnprRsStTuUVwWxXyYzZ%':
    print c, repr(time.strftime('%' + c, base))
for c in ('', '%', '%%%', 'a%', '%E', '%Ey', '%Od', '%10Y', '%-d', '%_d', '%^a', '%#Z', '%q', '%\xe9', 'x\0y', '%Y\0%m', u'%Y', u'\xe9', ' ' * 5, '%p' * 3, '%Q'):
    t(time.strftime, c, base)
for i, v in ((0, 0), (0, 99), (0, 1899), (0, 1900), (0, 10000), (0, 68), (0, 69), (1, 0), (1, 13), (1, -1), (2, 0), (2, 32), (2, -1), (3, 24), (3, -1), (4, 60), (5, 61), (5, 62), (5, -1), (6, -1), (6, 7), (6, -2), (6, 8), (7, 0), (7, 367), (7, 366), (7, -1), (8, -2), (8, 2), (8, -1)):
    b = list(base); b[i] = v
    print i, v,
    t(time.strftime, '%Y-%m-%d %H:%M:%S %w %j', tuple(b))
    t(time.asctime, tuple(b)); t(time.mktime, tuple(b))
for a in ((), (1,), (None,), ('%Y', 3), ('%Y', ()), ('%Y', base[:8]), ('%Y', base + (1,)), ('%Y', list(base)), ('%Y', None), ('%Y', ('x',) * 9), ('%Y', (1.5,) * 9), (u'%Y', base), ('%Y', base, 1), ('%Y', (2**40,) + base[1:])):
    t(time.strftime, *a) if len(a) > 1 or not a or a[0] in (1, None) else None
for a in (3, (), base[:8], list(base), None, 'x' * 9):
    t(time.asctime, a) if a is not None else None
    t(time.mktime, a)
for v in (0, 1, -1, 1e9, 1.9, -1.9, 2**31, 2**33, 1e12, 1e18, 1e20, float('nan'), float('inf'), '1', True, 2**70):
    print v,
    t(time.ctime, v); t(time.gmtime, v); t(time.localtime, v); t(time.asctime, time.gmtime(v)) if isinstance(v, (int, float)) and abs(v) < 1e12 else None
t(time.gmtime, 1, 2); t(time.ctime, 1, 2); t(time.asctime, 1, 2); t(time.mktime); t(time.sleep, -1); t(time.sleep, 'x'); t(time.sleep); t(time.sleep, 0); t(time.sleep, float('nan')); t(time.tzset, 1)
for s, f in (('2024-02-29', '%Y-%m-%d'), ('29 Feb 24', '%d %b %y'), ('2023-02-29', '%Y-%m-%d'), ('x', '%Y'), ('12', '%q'), ('12', '%'), ('12', '12%%'), ('12%', '12%%'), ('', ''), ('  5 ', '%d'), ('5  ', '%d '), ('12:61', '%H:%M'), ('12:59:61', '%H:%M:%S'), ('12:59:62', '%H:%M:%S'), ('pm 3', '%p %I'), ('AM 12', '%p %I'), ('366 2024', '%j %Y'), ('366 2023', '%j %Y'), ('Mon 10 2024', '%a %W %Y'), ('Sun 10 2024', '%a %U %Y'), ('monday', '%A'), ('MARCH', '%B'), ('UTC', '%Z'), ('gmt', '%Z'), ('EST', '%Z'), ('+0100', '%z'), ('1 1', '%d%d'), ('Thu Feb 29 13:05:09 2024', '%c'), ('02/29/24', '%x'), ('13:05:09', '%X'), ('68', '%y'), ('69', '%y'), ('abc', 'a.c'), ('a.c', 'a.c'), ('1 2024 extra', '%m %Y'), (u'2024', u'%Y'), ('6', '%w'), ('7', '%w'), (3, '%Y'), ('3', 3)):
    print (s, f),
    t(time.strptime, s, f)
t(time.strptime, 'Thu Feb 29 13:05:09 2024'); t(time.strptime, 'x'); t(time.strptime); t(time.strptime, '1', '2', '3')
print time.timezone, time.altzone, time.daylight, time.tzname
for z in ('EST5EDT', 'CET-1CEST,M3.5.0,M10.5.0/3', 'XXX+3:30', ''):
    os.environ['TZ'] = z; time.tzset()
    print z, time.timezone, time.altzone, time.daylight, time.tzname, time.localtime(1720000000)[:9], time.localtime(1704067200)[:9], time.mktime((2024, 7, 3, 12, 0, 0, 0, 0, -1)), time.mktime((2024, 7, 3, 12, 0, 0, 0, 0, 1)), time.mktime((2024, 7, 3, 12, 0, 0, 0, 0, 0)), time.strftime('%Z', time.localtime(0))
