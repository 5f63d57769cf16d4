# stat_result and statvfs_result: as tuples, by names, made by hand, pickled.
import os, pickle, copy, stat
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
for c in (os.stat_result, os.statvfs_result):
    print c, c.__name__, c.__module__, c.n_fields, c.n_sequence_fields, c.n_unnamed_fields, [n for n in dir(c) if n[0] != '_']
    n, m = c.n_sequence_fields, c.n_fields
    t(c); t(c, 3); t(c, range(n - 1)); t(c, range(m + 1)); t(c, range(n)); t(c, range(m)); t(c, 'x' * n); t(c, range(n), {}); t(c, range(n), {'st_atime': 5.5, 'st_blocks': 'b', 'other': 1}); t(c, range(n), 3); t(c, sequence=range(n)); t(c, iter(range(n)))
    o = c(range(100, 100 + m))
    print len(o), o[0], o[-1], o[2:4], o == tuple(o), hash(o) == hash(tuple(o)), o < (100, 200), [getattr(o, x) for x in dir(c) if x.startswith(('st_', 'f_'))]
    for p in (0, 1, 2): r = pickle.loads(pickle.dumps(o, p)); print r == o, type(r) is c, [getattr(r, x) for x in dir(c) if x.startswith(('st_', 'f_'))] == [getattr(o, x) for x in dir(c) if x.startswith(('st_', 'f_'))]
    print o.__reduce__(), copy.copy(o) == o, copy.deepcopy(o) == o, repr(o), str(o) == repr(o)
    try:
        class S(c): pass
    except TypeError as e: print e
    try: setattr(o, dir(c)[-1], 5)
    except Exception as e: print type(e).__name__, e
    try: o.nothing
    except AttributeError as e: print e
s = c2 = os.stat_result(range(10)); print s.st_atime, s.st_blksize, s.st_blocks, s.st_rdev, s.st_mode, s.st_ctime
s = os.stat_result(range(12)); print s.st_atime, s.st_mtime, s.st_ctime
s = os.stat_result(tuple(range(10)) + (1.25, 2.5, 3.75)); print s.st_atime, s.st_mtime, s.st_ctime, s[7], s[8], s[9]
f = os.stat('/'); print stat.S_ISDIR(f.st_mode), f[stat.ST_MODE] == f.st_mode, int(f.st_mtime) == f[8], type(f.st_mtime), type(f[8]), isinstance(f, tuple), type(f.st_ino), type(f.st_dev), type(f.st_size)
print os.stat_float_times(); os.stat_float_times(False); f = os.stat('/'); print type(f.st_mtime), f.st_mtime == f[8]; os.stat_float_times(True); print type(os.stat('/').st_mtime)
t(os.stat_float_times, 1, 2); t(os.stat_float_times, 'x'); t(os.stat_float_times, 3); os.stat_float_times(True)
v = os.statvfs('/'); print len(v), v.f_namemax == v[9], v.f_bsize == v[0]; print os.fstatvfs(0).f_namemax >= 0
for m in (0100644, 040755, 0120777, 0140600, 010600, 020666, 060660, 0104755, 0102755, 0101777, 0, 0177777):
    print oct(m), [g.__name__ for g in (stat.S_ISREG, stat.S_ISDIR, stat.S_ISLNK, stat.S_ISSOCK, stat.S_ISFIFO, stat.S_ISCHR, stat.S_ISBLK) if g(m)], oct(stat.S_IMODE(m)), oct(stat.S_IFMT(m))
t(stat.S_ISREG, 'x'); t(stat.S_IMODE, 1.5); t(stat.S_IFMT); print sorted((n, getattr(stat, n)) for n in dir(stat) if n[:2] in ('S_', 'ST', 'SF', 'UF') and isinstance(getattr(stat, n), int))
