# BZ2File: modes, lines, positions, iteration, several streams, what is refused.
import bz2, os, shutil, tempfile

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
def put(s):
    with open(name, 'wb') as f: f.write(s)
folder = tempfile.mkdtemp()
name = os.path.join(folder, 'f.bz2')
text = 'one\ntwo\r\nthree\rfour\n\nlast'
for mode in ('r', 'w', 'rb', 'wb', 'rU', 'U', u'r'):
    try:
        f = bz2.BZ2File(name, mode)
        print repr(mode), repr(f.mode), f.name == name, f.closed, f.newlines, f.softspace
        f.close()
    except Exception as e:
        print repr(mode), type(e).__name__, str(e).replace(folder, '')
for level in (1, 2):
    t(lambda: bz2.BZ2File(name, 'w', 0, level).close())
for b in (0, 1, 100, -1):
    t(lambda: bz2.BZ2File(name, 'w', b).close())
f = bz2.BZ2File(name, 'w', 0, 1)
t(f.write, text)
t(f.write, 5)
t(f.write, u'uni')
t(f.write, buffer('buf'))
t(f.writelines, ['a\n', 'b\n'])
t(f.seek, 0)
for m in 'read', 'readline', 'readlines':
    t(getattr(f, m))
f.close()
t(f.close)
t(f.write, 'x')
t(f.tell)
t(lambda: bz2.BZ2File(name).read())
for mode in 'r', 'rU':
    f = bz2.BZ2File(name, mode)
    print list(f), f.newlines
    t(f.next)
    t(f.read)
    t(f.readline)
    f.seek(0)
    t(f.readlines)
    f.seek(0)
    t(f.readlines, 5)
    f.seek(0)
    for n in (0, 1, 3, -1, 100, 'x', None):
        t(f.readline, n)
    f.seek(0)
    for n in (1, 3, 2L):
        t(f.read, n)
    t(f.read, -1)
    for a in ((3,), (0, 0), (2, 1), (-2, 1), (-3, 2), (0, 2), (100,), (-5,), (0, 3), ('x',), ()):
        t(f.seek, *a)
        t(f.tell)
        t(f.read, 4)
    t(f.write, 'x')
    t(f.writelines, ['x'])
    print iter(f) is f, f.xreadlines() is f
    f.close()
    for m in 'read', 'readline', 'readlines', 'next', 'tell', '__iter__', '__enter__', 'xreadlines':
        try:
            print m, getattr(f, m)() is f
        except Exception as e:
            print m, type(e).__name__, e
with bz2.BZ2File(name, 'w', 0, 1) as f:
    print>>f, 'printed', 5,
    print>>f, 'more'
    print f.softspace
    f.softspace = 3
    print f.softspace
print f.closed, bz2.BZ2File(name).read()
one, two = bz2.compress('first ', 1), bz2.compress('second', 1)
put(one + two)
t(lambda: bz2.BZ2File(name).read())
put(one + two + 'trash')
t(lambda: bz2.BZ2File(name).read())
for cut in (0, 1, 4, 10, len(one) - 1):
    put(one[:cut])
    t(lambda: bz2.BZ2File(name).read())
    t(bz2.decompress, one[:cut])
put('not bz2 at all')
t(lambda: bz2.BZ2File(name).read())
t(bz2.decompress, one + two)
t(bz2.decompress, one + 'x')
d = bz2.BZ2Decompressor()
print ''.join(map(d.decompress, one)), repr(d.unused_data)
t(d.decompress, 'x')
d = bz2.BZ2Decompressor()
t(d.decompress, one + 'left')
print repr(d.unused_data)
t(setattr, d, 'unused_data', 'x')
c = bz2.BZ2Compressor(1)
t(c.compress, '')
t(lambda: bz2.decompress(c.compress('x') + c.flush()))
t(c.flush)
t(c.compress, 'y')
for a in ((0,), (10,), ('x',), (1, 2)):
    t(bz2.BZ2Compressor, *a)
class S(bz2.BZ2File):
    def read(self, *a): return 'S' + bz2.BZ2File.read(self, *a)
put(one)
t(lambda: S(name).read())
shutil.rmtree(folder)
