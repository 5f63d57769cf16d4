# array: values of all codes at their borders, slices and repeats of itself, files that lie, conversions that raise or mutate.
import array
import os
import sys
import tempfile

A = array.array


def attempt(f, *args, **kwargs):
    try:
        r = repr(f(*args, **kwargs))
        return r if len(r) < 90 else r[:40] + '...' + r[-20:]
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


class Index(object):
    def __init__(self, n):
        self.n = n

    def __index__(self):
        if isinstance(self.n, Exception):
            raise self.n
        return self.n


class Int(object):
    def __int__(self):
        return 66


class Float(object):
    def __float__(self):
        return 0.5


VALUES = (0, -1, 127, 128, 255, 256, -129, 2 ** 15, 2 ** 16, -2 ** 15 - 1, 2 ** 31, 2 ** 32, 2 ** 63, 2 ** 64, -2 ** 63 - 1, 1.5, 'a', 'ab', '', u'a', u'ab', None, True, Index(3), Int(), Float(), [], 1e39, float('nan'), 10L)
for code in 'cubBhHiIlLfd':
    a = A(code)
    print code, a.itemsize, '; '.join(attempt(lambda: [a.append(v), a[-1], a.pop()][1]) for v in VALUES)
    a = A(code, ['a'] if code == 'c' else [u'a'] if code == 'u' else [1])
    print [attempt(getattr(a, m), v) for m in ('remove', 'index', 'count') for v in ('a', 1, 5, None)], attempt(a.__setitem__, 0, None), attempt(a.insert, 0, None), attempt(a.__contains__, None)
for args in ((), (5,), ('',), ('xx',), ('x',), (None,), ('i', 5), ('i', None), ('i', 'abcd'), ('i', 'abc'), ('i', u'ab'), ('c', 'abc'), ('c', u'abc'), ('c', ['a', 'bc']), ('u', u'ab'), ('u', 'ab'), ('u', [u'a', 'b']), ('i', [1, 'x']), ('i', {1: 2}), ('i', set([3])), ('i', (i for i in (1, 2))),
             ('i', A('h', [1, 2])), ('h', A('d', [1.5])), ('d', A('i', [1])), ('i', A('u', u'a')), ('c', A('c', 'x')), ('i', bytearray('abcd')), ('b', bytearray('\1\2')), ('B', buffer('ab')), (u'i', [1]), (u'\xe9',), ('i', [1], 2), ('i', xrange(3)), ('f', [0.1, 1e-46])):
    print attempt(A, *args)
print attempt(A, typecode='i'), attempt(A, 'i', x=1)

# Slices, repeats, sums, of itself and of others.
a = A('i', range(10))
for s in (slice(2, 5), slice(None, None, -2), slice(5, 2), slice(-3, None), slice(100, 200), slice(0, 0), slice(None, None, 3), slice(7, 1, -3)):
    b = A('i', a)
    print s.indices(10), b[s].tolist(),
    for v in (A('i', [7, 7]), A('i'), A('i', range(4)), b, A('h', [1]), [1], 5, None):
        c = A('i', a)
        if v is b:
            v = c
        try:
            c[s] = v
            print c.tolist(),
        except Exception as e:
            print type(e).__name__, e,
    c = A('i', a)
    del c[s]
    print c.tolist()
for f in (lambda: a + [1], lambda: a + A('h'), lambda: a + A('i', [5]), lambda: [1] + a, lambda: a * 2, lambda: 2 * A('c', 'ab'), lambda: a * -1, lambda: a * 1.5, lambda: a * 'x', lambda: a * Index(2), lambda: a * 2 ** 70, lambda: A('d', [1]) * 2 ** 62, lambda: a[Index(2)], lambda: a[1.5], lambda: a['x'], lambda: a[2 ** 70],
          lambda: a[10], lambda: a[-11], lambda: a[Index(KeyError('k'))], lambda: a[1:5:0], lambda: a[1:'x'], lambda: a.pop(20), lambda: A('i').pop(), lambda: a.pop('x'), lambda: a.insert(1), lambda: a.extend(5), lambda: a.extend([1, 'x']), lambda: a.extend(A('h')), lambda: a.fromlist((1,)), lambda: a.fromlist([1, 'x', 2]),
          lambda: a.fromstring('abc'), lambda: a.fromstring(u'abcd'), lambda: a.fromstring(5), lambda: a.fromunicode(u'a'), lambda: A('u').fromunicode('ab'), lambda: A('i').tounicode(), lambda: A('c', 'ab').tounicode(), lambda: a.tostring(1), lambda: a.byteswap(1), lambda: A('u', u'ab').tostring()):
    print attempt(f), len(a)
b = A('i', [1, 2])
b += b
b *= 2
b.extend(b)
print b.tolist(), attempt(b.__iadd__, [1]), attempt(b.__imul__, 'x'), attempt(b.__iadd__, A('h', [1]))
b *= 0
print b, b == A('i'), A('i') == [], A('i', [1]) == A('d', [1.0]), A('i', [1]) < A('h', [2]), A('i', [1]) < A('i', [1, 0]), cmp(A('c', 'a'), A('c', 'b')), attempt(hash, b), attempt(lambda: A('i', [1]) < [2])
for code in 'hHiIlLfdcub':
    c = A(code, u'ab' if code == 'u' else 'ab' if code == 'c' else [1, 2])
    print code, attempt(c.byteswap), repr(c.tostring()) if code not in 'lLfdu' else len(c.tostring()), c.buffer_info()[1], repr(c) if code not in 'lLfd' else ''

# What mutates the array meanwhile.
class Mutating(object):
    def __init__(self, n):
        self.n = n

    def __eq__(self, other):
        del a[:]
        return False

    def __int__(self):
        del a[:]
        return self.n


def source():
    yield 1
    del a[:]
    yield 2
    a.append(50)
    yield 3


a = A('i', range(5))
print a.count(Mutating(1)), a.tolist(),
a = A('i', range(5))
print attempt(a.index, Mutating(1)), attempt(a.remove, Mutating(1)), a.tolist(),
a = A('i', range(5))
a.append(Mutating(9))
print a.tolist(),
a = A('i', range(5))
print attempt(a.__setitem__, 3, Mutating(9)), a.tolist(), attempt(a.insert, 2, Mutating(4)), a.tolist(),
a = A('i', range(5))
a.extend(source())
print a.tolist(),
it = iter(A('i', range(3)))
print it.next(), list(it), list(it), attempt(it.next)
a = A('i', [0])
print [a.append(x + 1) or x for x in a if len(a) < 8]

# Files that are short, not files, closed, or not for reading.
f = tempfile.TemporaryFile()
A('h', range(10)).tofile(f)
f.seek(0)
b = A('h')
print attempt(b.fromfile, f, 3), b.tolist(), attempt(b.fromfile, f, 100), b.tolist(), attempt(b.fromfile, f, 1), attempt(b.fromfile, f, -1), attempt(b.fromfile, f, 'x'), attempt(b.fromfile, f), attempt(b.fromfile, 5, 1), attempt(b.tofile, 5), attempt(b.tofile), attempt(b.read, f, 0)
f.seek(3)
print attempt(A('d').fromfile, f, 2 ** 62)
f.close()
print attempt(b.fromfile, f, 1), attempt(b.tofile, f)
with open(os.devnull, 'w') as w:
    print attempt(b.fromfile, w, 1), b.tolist()
import StringIO
print attempt(b.tofile, StringIO.StringIO()), attempt(b.fromfile, StringIO.StringIO('ab'), 1)

# Pickles, copies, subclasses, attributes.
import copy
import pickle
for p in (0, 1, 2):
    for c in (A('i', [1, -2]), A('u', u'\u20ac'), A('c', 'x\0'), A('d')):
        d = pickle.loads(pickle.dumps(c, p))
        print d == c, d.typecode,
print


class D(A):
    x = 5

    def __new__(cls, code, items=(), extra=None):
        self = A.__new__(cls, code, items)
        self.extra = extra
        return self

    def append(self, v):
        A.append(self, v * 2)


d = D('i', [1], 'more')
d.append(4)
print d, d.extra, type(d[:]), type(d + d), type(d * 2), type(copy.copy(d)), copy.deepcopy(d), d.__reduce__()[0] is D or d.__reduce__()[0], pickle.loads(pickle.dumps(A('B', [3]), 2)), attempt(setattr, A('i'), 'x', 1), attempt(setattr, d, 'typecode', 'x'), attempt(delattr, d, 'itemsize')
print A is array.ArrayType, A.__name__, sorted(n for n in dir(A) if n[:2] != '__'), buffer(A('c', 'abc'))[1], attempt(memoryview, A('i', [1])), attempt(bytearray, A('h', [1, 2])), attempt(str, A('c', 'abc')), attempt(unicode, A('c', 'abc')), attempt(int, A('c', '12'))


# Hot: the same loop over arrays of every code.
def total(a, n):
    t = 0
    for i in xrange(n):
        a[i % len(a)] = a[(i + 1) % len(a)]
        t += a[i % len(a)]
    return t


for code in 'bBhHiIlLfd':
    print code, total(A(code, [1, 2, 3, 100]), 400),
print attempt(total, A('c', 'ab'), 5), attempt(total, A('i', range(4)), -1)
