# Texts that C code makes of a format and any number of arguments.
from ctypes import *
f=pythonapi.PyUnicodeUCS4_FromFormat; f.restype=py_object
g=pythonapi.PyString_FromFormat; g.restype=py_object
def show(h,*a):
    try: print repr(h(*a))
    except BaseException as e: print type(e), e
show(f,'%c',0x110000); show(f,'%c',-1); show(f,'%c',233)
show(f,'%s','\xc3\xa9\xff'); show(f,'a%5sb','x'); show(f,'%.2s|','xyz'); show(f, '%p', 255); show(f,'%lx',255); show(f,'%li %d',1,2)
show(f,'%5.3d|%-5d|',7,8); show(f,'%05.3d|',7); show(f,'%010d|',-7);  show(f,'%8x|%X',255,255)
class A(object):
    def __repr__(s): return 'rep'
    def __str__(s): return 'str'
    def __unicode__(s): return u'uni'
show(f,'%R|',py_object(u'x\xe9')); show(f,'%R|',py_object(3)); show(f,'%R|',py_object(A()))
show(f,'%U|%V|',py_object(u'x\xe9'),py_object(u'z'),'q')
show(f,'%zd %zu %z',-1,5); show(f,'%u',c_uint(-1)); show(f,'%lu',c_ulong(-1)); show(f,'%ld',c_long(-1)); show(f,'%i %d %x',c_int(-1),c_int(-1),c_int(-1))
show(f,'%q %d',1); show(f,'%'); show(f,'%5'); show(f,'%.')
print
show(g,'%c%c',65,300); show(g,'%s|%3s|%.2s|%5s','abc','abcdef','abcdef','x'); show(g,'%p|',255); show(g,'%p|', 0); show(g,'%5d|%05d|',3,4); show(g,'%ld %lu %zd %zu',c_long(-5),c_ulong(-5),c_ssize_t(-6),c_size_t(-6)); show(g,'%x %i %u %X',c_int(-1),c_int(-1),c_int(-1),3)
show(g,'%li|%d',1,2); show(g,'%q|%d',1,2); show(g,'caf\xe9%%|'); show(g,'%'); show(g,'%5'); show(g,'%-5d|',3); show(g,'%lld',3); show(g,'%.'); show(g,'%5%|'); show(g,'%R',3)
show(g,'%d%d%d%d%d%d%d%d%s',1,2,3,4,5,6,7,8,'nine'); show(f,'%d%d%d%d%d%d%d%d%s',1,2,3,4,5,6,7,8,'nine')
