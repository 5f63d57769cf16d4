# The order in which locals() and frames give variables whose hashes collide: each kind from the last to the first.
import sys


def two(a, i):
    return locals()


def many(a, b, c, d, e, f, g, h, i, j, k, l, m, n, o, p, q):
    r = s = t = 1
    del t, b
    return locals().keys()


def unset(a, i, q):
    del a
    first = locals().items()
    a = 4
    return first, locals().items()


def cells(a, i, q, y):
    def inner(b, j, r):
        return a, i, q, y, locals().keys(), sys._getframe().f_locals.keys()
    return inner(5, 6, 7), locals().keys(), vars().keys()


def copied(i, a):
    d = {}
    d.update(locals())
    return d, [n for n in locals() if n != 'd'], dict(sys._getframe().f_locals).keys()


def generated(q, i, a):
    yield locals().keys()
    y = 0
    yield locals().keys()


class Body:
    a, i, q = 1, 2, 3
    names = locals().keys()


for turn in xrange(3):
    print two(1, 2), two(i=2, a=1)
    print many(*range(17))
    print unset(1, 2, 3)
    print cells(1, 2, 3, 4)
    print copied(1, 2)
    print list(generated(1, 2, 3))
    print Body.names
    exec 'print (lambda a, i, q, y: locals())(1, 2, 3, 4)'
    try:
        two(1)
    except TypeError:
        print sorted(sys.exc_info()[2].tb_frame.f_locals) == sorted(globals())
