# Tracebacks out of deep chains of small functions that were inlined into a hot loop: each level's name and line, for
# errors of every kind of operation, from lambdas, generators, comprehensions, properties and operators.
import sys, traceback
def at(tb):
    out = []
    while tb:
        c = tb.tb_frame.f_code
        out.append('%s+%d' % (c.co_name, tb.tb_lineno - c.co_firstlineno)); tb = tb.tb_next
    return ' '.join(out)
class Vec(object):
    def __init__(self, x): self.x = x
    def __add__(self, o):
        return Vec(self.x +
                   o.x)
    @property
    def inv(self):
        y = self.x
        return 1 / y
    def __getitem__(self, i):
        if i > 3: raise IndexError(i)
        return self.x[i]
def f1(a, i):
    return a[i]
def f2(a, i):
    x = 1
    return x + f1(
        a, i)
def f3(a, i): return (lambda: f2(a, i))()
def f4(a, i):
    for k in (0,):
        r = [f3(a, i + k) for z in 'q']
    return r
def gen(a, i):
    yield 0
    yield f4(a, i)
def f5(a, i): return list(gen(a, i))
def f6(a, i):
    try:
        return f5(a, i)
    finally:
        i = None
def run(name, work, n=1500):
    seen = {}
    for i in xrange(n):
        try: work(i, n)
        except Exception, e:
            k = type(e).__name__, str(e), at(sys.exc_info()[2])
            seen[k] = seen.get(k, 0) + 1
    for k in sorted(seen): print name, seen[k], k[0], k[1], '|', k[2]
data = range(1490)
run('index', lambda i, n: f6(data, i))
run('type', lambda i, n: f6(data if i % 700 else None, 0))
run('operand', lambda i, n: f6([1] if i % 700 else [''], 0))
run('add', lambda i, n: Vec(1) + (Vec(2) if i != 1000 else Vec('s')))
run('attr', lambda i, n: Vec(1) + (Vec(2) if i != 1000 else i))
run('property', lambda i, n: Vec(i - 1200).inv)
run('item', lambda i, n: Vec([i])[0 if i % 500 else 4 if i else 1])
def deep(k, i):
    if k: return deep(k - 1, i) + 1
    return 10 // (i - 1400)
run('recursion', lambda i, n: deep(6, i))
def unpack(i):
    a, b = (i, i) if i != 1111 else (i,)
    return a
run('unpack', lambda i, n: unpack(i))
def reraised(i):
    try:
        return deep(1, i)
    except ZeroDivisionError:
        i = 0
        raise
run('reraise', lambda i, n: reraised(i))
def swapped(i):
    try:
        return deep(0, i)
    except ZeroDivisionError:
        t = sys.exc_info()
        raise ValueError, 'instead', t[2]
run('with tb', lambda i, n: swapped(i))
def stops(i):
    it = iter([1] if i != 900 else [])
    return it.next()
run('stop', lambda i, n: stops(i))
def hotcode(n):
    for i in xrange(n):
        f4(range(3), i % 3 if i < n - 1 else 3)
try: hotcode(1500)
except IndexError:
    for fn, line, name, text in traceback.extract_tb(sys.exc_info()[2]): print name, '|', text
