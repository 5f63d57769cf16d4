# struct: every format character with borders and wrong values, order marks, repeat counts, padding, pack_into and unpack_from, Struct objects.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import struct, array, warnings, pickle, copy
warnings.simplefilter('ignore')
for o in ('', '@', '=', '<', '>', '!'):
    print repr(o), [(c, struct.calcsize(o + c)) for c in 'xcbB?hHiIlLqQfdsp' + ('P' if o in ('', '@') else '')]
for o in ('<', '@', '>'):
    for c in 'bBhHiIlLqQ':
        n = struct.calcsize(o + c) * 8; row = []
        for v in (0, 1, -1, 2**(n - 1) - 1, 2**(n - 1), -2**(n - 1), -2**(n - 1) - 1, 2**n - 1, 2**n, 2**80, 1.5, '1', None, True, 5L):
            try: s = struct.pack(o + c, v); row.append('%s %r' % (s.encode('hex'), struct.unpack(o + c, s)[0]))
            except Exception as e: row.append('%s %s' % (type(e).__name__, e))
        print o + c, ' ; '.join(row)
class Ix(object):
    def __index__(s): return 7
class In(object):
    def __int__(s): return 8
class Fl(object):
    def __float__(s): return 2.5
class Bad(object):
    def __index__(s): raise ValueError('index')
for c in ('b', 'I', 'q', 'f', 'd', '?', 'c', '3s', '4p', 'P', 'x'):
    for v in (Ix(), In(), Fl(), Bad(), 1.9, 'a', 'abcdef', '', u'a', bytearray('a'), [], None, 1e39, float('nan'), float('inf'), -0.0, 2**70): print c, type(v).__name__, v if isinstance(v, (float, str, long)) else '',; t(struct.pack, '<' + c if c != 'P' else c, v)
for f in ('', ' ', 'x', '3x', '0i', 'i i', '2 i', 'i2', '2', 'z', '<@i', 'i<', '@', '99999999999999999999i', '0s', 's', '10s', '0p', 'p', '300p', '?', 'bi', 'ib', 'bq', '<bq', '=bq', 'b0i', 'b0q', 'ixxh', 'P', '<P', 'n', u'i', 'i\0', '\xe9', 5, None, ['i']):
    print repr(f) if not isinstance(f, buffer) else 'buf',; t(struct.calcsize, f)
for f, a in (('i', ()), ('i', (1, 2)), ('', ()), ('', (1,)), ('3x', ()), ('3x', (1,)), ('2s', ('abc',)), ('5s', ('ab',)), ('0s', ('ab',)), ('s', (5,)), ('3p', ('abcdef',)), ('1p', ('a',)), ('0p', ('a',)), ('300p', ('x' * 299,)), ('2c', ('a', 'b')), ('2c', ('ab',)), ('c', ('',)), ('2?', (0, 'x')), ('?', ([],)), ('bxh', (1, 2)), ('ci', ('a', 1)), ('<ci', ('a', 1)), ('bl', (1, 2)), ('2i', (1,)), ('i', ('x',)), ('h', (40000,)), ('5sb', (u'abc', 1))): print f, a,; t(struct.pack, f, *a)
for f, s in (('i', 'abcd'), ('i', 'abc'), ('i', 'abcde'), ('', ''), ('', 'x'), ('2s', 'ab'), ('3p', '\x02ab'), ('3p', '\xffab'), ('1p', 'a'), ('?', '\2'), ('f', '\0\0\xc0\x7f'), ('<f', '\xff\xff\x7f\x7f'), ('<d', '\0\0\0\0\0\0\xf0\x7f'), ('2b', u'ab'), ('2b', buffer('ab')), ('2b', bytearray('ab')), ('2b', memoryview('ab')), ('2b', array.array('c', 'ab')), ('2b', 5), ('2b', None), ('>q', '\x80' + '\0' * 7), ('>Q', '\x80' + '\0' * 7), ('<l', '\xff' * 4), ('I', '\xff' * 4), ('c2x', 'abc'), ('x', 'a'), ('P', '\1' + '\0' * 7)): print f, repr(s) if not isinstance(s, (buffer, memoryview)) else type(s).__name__,; t(struct.unpack, f, s)
b = bytearray(10)
for a in (('<h', b, 0, 258), ('<h', b, 8, 1), ('<h', b, 9, 1), ('<h', b, -2, 3), ('<h', b, -11, 3), ('<h', b, 0), ('<h', b), ('<h',), ('<h', 'str', 0, 1), ('<h', b, 'x', 1), ('<h', b, 0, 1, 2), ('', b, 10), ('', b, 11), ('<h', b, 0, 'x'), ('<h', array.array('c', 'abc'), 1, 1), ('<h', 5, 0, 1), ('<h', b, 2**70, 1)): print a[0], a[2:],; t(struct.pack_into, *a); print repr(b)
for a in (('<h', 'abcd'), ('<h', 'abcd', 1), ('<h', 'abcd', 3), ('<h', 'abcd', -2), ('<h', 'abcd', -5), ('<h', 'a'), ('<h', u'abcd'), ('<h', 5), ('<h', 'abcd', 'x'), ('<h',), ('', ''), ('<h', buffer('abcd'), 2), ('<h', array.array('b', [1, 2, 3, 4]), 2)): print a[0], a[2:],; t(struct.unpack_from, *a)
s = struct.Struct('<hb'); print s.format, s.size, s.pack(1, 2), s.unpack('abc'), s.unpack_from('xabc', 1), s.unpack_from(buffer='abcd', offset=1), [n for n in dir(s) if n[0] != '_'], type(s); t(s.pack, 1); t(s.unpack, 'ab'); t(s.unpack); t(s.pack_into, b, 8, 1, 2); t(setattr, s, 'size', 1); t(setattr, s, 'format', 'i'); t(struct.Struct); t(struct.Struct, 5); t(struct.Struct, u'i'); t(struct.Struct, u'\u20ac'); t(struct.Struct, 'z'); t(struct.Struct, 'i', 'j'); print struct.Struct(format='b').size; t(copy.copy, s); t(lambda: pickle.dumps(s, 2)); s.__init__('i'); print s.size; s2 = struct.Struct.__new__(struct.Struct); t(s2.pack, 1) if 0 else None; print struct.error, struct.error.__mro__[1], struct.__all__ if hasattr(struct, '__all__') else ''
class Sub(struct.Struct):
    def __init__(s, f): struct.Struct.__init__(s, '>' + f); s.tag = f
print Sub('h').pack(1), Sub('h').tag; r = 0
for i in xrange(2000): r += struct.unpack('<H', struct.pack('<h', i - 1000))[0]
print r
