# Corners of files, io, itertools, exceptions and dir.
import bisect
import copy
import io
import itertools
import pickle
import warnings


class C(file):
    closed_by = None

    def close(self):
        self.closed_by = 'close'
        file.close(self)


with C('/dev/null') as f:
    pass
print f.closed_by, f.closed, repr(open('/dev/null'))[:30], open('/dev/null').errors


class Again(object):
    def __iter__(self):
        return self

    def next(self):
        first, self.it = self.it, None
        return next(first) if first is not None else 1


def tees():
    a = Again()
    x, y = itertools.tee(a)
    a.it = y
    try:
        next(x)
    except RuntimeError as e:
        print e
    print next(x), next(y)


tees()
for c in [itertools.count(-3), itertools.count(2.5), itertools.count(1, 3), itertools.count(10 ** 20)]:
    next(c)
    print c.__reduce__()[1], copy.copy(c), next(c)
for e in [OSError(2, 'x'), OSError(2, 'x', 'f'), KeyError('k')]:
    e.note = 'kept'
    print pickle.loads(pickle.dumps(e, 2)).__dict__, e.__reduce__()[1:]
print bisect.bisect == bisect.bisect_right, bisect.insort == bisect.insort_right


class Raw(io.RawIOBase):
    def readable(self):
        return True
    writable = seekable = readable

    def tell(self):
        return 0

    def close(self):
        raise IOError('close')


with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    b = io.BufferedWriter(Raw(), 8, 12)
    io.BufferedRWPair(Raw(), Raw(), 8, 12)
    print [str(x.message) for x in w]


def bad():
    raise IOError('flush')


b.flush = bad
try:
    b.close()
except IOError as e:
    print e, b.closed
b.raw.__class__ = type('Quiet', (io.RawIOBase,), {})
for size in [0, -1, 2 ** 63 - 1]:
    try:
        io.BufferedReader(io.BytesIO(), size)
    except (ValueError, MemoryError) as e:
        print type(e).__name__, e


class Keys(dict):
    def keys(self):
        return ['b', 'a', 'b']


class Text:
    def __getitem__(self, k):
        raise KeyError(k)

    def keys(self):
        return 'a'


print eval('dir()', {}, Keys())
try:
    eval('dir()', globals(), Text())
except TypeError as e:
    print e


class NoClass(object):
    __slots__ = ['__class__', '__dict__']


n = NoClass()
n.bar = 1
print dir(n)
import array
for code in ["int(array.array('c', '12'))", "int(buffer(array.array('c')))", "float(buffer('1.5'))", "float(buffer(array.array('c')))", "unicode(buffer('x'))"]:
    try:
        print eval(code)
    except TypeError as e:
        print e
for mapping in [(), [], Again()]:
    try:
        exec 'x = 1' in {}, mapping
    except TypeError as e:
        print e
