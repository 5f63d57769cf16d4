# gc: settings and their errors, what collect says of arguments, cycles with weak references and finalisers, referents of containers.
import gc, weakref
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
print gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled()
old = gc.get_threshold(); print old
t(gc.set_threshold, 500); print gc.get_threshold(); t(gc.set_threshold, 1, 2); print gc.get_threshold(); t(gc.set_threshold, 0, 5, 6); print gc.get_threshold(); t(gc.set_threshold); t(gc.set_threshold, 'x'); t(gc.set_threshold, 1, 2, 3, 4); t(gc.set_threshold, 2**40); t(gc.set_threshold, 1.5)
gc.set_threshold(*old)
t(gc.collect, 3); t(gc.collect, -1); t(gc.collect, 'x'); print type(gc.collect()), type(gc.collect(0)), type(gc.collect(generation=1)); t(gc.collect, gen=1); t(gc.collect, 0, 0)
print gc.get_debug(), gc.set_debug(gc.DEBUG_SAVEALL), gc.get_debug() == gc.DEBUG_SAVEALL, gc.set_debug(0), [getattr(gc, n) for n in ('DEBUG_STATS', 'DEBUG_COLLECTABLE', 'DEBUG_UNCOLLECTABLE', 'DEBUG_INSTANCES', 'DEBUG_OBJECTS', 'DEBUG_SAVEALL', 'DEBUG_LEAK')]; t(gc.set_debug, 'x'); t(gc.set_debug)
print type(gc.garbage), gc.garbage, len(gc.get_count()), map(type, gc.get_count())
class N(object):
    def __init__(self, n): self.n = n
class Log(object):
    def __init__(self, out, n): self.out, self.n = out, n
    def __del__(self): self.out.append(self.n)
def chain():
    a, b = N('a'), N('b'); a.o, b.o = b, a
    return weakref.ref(a), weakref.ref(b)
rs = chain(); gc.collect(); print [r() for r in rs]
out = []
def with_callbacks():
    a, b = N('a'), N('b'); a.o = b; b.o = a
    return [weakref.ref(a, lambda r: out.append('a dead %s' % (r() is None))), weakref.ref(b, lambda r: out.append('b dead %s' % (r() is None)))]
ws = with_callbacks(); gc.collect(); print sorted(out)
out = []
def hang():
    x = N('x'); x.log = Log(out, 'hanging off a cycle'); x.me = x
hang(); gc.collect(); print out
class Res(object):
    saved = []
    def __del__(self): Res.saved.append(self)
def res(): Res()
res(); gc.collect(); print len(Res.saved), type(Res.saved[0]).__name__
del Res.saved[:]
def names(l): return sorted(repr(x) for x in l)
print names(gc.get_referents([1, 'a', (2,)])), names(gc.get_referents({'k': 'v'})), names(gc.get_referents((1, 2), [3])), gc.get_referents(5), gc.get_referents(), names(gc.get_referents(set(['q'])))
class H(object): pass
h = H(); h.x = 'attr'
print H in gc.get_referents(h), any(r == {'x': 'attr'} for r in gc.get_referents(h) if isinstance(r, dict)) or 'attr' in gc.get_referents(h)
target = ['target']; holder = [target]; keeper = {'t': target}; inst = H(); inst.t = target
refs = gc.get_referrers(target); print any(r is holder for r in refs), any(r is keeper for r in refs)
print gc.get_referrers() == [], type(gc.get_objects()), len(gc.get_objects()) > 100, any(o is holder for o in gc.get_objects())
for v in (1, 1.5, 'a', None, [], [1], {}, (), object(), h, H, len, iter([]), Log): print gc.is_tracked(v) if not isinstance(v, (dict, tuple)) else '-',
print
t(gc.is_tracked); t(gc.is_tracked, 1, 2)
def deep(n):
    l = []
    for i in xrange(n): l = [l]
    return l
d = deep(100000); del d; gc.collect(); print 'deep freed'
