# stat_result, struct_time, version_info: tuples with names.
import os, sys, time
s = os.stat_result(range(10))
print s, len(s)
print s.st_mode, s.st_atime, s[7], s.st_blocks, s[-1], s[1:3], s[::3]
print s == tuple(range(10)), s == s, s != (1,), s < (5,), hash(s) == hash(tuple(range(10)))
print s + (1,), s * 1 == s, 3 in s, list(s)[:2], isinstance(s, tuple)
print s.__reduce__()[1][0], sorted(s.__reduce__()[1][1])
print os.stat_result(range(13)).st_atime, os.stat_result(range(10), {'st_atime': 99}).st_atime
for f in [lambda: os.stat_result((1, 2)), lambda: os.stat_result(range(40)), lambda: os.stat_result(5),
          lambda: os.stat_result(range(10), 5), lambda: time.struct_time((1,)), lambda: s['a'], lambda: s[40],
          lambda: setattr(s, 'st_mode', 1), lambda: s.nothing]:
    try:
        print f()
    except Exception, e:
        print type(e).__name__, e
print os.stat_result.n_fields >= 13, os.stat_result.n_sequence_fields, os.stat_result.n_unnamed_fields, repr(os.stat_result)
t = time.struct_time((2020, 1, 2, 3, 4, 5, 6, 7, 0))
print t, t.tm_year, t[:3], t.tm_isdst
print sys.version_info[:3], sys.version_info >= (2, 7), sys.version_info.major, sys.version_info.releaselevel
print sys.float_info.dig, sys.float_info.max, sys.long_info.bits_per_digit
print type(sys.flags).__name__, sys.flags.no_site
