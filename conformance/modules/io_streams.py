# The streams of io over the module _io: values, errors, reprs.
import io, os
D = '/tmp/pyston-io-%d' % os.getpid()
os.mkdir(D)
X = os.path.join(D, 'x.txt')
os.chdir(D)
X = 'x.txt'
with open(X,'w') as f: f.write('ab\ncd\r\nef')
f=io.open(X,'rb'); print repr(f.tell()), repr(f.seek(1)), repr(f.raw.tell()), repr(f.raw.seek(0)),f, f.raw, f.mode, f.name
f=io.open(X, encoding='utf-8'); print repr(f.tell()), f.readline(), repr(f.tell()), f, f.mode, f.newlines, f.readlines(), f.newlines, repr(f.tell()), repr(f.seek(0)), repr(f.seek(3))
b=io.BytesIO('abc'); print repr(b.tell()), repr(b.seek(1)), repr(b.write('x'))
s=io.StringIO(u'abc'); print repr(s.tell()), repr(s.seek(1)), repr(s.write(u'x')), repr(s.truncate())
def t(f,*a,**k):
    try: print 'OK', repr(f(*a,**k))[:200]
    except BaseException as e: print type(e), e
t(io.open,'/nonexist'); t(io.open,'.'); t(io.open,X,'rw'); t(io.open,X,'z'); t(io.open,X,'rb',encoding='x'); t(io.open,X,'r',0); t(io.open,1.5); t(io.open,-1); t(io.open,X,'rb',0); t(io.open,X,encoding='nope'); t(io.open, X, newline='x')
t(b.read,'a'); t(b.seek,1.5); t(b.write,u'x'); t(b.write,5); t(b.readinto,'abc'); t(s.write,'x'); t(s.read,'x'); t(b.seek,-1); t(b.seek,0,5); t(s.seek,-1); t(s.seek,1,1); t(io.BytesIO,u'x'); t(io.StringIO,'x'); b.close(); t(b.read); t(b.close); s.close(); t(s.read); t(io.BytesIO,1,2); t(io.BytesIO,x=1); t(lambda:b.closed)
f=io.open(X,'rb'); t(f.write,'x'); t(f.truncate); t(f.read1,2); t(f.read1); t(f.readinto,bytearray(3)); t(f.detach); t(f.read)
f=io.open(X,'wb'); t(f.read); t(f.write,u'x'); t(f.write,bytearray('q')); f.close(); t(f.write,'x'); t(f.flush); t(f.fileno); t(f.tell); t(lambda:f.closed)
f=io.open(X,'w'); t(f.write,'x'); t(f.write,u'x\n'); t(f.read); f.close(); t(f.write,u'x'); t(f.readline); t(lambda:f.closed); 
f=io.open(X,'r'); t(f.seek,1,1); t(f.seek,-1); t(f.seek,0,9); t(f.write,u'x'); f.next; t(f.next); t(f.tell)
r=io.RawIOBase(); t(r.read); t(r.fileno); t(r.seek,0); t(r.tell); t(r.isatty); t(r.readable); t(r._checkReadable); t(r.close); t(r.read); t(r.flush); t(lambda:r.closed)
t(io.TextIOWrapper,1); t(io.BufferedReader,1); t(io.BufferedReader); t(io.BufferedReader,r); t(io.BufferedWriter,io.BytesIO(),0); t(io.FileIO,X,'q'); t(io.FileIO,X,closefd=False); t(io.FileIO); t(io.FileIO,1,2,3,4)
e=io.BlockingIOError(1,'x',5); print repr(e), e.args, e.characters_written, io.UnsupportedOperation.__mro__, io.UnsupportedOperation.__module__
d=io.IncrementalNewlineDecoder(None,1); print repr(d.decode(u'a\r')), repr(d.decode(u'\nb\rc\n')), d.newlines, d.getstate()
t(io.IncrementalNewlineDecoder); t(d.decode,'x'); t(d.setstate,5)
x=io.TextIOWrapper(io.BytesIO('\xc3\xa9\xc3\xa9\nz'),'utf-8'); print repr(x), repr(x.read(1)), repr(x.tell()), repr(x.read()), repr(x.seek(2)), repr(x.read(1)), x.line_buffering, x.errors, x._CHUNK_SIZE
os.remove(X)
os.chdir('/')
os.rmdir(D)
