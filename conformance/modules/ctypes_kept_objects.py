# What C data refers to is in _objects of who has the memory, by the way that leads there.
from ctypes import *


class P(Structure):
    _fields_ = [('x', c_int), ('y', c_char_p), ('a', c_int * 3), ('p', POINTER(c_int))]


class Q(Structure):
    _fields_ = [('p', P), ('q', P * 2)]


def kept(o):
    return sorted(o._objects) if isinstance(o._objects, dict) else o._objects


p = P()
print p._objects
p.y = 'abc'
p.a = (c_int * 3)(1, 2, 3)
print p._objects
p.p = pointer(c_int(3))
print kept(p), p._objects['3']
p.p = (c_int * 2)()
print p._objects['3'][0], type(p._objects['3'][1]).__name__
q = Q()
q.p.y = 'foo'
print q._objects
q.q[1].y = 'bar'
print q._objects, q.q[1]._objects, q.q[1]._b_base_ is not None
q.p = p
print kept(q), sorted(q._objects['0'])
x = c_char_p('a')
print x._objects, x._b_base_, x._b_needsfree_
x.value = None
print x._objects
x.value = 'q'
x.value = 7
print x._objects
a = (c_char_p * 2)('a', 'b')
a[0] = 'zz'
print a._objects
a[1] = None
print a._objects, list(a)
to = pointer(p)
print kept(to), sorted(to._objects['0'])
to = pointer(c_int(4))
to[0] = 5
print to._objects
to.contents = c_int(6)
print to._objects, to[0], to.contents
print py_object([1])._objects, kept(CFUNCTYPE(c_int)(lambda: 3))
numbers = (c_int * 3)(1, 2, 3)
same = cast(numbers, POINTER(c_int))
print same[2], same._objects.values() == [numbers], same._objects is numbers._objects
source = bytearray('abcdefgh')
view = c_int.from_buffer(source)
print view._objects is source, view._b_needsfree_, view._b_base_
views = (c_char * 4).from_buffer(source, 2)
print views.value, views._objects
views[0] = 'X'
print source
for i in range(3):
    try:
        del [x, a, to][i]._objects
    except (TypeError, AttributeError), e:
        print type(e).__name__


class Counted(object):
    pass


big = (c_int * 100)()
print sizeof(big), big._b_needsfree_
resize(big, 800)
print sizeof(big), len(big)
small = c_short(5)
resize(small, 100)
print sizeof(small), small.value
try:
    resize(view, 100)
except ValueError, e:
    print e
