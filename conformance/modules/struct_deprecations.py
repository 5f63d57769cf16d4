# Conversions in struct that warn; memory views to pack into; attributes of old-style classes.
def t(s, g={}):
    try: print s, '->', repr(eval(s, dict(globals(), **g)))
    except Exception, e: print s, type(e).__name__, e
class C: pass
t("C.__call__"); t("C.__hash__"); t("C.__class__"); t("C.__name__"); t("C.__repr__"); t("C.__setattr__"); t("hasattr(C,'__call__')"); t("C.__module__"); t("C.mro"); t("C.__new__"); t("getattr(C, '__getattribute__', 5)")
import struct, warnings
warnings.simplefilter('always')
import sys
def sw(m, c, f, l, file=None, line=None): print c.__name__, m
warnings.showwarning = sw
for f in 'bBhHiIlLqQ?c':
    for e in '@<':
        for v in ['1.5', '3+4j', "'a'", 'None', 'I1()', 'I2()', 'I3()', 'I4()']:
            class I1(object):
                def __int__(self): return 4
            class I2(object):
                def __index__(self): return 4
            class I3(object):
                def __index__(self): return 'a'
            class I4(object):
                def __int__(self): return 4
                def __long__(self): return 5L
            t("struct.pack(%r, %s)" % (e+f, v), globals())
t("format(object(), 'x')[:5]"); t("format([], '5')"); 
class W(object): 
    def __str__(self): return 'W'
t("format(W(), '5')"); t("'{:5}'.format(W())"); t("u'{:5}'.format(W())"); t("format(W())"); t("W().__format__('3')"); t("object.__format__(3, '5')"); t("format(None, '6')"); t("format(True, '5')"); t("format(C, '<50')")
class D: 
    def __str__(self): return 'D'
t("struct.pack_into('4s', memoryview(bytearray(8)), 0, 'test')")
b = bytearray(8)
t("struct.pack_into('4s', memoryview(b), 1, 'test')"); t("b")
t("struct.pack_into('4s', memoryview('12345678'), 0, 'test')")
t("struct.pack_into('4s', buffer('12345678'), 0, 'test')")
t("struct.unpack_from('4s', memoryview(b), 1)")
