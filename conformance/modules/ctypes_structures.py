# ctypes: structures, unions, bit fields, packing, endianness, anonymous fields, recursion, arrays of them; errors.
from ctypes import *
import ctypes
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0].split(' object')[0]
class P(Structure): _fields_ = [('x', c_int), ('y', c_int)]
p = P(1, 2); print p.x, p.y, sizeof(P), sizeof(p), alignment(P), P.x.offset, P.y.offset, P.x.size, P.x, P._fields_
p.x = 2 ** 31 + 5; print p.x; t(setattr, p, 'x', 'a'); t(setattr, p, 'x', 1.5); t(setattr, p, 'x', None); p.z = 5; print p.z; t(P, 1, 2, 3); t(P, z=1); t(P, 1, x=2); print P(y=3).y, P(5).y, P().x; t(P, 'a'); t(delattr, p, 'x')
class All(Structure): _fields_ = [('c', c_char), ('b', c_byte), ('ub', c_ubyte), ('h', c_short), ('uh', c_ushort), ('i', c_int), ('l', c_long), ('q', c_longlong), ('f', c_float), ('d', c_double), ('s', c_char_p), ('v', c_void_p), ('w', c_wchar), ('z', c_wchar_p), ('t', c_bool), ('g', c_longdouble)]
a = All('x', -1, 255, -2, 65535, -3, -4, -5, 1.5, 2.5, 'str', None, u'w', u'wide', True, 3.25); print [getattr(a, n) for n, _ in All._fields_], sizeof(All), [getattr(All, n).offset for n, _ in All._fields_]
for n, v in (('c', 'xy'), ('c', 5), ('c', u'x'), ('b', 300), ('ub', -1), ('h', 70000), ('f', 'x'), ('f', 1), ('d', None), ('s', u'u'), ('v', 'x'), ('v', 5), ('w', 'ab'), ('z', 'bytes'), ('t', 5), ('t', 'x'), ('q', 2 ** 70), ('i', 2 ** 40), ('i', True), ('i', 5L)):
    try: setattr(a, n, v); print n, repr(getattr(a, n))
    except Exception as e: print n, type(e).__name__, e
class Pk(Structure): _pack_ = 1; _fields_ = [('a', c_char), ('b', c_int), ('c', c_double)]
class Pk2(Structure): _pack_ = 2; _fields_ = [('a', c_char), ('b', c_int)]
print sizeof(Pk), Pk.b.offset, sizeof(Pk2), Pk2.b.offset
class B(Structure): _fields_ = [('a', c_int, 3), ('b', c_int, 5), ('c', c_uint, 24), ('d', c_short, 4), ('e', c_ubyte, 1)]
b = B(3, -1, 2 ** 24 - 1, 7, 1); print b.a, b.b, b.c, b.d, b.e, sizeof(B), B.a, B.b.size >> 16, B.b.size & 0xffff; b.a = 4; b.b = 15; print b.a, b.b, repr(buffer(b)[:4])
for f in ([('a', c_int, 0)], [('a', c_int, 33)], [('a', c_float, 2)], [('a', int)], [('a',)], [5], 5, [('a', c_int, 1, 2)], [(5, c_int)], [(u'a', c_int)]):
    try: c = type(Structure)('X', (Structure,), {'_fields_': f}); print sizeof(c)
    except Exception as e: print type(e).__name__, e
for d in ({'_pack_': -1, '_fields_': []}, {'_pack_': 'x', '_fields_': []}, {'_anonymous_': ['u'], '_fields_': [('a', c_int)]}, {'_anonymous_': 5, '_fields_': []}, {'_anonymous_': ['a'], '_fields_': [('a', c_int)]}):
    try: c = type(Structure)('X', (Structure,), d); print sizeof(c)
    except Exception as e: print type(e).__name__, e
class U(Union): _fields_ = [('i', c_uint32), ('b', c_ubyte * 4), ('p', P)]
u = U(0x01020304); print sizeof(U), list(u.b), u.p.x, U.i.offset, U.b.offset; u.b[0] = 255; print hex(u.i); u.p = P(7, 8); print u.i, U(5, (1, 2, 3, 4)).i
class An(Structure): _anonymous_ = ['u', 'q']; _fields_ = [('u', U), ('q', P), ('k', c_int)]
n = An(); n.i = 5; n.x = 9; n.y = 10; print n.u.i, n.q.x, n.q.y, An.i.offset, An.y.offset, An.k.offset, sizeof(An)
class Node(Structure): pass
Node._fields_ = [('v', c_int), ('next', POINTER(Node))]; n1, n2 = Node(1), Node(2); n1.next = pointer(n2); n2.next = pointer(n1); print n1.next.contents.v, n1.next.contents.next.contents.v, bool(Node().next), n1.next[0].v; t(lambda: Node().next.contents); t(setattr, n1, 'next', n2); t(setattr, n1, 'next', 5); n1.next = None; print bool(n1.next)
class Q(P): _fields_ = [('z', c_double)]
q = Q(z=3.5); q.x = 1; print q.x, q.z, sizeof(Q), Q.z.offset, isinstance(q, P)
class E(Structure): pass
print sizeof(E); E._fields_ = []; t(E, 1)
class A_(Structure): _fields_ = [('arr', c_int * 3), ('ps', P * 2), ('name', c_char * 5), ('wn', c_wchar * 3)]
a = A_((1, 2, 3), (P(1, 2), P(3, 4)), 'abc', u'xy'); print list(a.arr), a.ps[1].y, a.name, repr(a.wn), sizeof(A_); a.name = 'abcde'; print a.name; t(setattr, a, 'name', 'abcdef'); a.arr = (9,); print list(a.arr); t(setattr, a, 'arr', (1, 2, 3, 4)); t(setattr, a, 'arr', [1]); a.ps[0].x = 77; print a.ps[0].x; t(setattr, a, 'ps', (1, 2)); a.ps[0] = (5, 6); print a.ps[0].x; t(a.ps.__setitem__, 0, (1, 2, 3)); t(a.ps.__setitem__, 5, P()); t(a.ps.__getitem__, -3)
class BE(BigEndianStructure): _fields_ = [('h', c_uint16), ('i', c_int32), ('d', c_double)]
e = BE(0x1234, 5, 1.0); print repr(buffer(e)[:2]), repr(buffer(e)[4:8]), repr(buffer(e)[8:]), e.h, e.i, e.d, BE.__ctype_be__ if 0 else '', c_int.__ctype_be__.__name__, c_int.__ctype_le__ is c_int; t(type(BigEndianStructure), 'X', (BigEndianStructure,), {'_fields_': [('p', c_void_p)]}); pass
x = P.from_buffer(bytearray('\1\0\0\0\2\0\0\0')); print x.x, x.y; y = P.from_buffer_copy('\3\0\0\0\4\0\0\0zz', 1); print hex(y.x); t(P.from_buffer, 'ro'); t(P.from_buffer, bytearray(3)); t(P.from_buffer_copy, 'abc'); t(P.from_buffer_copy, 'x' * 9, -1); t(P.from_buffer, bytearray(9), 5); z = P.from_address(addressof(x)); z.x = 50; print x.x, P.in_dll.__name__; t(P.from_address, 'x')
t(hash, P) if 0 else None; print P(1, 2) == P(1, 2), type(P).__name__, P.__name__; t(Structure); t(Union); t(lambda: __import__('pickle').loads(__import__('pickle').dumps(p)).x) if __name__ == '__main__' else None; t(__import__('pickle').dumps, n1)
