# Calls of C functions: what is converted at once, what is not, and what is refused.
from ctypes import *
import ctypes


def show(f, *args, **named):
    try:
        print repr(f(*args, **named)),
    except Exception, e:
        print '%s: %s' % (type(e).__name__, e),


libc = CDLL(None)
f = libc.abs
for args in [(-3,), (1.5,), ([],), (2 ** 70,), (-2 ** 31,), (-3, 4), (3000000000,), (c_int(-4),),
             (c_long(-5),), (True,), (None,)]:
    show(f, *args)
print
f.argtypes = [c_int]
for args in [(), (1, 2), ('a',), (1.5,), (2 ** 40 - 7,), (-2 ** 70 - 7,), (c_int(-4),), (c_short(-4),), (None,), (-3, []),
             (True,)]:
    show(f, *args)
print
for result in c_char, c_byte, c_bool, c_ulong, c_void_p, c_char_p, None, lambda n: n + 1:
    f.restype = result
    show(f, 0)
    if result is not c_char_p:
        show(f, -65)
print


class Checked(c_int):
    def _check_retval_(self):
        return 'checked %d' % self.value


class Plain(c_int):
    pass


f.restype = Checked
print f(-3)
f.restype = Plain
print type(f(-3)).__name__, f(-3).value
del f.restype
print f.restype, f(-3)


def check(result, function, args):
    print result, function is f, args
    return 'other'


f.errcheck = check
print f(-3)
del f.errcheck
print f.errcheck, f(-7)
for name, value in ('restype', 3), ('argtypes', 3), ('argtypes', [3]), ('errcheck', 3):
    show(setattr, f, name, value)
print

strlen = libc.strlen
memory = (c_char * 4)('a')
text = 'abcdef' * 20
print strlen(memory), strlen(byref(memory)), strlen(pointer(memory)), strlen(text), strlen(text[7:]), strlen('')
for kind in c_char_p, c_void_p, POINTER(c_char):
    strlen.argtypes = [kind]
    for arg in ['a\0b', 'abc'[1:], text[3:9], u'abc', c_char_p('aa'), (c_char * 3)('a'), 3.5, (c_int * 3)(65),
                create_string_buffer('abc'), byref(memory), c_int(3), pointer(c_char('\0')), c_char('\0'), byref(c_int(3)),
                pointer(c_int(65)), cast(memory, POINTER(c_char)), []]:
        show(strlen, arg)
    print
sqrt = CDLL('libm.so.6').sqrt
sqrt.restype = c_double
for types in None, [c_double]:
    sqrt.argtypes = types
    for arg in [c_double(6.25), 2.25, 16, 2 ** 80, 'a', None, c_float(4)]:
        if types or isinstance(arg, (c_double, float, long)):
            show(sqrt, arg)
    print
snprintf = libc.snprintf
out = create_string_buffer(100)
print snprintf(out, 100, '%d %s %.2f %c %ld %d %d %d', 1, 'two', c_double(3), c_char('4'), c_long(5 << 40), 6, -7, 8), out.value
snprintf.argtypes = [c_char_p, c_size_t, c_char_p]
print snprintf(out, 100, '%d%%', 12), out.value
print sum(1 for i in range(3) if snprintf(out, 4, 'abcdef') == 6), out.value


class Wrapped(object):
    def __init__(self, value):
        self._as_parameter_ = value


f.argtypes = None
show(f, Wrapped(-3))
f.argtypes = [c_int]
show(f, Wrapped(-3))
show(f, Wrapped(Wrapped(-4)))


class Other(object):
    @classmethod
    def from_param(cls, value):
        return c_int(value * 2)


f.argtypes = [Other]
show(f, -4)
print

errno = CDLL(None, use_errno=True)
set_errno(0)
print errno.close(-1), get_errno(), set_errno(5), get_errno(), errno.abs(-3), get_errno()

# What byref() and from_param() make.
for kind in c_byte, c_ulong, c_float, c_double, c_char:
    for value in 1, -1, 1.5, 'a', None, 2 ** 70:
        show(kind.from_param, value)
    print
print type(byref(memory)), byref(memory)._obj is memory, c_char_p.from_param(None), c_void_p.from_param(None)
print c_char_p.from_param('abc')._obj, repr(c_int.from_param(c_int(3))), POINTER(c_int).from_param(None)
show(byref, 3)
show(byref, memory, 'a')
show(c_char_p.from_param, 3)
show(c_void_p.from_param, 1.5)
show(POINTER(c_int).from_param, c_short(3))
print
for kind in POINTER(c_int), Structure, c_int * 2:
    show(CFUNCTYPE(kind), lambda: 1)
show(CFUNCTYPE, None, int)
show(CFUNCTYPE(c_int), 'a')
show(CFUNCTYPE(c_int), 2 ** 70)
print
print pythonapi.PyOS_snprintf(out, c_size_t(100), 'hello %s', 'you'), out.value
make = pythonapi.PyString_FromStringAndSize
make.restype, make.argtypes = py_object, [c_char_p, c_size_t]
print make('abcdefghi', 3), c_int.in_dll(pythonapi, 'Py_OptimizeFlag').value
