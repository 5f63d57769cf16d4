# Weak references: equality and hash before and after death, callbacks that raise or resurrect, proxies and every operator, subclass of ref, when hot.
import weakref, gc, sys
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, e
class A(object):
    def __init__(s, v): s.v = v
    def __eq__(s, o): return isinstance(o, A) and s.v == o.v
    def __hash__(s): return hash(s.v)
    def m(s): return s.v
class Old: pass
def dead(f):
    # A reference whose object was made further down the stack, and dies.
    def deep(n): return f() if n == 0 else deep(n - 1)
    r = deep(20); gc.collect(); return r
a, b = A(1), A(1); ra, rb = weakref.ref(a), weakref.ref(b)
print ra == rb, ra != rb, hash(ra) == hash(rb), ra is weakref.ref(a), weakref.getweakrefcount(a), weakref.ref(a, len) is ra, ra() is a, ra == weakref.ref(a, len)
r1 = dead(lambda: weakref.ref(A(2))); r2 = dead(lambda: weakref.ref(A(2))); print r1(), r1 == r2, r1 == r1, r1 != r2; t(hash, r1); print ra == r1
def hashed(): x = A(3); r = weakref.ref(x); hash(r); return r
r3 = dead(hashed); print hash(r3) == hash(3), r3 in {r3: 1}, repr(r3).split(' at ')[0], repr(ra).split(' at ')[0], repr(r3).endswith('dead>')
for bad in (1, 'a', None, [], (), {}, object(), 1.5): t(weakref.ref, bad)
for ok in (A, Old, Old(), len, lambda: 0, set(), frozenset(), sys, type, a.m, (i for i in ()), sys.stdout, A.m): t(lambda: weakref.ref(ok)() is ok or weakref.ref(ok)() is None)
t(weakref.ref); t(weakref.ref, a, 1, 2); t(weakref.ref, a, callback=None); t(weakref.ref, a, 5); t(ra, 1); t(ra, x=1); t(lambda: setattr(ra, 'x', 1))
class R(weakref.ref):
    __slots__ = ('key',)
    def __new__(cls, o, cb=None, key=None): r = weakref.ref.__new__(cls, o, cb); r.key = key; return r
    def __init__(self, o, cb=None, key=None): weakref.ref.__init__(self, o, cb)
    def __call__(self): return ('called', weakref.ref.__call__(self))
r = R(a, None, 'k'); print r.key, r()[0], r == ra, r is R(a), isinstance(r, weakref.ref)
out = []
def cb(r): out.append(('cb', r())); 
def boom(r): out.append('boom'); raise ValueError('in callback')
keep = dead(lambda: [weakref.ref(x, f) for x in [A(9)] for f in (cb, cb)]); print out
err = sys.stderr
class E(object):
    def write(s, x): out.append(x.replace('\n', '|')) if 'Traceback' not in x and 'File' not in x else None
sys.stderr = E(); out[:] = []; keep = dead(lambda: weakref.ref(A(8), boom)); sys.stderr = err; print out[0], 'ValueError' in ''.join(out)
class N(object):
    def __add__(s, o): return ('add', type(o).__name__)
    def __radd__(s, o): return 'radd'
    def __iadd__(s, o): return 'iadd'
    def __len__(s): return 3
    def __getitem__(s, i): return i
    def __setitem__(s, i, v): print 'set', i
    def __delitem__(s, i): print 'del', i
    def __contains__(s, x): return x == 2
    def __iter__(s): return iter('ab')
    def __call__(s, *a): return a
    def __nonzero__(s): return False
    def __int__(s): return 7
    def __float__(s): return 7.5
    def __neg__(s): return 'neg'
    def __str__(s): return 'str'
    def __unicode__(s): return u'uni'
    def __cmp__(s, o): return 0
    def __hash__(s): return 4
    def __index__(s): return 1
    def __enter__(s): return 'entered'
    def __exit__(s, *a): return True
    def __divmod__(s, o): return 'divmod'
    def __pow__(s, o, m=None): return ('pow', m)
    def __getslice__(s, i, j): return 'slice'
    def __hex__(s): return 'hex'
    attr = 5
n = N(); p = weakref.proxy(n)
print type(p), type(weakref.proxy(a)), p is weakref.proxy(n)
for f in (lambda: p + 1, lambda: 1 + p, lambda: p + p, lambda: len(p), lambda: p[5], lambda: p[1:2], lambda: 2 in p, lambda: 3 in p, lambda: list(p), lambda: p(1, 2), lambda: bool(p), lambda: int(p), lambda: float(p), lambda: long(p), lambda: -p, lambda: str(p), lambda: unicode(p), lambda: p == n, lambda: p < 5, lambda: cmp(p, 1), lambda: hash(p), lambda: [1, 2][p], lambda: divmod(p, 1), lambda: pow(p, 2), lambda: pow(p, 2, 3), lambda: hex(p), lambda: p.attr, lambda: p.nope, lambda: isinstance(p, N), lambda: p.__class__, lambda: '%s %r' % (p, 1), lambda: {p: 1}, lambda: iter(p).next(), lambda: p.__len__(), lambda: dir(p) == dir(n), lambda: repr(p).split(' at')[0], lambda: ~p, lambda: p - 1, lambda: abs(p)): t(f)
p[1] = 2; del p[1]; p.new = 5; print n.new; del p.new; p += 1; print p
def w():
    with weakref.proxy(n) as q: print q
t(w)
dp = dead(lambda: weakref.proxy(N()))
for f in (lambda: dp.x, lambda: dp + 1, lambda: len(dp), lambda: dp(), lambda: bool(dp), lambda: str(dp), lambda: repr(dp).split(' ')[0], lambda: dp == 1, lambda: hash(dp), lambda: setattr(dp, 'a', 1), lambda: dp[0], lambda: 1 in dp, lambda: list(dp)): t(f)
t(weakref.proxy, 5); t(weakref.proxy, a, 1, 2)
d = weakref.WeakKeyDictionary(); k = A('k'); d[k] = 1; print len(d), k in d, d[A('k')], d.get(A('z')), d.keyrefs()[0]() is k, d.pop(k), len(d); t(lambda: d[5]); t(lambda: d.__setitem__(5, 1)); t(lambda: 5 in d)
v = weakref.WeakValueDictionary(a=a, b=b); print sorted(v), v['a'] is a, len(v.valuerefs()), sorted(v.items(), key=lambda i: i[0])[0][0], v.setdefault('c', a) is a, v.pop('c') is a; t(lambda: v.pop('zz')); t(lambda: v.__setitem__('x', 5)); t(lambda: v['zz']); print v.get('zz', 5), v.has_key('a'), v.popitem()[1] in (a, b)
s = weakref.WeakSet([a]); s.add(n); print len(s), a in s, b in s, 5 in s, s.discard(5) if 0 else '', s == weakref.WeakSet([n, a]); t(s.add, 5); s.remove(a); print len(s | weakref.WeakSet([a]))
def hot(n):
    o = A(1); r = weakref.ref(o); q = weakref.proxy(o); c = 0
    for i in xrange(n):
        c += r().v + q.v + q.m()
        if i == 2000: o.v = 2.5
    return c
print hot(3000)
