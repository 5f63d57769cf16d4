# What memoryviews say of C data.
from ctypes import *
class P(Structure): _fields_=[('x',c_long),('y',c_short)]
def show(f):
    try: r = f(); print '<memory>' if type(r) is memoryview else repr(r)
    except BaseException as e: print type(e).__name__, e
for ob in (c_int(5), (c_int*3)(1,2,3), P(1,2), (c_char*4)("a","b","c","d"), c_char("x"), POINTER(c_int)(), (c_ubyte*4)(1,2,3,4), (P*2)(), c_void_p(3), c_wchar("a"), create_string_buffer("abc"), (c_byte*2*3)(), (c_int*0)()):
    v=memoryview(ob)
    print type(ob).__name__
    for a in 'format itemsize ndim shape strides readonly suboffsets'.split():
        show(lambda: (a, getattr(v,a)))
    for i in range(20):
        if v.ndim > 1 and i in (3, 4, 5, 15): continue
        show((lambda: len(v), lambda: v.tobytes(), lambda: v.tolist(), lambda: v[0], lambda: v[-1], lambda: v[100],
              lambda: v[0:1], lambda: (v[0:1].tobytes(), v[0:1].format, v[0:1].shape, v[0:1].strides, v[0:1].itemsize),
              lambda: v[...], lambda: v[()] , lambda: v['a'], lambda: v[::2], lambda: v == memoryview(ob),
              lambda: v == v.tobytes(), lambda: v != v[:1], lambda: v[1], lambda: memoryview(v).shape, lambda: memoryview(v[1:])[0],
              lambda: v[:][:].strides, lambda: bytearray(v))[i])
    for k, x in [(0, 'a'), (slice(0, 1), '\7\0\0\0'), (slice(0, 1), '\7'), ('a', 'a'), (100, 'a')]:
        show(lambda: v.__setitem__(k, x))
    show(lambda: v.__setitem__(slice(0, 1), v[0:1]))
    show(lambda: v.__setitem__(0, ob))
    show(lambda: v.__delitem__(0)); show(lambda: v.tobytes())
class U(Union): _fields_=[('a',c_int)]
class K(Structure): _pack_=1; _fields_=[('a',c_int)]
class E(Structure): _fields_=[]
class N(Structure): pass
class S(P): _fields_=[('z',c_double)]
class S2(P): pass
class W(Structure): _fields_=[('a',c_long*3*2),('p',P*4),('q',POINTER(c_int)),('f',CFUNCTYPE(None)),('b',c_int,3),('u',U)]
class B(BigEndianStructure): _fields_=[('a',c_int),('b',c_char)]
class Q(Structure): pass
PQ=POINTER(Q); Q._fields_=[('n',PQ),('i',c_int)]
for t in [c_bool,c_byte,c_short,c_ushort,c_uint,c_ulong,c_longlong,c_ulonglong,c_float,c_double,c_longdouble,py_object,c_char_p,c_wchar_p,U,K,E,N,S,S2,W,B,PQ,Q,POINTER(N),POINTER(P),POINTER(c_int*2*3),POINTER(POINTER(c_int)),POINTER(U),CFUNCTYPE(None),CFUNCTYPE(c_int)*2,c_int.__ctype_be__,c_int.__ctype_be__*3,W*2, c_char*0]:
    v = memoryview(t()); print t.__name__, v.format, v.itemsize, v.ndim, v.shape
