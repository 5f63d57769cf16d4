# zipfile: archives with odd names, comments, extras, methods, appended, broken; members as files.
import os, shutil, StringIO, struct, tempfile, warnings, zipfile as Z
warnings.simplefilter('ignore')

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
S = StringIO.StringIO
out = S()
z = Z.ZipFile(out, 'w')
def info(n, **k):
    i = Z.ZipInfo(n, (1999, 12, 31, 23, 59, 58))
    for a, v in k.items(): setattr(i, a, v)
    return i
z.writestr(info('a.txt'), 'one\ntwo\r\nthree')
z.writestr(info('dir/', external_attr=0x10), '')
z.writestr(info('dir/b', compress_type=Z.ZIP_DEFLATED, comment='com', extra='xt\x02\x00ab'), 'b' * 500)
z.writestr(info(u'\u20ac'), 'euro')
z.writestr(info('a.txt'), 'again')
z.writestr(info('nul\0after'), 'n')
t(setattr, z, 'comment', 'the comment')
t(z.writestr, 5, 'x')
t(z.writestr, info('q', compress_type=99), 'x')
t(z.read, 'a.txt')
z.close()
t(z.close)
t(z.writestr, 'x', 'y')
data = out.getvalue()
z = Z.ZipFile(S(data))
print z.namelist(), z.comment, z.mode, z.fp is not None, z.testzip()
for i in z.infolist():
    print repr(i.filename), repr(i.orig_filename), i.date_time, i.compress_type, i.comment, repr(i.extra), i.create_system, i.create_version, i.extract_version, i.flag_bits, i.volume, i.internal_attr, oct(i.external_attr), i.header_offset, i.CRC, i.compress_size, i.file_size
for n in 'a.txt', 'dir/', 'dir/b', u'\u20ac', 'nope', 5, None:
    t(z.read, n)
    t(lambda: z.getinfo(n).file_size)
t(z.read, 'a.txt', 'pw')
t(z.writestr, 'x', 'y')
Z.ZipFile(S()  , 'w').printdir()
f = z.open('a.txt', 'rU')
print f.read(5), repr(f.readline()), f.readlines(), f.newlines, f.mode, f.name, f.closed
f = z.open(z.infolist()[0])
print repr(f.peek(3)), repr(f.read1(4)), repr(f.readline(2)), list(f), f.readable(), f.fileinfo if hasattr(f, 'fileinfo') else ''
t(f.read, -1)
f.close()
print f.closed
for a in (('a.txt', 'w'), ('a.txt', 'x'), ('a.txt', 'rb'), ('nope',), (5,)):
    t(lambda: type(z.open(*a)).__name__)
t(z.setpassword, 'pw')
f = z.open('dir/b')
print len(f.read(100)), len(f.read(1000)), repr(f.read(1)), f.readline() == ''
folder = tempfile.mkdtemp()
try:
    z.extract('dir/b', folder)
    z.extractall(folder, ['a.txt', 'dir/'])
    print sorted(os.listdir(folder)), os.path.getsize(os.path.join(folder, 'dir', 'b')), open(os.path.join(folder, 'a.txt')).read()
    evil = S()
    e = Z.ZipFile(evil, 'w')
    for n in ('../up', '/abs', 'c/../d', './e', 'f//g', '..'):
        e.writestr(info(n), 'x')
    e.close()
    e = Z.ZipFile(S(evil.getvalue()))
    for n in e.namelist()[:-1]:
        try:
            print e.extract(n, folder).replace(folder, '')
        except Exception as ex:
            print type(ex).__name__
    p = os.path.join(folder, 'z.zip')
    open(p, 'wb').write(data)
    print Z.is_zipfile(p), Z.is_zipfile(os.path.join(folder, 'a.txt')), Z.is_zipfile(os.path.join(folder, 'none')), Z.is_zipfile(S(data)), Z.is_zipfile(S('x'))
    z = Z.ZipFile(p, 'a')
    z.writestr(info('more'), 'more')
    z.write(os.path.join(folder, 'a.txt'), 'arc/name')
    z.close()
    print Z.ZipFile(p).namelist(), Z.ZipFile(p).read('more')
    with Z.ZipFile(p) as z: pass
    t(z.read, 'more')
finally:
    shutil.rmtree(folder)
for s in ('', 'x', data[:-1], data[:-30], data[:40], 'junk' + data, data.replace('one\n', 'onX\n'), data + 'tail', data[:len(data) - 40] + '\0' * 40, data.replace('PK\1\2', 'PK\1\3', 1), data.replace('PK\3\4', 'PK\3\5', 1)):
    try:
        z = Z.ZipFile(S(s))
        print z.namelist()[:2], z.testzip()
        print repr(z.read('dir/b'))[:9]
    except Exception as e:
        print type(e).__name__, e
for a in ((S(data), 'x'), (S(data), 'r', 99), (S(data), 'w', 8), (5,), (None,)):
    try:
        print type(Z.ZipFile(*a)).__name__
    except Exception as e:
        print type(e).__name__, e
i = Z.ZipInfo('x\\y', (2000, 1, 1, 0, 0, 0))
print i.filename
t(Z.ZipInfo, 'x', (1979, 1, 1, 0, 0, 0))
t(lambda: Z.ZipInfo('x', (1980, 1, 1, 0, 0, 0)).date_time)
print Z.BadZipfile.__mro__[1], Z.error is Z.BadZipfile, Z.ZIP64_LIMIT, Z.ZIP_STORED, Z.LargeZipFile
