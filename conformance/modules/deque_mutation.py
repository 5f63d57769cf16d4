# deque: mutation while iterating, comparing, extending with itself; maxlen; rotation; copies; wrong arguments.
from collections import deque
import copy, pickle
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
t(deque, 5); t(deque, [1], -1); t(deque, [1], 'x'); t(deque, [1], 1.5); t(deque, [1], 2**70); t(deque, [1, 2, 3], 2); t(deque, [1, 2], maxlen=None); t(deque, iterable='abc', maxlen=2); t(deque, [1], 2, 3); t(deque, foo=1); t(deque, 'abc', 0); t(deque, [1], True); t(deque, [], 3L)
d = deque(range(5), 5)
for n, a in (('append', (9,)), ('appendleft', (8,)), ('extend', ('ab',)), ('extendleft', ('cd',)), ('rotate', ()), ('rotate', (2,)), ('rotate', (-3,)), ('rotate', (100,)), ('rotate', ('x',)), ('rotate', (1.5,)), ('pop', ()), ('popleft', ()), ('pop', (1,)), ('remove', ('c',)), ('remove', ('zz',)), ('count', ('d',)), ('count', ()), ('reverse', ()), ('reverse', (1,)), ('append', ()), ('extend', (5,)), ('__len__', ()), ('__reversed__', ()), ('clear', (1,)), ('__contains__', (8,)), ('__copy__', ()), ('__iadd__', ([1],)), ('insert', (0, 1)) if hasattr(deque, 'insert') else ('clear', ()), ('index', (1,)) if hasattr(deque, 'index') else ('clear', ())):
    try: print n, a, getattr(d, n)(*a) if n != '__reversed__' else list(getattr(d, n)()), d
    except Exception as e: print n, a, type(e).__name__, e, d
d = deque('abcdef')
class Ix(object):
    def __index__(self): return 1
for i in (0, -1, 5, 6, -7, 2L, Ix(), 1.0, 'x', None, slice(1, 2), 2**70): t(lambda: d[i])
def si(i, v): d[i] = v
def di(i): del d[i]
for i in (0, -1, 9, 'x', slice(1)): t(si, i, 'Z'); print d; t(di, i); print d
d = deque([1, 2, 3]); d.extend(d); print d; d.extendleft(d); print d; d += d; print len(d); d = deque([1, 2, 3], 4); d.extend(d); print d; d.extendleft(d); print d; t(lambda: d + d); t(lambda: d * 2); t(hash, d)
for f in (lambda x: d.append(x), lambda x: d.pop(), lambda x: d.rotate(1), lambda x: d.clear(), lambda x: d.reverse(), lambda x: si(0, 5), lambda x: d.remove(2), lambda x: d.extend([])):
    d = deque([1, 2, 3])
    out = []
    try:
        for x in d: out.append(x); f(x)
    except Exception as e: out.append('%s %s' % (type(e).__name__, e))
    print out, d
    d = deque([1, 2, 3]); r = reversed(d); out = [next(r)]; f(1)
    try: out += list(r)
    except Exception as e: out.append('%s %s' % (type(e).__name__, e))
    print out
class Eq(object):
    def __init__(self, act): self.act = act
    def __eq__(self, o): self.act(); return False
for act in (lambda: d.clear(), lambda: d.append(1), lambda: d.pop(), lambda: 1 / 0, lambda: d.rotate(1), lambda: None):
    for use in (lambda: d.remove(7), lambda: d.count(7), lambda: 7 in d, lambda: d == deque([7, 7, 7])):
        d = deque([Eq(act), Eq(act), 1])
        try: print use(), len(d)
        except Exception as e: print type(e).__name__, e, len(d)
print deque([1, 2]) == deque([1, 2]), deque([1, 2]) == [1, 2], deque([1]) < deque([1, 0]), deque() != deque([], 3), cmp(deque([2]), deque([1])), deque('a') >= deque('b')
class S(deque):
    def __init__(self, it=(), maxlen=None): deque.__init__(self, it, maxlen); self.tag = 't'
for o in (deque(), deque('ab', 3), S('xy'), S('xy', 1), deque([[1]])):
    for p in (0, 1, 2): r = pickle.loads(pickle.dumps(o, p)); print r, r.maxlen, type(r) is type(o), getattr(r, 'tag', None),
    c = copy.copy(o); print c, c.maxlen, type(c) is type(o), copy.deepcopy(o), o.__reduce__()[1:3]
d = deque(); d.append(d); d.append(deque([d], 2)); print d; print repr(S([1])), str(deque('a')), deque([1], 1)
t(setattr, d, 'maxlen', 3); t(setattr, d, 'x', 3); t(delattr, d, 'maxlen'); print [n for n in dir(deque) if n[0] != '_'], deque.__module__, type(iter(d)), type(reversed(d)), iter(deque('abc')).__length_hint__(); t(type(iter(d))); t(type(iter(d)), deque('ab')); t(type(iter(d)), 5)
d = deque(xrange(200)); d.rotate(77); print d[0], d[100], d[-1]; del d[150]; d[64] = 'x'; print d[64], len(d), d.index(5) if hasattr(d, 'index') else 0; t(d.__init__, [1, 2]); print d; t(d.__init__, 'ab', 1); print d.maxlen, d; t(d.__init__); print d.maxlen
