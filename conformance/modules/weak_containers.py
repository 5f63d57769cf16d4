# weakref: references, proxies, sets and dictionaries, what they show of the living and refuse; types and copies.
import weakref as W, types, copy, gc, sys, os
sys.stderr = open(os.devnull, 'w')  # Callbacks that find nothing left say so.
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
    else: print repr(r).split(' at 0x')[0]
class C(object):
    def __init__(self, n=0): self.n = n
    def __repr__(self): return 'C%d' % self.n
    def __len__(self): return self.n
    def __getitem__(self, i): return i
    def __add__(self, o): return self.n + getattr(o, 'n', 5)
    def __call__(self, x): return x
    def m(self): return self.n
    def __eq__(self, o): return isinstance(o, C) and self.n == o.n
    def __hash__(self): return self.n
a, b = C(1), C(2); r = W.ref(a); print r() is a, r == W.ref(a), r is W.ref(a), r == W.ref(C(1)) if 0 else '', hash(r) == hash(a), W.getweakrefcount(a), len(W.getweakrefs(a)), r != W.ref(b), type(r).__name__, W.ref(a, lambda r: 0) is r, repr(r).split(' at ')[0]
for x in (5, 'a', (), [], {}, None, object(), 1.5, int, len, C, set(), frozenset(), (i for i in ()), C().m, types): t(W.ref, x) if not isinstance(x, (int, float)) or 1 else 0
t(W.ref); t(W.ref, a, 1, 2); t(W.ref, a, 5); t(lambda: r(1)); t(setattr, r, 'x', 1)
p = W.proxy(a); print p.n, p.m(), len(p), p[3], p + b, p + p, p == a, bool(p), type(p).__name__, p.__class__, isinstance(p, C), str(p), p.__repr__(), W.proxy(a) is p; p.n = 7; print a.n; del p.n; print hasattr(a, 'n'); a.n = 1; t(hash, p); t(lambda: p.zz); t(W.proxy, 5); print repr(p)[:13], W.ProxyTypes; q = W.proxy(b); print type(q).__name__, q('x') if callable(q) else ''; t(lambda: p < 5) if 0 else None; t(iter, q)
class F(object): pass
print W.getweakrefcount(a) >= 2
V, K, S = W.WeakValueDictionary, W.WeakKeyDictionary, W.WeakSet; keep = [C(i) for i in range(5)]
v = V(); v['a'], v['b'] = keep[1], keep[2]; print sorted(v.items()), len(v), 'a' in v, v.get('z', 'd'), v.has_key('b'), v.pop('b'), v.setdefault('q', keep[3]), sorted(v.keys()), sorted(v.values(), key=str), v.copy().keys() == v.keys(), type(v.valuerefs()[0]).__name__, len(list(v.itervaluerefs())), v.popitem()[0] in 'aq', V({'x': keep[0]})['x'], copy.copy(v) == v if 0 else '', repr(v)[:22], V([('y', keep[1])], z=keep[2]).keys() if 0 else ''; t(lambda: v['nope']); t(v.__setitem__, 'k', 5); t(v.pop, 'nope'); t(v.pop, 'nope', 1); v.update({'u': keep[4]}); print v['u'], v.clear(), len(v); t(V, 5)
w = K(); w[keep[1]], w[keep[2]] = 'one', 'two'; print sorted(w.items(), key=str), w[keep[1]], keep[2] in w, w.get(keep[3], 'none'), len(w), [type(x).__name__ for x in w.keyrefs()], w.pop(keep[1]), w.setdefault(keep[4], 'four'), C(2) in w, 5 in w, w.has_key(keep[4]), sorted(w.values()), repr(w)[:20]; t(lambda: w[keep[0]]); t(lambda: w[5]); t(w.__setitem__, 5, 1); del w[keep[2]]; print w.copy().items(), w.popitem()
s = S(keep[:3]); print len(s), keep[1] in s, 5 in s, sorted(s, key=str), s | S([keep[4]]) == S(keep[:3] + [keep[4]]), len(s & S([keep[0]])), len(s - S([keep[0]])), len(s ^ S([keep[0], keep[4]])), s.issubset(S(keep)), s >= S(), s.isdisjoint([keep[4]]), s == set(keep[:3]), s.copy() == s, repr(s)[:17]; s.add(keep[3]); s.remove(keep[3]); s.discard(keep[3]); t(s.remove, keep[3]); t(s.add, 5); s.update([keep[4]]); s &= S(keep[3:]); print len(s), s.pop(), len(s); t(s.pop); t(hash, s); t(S, 5)
del keep; gc.collect(); gc.collect(); n = W.WeakValueDictionary(); n[1] = a; print n.items(), len(n), W.CallableProxyType.__name__, W.ReferenceType is W.ref, issubclass(W.KeyedRef, W.ref), W.KeyedRef(a, None, 'key').key, W.ReferenceError is ReferenceError
class R(W.ref):
    __slots__ = ('extra',)
    def __new__(cls, o, cb=None, extra=None): return W.ref.__new__(cls, o, cb)
    def __init__(self, o, cb=None, extra=None): W.ref.__init__(self, o, cb); self.extra = extra
z = R(a, None, 'E'); print z() is a, z.extra, z == r, z is R(a), hash(z) == hash(r), W.getweakrefs(a)[0] is r
class NoWeak(object): __slots__ = ()
class Weak(object): __slots__ = ('__weakref__',)
t(W.ref, NoWeak()); y = Weak(); yr = W.ref(y); print yr() is y, y.__weakref__ is yr, Weak().__weakref__
