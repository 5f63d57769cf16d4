# Struct sequences of all modules: made, taken apart, copied, pickled, compared.
import copy, cPickle, grp, os, pickle, posix, pwd, resource, sys, time
import spwd, _lsprof

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e

kinds = [(time.struct_time, 9), (resource.struct_rusage, 16), (posix.stat_result, 10), (posix.statvfs_result, 10),
         (pwd.struct_passwd, 7), (grp.struct_group, 4), (spwd.struct_spwd, 9), (_lsprof.profiler_entry, 6)]
for c, n in kinds:
    print c, c.__mro__, c.n_fields >= c.n_sequence_fields, c.n_unnamed_fields
    s = c(range(n))
    print s == tuple(range(n)), tuple(s) == s, len(s), s[:2], s[-1], 3 in s, hash(s) == hash(tuple(s)), isinstance(s, tuple)
    print repr(s)
    t(lambda: s + (1,))
    t(lambda: (1,) + s)
    t(lambda: s * 2)
    t(lambda: s < tuple(range(n)))
    t(lambda: cmp(s, c(range(n))))
    t(lambda: s.count(1))
    t(lambda: s.index(1))
    t(lambda: s[n])
    t(lambda: s['x'])
    t(lambda: sorted(set(dir(s)) - set(dir(tuple)))[-6:])
    r = s.__reduce__()
    print r[0], r[1][0], sorted(r[1][1].items()), len(r)
    t(copy.copy, s)
    t(copy.deepcopy, s)
    for p in 0, 1, 2:
        t(lambda: pickle.loads(pickle.dumps(s, p)) == s)
        t(lambda: cPickle.loads(cPickle.dumps(s, p)) == s)
    t(setattr, s, 'foo', 1)
    t(setattr, s, sorted(k for k in c.__dict__ if not k.startswith('_'))[-1], 1)
    t(s.__setattr__, 'n_fields', 1)
    for arg in (range(n - 1), range(n + 20), 'x' * n, 5, None, iter(range(n))):
        t(c, arg)
    t(c, range(n), None)
    t(c, range(n), {'foo': 1})
    t(c, range(n), 5)
    t(c, dict={})
    t(c, sequence=range(n), dict={})
    t(lambda: type('S', (c,), {}))
print os.stat('/')[:0], os.stat('/').st_mode == os.stat('/')[0], type(os.stat('/').st_mtime), type(os.stat('/')[8])
s = posix.stat_result(range(10), {'st_mtime': 1.5, 'st_blocks': 7, 'st_nope': 9})
print s.st_mtime, s.st_blocks, s.st_atime, s.st_ctime, s.st_blksize, s[8]
s = posix.stat_result(range(15))
print s.st_atime, s.st_mtime, s.st_ctime, len(s), s.st_blksize
print time.struct_time(range(9)).tm_isdst, time.gmtime(0), time.gmtime(0).tm_yday
print sys.float_info.n_fields, sys.long_info, sys.version_info[:2], sys.flags.n_fields, sys.version_info.major
t(type(sys.version_info))
t(type(sys.flags), ())
t(type(sys.float_info), range(11))
