# Parameters that unpack.
def f((a, b)):
    return a + b


def g(x, (y, (z, w)), *rest):
    return x, y, z, w, rest


def h((a, b)=(1, 2), c=3):
    return a, b, c


print f((1, 2)), f([3, 4]), f('xy')
print g(1, (2, (3, 4))), g(1, [2, 'ab'], 5, 6)
print h(), h((5, 6)), h('zz', c=7)
print (lambda (x, y), z: (x, y, z))((1, 2), 3)
print map(lambda (k, v): '%s=%s' % (k, v), [('a', 1), ('b', 2)])
print sorted([(1, 'z'), (2, 'a')], key=lambda (n, s): s)


def single((a,)):
    return a


print single([5])


def captured((a, b)):
    def inner():
        return a * b
    a += 1
    return inner


print captured((2, 3))()
for code in ['f(1)', 'f((1,))', 'f((1, 2, 3))', 'f()', 'g(1, 2)', 'g(1, (2, 3))', 'f(1, 2)',
             'f(a=1)', 'single(())']:
    try:
        print eval(code)
    except (TypeError, ValueError) as e:
        print code, type(e).__name__, e
print f.func_code.co_argcount, g.func_code.co_argcount
print f.func_code.co_varnames[:1], g.func_code.co_varnames[:2]


class C(object):
    def m(self, (a, b), **k):
        return a, b, sorted(k)


print C().m((1, 2), x=3)


def gen((a, b)):
    for i in range(a, b):
        yield i


print list(gen((1, 4)))


def redefine((a, b), c):
    a, b = b, a
    c = a
    del b
    return sorted(locals().items())[0], a, c


print redefine((1, 2), 3)[1:]
