# wave, aifc, sunau, chunk, sndhdr, imghdr, colorsys: headers written and read back, positions, errors of broken files.
import wave, aifc, sunau, chunk, sndhdr, imghdr, colorsys, StringIO, struct, tempfile, os
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
class Out(StringIO.StringIO):
    def close(self): pass
for m, ch in ((wave, None), (aifc, None), (sunau, None)):
    o = Out(); w = m.open(o, 'wb'); t(w.getnchannels); t(w.writeframes, 'x') ; t(w.setnchannels, 0); t(w.setsampwidth, 9); t(w.setframerate, 0); w.setnchannels(2); w.setsampwidth(2); w.setframerate(8000); t(w.setcomptype, 'BAD', 'x'); w.setcomptype('NONE', 'not compressed'); print w.getnchannels(), w.getsampwidth(), w.getframerate(), w.getnframes(), w.tell(); w.setnframes(3); w.writeframesraw('\0\1\0\2' * 2); t(w.setnchannels, 1); w.writeframes('\0\3\0\4'); print w.getparams(), w.tell(); w.close(); v = o.getvalue(); print len(v), repr(v[:12])
    r = m.open(StringIO.StringIO(v)); print r.getparams(), r.getnframes(), repr(r.readframes(1)), r.tell(), repr(r.readframes(100)), repr(r.readframes(1)); r.rewind(); print r.tell(); r.setpos(2); print repr(r.readframes(5)), r.getmarkers() if m is not sunau else r.getmarkers(); t(r.setpos, 99); t(r.setpos, -1); t(r.getmark, 1); r.close(); t(m.open, StringIO.StringIO(v[:20])); t(m.open, StringIO.StringIO('junk' * 20)); t(m.open, StringIO.StringIO('')); t(m.open, StringIO.StringIO(), 'q'); t(m.open, '/no/such') if m is not sunau else 0
w = wave.open(Out(), 'w'); w.setparams((1, 1, 100, 0, 'NONE', 'n')); print w.getparams(); t(w.setmark, 1, 0, 'm'); t(w.setparams, (1, 5, 1, 0, 'NONE', '')); a = aifc.open(Out(), 'w'); a.aifc(); a.setparams((1, 2, 100, 0, 'NONE', 'not')); t(a.setmark, 0, 1, 'x'); a.setmark(1, 2, 'mark'); print a.getmark(1), a.getmarkers(); t(a.setmark, 1, -1, 'x'); t(a.getmark, 9)
for x in (0, 1, 8000, 44100.5, -2, 1e10): s = Out(); aifc._write_float(s, x); print repr(s.getvalue()), aifc._read_float(StringIO.StringIO(s.getvalue())),
print
data = struct.pack('>4sl', 'ABCD', 5) + 'hello\0' + struct.pack('>4sl', 'EFGH', 2) + 'xy'; f = StringIO.StringIO(data); c = chunk.Chunk(f); print c.getname(), c.getsize(), c.read(2), c.tell(), c.read(), repr(c.read()), c.seek(1), c.read(3), c.isatty(), c.skip(); c = chunk.Chunk(f); print c.getname(), c.seek(-1, 2), c.read(), c.seek(0), c.seek(1, 1), c.read(); t(c.seek, 99); c.close(); t(c.read); t(c.tell); t(chunk.Chunk, f); t(chunk.Chunk, StringIO.StringIO('AB')); c = chunk.Chunk(StringIO.StringIO('WXYZ\3\0\0\0abc'), bigendian=False, align=False, inclheader=False); print c.getsize(), c.read()
imgs = {'gif': 'GIF89a', 'gif7': 'GIF87a', 'png': '\x89PNG\r\n\x1a\n', 'tiff': 'MM\0*', 'tiffi': 'II*\0', 'rgb': '\x01\xda', 'pbm': 'P1\n', 'pgm': 'P5 ', 'ppm': 'P6\t', 'rast': '\x59\xA6\x6A\x95', 'xbm': '#define x', 'jpeg': '\xff\xd8\xff\xe0\0\x10JFIF', 'exif': '\xff\xd8\xff\xe1\0\x10Exif', 'bmp': 'BM', 'none': 'zz', 'empty': ''}; print sorted((k, imghdr.what(None, v)) for k, v in imgs.items()), imghdr.what(StringIO.StringIO('GIF89a...')); imghdr.tests.append(lambda h, f: 'mine' if h.startswith('MINE') else None); print imghdr.what(None, 'MINE')
p = tempfile.mktemp()
try:
    for v in (o.getvalue()[:60], 'RIFF\0\0\0\0WAVEfmt \x10\0\0\0\1\0\2\0\x40\x1f\0\0\0\0\0\0\4\0\x10\0', 'FORM\0\0\0\0AIFF', '.snd' + struct.pack('>lllll', 24, 8, 1, 8000, 1), 'Creative Voice File\x1a' + '\0' * 20, '\0' * 40, '', 'HCOM' * 40): open(p, 'wb').write(v + '\0' * 40); t(sndhdr.what, p); print imghdr.what(p),
finally: os.remove(p)
for rgb in ((0, 0, 0), (1, 1, 1), (0.5, 0.25, 0.75), (0.2, 0.8, 0.4), (1, 0, 0), (0.3, 0.3, 0.9)):
    for n in 'hsv', 'hls', 'yiq': c = getattr(colorsys, 'rgb_to_' + n)(*rgb); print n, ['%.6f' % x for x in c], ['%.6f' % x for x in getattr(colorsys, n + '_to_rgb')(*c)],
    print
for h in (0, 0.1, 0.34, 0.5, 0.67, 0.84, 1.0, 1.2, -0.1): print ['%.3f' % x for x in colorsys.hsv_to_rgb(h, 0.5, 0.8)],
