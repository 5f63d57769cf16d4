# io.TextIOWrapper: newlines, encodings that fail, tell cookies, errors, attributes, line buffering, wrong buffers.
import io, codecs
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0]
data = 'a\nb\r\nc\rd\n\xc3\xa9\r'
for nl in (None, '', '\n', '\r', '\r\n'):
    for size in (1, 3, 100):
        f = io.TextIOWrapper(io.BytesIO(data), 'utf-8', newline=nl); f._CHUNK_SIZE = size
        print repr(nl), size, list(f), f.newlines,
        f = io.TextIOWrapper(io.BytesIO(data), 'utf-8', newline=nl); f._CHUNK_SIZE = size
        print [f.read(1) for i in range(13)], repr(f.read())
    b = io.BytesIO(); f = io.TextIOWrapper(b, 'ascii', newline=nl); f.write(u'a\nb\r\nc\rd'); f.flush(); print repr(nl), repr(b.getvalue())
for a in (('x',), (u'\n\n',), ('\n\r',)): t(io.TextIOWrapper, io.BytesIO(), 'ascii', newline=a[0])
t(io.TextIOWrapper); t(io.TextIOWrapper, 5); t(io.TextIOWrapper, io.BytesIO(), 'no such'); t(io.TextIOWrapper, io.BytesIO(), 'ascii', errors='nope'); t(io.TextIOWrapper, io.BytesIO('\xff'), 'ascii', 'nope').__class__
t(io.TextIOWrapper(io.BytesIO('\xff'), 'ascii', 'nope').read); t(io.TextIOWrapper(io.BytesIO('\xff'), 'ascii').read); t(io.TextIOWrapper(io.BytesIO('a\xffb'), 'ascii', 'replace').read); t(io.TextIOWrapper(io.BytesIO('a\xffb'), 'ascii', 'ignore').read); t(io.TextIOWrapper(io.BytesIO('\xc3'), 'utf-8').read); t(io.TextIOWrapper(io.BytesIO('abc'), 'hex').read); t(io.TextIOWrapper(io.BytesIO('abc'), 'rot13').read)
f = io.TextIOWrapper(io.BytesIO(), 'ascii'); t(f.write, u'\xe9'); t(f.write, 'bytes'); t(f.write, 5); t(f.writelines, [u'a', 'b']); t(f.writelines, 5); t(f.truncate, 0); t(f.seek, 0); t(f.tell); t(f.detach); t(f.read); t(repr, f); t(lambda: f.closed); t(f.close)
f = io.TextIOWrapper(io.BytesIO('h\xc3\xa9llo\nw\xc3\xb6rld\n'), 'utf-8')
t(f.read, 3); c = f.tell(); t(f.readline); print c; f.seek(c); t(f.read); t(f.seek, 1, 1); t(f.seek, 0, 1); t(f.seek, 1, 2); t(f.seek, 0, 2); t(f.seek, -1); t(f.seek, 0, 5); f.seek(0); t(f.readline, 2); t(f.readline, 0); t(f.readline, -1); t(f.read, None); t(f.read, -5); f.seek(0); next(f); t(f.tell); t(f.next); t(f.next); t(f.tell)
f = io.TextIOWrapper(io.BytesIO(), 'utf-16'); f.write(u'ab'); f.flush(); print repr(f.buffer.getvalue()), f.tell(); f.seek(0); f.write(u'c'); f.seek(0); print repr(f.buffer.getvalue()), repr(f.read()); f.seek(0, 2); f.write(u'z'); f.flush(); print repr(f.buffer.getvalue())
f = io.TextIOWrapper(io.BytesIO(), 'utf-8-sig'); f.write(u'ab'); f.seek(0); print repr(f.buffer.getvalue()), repr(f.read())
for lb in (False, True):
    b = io.BytesIO(); f = io.TextIOWrapper(io.BufferedWriter(b) if 0 else b, 'ascii', line_buffering=lb); f.write(u'ab'); print repr(b.getvalue()), f.write(u'c\nd'), repr(b.getvalue()), f.line_buffering; f.write(u'e\r'); print repr(b.getvalue()); f.flush()
f = io.TextIOWrapper(io.BytesIO('x'), 'latin-1', 'replace'); print f.encoding, f.errors, f.newlines, f.buffer.__class__.__name__, f.readable(), f.writable(), f.seekable(), f.isatty(); t(f.fileno); t(lambda: f.name); t(setattr, f, 'encoding', 'x'); t(setattr, f, 'extra', 1); t(setattr, f, '_CHUNK_SIZE', 0); t(setattr, f, '_CHUNK_SIZE', 'x'); t(setattr, f, 'buffer', 1); print [n for n in dir(io.TextIOWrapper) if n[0] != '_' or n == '_CHUNK_SIZE']
class B(io.BytesIO):
    def read1(self, n): return u'not bytes'
    read = read1
class B2(io.BytesIO):
    def read1(self, n): raise KeyError('r')
    def write(self, b): raise KeyError('w')
    def flush(self): raise KeyError('f')
t(io.TextIOWrapper(B('abc'), 'ascii').read, 1); f = io.TextIOWrapper(B2('abc'), 'ascii'); t(f.read, 1); f.write(u'x'); t(f.flush); t(f.close); print f.closed, f.buffer.closed
f.buffer.__class__ = io.BytesIO if 0 else B2
for args, kw in (((None,), {}), ((None, True), {}), ((5, 1), {}), ((), {'decoder': None, 'translate': False}), ((codecs.getincrementaldecoder('utf-8')(), True), {})):
    try: d = io.IncrementalNewlineDecoder(*args, **kw)
    except Exception as e: print type(e).__name__, e; continue
    for x in (u'a\r', u'\nb\r', u'c', 'd\r\n', u'', 5):
        try: print repr(d.decode(x)), d.newlines, d.getstate(),
        except Exception as e: print type(e).__name__, e,
    try: print repr(d.decode(u'', True)), repr(d.decode(u'z\r', final=True)), d.reset(), d.newlines
    except Exception as e: print type(e).__name__, e
s = io.StringIO(u'a\r\nb\nc', newline=None); print list(s), s.newlines, repr(s.getvalue()); s = io.StringIO(u'a\r\nb', newline=''); print list(s); s = io.StringIO(newline='\r\n'); s.write(u'a\nb'); print repr(s.getvalue()), s.encoding, s.errors, s.line_buffering; t(io.StringIO, 'x'); t(io.StringIO, 5); t(io.StringIO, None); t(io.StringIO, u'', 'zz'); t(s.__getstate__); t(s.__setstate__, 5); t(s.__setstate__, (u'ab', '\n', 1, {'k': 1})); print repr(s.read()), s.k
