# struct, marshal, array and memoryview together: layouts with padding, all codes, offsets, buffers of others, what is refused.
import struct, array, marshal, StringIO, ctypes, mmap
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
for f in ('', 'x', 'cbB', 'hHiIlLqQ', 'fd', '3s', '0s', '5p', '1p', '?', 'P', '@bi', '=bi', '<bi', '>bi', '!bi', 'b0i', 'i0q', '2h', 'h2x', ' i i ', '10x', 'z', '3', '<P', '-1i', 'i!', '0', u'i'): print repr(f), ; t(struct.calcsize, f)
for f, a in (('<bBhHiIqQ', (-1, 255, -2, 65535, -3, 4294967295, -4, 2 ** 64 - 1)), ('>fd', (1.5, -2.25)), ('<f', (1e39,)), ('<f', (float('inf'),)), ('<f', (float('nan'),)), ('5s', ('ab',)), ('2s', ('abc',)), ('3p', ('abcdef',)), ('0p', ('x',)), ('?', ([],)), ('?', ('x',)), ('c', ('ab',)), ('c', (5,)), ('b', (128,)), ('B', (-1,)), ('<h', (40000,)), ('<H', (-1,)), ('<i', (2 ** 31,)), ('<I', (-1,)), ('<q', (2 ** 63,)), ('<Q', (-1,)), ('i', ('x',)), ('i', (1.5,)), ('<i', (1.0,)), ('d', ('x',)), ('s', (5,)), ('s', (u'u',)), ('P', (-1,)), ('ii', (1,)), ('i', (1, 2)), ('xx', ()), ('<3h', (1, 2, 3)), ('i', (True,)), ('<i', (5L,)), ('f', (2 ** 2000,)), ('<d', (5,))): print f, a if 'd' not in f or a != (2 ** 2000,) else '', ; t(struct.pack, f, *a)
class Ix(object):
    def __index__(self): return 7
class In(object):
    def __int__(self): return 8
t(struct.pack, '<i', Ix()); t(struct.pack, '<i', In())
for f, b in (('<h', '\1\2'), ('<h', '\1'), ('3s', 'abc'), ('3p', '\2ab'), ('3p', '\xffab'), ('?', '\5'), ('<f', '\0\0\x80\x7f'), ('<2b', bytearray('\1\xff')), ('<h', buffer('\1\2')), ('<h', memoryview('\1\2')), ('<h', array.array('h', [258])), ('h', u'ab'), ('h', 5), ('', ''), ('', 'x'), ('<Q', '\xff' * 8), ('>q', '\xff' * 8)): print f, ; t(struct.unpack, f, b)
b = bytearray(8); struct.pack_into('<h', b, 2, 258); print repr(b), struct.unpack_from('<h', b, 2), struct.unpack_from('<h', 'xx\1\2'), struct.unpack_from('b', b, -6); t(struct.pack_into, '<h', b, 7, 1); t(struct.pack_into, '<h', b, -9, 1); struct.pack_into('<h', b, -2, 5); print repr(b); t(struct.pack_into, '<h', 'ro', 0, 1); t(struct.unpack_from, '<h', b, 7); t(struct.unpack_from, '<i', 'ab'); t(struct.pack_into, 'h', b); a = array.array('c', 'zzzz'); struct.pack_into('2s', a, 1, 'ab'); print a; m = mmap.mmap(-1, 8); struct.pack_into('4s', m, 2, 'data'); print repr(m[:]); c = (ctypes.c_char * 4)(); struct.pack_into('<i', c, 0, 0x41424344); print c.value, struct.unpack_from('<i', c), str(buffer(c)), bytearray(c), len(memoryview(c)); m.close()
s = struct.Struct('<hb'); print s.size, s.format, s.pack(1, 2).__repr__(), s.unpack('\1\0\2'), s.unpack_from('x\1\0\2', 1); t(s.pack, 1); t(struct.Struct); t(struct.Struct, 5); t(struct.Struct, 'zz'); t(setattr, s, 'size', 5); print struct.error.__module__, struct.error.__name__, struct._clearcache() if hasattr(struct, '_clearcache') else ''
for v in (None, True, 5, -5, 2 ** 40, 1.5, 1j, 'str', u'u\u20ac', (1, (2,)), [1, [2]], {1: 2}, set([1]), frozenset([2]), Ellipsis, StopIteration, array.array('c', 'ab'), buffer('x'), bytearray('b'), object, len): 
    for ver in 0, 1, 2:
        try: d = marshal.dumps(v, ver); print repr(d), repr(marshal.loads(d)),
        except Exception as e: print type(e).__name__, e,
    print
for b in ('', 'i', 'i\1\2', 'zz', 'N', '(\xff\xff\xff\xff', '[\1\0\0\0', 's\5\0\0\0ab', 'l\xff\xff\xff\x7f', 'u\1\0\0\0\xff', 'f\3abc', '{N', 'R\0\0\0\0', '0', 't\1\0\0\0xR\0\0\0\0'): print repr(b), ; t(marshal.loads, b)
t(marshal.loads, 5); t(marshal.loads, u'N'); t(marshal.dump, 1, 5); t(marshal.load, StringIO.StringIO('N')); t(marshal.dumps, [[]] * 2 + [lambda: 0]); print marshal.version
