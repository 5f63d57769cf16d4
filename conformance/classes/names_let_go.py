# skip-modes: baseline baseline_warm deopt_stress deopt_each
# What dies when a name lets go of it, dies then, as where references are counted.
import weakref
class A(object):
    def __init__(self, n): self.n = n
    def __del__(self): print 'del', self.n
class P(object): pass
a = A(1); del a; print 'after 1'
a = A(2); a = None; print 'after 2'
a = A(3); a = A(4); print 'after 3'
a = 5; print 'after 4'
def f():
    x = A(5)
    print 'in f'
f(); print 'after 5'
def g():
    x = A(6); del x
    print 'after 6'
    y = A(7)
    return 8
print g()
l = [A(9), A(10)]; del l; print 'after 9, 10'
def keep():
    x = A(11)
    return x
k = keep(); print 'kept', k.n; del k; print 'after 11'
p = P(); r = weakref.ref(p); print r() is p; del p; print r()
p = P(); r = weakref.ref(p, lambda r: 'gone'); p = None; print r()
d = weakref.WeakValueDictionary(); p = P(); d['x'] = p; print len(d); del p; print len(d)
class Old:
    def __del__(self): print 'old del'
o = Old(); del o; print 'after old'
def gen():
    try:
        yield 1
        yield 2
    finally: print 'gen closed'
x = gen(); x.next(); del x; print 'after gen'
b = A(12); c = b; del b; print 'still', c.n
del c; print 'after 12'
for i in range(3):
    t = A(20 + i)
del t
print 'end'


def closes():
    x = A(30)

    def inner():
        return x.n
    return inner()


print closes(), 'after 30'
