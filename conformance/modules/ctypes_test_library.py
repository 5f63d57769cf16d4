# The library that the tests of ctypes call: values of all kinds, both ways.
import _ctypes_test
from ctypes import *

dll = CDLL(_ctypes_test.__file__)
print sorted(n for n in dir(_ctypes_test) if n[0] != '_'), _ctypes_test.func(), _ctypes_test.func_si('a', 1)

for letter, of, n in [('b', c_byte, -126), ('B', c_ubyte, 255), ('h', c_short, -32766), ('H', c_ushort, 65535),
                      ('i', c_int, -2147483646), ('I', c_uint, 4294967295), ('l', c_long, -2147483646),
                      ('L', c_ulong, 4294967295), ('q', c_longlong, -9223372036854775806),
                      ('Q', c_ulonglong, 18446744073709551615), ('f', c_float, -42.), ('d', c_double, 42.),
                      ('D', c_longdouble, 42.)]:
    plain, second = dll['tf_' + letter], dll['tf_b' + letter]
    plain.restype = second.restype = of
    plain.argtypes, second.argtypes = [of], [c_byte, of]
    print letter, repr(plain(n)), repr(second(1, n)), repr(plain(of(n)))
    print c_longlong.in_dll(dll, 'last_tf_arg_s').value, c_ulonglong.in_dll(dll, 'last_tf_arg_u').value

mixed = dll._testfunc_i_bhilfd
mixed.argtypes = [c_byte, c_wchar, c_int, c_long, c_float, c_double]
print mixed(1, u'x', 3, 4, 5.0, 6.0)
mixed.argtypes = [c_byte, c_short, c_int, c_long, c_float, c_double]
print mixed(-1, -2, -3, -4, -5.0, -6.0)
for of in c_short, c_ubyte, c_bool, c_char, c_wchar, None:
    mixed.restype = of
    print repr(mixed(1, 2, 3, 4, 5.0, 6.0))
long_double = dll._testfunc_D_bhilfD
long_double.argtypes = [c_byte, c_short, c_int, c_long, c_float, c_longdouble]
long_double.restype = c_longdouble
print long_double(1, 2, 3, 4, 5.0, 6.25)


class POINT(Structure):
    _fields_ = [('x', c_int), ('y', c_int)]


class PAIR(Structure):
    _fields_ = [('x', c_short), ('y', c_short)]


class EIGHT(Structure):
    _fields_ = [(n, c_int) for n in 'abcdefgh']


class LARGE(Structure):
    _fields_ = [('first', c_ulong), ('second', c_ulong), ('third', c_ulong)]


out = POINT()
print dll._testfunc_byval(POINT(3, 4), byref(out)), out.x, out.y
dll.ret_2h_func.restype = PAIR
made = dll.ret_2h_func(PAIR(9, 8))
print made.x, made.y
dll.ret_8i_func.restype = EIGHT
made = dll.ret_8i_func(EIGHT(9, 8, 7, 6, 5, 4, 3, 2))
print [getattr(made, n) for n in 'abcdefgh']
large = LARGE(1, 2, 3)
dll._testfunc_large_struct_update_value.restype = None
dll._testfunc_large_struct_update_value(large)
print large.first, large.second, large.third


def show(s):
    print s.first, s.second, s.third
    s.first = 7


dll._testfunc_cbk_large_struct.restype = None
dll._testfunc_cbk_large_struct(large, CFUNCTYPE(None, LARGE)(show))
print large.first

halves = dll._testfunc_callback_i_if
seen = []
print halves(2 ** 18, CFUNCTYPE(c_int, c_int)(lambda n: seen.append(n) or n)), seen[:3], len(seen)
five = dll._testfunc_cbk_reg_double
number = CFUNCTYPE(c_double, c_double, c_double, c_double, c_double, c_double)
five.argtypes, five.restype = [c_double] * 5 + [number], c_double
print five(1, 2.5, 3, 4, 5, number(lambda *a: sum(a)))
print CFUNCTYPE(c_longdouble, c_longdouble, c_int, c_longdouble)(lambda a, b, c: a * b - c)(1.5, 3, 0.25)

chars = create_string_buffer('spam, spam, and spam')
compare = CFUNCTYPE(c_int, POINTER(c_char), POINTER(c_char))
dll.my_qsort.restype = None
dll.my_qsort.argtypes = c_void_p, c_size_t, c_size_t, compare
dll.my_qsort(chars, len(chars) - 1, 1, compare(lambda a, b: cmp(a[0], b[0])))
print repr(chars.raw)

get = dll.get_strchr
get.restype = CFUNCTYPE(c_char_p, c_char_p, c_char)
print get()('abcdef', 'b'), get()('abcdef', 'x'), bool(get())
strings = (c_char_p * 2)('hello', 'world')
dll._testfunc_c_p_p.restype = c_char_p
print dll._testfunc_c_p_p(byref(c_int(2)), strings)
dll.my_strdup.restype = POINTER(c_char)
copy = dll.my_strdup('abcdefghij')
print copy[:4], copy[2], copy[0:10:3]
copy[2] = 'X'
print cast(copy, c_char_p).value
dll.my_free.argtypes = [c_void_p]
dll.my_free(copy)
dll.my_wcslen.argtypes = [c_wchar_p]
print dll.my_wcslen(u'abc'), dll.my_wcslen('ab')
print c_int.in_dll(dll, 'an_integer').value, dll.get_an_integer()
