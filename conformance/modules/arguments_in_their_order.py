# Native functions convert their arguments from the first to the last, each before the next is looked at; unknown names come after.
import binascii, zlib, fcntl, strop, _codecs, datetime, os, warnings, bz2, io, struct, audioop, tempfile
warnings.simplefilter('ignore')
class I(object):
    def __init__(self, n, v): self.n, self.v = n, v
    def __int__(self): print self.n,; return self.v
class F(object):
    def __init__(self, n): self.n = n
    def fileno(self): print 'fileno',; return self.n
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print f.__name__, type(e).__name__, e
    else: print f.__name__, repr(r)[:60]
t(binascii.crc_hqx, None, None); t(binascii.crc_hqx, 'a', None); t(binascii.crc_hqx, 'a', I('int', 3)); t(binascii.crc_hqx, 5, I('int', 3))
t(binascii.a2b_qp, None, None); t(binascii.a2b_qp, 'a', None); t(binascii.a2b_qp, None, zzz=1); t(binascii.a2b_qp, 'a', zzz=1); t(binascii.a2b_qp, header=I('h', 0), data='=41'); t(binascii.a2b_qp, data=None, header=I('h', 0)); t(binascii.a2b_qp, 'a', 1, header=2); t(binascii.a2b_qp, object())
t(binascii.b2a_qp, None, None); t(binascii.b2a_qp, 'a=', I('q', 1), I('i', 0), I('h', 1)); t(binascii.b2a_qp, 'a', 'x', I('i', 0)); t(binascii.b2a_qp, None, zzz=1); t(binascii.b2a_qp, bytearray('a b '), istext=False); t(binascii.b2a_qp, memoryview('=')); t(binascii.b2a_qp, u'\xe9')
t(zlib.compress, None, None); t(zlib.compress, 'a', None); t(zlib.compress, bytearray('a'), I('l', 3)); t(zlib.compress, 'a', I('l', 77)); t(zlib.decompress, None, None); t(zlib.decompress, 'a', None); t(zlib.decompress, 'a', I('w', 15), None); t(zlib.decompress, zlib.compress('abc'), I('w', 15), I('b', 1)); t(zlib.decompress, u'x'); t(zlib.decompress, buffer(zlib.compress('abc')))
p, q = os.pipe()
for f in (fcntl.fcntl, fcntl.ioctl, fcntl.flock, fcntl.lockf): t(f, None, None); t(f, F(p), None); t(f, F('x'), I('op', 1)); t(f, -1, 'x'); t(f, F(-7), 'x'); t(f, F(2 ** 70), 'x'); t(f, 2L ** 70, 'x')
t(fcntl.fcntl, F(p), I('op', fcntl.F_GETFD)); t(fcntl.fcntl, p, fcntl.F_GETFD, 'x' * 2000); t(fcntl.ioctl, p, 0, 'x' * 2000); t(fcntl.lockf, p, 0); t(fcntl.lockf, None, None, None, None, None); t(fcntl.lockf, p, I('op', 2), I('length', 1), I('start', 2), I('whence', 9)); t(fcntl.fcntl); t(fcntl.ioctl, 1, 2, 3, 4, 5)
for f in (_codecs.escape_decode, _codecs.escape_encode, _codecs.readbuffer_encode, _codecs.charbuffer_encode, _codecs.unicode_internal_decode, _codecs.unicode_internal_encode): t(f, 1, 2); t(f, 'a', 2); t(f, None); t(f, 'a', None); t(f, bytearray('ab')); t(f, u'ab') if 'internal' not in f.__name__ else None; t(f, object())
t(datetime.timedelta, **{'zzz': 1, 'yyy': 2}); t(datetime.timedelta, 'a', yyy=2); t(datetime.date, 'a', 1, zzz=1); t(datetime.date, 2001, 1, zzz=1); t(datetime.time, 'x', zzz=1); t(datetime.datetime, 2001, 1, 1, hour='x', zzz=1)
t(bz2.BZ2Decompressor, 1); t(bz2.BZ2Decompressor, 1, zzz=1); print type(bz2.BZ2Decompressor(zzz=1)).__name__
t(io.BlockingIOError, 'a', 'b', zzz=1); t(io.BlockingIOError, 'a', zzz=1); t(io.BlockingIOError, 'a', 'b', 'c', zzz=1); t(io.BlockingIOError, 1, 'b', I('n', 5))
t(audioop.add, None, 5, None); t(audioop.mul, 'ab', None, None); t(struct.pack_into, 5, None, None); t(struct.unpack_from, 5, None, None)
for f in (binascii.hexlify, binascii.unhexlify, binascii.b2a_hex, os.unlink, os.remove, strop.joinfields, strop.splitfields): t(f, zzz=1); t(f); t(f, None)
import operator
for n in ('__add__', 'add', '__contains__', 'contains', '__delslice__', '__concat__', '__neg__', '__inv__', '__idiv__', 'sequenceIncludes', '__not__', '__index__'): t(getattr(operator, n), a=1); t(getattr(operator, n)); 
print binascii.hexlify == binascii.b2a_hex, hash(binascii.hexlify) == hash(binascii.b2a_hex), binascii.hexlify is binascii.b2a_hex, operator.__add__ == operator.add, operator.__add__ == operator.sub, os.unlink == os.remove
for n in sorted(dir(operator)):
    for k in (n.strip("_"), n.strip("_") + "_"):
        if k != n and n[:2] == "__" and hasattr(operator, k): print n, getattr(operator, n) == getattr(operator, k),
