# skip-modes: baseline baseline_warm optimised deopt_stress deopt_each
# gc: thresholds, flags, collecting cycles, finalizers and garbage, arguments refused.
import gc, weakref
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
print gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled(); t(gc.enable, 1); t(gc.isenabled, 1); t(gc.disable, 1)
old = gc.get_threshold(); print old
for a in ((1,), (1, 2), (1, 2, 3), (), (1, 2, 3, 4), ('x',), (1.5,), (None,), (-1,), (2**31,), (0, 0, 0), (5L,)): t(gc.set_threshold, *a); t(gc.get_threshold)
gc.set_threshold(*old); t(gc.get_threshold, 1); t(gc.get_debug); t(gc.set_debug, 'x'); t(gc.set_debug); t(gc.set_debug, 0); t(gc.get_count, 1); print len(gc.get_count())
for a in ((0,), (1,), (2,), (3,), (-1,), ('x',), (None,), (1.5,), (0, 1)):
    try: print a, type(gc.collect(*a))
    except Exception as e: print a, type(e).__name__, e
print type(gc.collect(generation=1)); t(gc.collect, foo=1)
class N(object): pass
def cycle(n=3):
    l = [N() for i in range(n)]
    for i in range(n): l[i].next = l[i - 1]
    return [weakref.ref(x) for x in l]
r = cycle(); gc.collect(); print [x() for x in r]
gc.disable(); r = cycle(); gc.collect(); print [x() for x in r]; gc.enable()
d = {}; d['self'] = d; l = []; l.append(l); l.append(d); n = N(); n.l = l; r = weakref.ref(n); l.append(n); del d, l, n; gc.collect(); print r()
class S(set): pass
s = S(); x = N(); x.s = s; s.add(x); r = weakref.ref(s); del s, x; gc.collect(); print r()
def gen():
    g = yield
    yield g
g = gen(); next(g); g.send(g); class_ = type('K', (), {}); k = class_(); k.g = g; r = weakref.ref(k); del g, k; gc.collect(); print r()
def f():
    def inner(): return inner
    return weakref.ref(inner)
r = f(); gc.collect(); print r()
e = None
try: raise KeyError('x')
except KeyError as e: pass
print gc.garbage, type(gc.garbage), gc.DEBUG_STATS, gc.DEBUG_COLLECTABLE, gc.DEBUG_UNCOLLECTABLE, gc.DEBUG_INSTANCES, gc.DEBUG_OBJECTS, gc.DEBUG_SAVEALL, gc.DEBUG_LEAK
o = N(); o.attr = [1]; h = [o]; print type(gc.get_objects()), any(x is h for x in gc.get_referrers(o)), any(x is o.attr for x in gc.get_referents(o.__dict__)), any(x is o for x in gc.get_referents(h)), gc.get_referents(), gc.get_referents(5), gc.get_referrers(); t(gc.get_objects, 1)
print [gc.is_tracked(x) for x in ([], N(), 5, 'a', None, 1.5, N, set())]; t(gc.is_tracked); print sorted(n for n in dir(gc) if n[0] != '_')
seen = []
class D(object):
    def __del__(self): seen.append('del')
D(); gc.collect(); print seen
x = D(); x = None; gc.collect(); print seen
