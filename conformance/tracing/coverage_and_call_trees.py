# A coverage tool and a call-tree profiler on sys.settrace and sys.setprofile, run over functions with generators, exceptions, recursion,
# comprehensions, classes, lambdas, nested functions and with blocks; tracing that starts and stops in the middle, and is set per frame.
import sys, threading
SOURCE = '''
def choose(x):
    if x > 2:
        r = 'big'
    elif x < 0:
        r = 'neg'
    else:
        r = 'small'
    for i in range(x):
        if i == 1: continue
        r += '.'
    else:
        r += '!'
    return r
def gen(n):
    try:
        for i in xrange(n):
            yield i
            if i == 3:
                return
    finally:
        n = 0
class Box(object):
    size = [k for k in range(2)]
    def __init__(self, v):
        self.v = v
    @property
    def double(self):
        return self.v * 2
    def __add__(self, o):
        return Box(self.v +
                   o.v)
    __call__ = lambda self, *a: sum(
        x for x in a
        if x)
def failing(n):
    if n == 0:
        raise ValueError('zero')
    try:
        failing(n - 1)
    except KeyError:
        pass
    finally:
        n += 1
def outer(a):
    def inner(b):
        return a + b
    return map(inner, [1, 2])
def uses(x):
    with x as y, x:
        z = y
    while z > 0:
        z -= 1
        if z == 5: break
    return {q: q for q in range(2)}, (lambda: z)()
class CM:
    def __enter__(self): return 8
    def __exit__(self, *a): pass
'''
ns = {'__name__': 'traced'}; code = compile(SOURCE, 'traced.py', 'exec')
class Coverage:
    def __init__(self): self.lines, self.events, self.arcs = {}, [], set(); self.last = {}
    def trace(self, frame, event, arg):
        if frame.f_code.co_filename != 'traced.py': return None
        name = frame.f_code.co_name
        if event == 'line':
            self.lines.setdefault(name, []).append(frame.f_lineno); self.arcs.add((self.last.get(id(frame)), frame.f_lineno)); self.last[id(frame)] = frame.f_lineno
        else:
            self.last.pop(id(frame), None)
            self.events.append((event[0], name, frame.f_lineno, arg if not isinstance(arg, tuple) else arg[0].__name__) if event != 'call' else (event[0], name, frame.f_lineno))
        return self.trace
    def run(self, f, *a):
        self.lines, self.events, self.arcs, self.last = {}, [], set(), {}
        sys.settrace(self.trace)
        try: r = f(*a)
        except Exception, e: r = e
        finally: sys.settrace(None)
        for k in sorted(self.lines): print '  ', k, self.lines[k]
        print '  ', [e if ' at 0x' not in repr(e) else e[:3] for e in self.events]; return r
c = Coverage(); c.run(eval, code, ns)
for x in 5, 1, -1: print c.run(ns['choose'], x), sorted(c.arcs)[:3]
print c.run(lambda: list(ns['gen'](2))); print c.run(lambda: [i for i in ns['gen'](9)])
def closes(): g = ns['gen'](5); g.next(); g.close(); return 'closed'
print c.run(closes); print c.run(lambda: (ns['Box'](3) + ns['Box'](4)).double); print c.run(ns['Box'](1), 1, 0, 5); print repr(c.run(ns['failing'], 2)); print c.run(ns['outer'], 10); print c.run(ns['uses'], ns['CM']())
def half(frame, event, arg):
    seen.append((event, frame.f_lineno))
    return half if len(seen) < 6 else None
seen = []; sys.settrace(half); ns['choose'](4); ns['choose'](1); sys.settrace(None); print seen
def only_local(frame, event, arg): seen.append((event, frame.f_code.co_name, frame.f_lineno)); return only_local
def starter(n):
    f = sys._getframe(); f.f_trace = only_local; sys.settrace(lambda *a: None)
    n += 1
    x = ns['choose'](n)
    f.f_trace = None
    n += 2
    sys.settrace(None); return x
seen = []; first = starter.func_code.co_firstlineno; starter(1); print [(e, n, l - first) for e, n, l in seen]
def bad(frame, event, arg):
    if event == 'line' and frame.f_lineno == 9: raise RuntimeError('in trace')
    return bad
sys.settrace(bad)
try: ns['choose'](3)
except RuntimeError, e: print e, sys.gettrace() is None
sys.settrace(None)
tree = []
class Profile:
    def __init__(self): self.depth, self.out, self.calls = 0, [], {}
    def __call__(self, frame, event, arg):
        if event in ('call', 'c_call'):
            name = frame.f_code.co_name if event == 'call' else arg.__name__; self.calls[name] = self.calls.get(name, 0) + 1
            self.out.append('%s%s%s' % (' ' * self.depth, name, '' if event == 'call' else '*')); self.depth += 1
        else:
            self.depth -= 1
            if event == 'c_exception': self.out.append('%s! %s' % (' ' * self.depth, arg.__name__))
def profile(f, *a):
    p = Profile(); sys.setprofile(p)
    try: r = f(*a)
    except Exception, e: r = type(e).__name__
    finally: sys.setprofile(None)
    print '\n'.join(p.out); print r, sorted(p.calls.items()), p.depth
profile(ns['outer'], 1); profile(lambda: sorted([3, 1, 2], key=lambda x: -x)); profile(ns['failing'], 1); profile(lambda: list(ns['gen'](2))); profile(lambda: int('x')); profile(lambda: [].pop(*[])); profile(lambda: ns['Box'](2)(1, 2)); profile(lambda: ''.join(c.upper() for c in 'ab')); profile(lambda: max(*map(abs, [-1, 2]))); profile(ns['uses'], ns['CM']()); profile(lambda: {}.get(1) or dict(a=1).setdefault('b', 2)); profile(lambda: isinstance(1, int) and getattr(5, 'real') and len('abc')); profile(lambda: str.join(',', ['a'])); profile(lambda: type('X', (object,), {})() and None)
def hot(n):
    t = 0
    for i in xrange(n): t += len(ns['choose'](i % 4))
    return t
counts = {}
def count(frame, event, arg): counts[event] = counts.get(event, 0) + 1; return count
print hot(400); sys.settrace(count); print hot(50); sys.settrace(None); print sorted(counts.items()), hot(400); counts.clear(); sys.setprofile(count); hot(50); sys.setprofile(None); print sorted(counts.items())
def middle(n):
    for i in xrange(n):
        if i == n // 2: sys.settrace(count); sys._getframe().f_trace = count
        if i == n // 2 + 10: sys.settrace(None)
    return i
counts.clear(); print middle(3000), sorted(counts.items()); out = []
def in_thread(frame, event, arg): out.append((event, frame.f_code.co_name)) if frame.f_code.co_filename == 'traced.py' else None; return in_thread
threading.settrace(in_thread); th = threading.Thread(target=ns['choose'], args=(-1,)); th.start(); th.join(); threading.settrace(None); print out, sys.gettrace()
