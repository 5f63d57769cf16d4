# Callbacks of weak references and finalisers that wait together run one after the other: none runs where another begins.
import weakref, gc
class O(object): pass
order = []
def callback(n):
    def called(ref):
        order.append(('begin', n)); helper(n); order.append(('end', n, ref() is None))
    return called
def helper(n):
    if n == 3: order.append('three')
def some(n):
    z = O(); refs = [weakref.ref(z, callback(i)) for i in range(n)]; return refs
refs = some(5); gc.collect(); print order
del order[:]
class D(object):
    def __init__(self, n): self.n = n
    def __del__(self): order.append(('begin', self.n)); helper(self.n); order.append(('end', self.n))
def cycle():
    for i in range(4): D(i)
cycle(); gc.collect()
print all(order[i][1] == order[i + 1][1] for i in range(0, len(order), 2) if order[i] != 'three' and order[i + 1] != 'three') if 'three' not in order else [x for x in order if x == 'three' or x[1] == 3], sorted(x for x in order if x != 'three')
def raising():
    z = O(); return weakref.ref(z, lambda r: order.append('last')), weakref.ref(z, lambda r: more(r)), weakref.ref(z, lambda r: order.append('first'))
def more(r):
    global kept; order.append('more'); kept = some(2); gc.collect(); order.append('collected')
del order[:]; rs = raising(); gc.collect(); gc.collect(); print order
