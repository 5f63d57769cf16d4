# array: every type over right and wrong values, slices, arithmetic with itself, mutation, files, copies.
import array, copy, pickle, tempfile
A = array.array
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
class I(object):
    def __index__(self): return 5
    def __int__(self): return 6
class F(object):
    def __float__(self): return 2.5
for c in 'cbBuhHiIlLfd':
    print c, A(c).itemsize,
    for v in (0, -1, 127, 128, 255, 256, 2**15, 2**16, 2**31, 2**32, 2**63, 2**64, 1.5, 'a', 'ab', u'a', u'ab', None, True, 5L, I(), F(), [], ''):
        try: print repr(A(c, [v])[0]),
        except Exception as e: print type(e).__name__, e,
    print
t(A); t(A, 'i', 3); t(A, 'z'); t(A, 3); t(A, 'ii'); t(A, u'i'); t(A, 'i', 'abcd'); t(A, 'i', 'abc'); t(A, 'c', 'abc'); t(A, 'u', u'abc'); t(A, 'u', 'abc'); t(A, 'c', u'abc'); t(A, 'i', (1, 2)); t(A, 'i', iter([1, 2])); t(A, 'i', A('b', [1, 2])); t(A, 'i', {1: 2}); t(A, 'i', None); t(A, 'i', [1], 2); t(A, typecode='i'); t(A, 'b', bytearray('ab')); t(A, '')
a = A('i', range(6))
for i in (0, -1, 6, -7, 2L, True, I(), 1.0, 'x', None, slice(1, 3), slice(None, None, -1), slice(5, 1, -2), slice(0, 10, 3), slice('a'), slice(1, 2, 0), 2**70): t(lambda: a[i])
def seti(i, v): a[i] = v
for i, v in ((0, 9), (6, 1), ('x', 1), (0, 'x'), (0, 2**40), (slice(1, 3), A('i', [7, 8, 9])), (slice(1, 3), [1]), (slice(1, 3), A('b', [1])), (slice(0, 6, 2), A('i', [1])), (slice(0, 6, 2), A('i', [1, 2, 3])), (slice(0, 7, 2), A('i', [1, 2, 3, 4])), (slice(2, 2), a), (slice(None), a), (slice(3, 1, -1), A('i', [5, 6]))): t(seti, i, v); print a
def deli(i): del a[i]
for i in (0, -1, 99, slice(1, 3), slice(None, None, 2), slice(None, None, -3), 'x', slice(0, 0)): t(deli, i); print a
a = A('i', [3, 1, 2, 3])
for n, args in (('append', (5,)), ('append', ('x',)), ('append', ()), ('append', (2**40,)), ('extend', ([1, 2],)), ('extend', ([1, 'x', 2],)), ('extend', (3,)), ('extend', (A('b', [1]),)), ('extend', (A('i', [4]),)), ('insert', (0, 7)), ('insert', (-100, 8)), ('insert', (100, 9)), ('insert', ('x', 1)), ('insert', (1,)), ('pop', ()), ('pop', (0,)), ('pop', (99,)), ('pop', ('x',)), ('index', (3,)), ('index', (99,)), ('index', ('x',)), ('count', (3,)), ('count', (3.0,)), ('remove', (3,)), ('remove', (99,)), ('reverse', ()), ('reverse', (1,)), ('byteswap', ()), ('byteswap', ()), ('tolist', ()), ('fromlist', ([1, 2],)), ('fromlist', ((1,),)), ('fromlist', ([1, 'x'],)), ('fromstring', ('abcd',)), ('fromstring', ('abc',)), ('fromstring', (u'abcd',)), ('fromstring', (3,)), ('fromunicode', (u'a',)), ('tounicode', ()), ('tostring', ()), ('buffer_info', (1,)), ('read', ()), ('write', (1,)), ('fromfile', (1, 2)), ('tofile', (3,)), ('__reduce__', ()), ('__sizeof__', (1,)), ('__copy__', ()), ('__deepcopy__', ({},)), ('__len__', ())):
    t(getattr(a, n), *args); print a
a.extend(a); print a; a += a[:2]; print a
def iadd(x): global a; a += x
t(iadd, [1]); t(iadd, A('b')); t(lambda: a + [1]); t(lambda: a + A('b')); t(lambda: a * 'x'); t(lambda: a * -1); t(lambda: 2 * A('c', 'ab')); t(lambda: A('c', 'ab') * 2L); t(lambda: A('i') == [], ); print A('i', [1]) == A('b', [1]), A('i', [1]) < A('d', [1.5]), cmp(A('c', 'b'), A('c', 'a')), A('i') < 3, A('i', [1, 2]) > A('i', [1]), 3 in A('i', [3]), 'x' in A('i', [3]); t(hash, A('i'))
class S(A):
    def __init__(self, *a): self.x = 1
for o in (A('d', [1.5]), A('u', u'\xe9'), A('c', 'x\0'), S('i', [1])):
    for p in (0, 1, 2): r = pickle.loads(pickle.dumps(o, p)); print r, type(r) is type(o), r.__dict__ if isinstance(r, S) else '',
    print copy.copy(o), copy.deepcopy(o), repr(o), str(o), o.__reduce__()
f = tempfile.TemporaryFile(); A('h', [1, 2, 3]).tofile(f); f.seek(0); b = A('h'); t(b.fromfile, f, 2); print b; t(b.fromfile, f, 5); print b; f.seek(0); t(b.fromfile, f, -1); t(b.read, f, 1); f.close(); t(b.tofile, f); t(b.fromfile, f, 1)
it = iter(a); print it.next(), type(it), list(it)[:2], [n for n in dir(A) if n[0] != '_'], A.__name__, array.ArrayType is A
b = A('i', [1, 2, 3]); out = []
for x in b:
    out.append(x)
    if len(b) < 8: b.append(x * 2)
print out
m = buffer(b); print len(m), str(m)[:4] == b[:1].tostring(); print A('c', 'abc').buffer_info()[1], b.buffer_info()[1]
