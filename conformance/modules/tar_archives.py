# tarfile: headers of all formats, long names, links, numbers, broken archives, streams.
import StringIO, tarfile as T, zlib

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
S = StringIO.StringIO
def info(n, size=0, **k):
    i = T.TarInfo(n)
    i.size, i.mtime, i.uname, i.gname = size, 1000000000, 'me', 'us'
    for a, v in k.items(): setattr(i, a, v)
    return i
members = [info('plain', 5), info('dir', type=T.DIRTYPE, mode=0755), info('d/' * 60 + 'long', 3), info('n' * 99), info('n' * 100), info('n' * 101), info('x' * 300), info('link', type=T.SYMTYPE, linkname='plain'), info('hard', type=T.LNKTYPE, linkname='l' * 120),
           info('dev', type=T.CHRTYPE, devmajor=1, devminor=3), info('fifo', type=T.FIFOTYPE), info('big', uid=8 ** 7, gid=8 ** 8 - 1), info('neg', mtime=-1), info('float', mtime=1.5), info(u'u\xe9', 2), info('empty/'), info('size', 8 ** 11 - 1) ]
for fmt in T.USTAR_FORMAT, T.GNU_FORMAT, T.PAX_FORMAT:
    for m in members:
        try:
            b = m.tobuf(fmt, 'utf-8', 'strict')
            print fmt, len(b), zlib.crc32(b), repr(b[148:156]), repr(b[156])
        except Exception as e:
            print fmt, type(e).__name__, e
    out = S()
    a = T.open(fileobj=out, mode='w', format=fmt, encoding='utf-8')
    for m in members[:-1]:
        try:
            a.addfile(m, S('hello'))
        except Exception as e:
            print type(e).__name__, e
    a.close()
    data = out.getvalue()
    print len(data), zlib.crc32(data)
    a = T.open(fileobj=S(data))
    for m in a:
        print repr(m.name)[:30], len(m.name), m.size, oct(m.mode), m.uid, m.gid, m.mtime, m.type, repr(m.linkname)[:12], m.uname, m.gname, m.devmajor, m.devminor, m.offset, m.offset_data, sorted(m.pax_headers), m.isfile(), m.isdir(), m.issym(), m.islnk(), m.isdev()
    t(lambda: a.extractfile('plain').read())
    t(lambda: a.extractfile('dir'))
    t(lambda: a.extractfile('link').read())
    t(lambda: a.extractfile('hard').read())
    t(lambda: a.getmember('nope'))
    print len(a.getnames()), a.getmember('plain') is a.getmembers()[0], 'plain' in a, repr(a.next())
f = a.extractfile('plain')
print f.read(2), f.tell(), f.seek(0), f.readline(), f.readlines(), f.name, f.mode, f.closed, f.size
t(f.seek, -1)
t(f.seek, 1, 5)
f.close()
t(f.read)
plain = data[:1024]
for s in ('', 'x' * 511, 'x' * 512, '\0' * 512, '\0' * 1024, plain[:512], plain[:100], plain[:148] + '0000000\0' + plain[156:], plain[:124] + 'zzzzzzzzzzz\0' + plain[136:], plain, plain + 'x' * 512, plain[:257] + 'nostar' + plain[263:]):
    try:
        a = T.open(fileobj=S(s))
        print a.getnames()
    except Exception as e:
        print type(e).__name__, e
    try:
        print T.open(fileobj=S(s), mode='r:', ignore_zeros=True).getnames()
    except Exception as e:
        print type(e).__name__, e
for mode in 'w:gz', 'w:bz2', 'w|', 'w|gz', 'w|bz2', 'w:':
    out = S()
    a = T.open('n', mode, fileobj=out)
    a.addfile(info('f', 3), S('abc'))
    a.close()
    for r in 'r', 'r:*', 'r|*', 'r:', 'r|', 'r:gz', 'r:bz2', 'r|gz', 'r|bz2':
        try:
            b = T.open('n', r, fileobj=S(out.getvalue()))
            print mode, r, [(m.name, b.extractfile(m).read()) for m in b]
        except Exception as e:
            print mode, r, type(e).__name__, e if 'CRC' not in str(e) else ''
for mode in 'x', 'r:zip', 'w:zip', '', 'a:gz', 'a|', 'rw':
    t(T.open, 'n', mode, S())
t(T.open)
t(lambda: T.TarInfo.frombuf('x'))
t(lambda: T.TarInfo.frombuf('\0' * 512))
print T.TarError.__mro__[1], T.ReadError.__mro__[1], T.filemode(0o104755) if hasattr(T, 'filemode') else '', repr(info('x')).split(' at')[0]
for n in (0, 1, 8 ** 7 - 1, 8 ** 7, -1, 2 ** 70):
    for f in T.USTAR_FORMAT, T.GNU_FORMAT:
        t(T.itn, n, 8, f)
for s in ('0000001\0', ' 1 ', '\x80\0\0\0\0\0\0\5', '', '\0', 'z', '\xff' * 8):
    t(T.nti, s)
print T.calc_chksums(plain[:512]), repr(T.stn('abc', 5)), repr(T.nts('ab\0c'))
