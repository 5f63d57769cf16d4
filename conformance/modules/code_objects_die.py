# Code that is made over and over is not kept.
import gc


def resident():
    with open('/proc/self/status') as f:
        for line in f:
            if line.startswith('VmRSS'):
                return int(line.split()[1])


body = '\n'.join('def f%d(a, b):\n    return (a + b) * %d - a.x.y(b, %d)' % (i, i, i) for i in range(200))


def make(n):
    for i in xrange(n):
        code = compile(body, 'made', 'exec')
    return code


make(3)
gc.collect()
before = resident()
code = make(150)
gc.collect()
grown = resident() - before
print grown < 22 * 1024 or grown

space = {}
exec code in space
del code
gc.collect()
print space['f3'].__code__.co_varnames, space['f3'].__code__.co_name
print eval(compile('1 + 2', 'made', 'eval'))
f = space.pop('f7')
space.clear()
gc.collect()


class X(object):
    y = staticmethod(lambda b, n: b * n)


class A(int):
    x = X


print f(A(3), 4)
