# Where bit fields are, and what they hold.
from ctypes import *
import _ctypes_test


def fields(*all):
    class X(Structure):
        _fields_ = list(all)
    return X


for all in [[('a', c_int, 3), ('b', c_int, 29), ('c', c_ushort, 4)], [('a', c_int, 1), ('b', c_short, 3)],
            [('a', c_short, 4), ('b', c_int, 4)], [('a', c_byte, 4), ('b', c_short, 9), ('c', c_int, 20)],
            [('a', c_int, 4), ('b', c_longlong, 33)], [('a', c_bool, 1), ('b', c_ubyte, 7)],
            [('a', c_short, 6), ('b', c_short, 6), ('c', c_short, 6)], [('a', c_int, 8), ('n', c_int), ('b', c_int, 8)]]:
    X = fields(*all)
    print sizeof(X), alignment(X), [getattr(X, f[0]) for f in all]
    x = X()
    for f in all:
        for n in 1, -1, 5, 2 ** 70 + 3, True:
            setattr(x, f[0], n)
            print repr(getattr(x, f[0])),
    print repr(string_at(addressof(x), sizeof(x)))

for of, bits in [(c_float, 3), (c_int, 33), (c_int, 0), (c_wchar, 1), (c_char_p, 1), (fields(('a', c_int)), 1),
                 (c_int, 'q'), (POINTER(c_int), 2)]:
    try:
        fields(('a', of, bits))
    except Exception, e:
        print type(e).__name__, e


class BITS(Structure):
    _fields_ = [(n, c_int, i + 1) for i, n in enumerate('ABCDEFGHI')] + \
        [(n, c_short, i + 1) for i, n in enumerate('MNOPQRS')]


unpack = CDLL(_ctypes_test.__file__).unpack_bitfields
unpack.argtypes = POINTER(BITS), c_char
wrong = 0
for i in range(0, 512, 7):
    for name in 'ABCDEFGHIMNOPQRS':
        b = BITS()
        setattr(b, name, i)
        wrong += getattr(b, name) != unpack(byref(b), name)
print wrong, BITS.I, BITS.S


class Big(BigEndianStructure):
    _fields_ = [('a', c_uint32, 24), ('b', c_uint32, 4), ('c', c_uint32, 4)]


class Little(LittleEndianStructure):
    _fields_ = [('a', c_uint32, 24), ('b', c_uint32, 4), ('c', c_uint32, 4)]


for kind in Big, Little:
    x = kind(0xABCDEF, 1, 2)
    print repr(string_at(addressof(x), 4)), x.a, x.b, x.c
for bad in 1.5, 'a', None:
    try:
        x.a = bad
    except TypeError, e:
        print e
