# C functions that call Python functions: arguments, results, exceptions, and how long they live.
import sys
import warnings
# CPython fears that objects that callbacks return are never freed.
warnings.filterwarnings('ignore', 'memory leak')
import StringIO
from ctypes import *
import _ctypes_test

dll = CDLL(_ctypes_test.__file__)


def show(f, *args):
    try:
        print repr(f(*args)),
    except Exception, e:
        print '%s: %s' % (type(e).__name__, e),


for kind, values in [(c_byte, [-1, 300]), (c_ubyte, [255, -1]), (c_short, [-5]), (c_ushort, [70000]), (c_int, [-3, 2 ** 40]),
                     (c_uint, [-1]), (c_long, [-2 ** 62]), (c_ulong, [-1]), (c_longlong, [2 ** 63 - 1]),
                     (c_ulonglong, [2 ** 64 - 1]), (c_float, [1.5, 3]), (c_double, [1e300, 3]), (c_char, ['x']),
                     (c_wchar, [u'y']), (c_bool, [True, 0, 'a']), (c_void_p, [None, 2 ** 63]), (c_char_p, [None, 'text']),
                     (c_wchar_p, [None, u'text']), (py_object, [[1], None]), (c_longdouble, [0.1])]:
    seen = []
    same = CFUNCTYPE(kind, kind)(lambda v: seen.append(v) or v)
    for value in values:
        show(same, value)
    print seen

many = [c_int, c_double] * 10
print CFUNCTYPE(c_double, *many)(lambda *all: sum(all))(*range(20))
print CFUNCTYPE(c_int, *[c_int] * 20)(lambda *all: all[19] - all[6])(*range(20))
print CFUNCTYPE(c_float, *[c_float] * 12)(lambda *all: all[11] - all[1])(*range(12))


class Own(c_int):
    pass


class POINT(Structure):
    _fields_ = [('x', c_int), ('y', c_int)]


class WIDE(Structure):
    _fields_ = [('x', c_double), ('y', c_long), ('z', c_int)]


print CFUNCTYPE(c_int, Own)(lambda v: v.value if type(v) is Own else -1)(Own(7))
print CFUNCTYPE(c_int, POINTER(POINT))(lambda p: p.contents.x - p[0].y)(POINT(9, 4))
print CFUNCTYPE(c_double, POINT, WIDE, c_int)(lambda p, w, n: p.x + p.y + w.x + w.y + w.z + n)(POINT(1, 2), WIDE(.5, 3, 4), 5)
inner = CFUNCTYPE(c_int, c_int)
print CFUNCTYPE(c_int, inner)(lambda f: f(4) + 1)(inner(lambda n: n * 10))
print CFUNCTYPE(None, c_int)(lambda n: 'nothing')(3)


def failing(arg):
    1 // arg
    raise ValueError(arg)


def stderr_of(f, *args):
    old, sys.stderr = sys.stderr, StringIO.StringIO()
    try:
        result = f(*args)
        return result, sys.stderr.getvalue().splitlines()
    finally:
        sys.stderr = old


print stderr_of(CFUNCTYPE(c_int, c_int)(failing), 0)[1][-1]
print stderr_of(CFUNCTYPE(c_int, c_int)(failing), 42)[1][-1]
print len(stderr_of(CFUNCTYPE(c_int, c_int)(failing), 42)[1])
print stderr_of(CFUNCTYPE(c_int, c_double)(failing), 0.0)[1][-1]
print stderr_of(CFUNCTYPE(c_int, POINT)(failing), POINT())[1][-1]
for kind, value in (c_int, 'a'), (c_char, 'ab'), (c_double, 'a'), (c_int, 1.5):
    print stderr_of(CFUNCTYPE(kind)(lambda: value))[1][1:3]
print stderr_of(CFUNCTYPE(c_int)(lambda: None))[1][1:3]
print stderr_of(CFUNCTYPE(c_longdouble, POINT)(lambda p: 'a'), POINT())[1][1:3]
print stderr_of(CFUNCTYPE(c_int, c_int)(lambda: None), 3)[1][-1]

numbers = (c_int * 6)(5, 3, 1, 4, 2, 0)
order = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
qsort = CDLL(None).qsort
qsort.restype = None
qsort(numbers, 6, sizeof(c_int), order(lambda a, b: a[0] - b[0]))
print list(numbers), numbers[1:3], numbers[-2:], numbers[4:2]
for i in range(1000):
    f = order(lambda a, b, i=i: i)
print f(pointer(c_int(1)), None)
halves = dll._testfunc_callback_q_qf
halves.restype, halves.argtypes = c_longlong, [c_longlong, CFUNCTYPE(c_longlong, c_longlong)]
print halves(10 ** 12, halves.argtypes[1](lambda n: n & 0x7fffffff))
area = dll.integrate
area.restype, area.argtypes = c_double, [c_double, c_double, CFUNCTYPE(c_double, c_double), c_long]
print abs(area(0.0, 1.0, area.argtypes[2](lambda x: x ** 2), 1000) - 1 / 3.) < 0.01

text = create_string_buffer('abc', 8)
print text.value, repr(text.raw), text[1:5].__class__, repr(text[1:5]), repr(text[::3])
text.value = 'longer'
text[1:3] = 'XY'
print text.value, string_at(text), string_at(text, 3), wstring_at(u'wide'), sizeof(text), sizeof(c_int * 3)
wide = (c_wchar * 4)(u'a', u'b')
print repr(wide.value), repr(wide[0]), repr(wide[:2]), [POINT(1, 2).x for p in (POINT * 3)()[1:]]
show(sizeof, Structure)
show(addressof, 3)
