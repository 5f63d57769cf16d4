# time: fields, text and their limits.
import time
t = (2020, 1, 2, 3, 4, 5, 3, 2, 0)
print time.asctime(t), '|', time.strftime('%Y-%m-%d %H:%M:%S %j %a %b %%', t), '|', repr(time.strftime('', t))
print time.gmtime(0), time.gmtime(1.9)[:6], time.gmtime(-1)[:6], time.gmtime(10**9)
print time.asctime([2020, 1, 2, 3, 4, 5, 3, 2, 0])
print time.strptime('2020-01-02 03:04', '%Y-%m-%d %H:%M')
for v in [(1,), 5, 'abc', (1, 2, 3, 4, 5, 6, 7, 8, 9, 10), (100,) * 9, ('a',) * 9, (2020, 13, 1, 0, 0, 0, 0, 0, 0),
          (2020, 0, 0, 0, 0, 0, 0, 0, 0), (2020, 1, 32, 0, 0, 0, 0, 1, 0), (2020, 1, 1, 24, 0, 0, 0, 1, 0), (2020, 1, 1, 0, 60, 0, 0, 1, 0),
          (2020, 1, 1, 0, 0, 62, 0, 1, 0), (2020, 1, 1, 0, 0, 0, -2, 1, 0), (2020, 1, 1, 0, 0, 0, 0, 367, 0), (99, 1, 1, 0, 0, 0, 0, 1, 5)]:
    try:
        print time.strftime('%Y', v)
    except Exception, e:
        print v, type(e).__name__, e
for f in [time.gmtime, time.localtime, time.ctime]:
    for v in [1e20, 'a', [], float('nan')]:
        try:
            print f(v)
        except Exception, e:
            print f.__name__, type(e).__name__, e
for f in [lambda: time.sleep(-1), lambda: time.sleep('a'), lambda: time.sleep(), lambda: time.asctime(1, 2), lambda: time.mktime((10**10,) * 9)]:
    try:
        print f()
    except Exception, e:
        print type(e).__name__, e
print time.accept2dyear, len(time.tzname), time.time() > 10**9, time.clock() >= 0, time.sleep(0)
