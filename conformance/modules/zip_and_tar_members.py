# zipfile and tarfile: members, modes, comments, damaged files, names, links, streams, extraction, what does not open.
import zipfile, tarfile, StringIO, os, tempfile, shutil, struct, time
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, str(e).replace(d, 'D')
    else: print repr(r).replace(d, 'D').split(' at 0x')[0]
d = tempfile.mkdtemp()
try:
    o = StringIO.StringIO(); z = zipfile.ZipFile(o, 'w', zipfile.ZIP_DEFLATED); i = zipfile.ZipInfo('dir/a.txt', (2020, 1, 2, 3, 4, 6)); i.external_attr = 0644 << 16; i.comment = 'c'; i.compress_type = zipfile.ZIP_DEFLATED; z.writestr(i, 'hello' * 50); z.writestr(zipfile.ZipInfo('stored', (1980, 1, 1, 0, 0, 0)), 'data'); z.writestr(zipfile.ZipInfo('empty/', (1999, 12, 31, 23, 59, 58)), ''); z.comment = 'archive comment'; z.writestr(zipfile.ZipInfo(u'\u20ac'), 'u'); z.close(); v = o.getvalue()
    z = zipfile.ZipFile(StringIO.StringIO(v)); print z.namelist(), z.comment, z.testzip(), [(x.filename, x.date_time, x.compress_type, x.file_size, x.CRC, x.flag_bits, x.create_system, x.external_attr, x.comment) for x in z.infolist()], z.read('dir/a.txt')[:7], z.getinfo('stored').compress_size, repr(z.getinfo('stored'))[:9]; t(z.getinfo, 'no'); t(z.read, 'no'); t(z.open, 'stored', 'w'); f = z.open('dir/a.txt'); print f.read(3), f.readline(5), f.peek(2)[:2], len(f.read()), repr(f.read()), f.name, f.mode, f.newlines; f.close(); print [l for l in z.open('stored')], z.open('stored', 'rU').readlines(); t(z.writestr, 'x', 'y'); z.close(); t(z.read, 'stored'); t(z.close)
    for bad in ('', 'junk', v[:100], v[:-5], 'PK\5\6' + '\0' * 18, v + 'tail', 'head' + v): t(lambda: zipfile.ZipFile(StringIO.StringIO(bad)).namelist()); print zipfile.is_zipfile(StringIO.StringIO(bad)),
    b = bytearray(v); b[60] ^= 255; t(lambda: zipfile.ZipFile(StringIO.StringIO(str(b))).testzip()); t(lambda: zipfile.ZipFile(StringIO.StringIO(str(b))).read('dir/a.txt')); t(zipfile.ZipFile, 'x', 'q'); t(zipfile.ZipFile, d + '/none'); t(zipfile.ZipFile, StringIO.StringIO(), 'w', 99); t(zipfile.ZipFile(StringIO.StringIO(), 'w').read, 'x'); t(zipfile.ZipInfo, 'a', (1970, 1, 1, 0, 0, 0)); print zipfile.ZipInfo('a\0b').filename
    p = os.path.join(d, 'f.zip'); z = zipfile.ZipFile(p, 'w'); s = os.path.join(d, 's.txt'); open(s, 'w').write('file'); z.write(s, 'in/s.txt'); z.write(s, 's2', zipfile.ZIP_DEFLATED); z.writestr('../evil', 'e'); z.close(); z = zipfile.ZipFile(p, 'a'); z.writestr('late', 'l'); z.close(); z = zipfile.ZipFile(p); print z.namelist(), z.extract('in/s.txt', d).replace(d, 'D'), z.extract('../evil', d).replace(d, 'D'); z.extractall(os.path.join(d, 'out'), ['late']); print os.listdir(os.path.join(d, 'out')), z.filename.replace(d, 'D'), z.mode; z.setpassword('p'); z.close(); print zipfile.is_zipfile(p), zipfile.is_zipfile(s), zipfile.is_zipfile('/none')
    with zipfile.ZipFile(StringIO.StringIO(v)) as z: print len(z.infolist())
    o = StringIO.StringIO(); T = tarfile.open(fileobj=o, mode='w'); T.format
    def member(n, data='', **k):
        i = tarfile.TarInfo(n); i.size = len(data); i.mtime = 1000000000
        for a, x in k.items(): setattr(i, a, x)
        T.addfile(i, StringIO.StringIO(data)); return i
    member('a.txt', 'hello', mode=0600, uid=5, uname='me'); member('d', type=tarfile.DIRTYPE, mode=0755); member('d/l', type=tarfile.SYMTYPE, linkname='../a.txt'); member('h', type=tarfile.LNKTYPE, linkname='a.txt'); member('x' * 120, 'long'); member('f', type=tarfile.FIFOTYPE); member('y' * 90 + '/' + 'z' * 90, 'q'); member(u'\xe9'.encode('utf-8'), 'n'); T.close(); w = o.getvalue(); print len(w) % 10240, len(w)
    T = tarfile.open(fileobj=StringIO.StringIO(w)); print [(m.name[:20], m.size, oct(m.mode), m.type, m.linkname, m.isfile(), m.isdir(), m.issym(), m.islnk(), m.isfifo(), m.isdev(), m.isreg()) for m in T], T.extractfile('a.txt').read(), T.extractfile('h').read(), T.extractfile('d'), T.extractfile('d/l').read(), repr(T.getmember('a.txt')).split(' at')[0]; t(T.getmember, 'no'); t(T.extractfile, 'no'); f = T.extractfile('a.txt'); print f.read(2), f.tell(), f.seek(0), f.readline(), f.readlines(), f.name, f.mode, f.closed; f.close(); t(f.read); t(T.add, 'x'); T.extractall(d + '/t', [m for m in T if m.name[0] in 'ad']); print sorted(os.listdir(d + '/t')), os.readlink(d + '/t/d/l'), oct(os.stat(d + '/t/a.txt').st_mode), int(os.stat(d + '/t/a.txt').st_mtime); T.close(); t(T.getnames)
    for mode in ('w:gz', 'w:bz2', 'w|', 'w|gz', 'w:', 'x', 'w:zz', 'rw'):
        o = StringIO.StringIO()
        try: T = tarfile.open('n', mode, o); T.addfile(tarfile.TarInfo('e')); T.close(); r = tarfile.open(fileobj=StringIO.StringIO(o.getvalue())); print mode, r.getnames(), r.mode; r = tarfile.open(fileobj=StringIO.StringIO(o.getvalue()), mode='r|*'); print [m.name for m in r]
        except Exception as e: print mode, type(e).__name__, e
    for bad in ('', 'junk', 'x' * 512, '\0' * 512, '\0' * 1024, w[:600], w[:511]): t(lambda: tarfile.open(fileobj=StringIO.StringIO(bad)).getnames())
    t(tarfile.open, d + '/none'); t(tarfile.open, None); t(tarfile.TarFile, d + '/none.tar'); print tarfile.is_tarfile(s)
    for n, k in (('n' * 101, {'format': tarfile.USTAR_FORMAT}), ('n' * 101, {'format': tarfile.GNU_FORMAT}), (u'\u20ac', {'format': tarfile.PAX_FORMAT}), ('n', {'format': 99})):
        try: i = tarfile.TarInfo(n); b = i.tobuf(**k); print len(b), repr(b[:10])
        except Exception as e: print type(e).__name__, e
    print tarfile.itn(8, 8), repr(tarfile.itn(8 ** 8, 8, tarfile.GNU_FORMAT)), tarfile.nti('0000010\0'), tarfile.nti('\x80\0\0\1'), tarfile.stn('ab', 4), tarfile.nts('ab\0c'), tarfile.filemode(0100644), tarfile.filemode(040755 | 01000), tarfile.filemode(0120777), tarfile.calc_chksums(w[:512])[0] == tarfile.nti(w[148:156]); t(tarfile.itn, -1, 8, tarfile.USTAR_FORMAT); t(tarfile.nti, 'zz'); i = tarfile.TarInfo.frombuf(w[:512]); print i.name, sorted(i.get_info('ascii', 'strict'))[:4]; t(tarfile.TarInfo.frombuf, w[:100])
    T = tarfile.open(d + '/x.tar', 'w'); T.add(d + '/t', 'root', filter=lambda m: None if m.name.endswith('/l') else m, recursive=True); T.add(s, exclude=lambda n: True) if 0 else None; T.close(); T = tarfile.open(d + '/x.tar', 'a'); T.add(s, 'more'); T.close(); print sorted(tarfile.open(d + '/x.tar').getnames()), tarfile.open(d + '/x.tar').getmember('more').size
finally: shutil.rmtree(d)
