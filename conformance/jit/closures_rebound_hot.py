# Closures, defaults, globals and nonlocal cells changed from outside while the functions that use them are hot; recursion through names that move.
import sys
def counter():
    n = 0; step = [1]
    def inc(by=None):
        return n + step[0] + (by or 0)
    def setstep(v): step[0] = v
    return inc, setstep
inc, setstep = counter(); t = 0
def run(n):
    t = 0
    for i in xrange(n):
        t += inc()
        if i == 2000: setstep(0.5)
        if i == 2500: inc.func_defaults = (10,)
        if i == 2700: inc.func_defaults = None
        if i > 2700: t += inc(1) - inc(1); break
    return t
try: print run(3000)
except TypeError as e: print e
G = 1
def useg(n):
    global G
    t = 0
    for i in xrange(n):
        t += G + len((G,))
        if i == 1000: G = 2.5
        if i == 1500: globals()['G'] = 3L
        if i == 2000: globals()['len'] = lambda x: 100
        if i == 2200: del globals()['len']
        if i == 2400: exec 'G = 7' in globals()
        if i == 2600: sys.modules['__main__'].G = 1
        if i == 2800: import __builtin__; old = __builtin__.len; __builtin__.len = lambda x: 50
        if i == 2900: __builtin__.len = old
    del G
    try: t += G
    except NameError as e: print e
    return t
print useg(3000)
def fact(n): return 1 if n < 2 else n * fact(n - 1)
def recur(n):
    global fact
    t = 0; old = fact
    for i in xrange(n):
        t += old(5)
        if i == n // 2: fact = lambda k: k
    fact = old
    return t
print recur(600)
def code_swapped(n):
    def a(x): return x + 1
    def b(x): return x * 2.0
    def c(x, y=3): return x + y
    t = 0
    for i in xrange(n):
        t += a(i % 3)
        if i == 2000: a.func_code = b.func_code
        if i == 2300:
            try: a.func_code = c.func_code; a(1)
            except TypeError as e: print e
            a.func_defaults = (3,)
        if i == 2600:
            a.func_code = (lambda x: -x).func_code
    try:
        z = 5
        a.func_code = (lambda x: x + z).func_code
    except ValueError as e: print e
    try: a.func_code = 5
    except TypeError as e: print e
    return t
print code_swapped(3000)
def cells(n):
    fs = []
    for i in xrange(n):
        def f(): return i
        if i % 1000 == 0: fs.append(f)
    v = [f() for f in fs]
    def later():
        return x
    try: later()
    except NameError as e: v.append(str(e))
    x = 5; v.append(later()); x = 'str'; v.append(later())
    return v
print cells(3000)
def shared(n):
    x = 0
    def get(): return x
    def gen():
        for k in xrange(n): yield x + k % 2
    t = 0; g = gen()
    for i in xrange(n):
        x = i if i < 2000 else i * 0.5 if i < 2800 else 2L ** 60
        t += get() + next(g)
    return t
print shared(3000)
def classes(n):
    out = []
    for i in xrange(n // 100):
        class K(object):
            v = i
            def m(self): return self.v + i + K.v
        k = K(); s = sum(k.m() for _ in xrange(20))
        if i > n // 100 - 4: K.v = 0.5; s += k.m(); out.append(s)
    return out
print classes(3000)
def lambdas(n):
    fs = [lambda x, i=i: x + i for i in range(5)]; d = {'f': fs[0]}; t = 0
    for i in xrange(n):
        t += fs[i % 5](i) + d['f'](1) + (lambda: i)() + map(lambda q: q + i, (1,))[0] + sorted([3, 1], key=lambda z: -z)[0]
        if i == 2000: d['f'] = float
        if i == 2500: fs[2] = str.__len__; fs[2] = lambda x: 2.5
    return t
print lambdas(3000)
def loc(n):
    t = 0
    for i in xrange(n):
        a = i
        if i == n - 2: locals()['a'] = 'ignored'
        if i == n - 1: del a
        try: t += a
        except UnboundLocalError as e: t = (t, str(e))
    return t
print loc(2000)
def deep(n, f=None): return n if n <= 0 else deep(n - 1) + (1 if n % 2 else 1.0)
print deep(200), [deep(k) for k in (0, 1, -1)], sum(deep(20) for _ in xrange(200))
