# Indices of deques, through the syntax and through the special methods.
import collections, array

def t(f, *a):
    try:
        print repr(f(*a))
    except Exception as e:
        print type(e).__name__, e

class I(object):
    def __init__(self, n): self.n = n
    def __index__(self): return self.n
class Bad(object):
    def __index__(self): return 'x'
class Old:
    def __index__(self): return 1

indices = [0, 1, -1, 2, 3, -3, -4, 2L, True, 2 ** 62, 2 ** 63, -2 ** 63, 2 ** 70, 1.0, 'a', None, u'x', [], {}, I(1), I(-3), I(9), I(2 ** 70), Bad(), Old(), slice(0, 1), slice(None)]
def setitem(o, i): o[i] = 9; return o
def delitem(o, i): del o[i]; return o
for make in (lambda: collections.deque([1, 2, 3]), lambda: xrange(3)):
    for i in indices:
        o = make()
        print type(o).__name__, type(i).__name__,
        t(lambda: o[i])
        t(o.__getitem__, i)
        t(setitem, o, i)
        t(delitem, make(), i)
        if isinstance(o, collections.deque):
            t(make().__setitem__, i, 5)
            t(make().__delitem__, i)
d = collections.deque(range(200))
print d[64], d[127], d[128], d[-64], d[-65], d[199], d[-200]
d[130] = 'x'
del d[0]
del d[-1]
del d[100]
print d[129], len(d), d[-1]
d.rotate(70)
print d[0], d[69], d[70], d[-1]
for n in (1, -1, 5, 200, -200, 10 ** 6, 0, 1.0, 'a', None, 2L, 2 ** 70):
    t(d.rotate, n)
    print d[0], d[-1]
t(d.remove, 'nope')
t(d.remove, 'x')
t(d.count, 5)
t(lambda: d.index(1))
t(lambda: collections.deque() + collections.deque())
t(lambda: collections.deque([1]) * 2)
t(lambda: collections.deque([1]) == [1])
t(lambda: collections.deque([1]) < collections.deque([1, 2]))
t(cmp, collections.deque([1]), collections.deque([2]))
t(hash, collections.deque())
t(lambda: collections.deque([1, 2], 1))
t(lambda: collections.deque([1, 2], maxlen=0))
t(lambda: setattr(collections.deque(), 'maxlen', 1))
t(lambda: collections.deque([1], 5).maxlen)
