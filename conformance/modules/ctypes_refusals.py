# What types, fields, items and values do not take.
from ctypes import *
import ctypes
from operator import delitem


def show(f, *args, **named):
    try:
        print repr(f(*args, **named)).split(' object')[0],
    except Exception, e:
        print '%s: %s' % (type(e).__name__, e),


class P(Structure):
    _fields_ = [('x', c_int), ('y', c_char_p), ('a', c_int * 3), ('p', POINTER(c_int)), ('c', c_char * 4),
                ('w', c_wchar * 3), ('s', c_short)]


class A(POINTER(c_ulong)):
    pass


class Empty(Structure):
    pass


p, a, to = P(), (c_int * 3)(), pointer(c_int(4))
for kind in Empty, Structure, Union, Array, ctypes._Pointer, ctypes._SimpleCData, A:
    show(kind)
print
for name, values in [('x', ['a', 1.5, c_short(3), None]), ('a', [3, (1, 2, 3, 4), (1, 2)]), ('p', [3, None, to]),
                     ('y', [1.5, u'a', None, 0]), ('c', [3, u'abcd', 'abcde', u'\xe9', (c_char * 4)('a'), 'ab']),
                     ('w', [3, 'abc', 'abcd', u'x']), ('s', [70000, c_int(3), c_short(4)])]:
    for value in values:
        show(setattr, p, name, value)
    show(getattr, p, name)
    print
show(P, 1, 2)
show(P, 1, x=2)
show(P, 1.5)
show(P, 1, 'a', (1, 2, 3), None, 'c', u'd', 3, 4)
show(P.x.__get__, 'foo')
show(P.x.__set__, 'foo', 1)
show(P.x.__delete__, p)
print P.x, P.c
for i, value in [(9, 1), ('a', 1), (0, 'a'), (0, c_short(3)), (slice(0, 2), [1]), (slice(0, 2), [1, 2]), (-1, 7), (2 ** 70, 1)]:
    show(a.__setitem__, i, value)
for i in 3, -4, 'a', slice(None, None, 2), -1, True:
    show(a.__getitem__, i)
print a[:], a[1:], a[:-1], len(a)
for i, value in [('a', 1), (0, 'a'), (0, c_short(3)), (0, 5)]:
    show(to.__setitem__, i, value)
show(lambda: to['a'])
show(lambda: POINTER(c_int)()[0])
show(lambda: POINTER(c_int)().contents)
show(setattr, to, 'contents', 3)
show(lambda: to[0:])
show(lambda: to[:3:-1])
show(len, to)
show(delitem, to, 0)
show(delitem, a, 0)
print bool(to), bool(POINTER(c_int)()), bool(c_int(0)), bool(c_double(-0.0)), bool(c_int(3))
for o, name in [(c_int(), 'value'), ((c_char * 4)(), 'value'), ((c_char * 4)(), 'raw'), (p, 'x'), (to, 'contents')]:
    show(delattr, o, name)
print
for kind, value in [(c_int, [])] + [(c_int, v) for v in 1.5, 2 ** 70, True] + [(c_double, '1'), (c_double, 10 ** 400),
                    (c_float, 1e300), (c_char, 'ab'), (c_char, 3), (c_wchar, 3), (c_void_p, 1.5), (c_bool, []), (c_char_p, 1.5)]:
    show(kind, value)
show(c_int, 1, 2)
print


class Number(object):
    def __int__(self):
        return 4

    def __float__(self):
        return 4.5


for kind in c_int, c_double, c_bool, c_void_p, c_longdouble:
    show(kind, Number())
print


class R(Structure):
    pass


class S(Structure):
    pass


class T(R):
    pass


show(setattr, R, '_fields_', [])
R = type('R', (Structure,), {})
show(setattr, R, '_fields_', [('r', R)])
show(setattr, R, '_fields_', [('s', S)])
R = type('R', (Structure,), {'_fields_': [('s', S)]})
show(setattr, S, '_fields_', [('r', R)])
for all in [[('a', 3)], [(3, c_int)], [('a',)], ['a'], 5]:
    try:
        class X(Structure):
            _fields_ = all
    except Exception, e:
        print type(e).__name__, e
    show(type(Structure), 'X', (Structure,), {'_fields_': all})
    print
for pack in -1, 'a', 2 ** 31, 1.5:
    show(type(Structure), 'X', (Structure,), {'_pack_': pack, '_fields_': []})
print
show(lambda: c_int * -1)
show(lambda: c_int * 2 ** 62)
show(lambda: c_int * 2 ** 70)
show(lambda: c_int * 1.5)
for d in {'_length_': 3}, {'_type_': c_int}, {'_type_': 3, '_length_': 3}, {'_type_': c_int, '_length_': 2 ** 70}:
    show(type(Array), 'X', (Array,), d)
print
for kind, source in [(c_int, 'abcd'), (c_int, bytearray(3)), (c_int, 5), (Structure, bytearray(8)), (Array, bytearray(8))]:
    show(kind.from_buffer, source)
    show(kind.from_buffer_copy, source)
show(c_int.from_buffer, bytearray(9), 6)
show(c_int.from_buffer, bytearray(9), -6)
show(c_int.from_address, 'a')
print
for f, args in [(sizeof, (3,)), (alignment, (3,)), (addressof, (3,)), (resize, (3, 3)), (resize, (a, 3)), (pointer, (3,)),
                (POINTER, (3,))]:
    show(f, *args)
print
