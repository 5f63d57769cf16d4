# Functions and classes that share code objects, and code that is made at run time.


def make_adder(n):
    def adder(x):
        return x + n
    return adder


adders = [make_adder(v) for v in (1, 2.5, 'a', [1], 2 ** 70)]
t = 0
for i in xrange(20000):
    t += adders[0](i)
print t
print adders[1](1), adders[2]('b'), adders[3]([0]), adders[4](1), adders[0](2.5)
for i in xrange(5000):
    t += adders[i % 2](i)
print t
template = '''
def generated(n):
    t = %s
    for i in xrange(n):
        t = t %s (i %% 7 + 1)
    return t
'''
for start, op in [('0', '+'), ('0.0', '+'), ('10 ** 6', '-'), ('1', '^'), ('2 ** 62', '+'), ('0', '|')]:
    ns = {}
    exec template % (start, op) in ns
    print ns['generated'](15000),
print
code = compile('for i in xrange(15000): total += i * k', '<hot>', 'exec')
ns = {'total': 0, 'k': 1}
exec code in ns
ns['k'] = 0.5
exec code in ns
ns['k'] = 'ab'
try:
    exec code in ns
except TypeError as e:
    print e
print ns['total'], ns['i']
f = lambda x: x * 2
g = type(f)(f.func_code, globals(), 'g')
for i in xrange(15000):
    f(i)
print g('ab'), g(2.5), g(3), f([1])
h = type(f)((lambda: base * 2).func_code, {'base': 21})
k = type(f)(h.func_code, {'base': 'x'})
r = 0
for i in xrange(15000):
    r += h()
print r, k(), h()


def make_class(v):
    class K(object):
        attr = v

        def get(self):
            return self.attr

        def twice(self):
            return self.get() + self.get()
    return K


ks = [make_class(v)() for v in (1, 1.5, 'q', (1,))]
t = 0
for i in xrange(20000):
    t += ks[0].twice()
print t, [k.twice() for k in ks]
expr = compile('a * b + c', '<e>', 'eval')
t = 0
for i in xrange(15000):
    t += eval(expr, {'a': i, 'b': 2, 'c': 1})
print t, eval(expr, {'a': 'x', 'b': 2, 'c': 'y'}), eval(expr, {'a': 1.5, 'b': 2, 'c': 0})


def swap_code(n):
    def one(x):
        return x + 1

    def two(x):
        return x * 2
    t = 0
    for i in xrange(n):
        t += one(i)
        if i % 4000 == 3999:
            one.func_code, two.func_code = two.func_code, one.func_code
    return t


print swap_code(20000)


def redefine_inside(n):
    t = 0
    for i in xrange(n):
        def local(x, k=i):
            return x + k
        t += local(1)
    return t


print redefine_inside(20000)


def class_inside(n):
    t = 0
    for i in xrange(n):
        class Local(object):
            v = i
        t += Local.v
    return t


print class_inside(2000)


def mutual(n):
    def a(k):
        return 0 if k <= 0 else b(k - 1) + 1

    def b(k):
        return 0 if k <= 0 else a(k - 2) + 2
    t = 0
    for i in xrange(n):
        t += a(i % 30)
    return t


print mutual(3000)
import _jit_helper
for i in xrange(20000):
    _jit_helper.bump(i)
print _jit_helper.total
_jit_helper.STEP = 0.5
for i in xrange(20000):
    _jit_helper.bump(i)
print _jit_helper.total
_jit_helper.scale = lambda x: 0
print _jit_helper.bump(10)
