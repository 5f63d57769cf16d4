# mmap: anonymous memory: items, slices with steps, find, move, resize errors, closed maps, files of each access.
import mmap, os, tempfile
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
m = mmap.mmap(-1, 26); m[:] = 'abcdefghijklmnopqrstuvwxyz'
print type(m), len(m), m[0], m[-1], m[1:4], m[::5], m[::-7], m[30:], m[5:2], m[:], m[True]
t(lambda: m[26]); t(lambda: m[-27]); t(lambda: m['a']); t(lambda: m[1.5]); t(lambda: m[None:2])
def setitem(i, v): m[i] = v
for i, v in ((0, 'A'), (-1, 'Z'), (0, 'AB'), (0, ''), (0, 5), (99, 'x'), ('a', 'b'), (slice(1, 3), 'xy'), (slice(1, 3), 'x'), (slice(0, 6, 2), '123'), (slice(5, 0, -2), '987'), (slice(0, 0), ''), (slice(0, 3), 7), (0, u'q'), (slice(0, 2), u'qq'), (slice(3, 5), bytearray('zz'))): t(setitem, i, v); print m[:]
def delitem(i): del m[i]
t(delitem, 0); t(delitem, slice(0, 1)); t(lambda: m + 'a'); t(lambda: m * 2); t(lambda: 'x' in m); t(lambda: list(m)[:3]); t(lambda: 'xyz' in m)
for a in (('k',), ('k', 11), ('k', 5, 11), ('nope',), ('',), ('', 26), ('', 30), ('z', -1), ('k', -20), (5,), (), (u'k',), ('k', 'x')): t(m.find, *a); t(m.rfind, *a)
m.seek(0); print repr(m.read(3)), m.tell(), repr(m.read_byte()), m.tell(), m.seek(-2, 2), repr(m.read(10)), repr(m.read(1)); t(m.read_byte); t(m.seek, 27); t(m.seek, -1); t(m.seek, 26); t(m.seek, -1, 1); t(m.seek, 0, 5); t(m.read); t(m.read, -1) if 0 else None; t(m.readline)
m.seek(0); m.write('ab\ncd\nef'); m.seek(0); print repr(m.readline()), repr(m.readline()), repr(m.readline()); m.seek(25); t(m.write, 'too long'); t(m.write, ''); t(m.write, 5); t(m.write_byte, 'ab'); t(m.write_byte, 'c'); t(m.write_byte, 'd'); print m.tell()
for a in ((0, 3, 5), (3, 0, 5), (0, 0, 0), (0, 20, 10), (20, 0, 10), (-1, 0, 1), (0, -1, 1), (0, 0, -1), (0, 0, 27), (1, 2), ('a', 1, 2)): t(m.move, *a); print m[:].replace('\0', '.')
t(m.flush); t(m.flush, 0, 26); t(m.flush, 1, 2) if 0 else None; t(m.flush, -1, 5); t(m.size)
print [n for n in dir(m) if not n.startswith('_')]
m.close(); print m.close()
for f in (lambda: len(m), lambda: m[0], lambda: m[:], lambda: m.read(1), lambda: m.find('a'), lambda: m.tell(), lambda: m.seek(0), lambda: setitem(0, 'a'), lambda: m.size(), lambda: m.flush(), lambda: m.move(0, 0, 1), lambda: m.resize(5), lambda: str(m)[:5]): t(f)
for a, k in (((-1, 0), {}), ((-1, -5), {}), ((-1, 'x'), {}), ((-1, 5, 99), {}), ((-1, 5), {'access': 99}), ((-1, 5), {'access': mmap.ACCESS_READ, 'prot': 1}), ((999, 5), {}), ((-1,), {}), ((), {}), ((-1, 2**70), {}), ((-1, 10), {'offset': -1}), ((-1, 10), {'offset': 3})):
    try: x = mmap.mmap(*a, **k); print len(x); x.close()
    except Exception as e: print type(e).__name__, e
fd, name = tempfile.mkstemp(); os.write(fd, 'file content 0123456789'); 
for acc in ('ACCESS_READ', 'ACCESS_WRITE', 'ACCESS_COPY'):
    x = mmap.mmap(fd, 0, access=getattr(mmap, acc)); print acc, len(x), x[:4], x.size()
    def w(): x[0] = 'X'
    t(w); t(x.write, 'YY'); t(x.write_byte, 'Q'); t(x.move, 0, 5, 2); print x[:8]; t(x.resize, 30) if acc != 'ACCESS_WRITE' else None
    x.flush() if acc != 'ACCESS_READ' else None; x.close(); print repr(open(name).read())
x = mmap.mmap(fd, 5); print len(x), x[:], x.resize(10), len(x), x[:], os.fstat(fd).st_size; x.close()
t(mmap.mmap, fd, 1000); t(mmap.mmap, fd, 0, offset=mmap.ALLOCATIONGRANULARITY); os.ftruncate(fd, 0); t(mmap.mmap, fd, 0)
os.close(fd); os.unlink(name); print mmap.error is mmap.error, mmap.error.__name__, mmap.PAGESIZE == mmap.ALLOCATIONGRANULARITY
class Sub(mmap.mmap):
    def __new__(cls, n): o = mmap.mmap.__new__(cls, -1, n); o.extra = n; return o
s = Sub(4); s[:] = 'wxyz'; print s.extra, s[::-1], buffer(s)[1:3], str(buffer(s)), bytearray(s), hash(s) is not None
