# Types, memory and calls of `ctypes`.
import ctypes
import struct
import sys
from ctypes import *


def t(f, *a, **k):
    try:
        print f(*a, **k)
    except Exception, e:
        print type(e).__name__, e


for c in (c_byte, c_ubyte, c_short, c_ushort, c_int, c_uint, c_long, c_ulong, c_longlong, c_ulonglong, c_char,
          c_wchar, c_float, c_double, c_longdouble, c_bool, c_void_p, c_char_p, c_wchar_p, c_size_t, py_object):
    print c.__name__, sizeof(c), alignment(c), c._type_
for c, v in ((c_byte, 200), (c_ubyte, -1), (c_short, 70000), (c_int, 1 << 40), (c_uint, -1), (c_ulong, -1),
             (c_long, 1 << 63), (c_float, 0.1), (c_double, 0.1), (c_longdouble, 1.5), (c_char, 'x'),
             (c_wchar, u'\u20ac'), (c_bool, 5), (c_void_p, 1234), (c_void_p, None), (c_char_p, 'abc'),
             (c_wchar_p, u'ab\xe9'), (c_char_p, None), (py_object, [1, 2])):
    print c.__name__, repr(c(v).value)
print c_int(3), c_char('a'), c_bool(0), c_double(2.5), c_void_p(7), py_object('x'), py_object()
t(c_int, 'a')
t(c_int, 1.5)
t(c_char, 'ab')
t(c_char_p, 3.5)
t(c_void_p, 'x')
print bool(c_int(0)), bool(c_int(3)), c_int() == c_int(), c_int(5).value == 5

A = c_int * 5
print A, sizeof(A), A._length_, A._type_, (c_int * 5) is A
a = A(1, 2, 3)
print list(a), len(a), a[-1], a[1:3], a[::2]
a[4] = 9
a[0:2] = [7, 8]
print list(a)
t(lambda: a[5])
t(lambda: A(1, 2, 3, 4, 5, 6))
t(lambda: setattr(a, 'x', a.__setitem__(0, 'q')))
b = create_string_buffer('hello', 10)
print repr(b.raw), repr(b.value), len(b), b[1], b[0:3]
b.value = 'hi'
print repr(b.raw)
t(lambda: setattr(b, 'value', 'x' * 11))
u = create_unicode_buffer(u'h\xe9', 4)
print repr(u.value), sizeof(u), repr(u[1])
M = (c_short * 2) * 3
m = M((1, 2), (3, 4))
print sizeof(M), [list(r) for r in m]


class P(Structure):
    _fields_ = [('x', c_int), ('y', c_double), ('c', c_char), ('s', c_short)]


class Q(P):
    _fields_ = [('z', c_longlong), ('a', c_int * 2), ('p', P)]


class B(Structure):
    _fields_ = [('a', c_uint, 3), ('b', c_int, 5), ('c', c_uint, 24), ('d', c_uint, 8)]


class K(Structure):
    _pack_ = 1
    _fields_ = [('c', c_char), ('i', c_int), ('d', c_double)]


class U(Union):
    _fields_ = [('i', c_uint), ('f', c_float), ('b', c_ubyte * 4)]


class N(Structure):
    _anonymous_ = ['u']
    _fields_ = [('k', c_int), ('u', U)]


for s in (P, Q, B, K, U, N):
    print s.__name__, sizeof(s), alignment(s)
print P.x, P.y, P.s, B.b, Q.z, Q.p.offset, P.c.size
p = P(1, 2.5, 'c', s=4)
print p.x, p.y, p.c, p.s
p.x = -1
print p.x
t(P, 1, 2, 'c', 4, 5)
t(lambda: setattr(p, 'x', 'no'))
q = Q(1, 2, 'd', 3, 4, (5, 6), p)
q.p.x = 77
q.a[1] = 8
print q.x, q.z, list(q.a), q.p.x, p.x


class T(Structure):
    _fields_ = [('n', c_char * 4), ('w', c_wchar * 3)]


x = T('abc', u'\xe9')
print repr(x.n), repr(x.w)
x.n = 'wxyz'
print repr(x.n)
t(lambda: setattr(x, 'n', 'abcde'))
bits = B(5, -3, 12345, 200)
bits.a = 9
print bits.a, bits.b, bits.c, bits.d
w = U()
w.f = 1.0
print hex(w.i), list(w.b)
n = N(k=1)
n.f = 2.0
print n.k, n.f, hex(n.u.i)
k = K('a', 258, 1.0)
print repr(string_at(addressof(k), sizeof(K)))


class Node(Structure):
    pass


Node._fields_ = [('value', c_int), ('next', POINTER(Node))]
one, two = Node(1), Node(2)
one.next = pointer(two)
print one.next.contents.value, bool(two.next)
t(lambda: two.next.contents)
t(lambda: setattr(Node, '_fields_', []))

i = c_int(42)
pi = pointer(i)
print pi.contents.value, pi[0], type(pi).__name__, POINTER(c_int) is type(pi)
pi[0] = 5
print i.value
pi.contents = c_int(99)
print pi[0], i.value
pa = cast(a, POINTER(c_int))
print pa[0], pa[4], pa[1:3]
print cast(create_string_buffer('text'), c_char_p).value
print sizeof(pi), bool(POINTER(c_int)())
print string_at('abcdef', 3), repr(wstring_at(u'abc')), string_at(addressof(b))
d = create_string_buffer(5)
memmove(d, 'abcd', 4)
memset(d, ord('z'), 2)
print repr(d.raw)
x = c_int.from_buffer_copy('\1\2\0\0')
y = bytearray('\1\0\0\0')
z = c_int.from_buffer(y)
z.value = 513
print x.value, repr(y)
t(c_int.from_buffer_copy, 'ab')
print c_int.from_address(addressof(i)).value
r = c_int.__ctype_be__(1)
print repr(string_at(addressof(r), 4)), r.value

libc = CDLL(None, use_errno=True)
print libc.abs(-5), libc.strlen('hello'), libc.atoi('12')
libc.strchr.restype = c_char_p
print libc.strchr('hello', ord('l')), libc.strchr('hello', ord('z'))
libc.strtod.restype = c_double
libc.strtod.argtypes = [c_char_p, POINTER(c_char_p)]
end = c_char_p()
text = create_string_buffer('2.5rest')
print libc.strtod(text, byref(end)), end.value
out = create_string_buffer(100)
print libc.snprintf(out, 100, '%d %s %.2f %ld %c', 1, 'two', c_double(3.0), c_long(1 << 40), ord('x')), out.value
print libc.snprintf(out, 100, '%d%d%d%d%d%d%d%d|%.1f%.1f%.1f%.1f%.1f%.1f%.1f%.1f%.1f', *(range(8) + [c_double(k) for k in range(9)]))
print out.value
t(libc.strlen, 1.5)
libc.strlen.argtypes = [c_char_p]
t(libc.strlen, 3.5)
t(libc.strlen)
print hasattr(libc, 'no_such_function')
t(CDLL, 'libnosuchthing.so')
libc.open.argtypes = [c_char_p, c_int]
print libc.open('/no/such', 0), get_errno(), set_errno(3), get_errno()


class Div(Structure):
    _fields_ = [('quot', c_int), ('rem', c_int)]


class LDiv(Structure):
    _fields_ = [('quot', c_long), ('rem', c_long)]


libc.div.restype = Div
libc.ldiv.restype = LDiv
libc.ldiv.argtypes = [c_long, c_long]
v, l = libc.div(17, 5), libc.ldiv(1 << 40, 7)
print v.quot, v.rem, l.quot, l.rem
Compare = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
numbers = (c_int * 6)(5, 3, 9, -1, 7, 0)
libc.qsort(numbers, len(numbers), sizeof(c_int), Compare(lambda a, b: cmp(a[0], b[0])))
print list(numbers)
Mixed = CFUNCTYPE(c_double, c_int, c_double, c_char, c_longlong, c_float)
mixed = Mixed(lambda a, b, c, d, e: a + b + ord(c) + d + e)
print mixed(1, 2.5, 'a', 1 << 33, 0.5)
Taking = CFUNCTYPE(c_long, LDiv, Div)
print Taking(lambda a, b: a.quot * 1000 + a.rem * 100 + b.quot * 10 + b.rem)(LDiv(1, 2), Div(3, 4))
libc.abs.errcheck = lambda result, f, args: (result, args)
print libc.abs(-7)
libc.labs.restype = lambda n: 'got %d' % n
print libc.labs(-8)
o = ['an', 'object']
print PYFUNCTYPE(py_object, py_object)(lambda x: x)(o) is o
print cast(id(o), py_object).value is o
print byref(i).__class__.__name__, isinstance(libc.abs, ctypes._CFuncPtr)


class Handle(object):
    _as_parameter_ = 11


print libc.labs(Handle())
