# Tuple parameters: depth, defaults, order of unpacking, closures over them, errors, lambdas, generators and methods.
def err(f, *a, **k):
    try:
        print f(*a, **k)
    except Exception as e:
        print type(e).__name__, e
def a((x, y)): return x, y
err(a, (1, 2)); err(a, [1, 2]); err(a, 'ab'); err(a, {1: 2, 3: 4} and (5, 6)); err(a, iter([1, 2])); err(a, 5); err(a, (1,)); err(a, (1, 2, 3)); err(a); err(a, 1, 2); err(a, (1, 2), 3); err(a, x=1); err(a, **{'.0': (1, 2)})
err(a, **{'.1': (1, 2)})
def b(p, (q, (r, s)), t=5, (u, v)=(6, 7), *w, **x): return p, q, r, s, t, u, v, w, sorted(x.items())
err(b, 1, (2, (3, 4))); err(b, 1, (2, (3, 4)), 8, (9, 10), 11, z=12); err(b, 1, (2, 3)); err(b, 1, 2); err(b, 1); err(b, p=1); err(b, 1, (2, 'ab'), t='t'); err(b, 1, (2, 'abc')); err(b, 1, (2, 'ab'), u=1); err(b, 1, (2, 'ab'), q=1)
def c((x)): return x
err(c, 5); err(c, x=5)
def d((x,)): return x
err(d, (5,)); err(d, 5); err(d, ())
def e(((x,),)): return x
err(e, ((5,),)); err(e, (5,))
f = lambda (x, y), z=1: (x, y, z)
err(f, 'ab'); err(f, 'ab', 2); err(f, 'a')
g = lambda ((x, y), z): x + y + z
err(g, ((1, 2), 3))
def closed((x, y)):
    def inner():
        return x, y
    def setter(): return inner()
    x = x * 10
    return setter()
err(closed, (1, 2))
def gen((x, y), z):
    yield x
    yield y
    yield z
err(lambda: list(gen((1, 2), 3)))
def lazily():
    g = gen(5, 6)
    print 'made'
    return next(g)
err(lazily)
class M(object):
    def m(self, (x, y)): return x, y
    @staticmethod
    def s((x, y)): return y, x
    @classmethod
    def c(cls, (x, y), (z,)=(9,)): return cls.__name__, x, y, z
    def __add__(self, (x, y)): return x - y
    def __init__(self, (x, y)=(0, 0)): self.t = x, y
    def __getitem__(self, (x, y)): return 'item', x, y
    def __setitem__(self, (x, y), v): self.t = x, y, v
m = M((7, 8))
err(m.m, (1, 2)); err(M.s, (1, 2)); err(m.c, (1, 2)); err(M.m, m, 'xy'); err(lambda: m + (5, 3)); err(lambda: m[1, 2]); err(lambda: m[1]); print m.t
m['a', 'b'] = 5
print m.t
class Logs(object):
    def __init__(self, n): self.n = n
    def __iter__(self):
        print 'iter', self.n,
        for i in range(self.n):
            print 'item', i,
            yield Logs(2) if i == 0 and self.n == 3 else i
        print 'end', self.n,
def order((x, y), ((p, q), r, s)): return y
err(order, Logs(2), Logs(3))
err(order, Logs(1), Logs(3))
err(order, Logs(4), Logs(3))
def same_as_star((x, y), *z): return x, y, z
err(same_as_star, 'ab', 'cd', 'ef')
err(same_as_star, *['ab', 'cd'])
for s in ['def f((x, x)): pass', 'def f((x, y), x): pass', 'def f(x, (x, y)): pass', 'def f((x, y)=1, z): pass', 'def f(()): pass', 'def f((x.y,)): pass', 'def f((x, 1)): pass', 'def f((None,)): pass', 'def f(*(x, y)): pass',
          'lambda (x, x): 1', 'def f((x, y)): global x', 'def f((x, y), **x): pass', 'def f(((x, y), z), (y,)): pass', 'def f((x[0],)): pass', 'def f((x, y,)): return x', 'def f((x, (y), z)): return y']:
    try:
        exec s
        print s, 'fine'
    except SyntaxError as e_:
        print s, '->', e_.msg
print f.func_code.co_varnames, f.func_code.co_argcount, b.func_code.co_varnames, b.func_code.co_argcount, b.func_defaults, closed.func_code.co_cellvars, closed.func_code.co_varnames
def rebinding((x, y)=[1, 2]):
    x += 1
    return x, y
print rebinding(), rebinding(), rebinding.func_defaults
def deletes((x, y)):
    del x
    return x
err(deletes, (1, 2))
def shows((x, y), z): return sorted(locals().items())
err(shows, (1, 2), 3)
print map(lambda (k, v): k * v, {2: 3, 4: 5}.items()), sorted({1: 'b', 2: 'a'}.items(), key=lambda (k, v): v), reduce(lambda (a, b), c: (b, a + c), range(5), (0, 1))
