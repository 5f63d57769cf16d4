# time.struct_time: constructor, slices, comparison, copies.
import time, pickle, copy
c = time.struct_time
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
t(c); t(c, 3); t(c, ()); t(c, range(8)); t(c, range(9)); t(c, range(10)); t(c, 'abcdefghi'); t(c, iter(range(9))); t(c, range(9), {}); t(c, range(9), {'tm_zone': 1}); t(c, range(9), 3); t(c, sequence=range(9)); t(c, sequence=range(9), dict={'tm_year': 5}); t(c, range(9), foo=1)
class It(object):
    def __iter__(self):
        yield 1
        raise KeyError('in the middle')
t(c, It())
class Seq:
    def __len__(self): return 9
    def __getitem__(self, i):
        if i < 9: return i * 10
        raise IndexError
t(c, Seq())
s = c(range(9))
print s.tm_year, s.tm_mon, s.tm_mday, s.tm_hour, s.tm_min, s.tm_sec, s.tm_wday, s.tm_yday, s.tm_isdst
print c.n_fields, c.n_sequence_fields, c.n_unnamed_fields, c.__name__, c.__module__, c.__mro__, [n for n in dir(c) if n[0] != '_']
print s[0], s[-1], s[2:5], s[::2], type(s[2:5]), len(s), 3 in s, list(reversed(s)), s + (1,), s * 1 == s, type(s * 1), type(s + ())
t(lambda: s[9]); t(lambda: s['a']); t(lambda: s[None:2]); t(lambda: s + [1]); t(lambda: (1,) + s)
print s == tuple(range(9)), tuple(range(9)) == s, s < (0, 1, 3), cmp(s, (5,)), hash(s) == hash(tuple(s)), s == list(range(9)), {s: 1}[tuple(range(9))]
for p in (0, 1, 2):
    r = pickle.loads(pickle.dumps(s, p)); print r == s, type(r) is c
print copy.copy(s), copy.deepcopy(c([[1]] * 9)), s.__reduce__()
def setit(n, v): setattr(s, n, v)
t(setit, 'tm_year', 5); t(setit, 'x', 5); t(delattr, s, 'tm_year'); t(getattr, s, 'nothing')
try:
    class S(c): pass
except Exception as e: print type(e).__name__, e
t(s.__reduce__, 1); t(c.__new__); t(c.__new__, int, range(9)); t(c.__new__, c, range(9)); t(c.tm_year.__get__, s); t(c.tm_year.__get__, (1,)); t(c.tm_year.__set__, s, 3)
print c.tm_year, c.tm_isdst, type(c.tm_mon).__name__
print repr(c([s, 'x', None, 1.5, [], {}, (), u'\xe9', 2L])), str(c('123456789')), '%s %s' % (c(range(9))[:2])
l = [1]
l2 = c([l] * 9); l.append(l2); print repr(l2)[:80]
class It2(list): pass
print c(It2(range(9))), c(xrange(9)), c({0: 1, 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7, 7: 8, 8: 9})
print isinstance(s, tuple), type(time.gmtime(0)) is c, time.gmtime(0) == (1970, 1, 1, 0, 0, 0, 3, 1, 0), time.gmtime(0) < time.gmtime(1), max(time.gmtime(5), time.gmtime(6)).tm_sec
t(c, range(9), {}, 3)
print map(int, c(['1'] * 9)), sum(s), sorted(s, reverse=True), zip(s, 'ab'), s.__getslice__(1, 3), s.__contains__(4)
t(getattr, s, 'index'); t(getattr, s, 'count'); t(s.__getitem__, slice(1, 3)); t(s.__getslice__, 'a', 3)
