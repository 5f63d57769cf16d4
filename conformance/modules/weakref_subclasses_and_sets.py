# weakref: references of subclasses, equality and hashes of living and dead ones, callbacks that raise or make more, WeakSet under change, what constructors take.
import weakref, gc, copy, pickle, sys
class O(object):
    def __init__(self, n=0): self.n = n
    def __repr__(self): return 'O(%d)' % self.n
    def __eq__(self, o): print 'eq', ; return isinstance(o, O) and self.n == o.n
    def __hash__(self): print 'hash',; return self.n
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0]
class R(weakref.ref):
    def __new__(cls, ob, cb=None, *more, **k): return weakref.ref.__new__(cls, ob, cb)
    def __init__(self, ob, cb=None, *more, **k): weakref.ref.__init__(self, ob, cb); self.more = more, sorted(k.items())
class Sl(weakref.ref): __slots__ = ('x',)
class Ca(weakref.ref):
    def __call__(self): print 'called',; return weakref.ref.__call__(self)
o = O(1); r = R(o, None, 5, key=6); s = Sl(o); s.x = 7; c = Ca(o)
print r.more, s.x, c(), r() is o, weakref.ref(o) is weakref.ref(o), R(o) is R(o), weakref.ref(o) is r, R(o) == r, r == s
print hasattr(s, '__dict__'), repr(r).split(' at')[0], repr(s).split(' at')[0], r.__callback__ if hasattr(r, '__callback__') else 'no callback attribute'
p2, o2 = O(2), O(2)
a, b = weakref.ref(p2), weakref.ref(o2)
print a == b, a != b, hash(a), hash(b), {a: 1}.get(b), a < b or a > b or 'order', a == p2, a == 5, a != None
def dead(n): return weakref.ref(O(n))
x = dead(3); gc.collect(); y = dead(3); gc.collect()
print x == y, x == x, x != y, x() is y(), repr(x).split(' at')[0], repr(x).split(';')[-1]
t(hash, x); 
t(weakref.ref); t(weakref.ref, 5); t(weakref.ref, None); t(weakref.ref, 'x'); t(weakref.ref, o, None, 1); t(weakref.ref, o, callback=None); t(weakref.ref, object=o); t(weakref.ref, o, 5); t(weakref.ref, []); t(weakref.ref, O, None); t(weakref.ref, len); t(weakref.ref, t); t(weakref.ref, r); t(weakref.ref, weakref); t(weakref.ref, (x for x in ())); t(weakref.ref, object()); t(weakref.ref, set()); t(weakref.ref, frozenset()); t(weakref.ref, 1L); t(weakref.ref, {}); t(weakref.ref, sys.stdout); t(weakref.ref, Ellipsis); t(weakref.ref, NotImplemented); t(weakref.ref, type(o).__dict__); t(weakref.ref, Exception()); t(weakref.ref, buffer('')); t(weakref.ref, xrange(1)); t(weakref.ref, t.__code__); t(weakref.ref, sys._getframe() if 0 else slice(1)); t(weakref.ref, property()); t(weakref.ref, o.__eq__)
t(weakref.proxy); t(weakref.proxy, 5); t(weakref.proxy, o, 1, 2); t(weakref.proxy, o, callback=None); t(weakref.getweakrefcount); t(weakref.getweakrefcount, 5); t(weakref.getweakrefs, 5); t(weakref.getweakrefs); t(r, 1); t(r, x=1)
t(copy.copy, r); t(copy.deepcopy, weakref.ref(O)); t(pickle.dumps, weakref.ref(O)); t(pickle.dumps, weakref.ref(O), 2); t(lambda: weakref.ref.__new__(5, o)); t(lambda: weakref.ref.__new__(int, o)); t(lambda: weakref.ref.__call__()); t(lambda: weakref.ref.__init__(r, 5, 6)); t(lambda: weakref.ref.__init__(r)); print r() is o
order = []
def cb(n): return lambda ref: order.append((n, ref() is None))
def some():
    z = O(9); refs = [weakref.ref(z, cb(i)) for i in range(6)]; del refs[1]; gc.collect(); return refs
refs = some(); gc.collect(); print order
class P(object):
    def __init__(self, n): self.n = n
    def __repr__(self): return 'P%d' % self.n
ps = [P(i) for i in range(6)]
w = weakref.WeakSet(ps[:4]); u = weakref.WeakSet(ps[2:])
def names(s): return sorted(x.n for x in s)
print len(w), names(w), names(w | u), names(w & u), names(w - u), names(w ^ u), w <= u, w == weakref.WeakSet(ps[:4]), w == set(ps[:4]), w != u, w.isdisjoint(u), ps[0] in w, 5 in w, type(w | u).__name__, names(w.union([ps[5]])), names(w.intersection(set(ps[:1]))), names(w.difference(ps)), names(w.symmetric_difference(ps))
t(w.add, 5);  t(w.remove, 5); t(w.discard, 5); t(lambda: weakref.WeakSet(5)); t(lambda: weakref.WeakSet([5])); t(hash, w); t(lambda: w < 5); t(lambda: w | 5); t(lambda: w == 5); t(weakref.WeakSet().pop)
for q in w: w.discard(q) if 0 else None; q = None
w |= u; print names(w); w &= weakref.WeakSet(ps[4:]); print names(w); w -= w; print names(w), len(w); w ^= u; print names(w)
w.update(ps[1:2], ) ; print names(w), names(w.copy()), w.copy() == w, w.copy() is w, names(copy.copy(w)) if 0 else ''; w.clear(); print len(w), bool(w)
