# sys._getframe, f_back chains, f_locals snapshots, f_lineno and frame attributes, from all kinds of callers.
import sys

def err(f, *a):
    try:
        r = f(*a)
        print 'ok', r
    except Exception as e:
        print type(e).__name__, e

def name(depth=0): return sys._getframe(depth + 1).f_code.co_name
def outer():
    def inner():
        return name(0), name(1), name(2)
    return inner()
print outer()
err(sys._getframe, 1000)
err(sys._getframe, 'a')
err(sys._getframe, 1, 2)
err(lambda: sys._getframe(-5).f_code.co_name)
err(lambda: sys._getframe(1.5).f_code.co_name)
err(lambda: sys._getframe(10**20))

def locs(a, (b, c), *args, **kw):
    d = a
    f = sys._getframe()
    l = f.f_locals
    print sorted((k, v) for k, v in l.items() if k not in 'fl')
    l['d'] = 'changed'
    l['new'] = 'new'
    print d, sorted(k for k in f.f_locals)
    print l is f.f_locals, l is locals(), locals()['d']
    del d
    print sorted(f.f_locals)
locs(1, (2, 3), 4, z=5)

def cells():
    v = 1
    def g():
        fr = sys._getframe()
        return sorted(fr.f_locals.items(), key=str), v
    before = sorted(k for k in sys._getframe().f_locals)
    r = [x for x in g()[0] if x[0] != 'fr']
    v = 2
    r2 = [x for x in g()[0] if x[0] != 'fr']
    return before, r, r2
print cells()

class C:
    here = sys._getframe()
    names = sorted(here.f_locals)
    code = here.f_code.co_name
    back = here.f_back.f_code.co_name
    same = here.f_locals is locals()
    here.f_locals['made'] = 'by frame'
    del here
print C.names, C.code, C.back, C.same, C.made

f = sys._getframe()
print f.f_back, f.f_locals is f.f_globals, f.f_globals is globals(), f.f_code.co_name, f.f_code.co_filename
print f.f_builtins is __builtins__.__dict__, f.f_trace, f.f_exc_type, f.f_exc_value, f.f_exc_traceback
print f.f_restricted
for attr in ['f_back', 'f_locals', 'f_globals', 'f_code', 'f_builtins', 'f_lasti', 'f_restricted']:
    try:
        setattr(f, attr, None)
        print attr, 'set'
    except (TypeError, AttributeError) as e:
        print attr, type(e).__name__, e
try:
    f.other = 1
except AttributeError as e:
    print e
for v in ['a', 1.5, None, 10**20]:
    try:
        f.f_lineno = v
    except Exception as e:
        print type(e).__name__, e
try:
    del f.f_lineno
except Exception as e:
    print type(e).__name__, e
f.f_trace = 5
print f.f_trace
del f.f_trace
print f.f_trace
print type(f), type(f).__name__, type(f).__module__
err(lambda: type(f)())
print [a for a in dir(f) if not a.startswith('__')]

def lines():
    fr = sys._getframe()
    a = fr.f_lineno
    b = (0,
         fr.f_lineno,
         0)
    c = [fr.f_lineno
         for i in (1,)]
    return [x - fr.f_code.co_firstlineno for x in (a, b[1], c[0])]
print lines()

def gen():
    x = 1
    yield sys._getframe()
    x = 2
    yield sys._getframe().f_back.f_code.co_name
g = gen()
fr = next(g)
print fr.f_back, fr.f_locals, fr.f_code.co_name, fr is g.gi_frame, fr.f_lineno - fr.f_code.co_firstlineno
def driver(): return next(g)
print driver(), fr.f_locals
print list(g), g.gi_frame, fr.f_locals, fr.f_back

def deep(n):
    if n: return deep(n - 1)
    fr = sys._getframe()
    r = []
    while fr:
        r.append(fr.f_code.co_name[0] + str(fr.f_locals.get('n', '')) if fr.f_back else 'top')
        fr = fr.f_back
    return r
print deep(4)
print map(lambda n: sys._getframe().f_back.f_code.co_name, [1])
print sorted([2, 1], key=lambda n: (sys._getframe(1).f_code.co_name, n))
class D(object):
    def __del__(self): pass
    def __getattr__(self, n): return sys._getframe(1).f_code.co_name, n
    def __add__(self, o): return sys._getframe(1).f_code.co_name
    @property
    def p(self): return sys._getframe(1).f_code.co_name
def user():
    d = D()
    return d.foo, d + 1, d.p, eval("sys._getframe().f_code.co_name, sys._getframe(1).f_code.co_name")
print user()
def escaped():
    z = 'kept'
    return sys._getframe()
e = escaped()
print e.f_locals, e.f_back.f_code.co_name, e.f_lineno - e.f_code.co_firstlineno
try:
    e.f_lineno = e.f_lineno
except ValueError as x:
    print x
