# Lambdas.
print (lambda: 1)(), (lambda x: x + 1)(1), (lambda x, y=2, *a, **k: (x, y, a, sorted(k)))(1, 3, 4, z=5)
f = lambda x: lambda y: lambda z: (x, y, z)
print f(1)(2)(3), f.__name__, f.func_code.co_name
print (lambda: (yield))().__class__.__name__
g = (lambda: (yield 1))()
print next(g)
print [f(2) for f in [lambda x: x, lambda x: x * x, lambda x: -x]]
print (lambda *a: a)(1, 2), (lambda **k: k)(a=1), (lambda (a, b): a - b)((5, 3))
print sorted('bca', key=lambda c: -ord(c)), sorted([3, 1, 2], cmp=lambda a, b: b - a)
print map(lambda x, y: (x, y), [1, 2], [3]), filter(lambda x: x > 1, (1, 2, 3)), reduce(lambda a, b: a * 10 + b, [1, 2, 3])
print (lambda x: x if x > 0 else -x)(-5), (lambda: None)() is None
h = lambda: h
print h()() is h
print (lambda x=(lambda: 5)(): x)()
fact = lambda n: 1 if n < 2 else n * fact(n - 1)
print fact(20), fact(21)
y = (lambda f: (lambda x: x(x))(lambda x: f(lambda v: x(x)(v))))
print y(lambda self: lambda n: 1 if n == 0 else n * self(n - 1))(10)
print (lambda x: [lambda: x + i for i in range(3)])(10)[0]()
print [(lambda i: lambda: i)(i)() for i in range(3)]
d = {'add': lambda a, b: a + b, 'sub': lambda a, b: a - b}
print d['add'](1, 2), d['sub'](5, 3)


class C(object):
    method = lambda self, x=1: (self.attr, x)
    attr = 'attr'
    static = staticmethod(lambda: 'static')
    prop = property(lambda self: 'prop')


print C().method(), C().method(2), C.static(), C().prop
print (lambda: not 1)(), (lambda a: a or 'default')(''), (lambda: (1, 2))()
x = 'global'


def outer():
    x = 'outer'
    return (lambda: x)(), (lambda x: x)('param'), eval('lambda: x')()


print outer()
compose = lambda *fs: reduce(lambda f, g: lambda x: f(g(x)), fs)
print compose(str, lambda x: x + 1, lambda x: x * 2)(5)
