# Exceptions of the runtime that have no message have no arguments either.
import binascii, itertools, cStringIO, struct, array, re, sys, thread


def attempt(f, *args, **kwargs):
    try:
        result = f(*args, **kwargs)
        print type(result).__name__
    except BaseException as e:
        print type(e).__name__, e.args, repr(str(e)), repr(e)


huge = sys.maxint
m = memoryview('abcdef')
attempt(lambda: m[::2])
attempt(lambda: m[::-1])
w = memoryview(bytearray('abcdef'))
attempt(lambda: w.__setitem__(slice(0, 4, 2), 'ab'))
attempt('a'.encode, 'hex', 'ignore')
attempt('61'.decode, 'hex', 'replace')
attempt('a'.encode, 'base64', 'ignore')
attempt(u'a'.encode, 'hex', 'ignore')
attempt('a'.encode, 'uu', 'ignore')
attempt('a'.encode, 'zlib', 'ignore')
attempt('a'.encode, 'bz2', 'ignore')
attempt(lambda: (1, 2) * huge)
attempt(lambda: [1, 2] * huge)
attempt(lambda: 'ab' * huge)
attempt(lambda: u'ab' * (huge // 8))
attempt(lambda: bytearray('ab') * huge)
attempt(lambda: array.array('i', [1, 2]) * huge)
attempt(binascii.rledecode_hqx, 'a\x90')
attempt(iter([]).next)
attempt(iter(()).next)
attempt(thread.exit)
attempt(sys.exit)
attempt((i for i in ()).next)
attempt((i for i in (1,)).throw, GeneratorExit)
attempt(lambda: 1 << huge)
attempt(next, iter({}))


def names(*classes):
    for c in classes:
        try:
            raise c
        except c as e:
            print c.__name__, e.args,
    print


names(MemoryError, AssertionError, NotImplementedError, EOFError, KeyboardInterrupt)
try:
    assert 0
except AssertionError as e:
    print e.args
try:
    assert 0, ''
except AssertionError as e:
    print e.args
