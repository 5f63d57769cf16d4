# skip-modes: baseline baseline_warm optimised deopt_stress deopt_each
# weakref: callbacks, proxies of all protocols, equality and hashes of dead and living references, subclasses.
import weakref, gc, copy, pickle
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except BaseException as e: print type(e).__name__, str(e).split(' at 0x')[0]
class C(object):
    def __init__(self, n=0): self.n = n
    def __eq__(self, o): return self.n == getattr(o, 'n', None)
    def __hash__(self): return hash(self.n)
    def __len__(self): return self.n
    def __getitem__(self, i): return ('item', i)
    def __add__(self, o): return ('add', o)
    def __radd__(self, o): return ('radd', o)
    def __call__(self, *a): return a
    def __contains__(self, x): return x == 1
    def __iter__(self): return iter([1, 2])
    def __int__(self): return 7
    def __str__(self): return 'C!'
    def meth(self): return 'm'
class Old: pass
for o in (C(), Old(), lambda: 0, set(), frozenset(), C.meth, C, Old, weakref, C().meth, (i for i in ()), open('/dev/null'), 5, 'a', (), [], {}, None, 1.5, object(), len, 2**70, u'', iter([]), xrange(1)):
    try: r = weakref.ref(o); print type(o).__name__, r() is o, weakref.ref(o) is r, weakref.getweakrefcount(o)
    except TypeError as e: print e
t(weakref.ref); t(weakref.ref, C, None); t(weakref.ref, C, 5).__class__; t(weakref.ref, C, None, 3); t(weakref.ref, C, callback=None); t(weakref.proxy); t(weakref.proxy, 5); t(weakref.getweakrefcount); t(weakref.getweakrefs, 5); t(weakref.getweakrefcount, 5)
a, b = C(3), C(3); ra, rb = weakref.ref(a), weakref.ref(b); print ra == rb, ra != rb, hash(ra) == hash(a), ra is weakref.ref(a), weakref.ref(a, None) is ra; cb = weakref.ref(a, len); print cb == ra, cb is ra, weakref.getweakrefcount(a), len(weakref.getweakrefs(a)), ra() is a; t(lambda: ra < rb); t(ra, 1); t(ra, x=1); t(setattr, ra, 'x', 1); t(copy.copy, ra).__class__; t(pickle.dumps, ra, 2)
class R(weakref.ref):
    def __init__(self, o, cb=None, tag=None): weakref.ref.__init__(self, o, cb); self.tag = tag
    def __new__(cls, o, cb=None, tag=None): return weakref.ref.__new__(cls, o, cb)
x = R(a, None, 'T'); print x.tag, x() is a, x == ra, x is R(a), type(weakref.ref(a)).__name__
p = weakref.proxy(a); print type(p), p.n, len(p), p[5], p + 1, 1 + p, 1 in p, list(p), int(p), str(p), p.meth(), bool(p), p == b, p == a, p != b; pc = weakref.proxy(a, None); print pc is p, type(weakref.proxy(C.meth if 0 else (lambda: 5))).__name__; t(hash, p); p.n = 4; print a.n; del p.n; t(lambda: p.n); a.n = 3; print isinstance(p, C), p.__class__, type(p) is C; t(p, 1, 2); t(lambda: p.nope); t(lambda: p - 1); t(lambda: -p); t(lambda: p < 1).__class__; t(float, p); t(lambda: p[1:2])
out = []
def note(r): out.append((type(r).__name__, r() is None))
o = C(1); r1 = weakref.ref(o, note); r2 = weakref.ref(o, note); p1 = weakref.proxy(o, lambda p: out.append('proxy')); d = weakref.WeakValueDictionary({'k': o}); ks = weakref.WeakKeyDictionary({o: 'v'}); ws = weakref.WeakSet([o]); print len(d), len(ks), len(ws), o in ws, d.keys(), ks.values(), d.get('k') is o, ks[o], repr(r1).split()[0]
h = hash(r1); del o; gc.collect(); gc.collect(); print sorted(map(str, out)), r1(), r1 == r2, r1 == r1, hash(r1) == h, len(d), len(ks), len(ws), d.get('k', 'gone'), 'dead' in repr(r1)
t(lambda: p1.n); t(lambda: len(p1)); t(lambda: str(p1)); t(lambda: p1 == p1); t(lambda: bool(p1)); t(setattr, p1, 'n', 1); t(p1); t(lambda: isinstance(p1, C)); t(lambda: repr(p1)[:10])
r3 = weakref.ref(C(9)); gc.collect(); t(hash, r3); t(lambda: d['zz']); t(weakref.WeakValueDictionary, {1: 5}); t(weakref.WeakKeyDictionary, {5: 1}); t(weakref.WeakSet, [5]); t(weakref.WeakSet, 5)
k1, k2 = C(1), C(2); w = weakref.WeakKeyDictionary(); w[k1] = 'a'; w[k2] = 'b'; print sorted(w.values()), w.pop(k1), w.setdefault(k2, 'z'), k1 in w, w.has_key(k2), len(w.keyrefs()), w.copy().values(), copy.deepcopy(w).values(), 5 in w; t(lambda: w[k1]).__class__; t(w.popitem).__class__; w.update({k1: 1}); print len(w); w.clear(); print len(w), weakref.ReferenceType is weakref.ref, [c.__name__ for c in weakref.ProxyTypes]
s = weakref.WeakSet([k1, k2]); print len(s), s | weakref.WeakSet() == s, s & weakref.WeakSet([k1]) == weakref.WeakSet([k1]), s - weakref.WeakSet([k1]) == weakref.WeakSet([k2]), s.issuperset([k1]), s.isdisjoint([C(7)]); s.discard(k1); s.add(k1); s.remove(k2); t(s.remove, k2).__class__; print s.pop() is k1; t(s.pop)
