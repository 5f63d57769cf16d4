# sys._getframe from callees that are inlined into hot loops: names, lines relative to the function, locals of the
# callers while they change, and that the values written down are those of this very turn.
import sys
def where(depth=1):
    f = sys._getframe(depth)
    return f.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno
def leaf(x):
    return where(2) if x % 500 == 0 else x
def middle(x):
    a = leaf(x)
    b = leaf(x + 1)
    return a, b
def top(n):
    out = []
    for i in xrange(n):
        r = middle(i)
        if isinstance(r[0], tuple): out.append(('a', i, r[0]))
        if isinstance(r[1], tuple): out.append(('b', i, r[1]))
    return out
for row in top(2001): print row
def peek(): return sys._getframe(1).f_locals
def locs(n):
    total = 0; kind = 'int'; snaps = []
    for i in xrange(n):
        total += i
        if i == n // 2: total = float(total); kind = 'float'
        if i % 1000 == 999:
            d = dict(peek()); del d['snaps']; d.pop('d', None)
            snaps.append(sorted(d.items()))
    return snaps
for s in locs(4000): print s
def chain():
    f = sys._getframe(); names = []
    while f: names.append(f.f_code.co_name); f = f.f_back
    return names
def c1(x): return chain() if x == 2999 else None
def c2(x): return c1(x)
def c3(x): return [c2(x) for _ in (1,)][0]
def c4(x): return max((c3(y) for y in (x,)), key=lambda v: 0)
def deep(n):
    r = None
    for i in xrange(n): r = c4(i) or r
    return r
print deep(3000)
class K(object):
    def __add__(self, o): return sys._getframe(1).f_code.co_name
    def __getattr__(self, n): return n, sys._getframe(1).f_code.co_name
    def __iter__(self):
        yield sys._getframe(1).f_code.co_name
    def __cmp__(self, o): self.who = sys._getframe(1).f_code.co_name; return 0
k = K()
def adds(n):
    s = set()
    for i in xrange(n): s.add(k + i); s.add(k.zork); s.update(k); s.add(k == i and k.who)
    return sorted(s, key=repr)
print adds(2000)
def globs(n):
    seen = set()
    for i in xrange(n):
        f = same()
        seen.add((f.f_globals is globals(), f.f_back is None, f.f_code is globs.func_code, f.f_locals['i'] == i))
    return seen
def same(): return sys._getframe(1)
print globs(3000)
def kept(n):
    fs = []
    for i in xrange(n):
        sq = i * i
        if i in (7, n - 1): fs.append(holder(sq))
    return fs
def holder(v, w=None):
    w = v + 1
    return sys._getframe()
for f in kept(3000): print f.f_code.co_name, sorted(f.f_locals.items()), f.f_lineno - f.f_code.co_firstlineno
def excinfo(n):
    seen = set()
    for i in xrange(n):
        try: [][i]
        except IndexError:
            f = sys._getframe(); seen.add((f.f_exc_type, sys.exc_info()[0].__name__, sys.exc_info()[2].tb_frame is f))
    return seen
print excinfo(2500)
