# ctypes: foreign functions: argument types, results, checks, callbacks, errno, prototypes, from_param, the C library called.
from ctypes import *
import ctypes, ctypes.util, errno, sys
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0].split(' object')[0]
L = CDLL(None); print type(L).__name__, L._name, repr(L)[:9], L.strlen is L.strlen, L['strlen'] is L['strlen'], L.strlen.__name__, type(L.strlen).__name__, type(L.strlen).__mro__[1].__name__; print hasattr(L, 'no_such_function'); t(CDLL, 'nosuchlib.so'); t(CDLL, 5); t(lambda: L.__nope__)
print L.strlen('abc'), L.abs(-5), L.abs(c_int(-6)), L.toupper(ord('a')), L.strlen(create_string_buffer('hello')), L.strlen(c_char_p('xy')), L.atoi('42x'), L.labs.restype, L.abs.argtypes, L.abs.errcheck; t(L.strlen, 1.5); t(L.abs, [1]); t(L.abs, object()); t(L.abs, {}); print L.abs(True), L.abs(-3L); t(L.abs, 2 ** 70)
f = L.strchr; f.restype = c_char_p; f.argtypes = [c_char_p, c_char]; print f('abcdef', 'd'), f('abc', 'x'); t(f, 'abc'); t(f, 'abc', 'xx'); t(f, 5, 'a'); t(f, u'abc', 'b'); print f('abc', 'b', 1, 2); t(f, None, None); f.argtypes = None; f.restype = c_void_p; print type(f('abc', ord('b'))).__name__, f('abc', ord('z')); f.restype = None; t(setattr, f, 'argtypes', 5); t(setattr, f, 'argtypes', [5]); t(setattr, f, 'restype', 5); t(setattr, f, 'errcheck', 5); f.restype = lambda i: ('called', i != 0); print f('a', 97); del f.restype, f.argtypes; print f.restype, f.argtypes
m = CDLL(ctypes.util.find_library('m') or 'libm.so.6'); m.pow.restype = c_double; m.pow.argtypes = [c_double, c_double]; print m.pow(2, 10), m.pow(2.0, 0.5), m.pow(c_double(3), 2); t(m.pow, 'x', 1); m.sqrt.restype = c_double; print m.sqrt(c_double(16)); m.fabsf.restype = c_float; m.fabsf.argtypes = [c_float]; print m.fabsf(-1.5); t(m.fabsf, None)
class D(Structure): _fields_ = [('quot', c_int), ('rem', c_int)]
L.div.restype = D; d = L.div(17, 5); print d.quot, d.rem
class LD(Structure): _fields_ = [('q', c_long), ('r', c_long)]
L.ldiv.restype = LD; L.ldiv.argtypes = [c_long, c_long]; r = L.ldiv(-17, 5); print r.q, r.r
def check(result, func, args): return ('checked', result, func is L.atoi, args)
L.atoi.errcheck = check; print L.atoi('7'); 
def bad(r, f, a): raise ValueError('errcheck')
L.atoi.errcheck = bad; t(L.atoi, '7'); del L.atoi.errcheck; print L.atoi('8')
CMP = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int)); arr = (c_int * 5)(5, 1, 4, 2, 3); calls = []
def cmp_(a, b): calls.append(type(a).__name__); return a[0] - b[0]
print L.qsort(arr, 5, sizeof(c_int), CMP(cmp_)) is not None, list(arr), set(calls), CMP is CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int)), CMP._restype_, CMP._argtypes_, CMP._flags_
cb = CFUNCTYPE(c_int, c_int, c_double, c_char_p, c_char)(lambda *a: sys.stdout.write('%r\n' % (a,)) or 99); print cb(1, 2.5, 'str', 'c'), bool(cb), type(cb).__name__; t(cb, 1); t(cb, 'x', 1, 's', 'c'); t(cb, 1, 2, 's', 'cc')
err, sys.stderr = sys.stderr, __import__('StringIO').StringIO(); raises = CFUNCTYPE(c_int, c_int)(lambda x: 1 // 0); print raises(1) == raises(1); v = sys.stderr.getvalue(); sys.stderr = err; print v.splitlines()[0], v.count('ZeroDivisionError') >= 1, v.splitlines()[1]
for rt, val in ((None, 5), (c_char, 'z'), (c_double, 1), (c_bool, 5), (c_long, 2 ** 40), (c_ubyte, 300), (c_char_p, None), (c_void_p, 77), (py_object, [1]), (c_short, -2), (c_float, 0.5), (c_wchar, u'q'), (c_longlong, -1)): print rt and rt.__name__, repr(CFUNCTYPE(rt)(lambda: val)()),
print
t(CFUNCTYPE(c_int), 5); t(lambda: CFUNCTYPE(c_int, zz=1)); t(CFUNCTYPE(D), lambda: D()) if 0 else None; t(CFUNCTYPE(c_char_p), lambda: 'x') if 0 else None
proto = CFUNCTYPE(c_int, c_char_p, c_int); f = proto(('strnlen', L), ((1, 's', 'dflt'), (1, 'n', 3))); print f(), f('abcdef'), f('abcdef', 9), f(n=2), f(s='x'), f('ab', n=1); t(f, z=1); t(f, 1, 2, 3);  t(proto, ('strnlen', 5)); t(proto, ('strnlen', L), 5); t(proto, ('strnlen', L), ((9, 's'), (1, 'n'))); t(proto, ('strnlen', L), ((1, 's'),))
g = CFUNCTYPE(c_int, POINTER(c_int))(lambda p: (p.__setitem__(0, 42), 7)[1]); x = c_int(); print g(byref(x)), x.value, g(pointer(x)), g(x) if 0 else '', g((c_int * 2)())
class W(object):
    def __init__(self, v): self._as_parameter_ = v
print L.abs(W(-9)), L.strlen(W('four')), L.abs(W(W(-2))); t(L.abs, W([]))
class FP(object):
    @classmethod
    def from_param(cls, v): return c_int(int(v))
L.abs.argtypes = [FP]; print L.abs('-12'); t(L.abs, 'zz'); L.abs.argtypes = [c_int]; print L.abs(W(-4)); t(L.abs, 1.5); t(L.abs, 'x')
U = CDLL(None, use_errno=True); print get_errno(), set_errno(5), get_errno(); U.open.restype = c_int; print U.open('/no/such', 0), errno.errorcode[get_errno()], set_errno(0) == errno.ENOENT; t(set_errno, 'x'); PyDLL(None); pa = pythonapi if 0 else None
print L.snprintf(create_string_buffer(50), c_size_t(50), '%d-%s', 5, 'x'), ; o = create_string_buffer(50); L.sprintf(o, '%d %s %.2f %c', 42, 'str', c_double(1.5), 65); print o.value, ctypes.util.find_library('nosuchlibrary'), ctypes.__version__, RTLD_LOCAL, RTLD_GLOBAL > 0, DEFAULT_MODE
t(lambda: cdll.LoadLibrary('nosuch.so')); print type(cdll).__name__, type(pydll).__name__, ArgumentError.__mro__[1].__name__, type(L.abs) is type(L.labs), L._FuncPtr._restype_, cdll.LoadLibrary(None)._name
