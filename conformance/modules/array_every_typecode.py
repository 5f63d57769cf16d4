# array: typecodes with borders, methods with wrong arguments, slices, comparison, pickles, files, buffers and subclasses.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import array, pickle, copy, tempfile, operator as O
A = array.array
for c in 'cbBuhHiIlLfd':
    a = A(c); print c, a.itemsize, a.typecode, repr(a), len(a), a.tolist(), a.buffer_info()[1],
    for v in (0, 1, -1, 127, 128, 255, 256, 32767, 32768, 65536, 2**31, 2**32, 2**63, -2**63 - 1, 2**64, 1.5, 'a', 'ab', '', u'\u20ac', u'ab', None, 5L, True, 1j, float('nan')):
        try: a.append(v); print a[-1],
        except Exception as e: print type(e).__name__ + ':' + str(e),
    print
for args in ((), ('x',), ('ii',), (5,), ('i', 5), ('i', 'abcd'), ('i', 'abc'), ('i', u'ab'), ('u', u'ab'), ('u', 'ab'), ('c', 'abc'), ('c', u'abc'), ('c', ['a', 'bc']), ('i', [1, 'a']), ('i', (1, 2)), ('i', iter([1])), ('i', A('f', [1.5, 2])), ('f', A('i', [1])), ('i', A('i', [1])), ('i', None), ('i', {1: 2}), ('d', [1, 2L]), ('i', [1], 2), ('b', bytearray('ab')), ('b', buffer('ab')), ('i', xrange(3)), ('c', A('c', 'x')), ('l', [2**70]), (u'i',), (u'\u20ac',), ('',)): print len(args), [x for x in args if isinstance(x, (int, str, list, tuple, unicode))],; t(A, *args)
t(A, typecode='i'); t(A, 'i', initializer=[1]); print array.ArrayType is A, A.__name__, A.__module__
a = A('i', range(5))
for m, argss in (('append', [(), ('x',), (1, 2)]), ('extend', [([9],), (5,), (A('f', [1]),), (A('i', [7]),), (['x'],), ('ab',)]), ('fromlist', [([1],), ((1,),), (['x', 1],), (None,), ([2, 'y'],)]), ('fromstring', [('abcd',), ('abc',), (5,), (u'abcd',), ('',), (buffer('abcd'),)]), ('fromunicode', [(u'x',), ('x',)]), ('tounicode', [()]), ('tostring', [(), (1,)]), ('tolist', [()]), ('index', [(1,), (99,), ('a',), (1.0,), (1, 0)]), ('count', [(1,), ('x',), (1L,)]), ('remove', [(1,), (99,), ('x',)]), ('insert', [(0, 5), (-1, 6), (100, 7), (-100, 8), ('x', 1), (0, 'x'), (1,)]), ('pop', [(), (0,), (-1,), (99,), ('x',), (1.5,)]), ('reverse', [(), (1,)]), ('byteswap', [()]), ('byteswap', [()]), ('buffer_info', [(1,)]), ('write', [(5,)]), ('read', [(5,)]), ('fromfile', [(5, 1), (5,)]), ('tofile', [(5,)]), ('__copy__', [()]), ('__deepcopy__', [({},)]), ('__reduce__', [()]), ('__sizeof__', [(1,)])):
    for args in argss: print m, len(args),; t(getattr(a, m), *args); print a.tolist()[:9]
a = A('i', range(6))
for s in ('a[0]', 'a[-1]', 'a[6]', 'a["x"]', 'a[1.5]', 'a[1:3]', 'a[::2]', 'a[::-1]', 'a[5:1]', 'a[None:]', 'a[2L]', 'a[True]', 'a[...]', 'a[1, 2]', 'a * 2', '2 * a', 'a * -1', 'a * 1.5', 'a + a', 'a + [1]', 'a + A("f")', '[1] + a', '3 in a', '"x" in a', '3.0 in a', 'len(a)', 'max(a)', 'bool(A("i"))', 'hash(a)', 'a == [0]', 'a == A("i", range(6))', 'a == A("d", range(6))', 'a < A("i", [9])', 'a < A("d", [0.5])', 'cmp(a, a[:2])', 'a != 5', 'A("c", "a") == A("u", u"a")', 'sorted(a)', 'list(reversed(a))', 'str(a)', 'repr(A("c", "a\'\\n"))', 'repr(A("u", u"\\u20ac"))', 'repr(A("d", [0.1]))', 'iter(a)', 'a.x', 'a.typecode', 'a[2:4:1]', 'a[1:5:-1]'): print s,; t(eval, s)
def st(s):
    a = A('i', range(6))
    try: exec s; print s, '|', a.tolist()
    except Exception as e: print s, '|', type(e).__name__, e
for s in ('a[0] = 9', 'a[9] = 1', 'a[0] = "x"', 'a[0] = 1.5', 'a["x"] = 1', 'a[1:3] = A("i", [7])', 'a[1:3] = [7]', 'a[1:3] = A("f", [7])', 'a[::2] = A("i", [7, 8, 9])', 'a[::2] = A("i", [7])', 'a[5:1] = A("i", [7])', 'a[::-1] = a', 'a[1:1] = a', 'a[:] = A("i")', 'del a[0]', 'del a[9]', 'del a[1:3]', 'del a[::2]', 'del a[::-2]', 'del a["x"]', 'a += a', 'a += [1]', 'a += A("b", [1])', 'a *= 2', 'a *= 0', 'a *= "x"', 'a.typecode = "b"', 'a.x = 1', 'a[2:0:-1] = A("i", [4, 5])', 'a[None:None] = A("i", [1])', 'a[1:2:3, 4] = 1', 'a.extend(a)', 'a[0:2] = a[4:]', 'b = buffer(a); a[0] = 255; assert ord(b[0]) == 255', 'a.fromlist([1, "x"])'): st(s)
for c in 'cbuhId':
    a = A(c, u'ab' if c == 'u' else 'ab' if c == 'c' else [1, 2])
    for p in (0, 1, 2): b = pickle.loads(pickle.dumps(a, p)); print b == a, b.typecode,
    print copy.copy(a) is a, copy.deepcopy(a) == a, a.__reduce__()[1]
f = tempfile.TemporaryFile(); A('h', [1, 2, 3]).tofile(f); f.seek(0); a = A('h'); a.fromfile(f, 2); print a; t(a.fromfile, f, 5); print a; f.seek(0); t(a.fromfile, f, -1); t(a.fromfile, f, 'x'); t(a.read, f, 1); a.write(f); print a; f.close(); t(a.tofile, f); t(a.fromfile, f, 1)
class Sub(A):
    def __new__(cls, *a): o = A.__new__(cls, 'i', a); o.tag = 't'; return o
    def __getitem__(s, i): return 'sub %s' % i
s = Sub(1, 2); print repr(s), s.tag, s[0], type(s[0:1]), list(s), type(s + s).__name__, type(s * 2).__name__, s == A('i', [1, 2]), type(copy.copy(s)).__name__
m = memoryview(bytearray('ab')); t(memoryview, A('i')); print str(buffer(A('b', [65, 66]), 1)), bytearray(A('b', [1, 2])), ''.join([A('c', 'xy').tostring()]); t(lambda: ''.join([A('c', 'xy')])); t(lambda: 'a' + A('c', 'b')); t(int, A('c', '12')); t(float, A('c', '1.5')); t(unicode, A('c', 'ab')); t(lambda: open(A('c', 'x')))
x = A('d', [1.5] * 100); r = 0
for i in xrange(3000):
    r += x[i % 100]
    if i == 2000: x[50] = 7
    if i == 2500: x = A('l', range(100))
print r
