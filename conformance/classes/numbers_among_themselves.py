# Classes that convert to numbers sort with numbers, before what else there is.
class A(tuple):
    def __float__(self): return 1.0
class B(set):
    def __int__(self): return 1
class C(list):
    def __long__(self): return 1
class D(object):
    def __float__(self): return 1.0
class E(dict):
    def __float__(self): return 1.0
class F(str):
    def __int__(self): return 1
class O:
    def __int__(self): return 1


def tried(f):
    try:
        return f()
    except Exception as e:
        return '%s %s' % (type(e).__name__, e)


for k in (A, B, C, D, E, F, O):
    for x in (True, 1, 2.5, 3L, None, 'a', (), [], {}, u'a', xrange(3), len):
        print k.__name__, type(x).__name__,
        print [tried(g) for g in (lambda: x > k(), lambda: x < k(), lambda: k() > x, lambda: k() < x, lambda: cmp(k(), x), lambda: x == k())]
