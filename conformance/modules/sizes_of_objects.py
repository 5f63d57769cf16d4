# sys.getsizeof, __sizeof__, __basicsize__, __itemsize__: what objects take in CPython.
import array
import collections
import datetime
import io
import itertools
import struct
import sys


class A(object):
    pass


class B(object):
    __slots__ = ('a', 'b')


class O:
    def __sizeof__(self):
        return 1


def f(a, b=1):
    return a


def g():
    yield 1


class C(object):
    def m(self):
        pass


x = []
for i in range(20):
    x.append(i)
for v in [
        None, True, 1, 2**31, 2**62, 2**63, 2**100, 10**100, 1.5, 1j, '', 'a','abc'*10, u'', u'a', u'abc'*10,
        (), (1,), (1,2,3), [], [1], [1,2,3], x, {}, {1:2}, dict.fromkeys(range(6)), dict.fromkeys(range(100)),
        set(), set([1]), set(range(6)), set(range(100)), frozenset(), frozenset(range(9)), bytearray(),
        bytearray('abc'), buffer('a'), xrange(3), slice(1), A(), B(), O(), A, O, f, C().m, C.m, len, [].append,
        g(), f.__code__, sys, iter([]), iter(()), iter({}), iter(''), iter(set()), enumerate([]), reversed([]),
        property(), staticmethod(f), classmethod(f), super(A,A()), object(), NotImplemented, Ellipsis,
        Exception(), Exception(1), IOError(1,2), array.array('i',[1,2,3]), collections.deque(),
        collections.defaultdict(int), itertools.count(), itertools.chain(), itertools.repeat(1),
        datetime.date(2000,1,1), datetime.datetime(2000,1,1), datetime.timedelta(1), datetime.time(),
        struct.Struct('i'), io.BytesIO(), io.StringIO(), memoryview('abc'), {}.keys(), {}.viewkeys(),
        {}.iteritems(), sys.stdout, int, type, str, dict.__dict__, type.__dict__['__dict__'], str.join,
        f.__closure__, (lambda: f).__closure__, sys.flags, sys.exc_info, weakref.ref(A) if 0 else 0, zip,
        BaseException, sys.float_info, long(3), -1L, 0L, 2**30-1L, bytearray(5), 'x'*1000, range(1000),
        list('abc'), dict(a=1), [i for i in range(5)], collections.OrderedDict, collections.Counter('abc')
]:
    try:
        print type(v).__name__, sys.getsizeof(v), getattr(v, '__sizeof__', lambda: -1)()
    except TypeError as e:
        print type(v), e


class Slots(list):
    __slots__ = 'a', 'b', 'c'


class WithDict(Slots):
    pass


class Weak(Slots):
    __slots__ = '__weakref__',


class T(tuple):
    pass


class Lies(object):
    def __init__(self, n):
        self.n = n

    def __sizeof__(self):
        return self.n


for v in Slots(), WithDict(), Weak(), T('abc'), Lies(1), Lies(True), Lies(10 ** 30), Lies(sys.maxint), Lies(-1), Lies('x'), Lies(2.7), O():
    for more in (), ('default',):
        try:
            print type(v).__name__, sys.getsizeof(v, *more)
        except Exception as e:
            print type(v).__name__, type(e).__name__, e
for t in (object, int, str, unicode, tuple, list, dict, set, type, A, B, C, Slots, WithDict, Weak, T, Lies, Exception, IOError,
          file, slice, bytearray, collections.OrderedDict, datetime.date, array.array, type(f), type(g()), type(None)):
    print t.__name__, t.__basicsize__, t.__itemsize__, t.__flags__ >> 14 & 1, '__sizeof__' in t.__dict__
for b in (bytearray(), bytearray('a'), bytearray('abc'), bytearray(5), bytearray('x' * 100), bytearray(u'abc', 'ascii'),
          bytearray([1, 2, 3])):
    sizes = [b.__alloc__(), b.__sizeof__()]
    for more in 'a', 'abc', 'defghi':
        b += more
        sizes.append(b.__alloc__())
    print sizes, [c.__alloc__() for c in (b[2:3], b + b, b * 2, b.upper(), b.replace('a', 'b'), bytearray(b))]
for size in 1, 100, io.DEFAULT_BUFFER_SIZE:
    raw = io.BytesIO('abc')
    for t in io.BufferedReader, io.BufferedWriter, io.BufferedRandom:
        b = t(raw, size)
        print t.__name__, size, b.__sizeof__(), sys.getsizeof(b)
        b.detach()
