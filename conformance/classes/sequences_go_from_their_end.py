# skip-modes: baseline baseline_warm deopt_stress deopt_each
# Variables go in their order, what lists and tuples hold goes from the end, what dicts hold from the beginning.
import gc
class A(object):
    def __init__(self, n): self.n = n
    def __del__(self): print 'del', self.n,
def f():
    x = A(1); y = A(2); z = A(3)
f(); gc.collect(); print 'locals'
def g():
    l = [A(1), A(2), A(3)]
g(); gc.collect(); print 'list'
def h():
    l = (A(1), A(2), A(3))
h(); gc.collect(); print 'tuple'
def d():
    l = {1: A(1), 2: A(2), 3: A(3)}
d(); gc.collect(); print 'dict'
