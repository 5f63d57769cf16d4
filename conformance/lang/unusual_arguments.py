# Builtins on arguments and results that are instances of subclasses, or not what they should be.
def t(s, g={}):
    try: print s, '->', repr(eval(s, dict(globals(), **g)))
    except Exception, e: print s, type(e).__name__, e
import struct, sys, array, new, types
t("type('A\\0B', (), {})")
class A(object): pass
try: A.__name__='A\0B'
except ValueError, e: print e
t("type.__new__(type, name='C', bases=(), dict={})")
t("type.__new__(type, 'C', bases=(), dict={})")
t("type.__new__(type, 'C', (), x={})")
t("type.__new__(type, 'C', ())")
t("type.__new__(type, name='C', bases=1, dict={})")
t("type(name='C', bases=(), dict={})")
class M(types.ModuleType): __dict__ = 8
t("dir(M('foo'))")
t("vars(M('foo'))")
class Baz(int):
    def __nonzero__(self): return self
t("bool(Baz())")
class BL(long):
    def __nonzero__(self): return self
t("bool(BL())")
class Bz(object):
    def __nonzero__(self): return 2
t("bool(Bz())")
class O:
    def __nonzero__(self): return 'x'
t("bool(O())")
class O:
    def __nonzero__(self): return -1
t("bool(O())")
class O:
    def __nonzero__(self): return True
t("bool(O())")
class O:
    def __nonzero__(self): return 2L
t("bool(O())")
class badzero(int):
    def __cmp__(self, other): raise RuntimeError('x')
a = 10 * sys.maxint
t("range(a, a+1, badzero(1))")
t("range(1,2, badzero(1))")
class G: pass
class V:
    def __trunc__(self): return G()
t("int(V())"); t("long(V())")
class OF(float): pass
class F(object):
    def __float__(self): return OF(3)
t("type(float(F()))")
class F1(float):
    def __float__(self): return self
t("type(float(F1()))")
class F2:
    def __float__(self): return OF(2)
t("type(float(F2()))")
class F3(object):
    def __float__(self): return 3
t("type(float(F3()))")
t("float(buffer('1.5'))")
t("int(bytearray('12'))")
import codecs
t("new.instancemethod(int, 1, 2, kw=1)")
t("new.instancemethod(int)")
t("sys.setrecursionlimit(1<<31)")
t("sys.setrecursionlimit(-1)")
t("sys.setrecursionlimit('a')")
class U(unicode): pass
t("type(unicode(U('x')))")
class U8(unicode):
    def __unicode__(self): return self
t("type(unicode(U8('x')))")
class U9(object):
    def __unicode__(self): return U8('x')
t("type(unicode(U9()))")
class U10(object):
    def __unicode__(self): return 'x'
t("type(unicode(U10()))")
class U11(unicode):
    def __unicode__(self): return u'over'
t("'%s' % U11('x')"); t("u'%s' % U11('x')"); t("'{0}'.format(U11('x'))"); t("u'{0}'.format(U11('x'))"); t("unicode(U11('x'))"); t("'%r' % U11('x')"); t("format(U11('x'))"); t("str(U11('x'))")
class U12(unicode):
    def __str__(self): return 'sover'
t("'%s' % U12('x')"); t("u'%s' % U12('x')")
import itertools, copy
c = itertools.count(-3)
t("copy.copy(c)"); t("c.__reduce__()"); t("next(copy.copy(c))"); t("itertools.count(3.5).__reduce__()"); t("itertools.count(1L<<70).__reduce__()"); t("itertools.count(1,2).__reduce__()"); t("itertools.count(1,1).__reduce__()"); t("itertools.count(step=3L).__reduce__()"); t("copy.copy(itertools.count(sys.maxint-1))")
t("xrange(0, -4, 9223372036854775806)"); t("len(xrange(0, -4, 9223372036854775806))"); t("xrange(0, sys.maxint, sys.maxint-1)"); t("xrange(0, sys.maxint, sys.maxint-1).__reduce__()");t("xrange(-5, 5, 3)");t("xrange(-sys.maxint-1, sys.maxint, sys.maxint)");t("xrange(-sys.maxint-1, sys.maxint, sys.maxint).__reduce__()");t("xrange(5,1,-3)"); t("xrange(10, -sys.maxint-1, -sys.maxint)"); t("xrange(10, -sys.maxint-1, -sys.maxint).__reduce__()")
t("object.__new__(types.ModuleType).__dict__"); t("types.ModuleType.__new__(types.ModuleType).__dict__"); t("types.ModuleType.__new__(types.ModuleType)"); t("types.ModuleType.__new__(types.ModuleType).__name__"); t("types.ModuleType.__new__(types.ModuleType).x")
m = types.ModuleType.__new__(types.ModuleType)
t("setattr(m, 'a', 1)"); t("m.__dict__")
m = types.ModuleType.__new__(types.ModuleType)
t("m.__init__('x')"); t("m.__dict__")
for i in range(3): t("compile(buffer('123\\0'), 'a', 'eval')"); break
t("eval(buffer('123'))"); t("compile(memoryview('1'), 'a', 'eval')")
class I1: pass
t("eval('a', {}, I1())"); t("eval('a', {}, 3)"); t("eval('a', I1())"); t("eval('a', 3)")
t("execfile('/nonexistent', {}, ())"); t("execfile('/nonexistent', {}, 3)"); t("execfile('/nonexistent', {}, I1())"); t("execfile('/nonexistent', 3)")
class Z(long):
    def __hash__(self): return self
t("hash(Z(42))"); t("hash(Z(1<<70))==hash(1<<70)")
class BadInt:
    def __index__(self): 1//0
t("bytearray(BadInt())"); t("bytearray('')"); t("bytearray(1.5)"); t("bytearray(-1)"); t("bytearray(1<<70)")
class BadLen(object):
    def __iter__(self): return iter(range(10))
    def __len__(self): raise RuntimeError('hello')
t("zip(BadLen())"); t("map(None, BadLen())"); t("filter(None, BadLen())"); t("tuple(BadLen())"); t("bytearray(BadLen())"); t("set(BadLen())"); t("reduce(lambda a,b:a, BadLen())"); t("sorted(BadLen())"); t("max(BadLen())")
