# Default arguments of hot callees: mutated lists, func_defaults replaced, shortened and removed, code exchanged.
def acc(x, into=[]):
    into.append(x)
    return len(into)
def scale(x, by=2, plus=0): return x * by + plus
def hot(n):
    s = 0
    for i in xrange(n):
        s += scale(i)
    return s
def drive(n):
    r = 0
    for i in xrange(n): r = acc(i)
    return r
print drive(3000), drive(3000), len(acc.func_defaults[0])
del acc.func_defaults[0][:]
print drive(10)
acc.func_defaults = ([1, 2, 3],)
print drive(5), acc.func_defaults
print hot(3000)
scale.func_defaults = (3, 1); print hot(3000)
scale.func_defaults = (0.5, 1); print hot(3000)
scale.func_defaults = ('ab', ''); 
try: print hot(4)
except TypeError, e: print 'TypeError', e
scale.func_defaults = (1,)
try: print hot(3000)
except TypeError, e: print 'TypeError', e
scale.func_defaults = (7, 8, 9); print scale.func_defaults
try: print hot(2), scale()
except Exception, e: print type(e).__name__, e
del scale.func_defaults
try: print hot(3000)
except TypeError, e: print 'TypeError', e
scale.__defaults__ = (1L << 40, 5); print hot(3000)
def other(x, by=0, plus=0): return -x
scale.func_code = other.func_code; print hot(3000), scale.func_name
def changes(n):
    out = []
    for i in xrange(n):
        if i == n // 2: f.func_defaults = ('late',)
        if i == n - 2: f.func_code = g.func_code
        r = f(i)
        if not out or out[-1] != (type(r).__name__, r if isinstance(r, str) else None):
            out.append((type(r).__name__, r if isinstance(r, str) else None))
    return out
def f(i, d=1): return d
def g(i, d=1): return [d]
print changes(4000)
def make(k):
    def h(x, k=k, seen={}):
        seen[x % 5] = seen.get(x % 5, 0) + k
        return seen
    return h
hs = [make(k) for k in (1, 2, 3)]
for i in xrange(3000): hs[i % 3](i)
for h in hs: print h.func_defaults
def kw(a, b=1, *rest, **more): return a, b, rest, sorted(more.items())
def calls(n):
    last = set()
    for i in xrange(n):
        if i == 1500: kw.func_defaults = (10, 20)
        if i == 2500: kw.func_defaults = None
        try:
            last.add(repr(kw(0))); last.add(repr(kw(0, c=3))); last.add(repr(kw(b=4, a=5)))
            last.add(repr(kw()))
        except TypeError, e: last.add(str(e))
    return sorted(last)
for line in calls(3000): print line
