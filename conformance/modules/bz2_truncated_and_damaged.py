# bz2 fed by the byte, cut and damaged anywhere; files cut short, changed while read, of many streams; levels and sizes.
import bz2
import os
import shutil
import tempfile

folder = tempfile.mkdtemp()
path = os.path.join(folder, 'f.bz2')


def attempt(f, *args, **kwargs):
    try:
        r = repr(f(*args, **kwargs))
        print r if len(r) < 100 else (len(r), hash(r) and r[:20], r[-10:])
    except Exception as e:
        print type(e).__name__, str(e).replace(folder, 'F')


def put(data):
    with open(path, 'wb') as f:
        f.write(data)


text = ''.join('line %d of some text\n' % (i * i % 97) for i in range(60))
good = bz2.compress(text)
print len(good), repr(good[:4]), repr(good[4:10]), [len(bz2.compress(text, n)) for n in range(1, 10)]

# Cut anywhere, damaged anywhere.
outcomes = {}
for i in range(len(good)):
    for kind, data in (('cut', good[:i]), ('changed', good[:i] + chr(ord(good[i]) ^ 0x55) + good[i + 1:])):
        try:
            r = bz2.decompress(data)
            what = 'same' if r == text else 'other %d' % len(r)
        except Exception as e:
            what = '%s %s' % (type(e).__name__, e)
        outcomes.setdefault((kind, what), []).append(i)
for k in sorted(outcomes):
    v = outcomes[k]
    print k, len(v), v[:3], v[-2:]

# A decompressor by pieces of all sizes; what is left over; after the end.
for size in (1, 2, 3, 7, 50, 1000):
    d, out, parts = bz2.BZ2Decompressor(), [], 0
    data = good + 'and more'
    for i in range(0, len(data), size):
        try:
            out.append(d.decompress(data[i:i + size]))
        except EOFError as e:
            parts += 1
    print size, ''.join(out) == text, len([o for o in out if o]), parts, repr(d.unused_data)
d = bz2.BZ2Decompressor()
for piece in ('', 'B', 'Zh', '9x', 'BZh91AY&SY', good, ''):
    attempt(d.decompress, piece)
d = bz2.BZ2Decompressor()
attempt(d.decompress, good[:-1])
attempt(d.decompress, chr(ord(good[-1]) ^ 255))
attempt(d.decompress, good)
for bad in (None, 5, u'\xe9', [], bytearray(good), buffer(good), memoryview(good), u'BZh'):
    attempt(bz2.BZ2Decompressor().decompress, bad)
    attempt(bz2.decompress, bad)
    attempt(bz2.compress, bad)
    attempt(bz2.BZ2Compressor().compress, bad)
attempt(bz2.BZ2Decompressor, 1)

# A compressor: pieces, flushes, and after the end.
for size in (1, 10, 500):
    c = bz2.BZ2Compressor(1)
    z = ''.join([c.compress(text[i:i + size]) for i in range(0, len(text), size)]) + c.flush()
    print size, z == bz2.compress(text, 1), bz2.decompress(z) == text
    attempt(c.compress, 'x')
    attempt(c.flush)
big = ''.join(chr(i * i % 251) for i in range(100)) * 3000
c = bz2.BZ2Compressor(1)
pieces = [c.compress(big) for i in range(2)] + [c.flush()]
print [len(p) > 0 for p in pieces], len(bz2.decompress(''.join(pieces))) == 2 * len(big)
for level in (0, 10, -1, 'x', None, 1.5, 5L):
    attempt(lambda: len(bz2.compress('abc', level)))
    attempt(lambda: type(bz2.BZ2Compressor(level)).__name__)

# Files of several streams, cut short, followed by other things.
one, two = bz2.compress('first\nstream\n'), bz2.compress('second\nstream')
for data in (one + two, one + two[:-1], one + two[:3], one + '\0' * 10, one + 'BZh', '', '\0', one[:-4], one * 3, bz2.compress('') * 2 + two):
    put(data)
    for mode in ('r', 'rU'):
        for f in (lambda f: f.read(), lambda f: f.read(3), lambda f: f.readline(), lambda f: f.readlines(), lambda f: list(f), lambda f: (f.seek(8), f.tell(), f.read()),
                  lambda f: (f.seek(-3, 2), f.tell(), f.read()), lambda f: [f.read(4) for i in range(9)]):
            b = bz2.BZ2File(path, mode)
            attempt(f, b)
            b.close()

# A file that changes after it was opened; one that is not there; folders.
put(one)
b = bz2.BZ2File(path)
put('garbage')
attempt(b.read)
b.close()
attempt(bz2.BZ2File, os.path.join(folder, 'none'))
attempt(bz2.BZ2File, folder)
attempt(bz2.BZ2File, folder, 'w')
b = bz2.BZ2File(filename=path, mode='w', buffering=0, compresslevel=3)
attempt(b.write, 'x')
b.close()

# Newlines of every kind in both modes, by lines, with limits.
put(bz2.compress('a\nb\rc\r\nd\r\r\n\ne'))
for mode in ('r', 'rU'):
    b = bz2.BZ2File(path, mode)
    print [b.readline() for i in range(9)], b.newlines, b.tell()
    b.seek(0)
    print [b.readline(2) for i in range(9)]
    b.seek(0)
    print b.readlines(), b.next.__name__
    b.seek(0)
    print b.next(), b.read(2), b.next(), b.readline(), b.tell()
    b.close()


# Sequences to write lines from that misbehave.
class Lines(object):
    def __iter__(self):
        yield 'one\n'
        yield buffer('two\n')
        raise KeyError('no more')


for lines in (['a', u'b', buffer('c')], Lines(), iter(['x']), 'abc', 5, [1], [None], ['ok', 3]):
    b = bz2.BZ2File(path, 'w')
    attempt(b.writelines, lines)
    b.close()
    attempt(bz2.BZ2File(path).read)


# What iteration reads ahead others do not see again.
put(bz2.compress(''.join('%05d\n' % i for i in range(5000)) + 'x' * 9000 + '\n' + 'y' * 20000 + '\nend'))
for mode in ('r', 'rU'):
    b = bz2.BZ2File(path, mode)
    print repr(b.next()), b.tell()
    for f, args in ((b.read, (6,)), (b.readline, ()), (b.readlines, ()), (b.read, (0,)), (b.next, ()), (b.seek, (0,)), (b.read, (6,)), (b.tell, ()), (b.next, ()), (b.tell, ())):
        attempt(f, *args)
    print len(list(b)), b.tell(), repr(b.read()), repr(b.readline()), b.readlines()
    b.seek(5000 * 6 - 12)
    print [len(x) for x in b], b.tell()
    b.seek(-29050, 2)
    print [(len(b.next()), b.tell()) for i in range(4)], b.seek(7), repr(b.next()), b.tell()
    b.close()
print sum(len(l) for l in bz2.BZ2File(path)), max(len(l) for l in bz2.BZ2File(path))
shutil.rmtree(folder)
