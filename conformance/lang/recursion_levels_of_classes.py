# How deep calls of classes nest, whose instances an __init__ in Python makes ready.
import sys


def probe(name, start):
    global n
    n = 0
    try:
        start()
        print name, 'ended', n
    except RuntimeError as e:
        print name, n, e
    except Exception as e:
        print name, n, type(e).__name__, e


class I(object):
    def __init__(self):
        global n; n += 1; I()
probe('init', I)
class Ia(object):
    def __init__(self, *a, **k):
        global n; n += 1; Ia(1, b=2)
probe('init varargs', Ia)
class OI:
    def __init__(self):
        global n; n += 1; OI()
probe('old init', OI)
class NI(object):
    def __new__(cls, x):
        return object.__new__(cls)
    def __init__(self, x):
        global n; n += 1; NI(1)
probe('new init', lambda: NI(1))
class B(object):
    def __init__(self, *a):
        global n; n += 1
        map(B, [1])
probe('map class', B)
class SI(object):
    def __init__(self):
        global n; n += 1
        SI2()
class SI2(SI):
    def __init__(self):
        super(SI2, self).__init__()
probe('super init', SI2)
class SI(object):
    def __init__(self):
        global n; n += 1
        SI2()
class SI2(SI):
    def __init__(self):
        SI.__init__(self)
probe('unbound init', SI2)
class SI:
    def __init__(self):
        global n; n += 1
        SI2()
class SI2(SI):
    def __init__(self):
        SI.__init__(self)
probe('old unbound init', SI2)
