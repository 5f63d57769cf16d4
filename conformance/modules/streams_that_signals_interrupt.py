import io, errno
class R(io.RawIOBase):
    n=0
    def __init__(s, data): s.d=data
    def readable(s): return True
    def writable(s): return True
    def seekable(s): return False
    def step(s):
        s.n+=1
        if s.n%2: raise IOError(errno.EINTR,'x')
    def readinto(s,b):
        s.step()
        k=min(len(b),3,len(s.d)); b[:k]=s.d[:k]; s.d=s.d[k:]; return k
    def write(s,b): s.step(); return len(b)
def t(name,f):
    try: print name, repr(f())
    except Exception as e: print name, type(e).__name__, e
t('read', lambda:R(b'ab\ncd').read(4))
t('readall', lambda:R(b'ab\ncd').readall())
t('read()', lambda:R(b'ab\ncd').read())
t('readline', lambda:R(b'ab\ncd').readline())
t('readlines', lambda:R(b'ab\ncd').readlines())
t('list', lambda:list(R(b'ab\ncd')))
t('next', lambda:next(R(b'ab\ncd')))
t('writelines', lambda:R(b'').writelines([b'a',b'b']))
t('writelines', lambda:R(b'').writelines([b'a']))
class P(R):
    def peek(s,n): s.step(); return s.d[:1]
for c in io.BufferedReader, lambda r: io.BufferedReader(r,2), lambda r: io.TextIOWrapper(io.BufferedReader(r)):
  for m in 'read','readline','readlines','read1','peek':
    t(m, lambda:getattr(c(R(b'ab\ncd')),m)(*([5] if m in('read1','peek') else [])))
  t('read5', lambda:c(R(b'ab\ncd')).read(5))
t('ri', lambda:io.BufferedReader(R(b'ab\ncd')).readinto(bytearray(4)))
def w():
    b=io.BufferedWriter(R(b''),2); b.write(b'abcdef'); b.flush(); b.write(b'x'); b.close()
t('w', w)
class B(io.BufferedIOBase):
    n=0
    def __init__(s, data): s.d=data
    def readable(s): return True
    def read(s,k=-1):
        s.n+=1
        if s.n%2: raise IOError(errno.EINTR,'x')
        if k is None or k<0: k=len(s.d)
        r=s.d[:k]; s.d=s.d[k:]; return r
    read1=read
t('B readline', lambda:B(b'ab\ncd').readline())
t('B readinto', lambda:B(b'ab\ncd').readinto(bytearray(4)))
t('T read', lambda:io.TextIOWrapper(B(b'ab\ncd')).read())
t('T read3', lambda:io.TextIOWrapper(B(b'ab\ncd')).read(3))
t('T readline', lambda:io.TextIOWrapper(B(b'ab\ncd')).readline())
class W(B):
    def writable(s): return True
    def write(s,b):
        s.n+=1
        if s.n%2: raise IOError(errno.EINTR,'x')
        s.d+=b; return len(b)
def tw():
    b=W(b''); x=io.TextIOWrapper(b); x.write(u'abc'); x.flush(); return b.d
t('T write', tw)
def tw():
    b=W(b''); b.writelines([b'ab',b'c']); return b.d
t('B writelines', tw)
def h():
    class H(R):
        def read(s,n=-1):
            s.step(); return b''
    return H(b'abc')
t('H readall', lambda: h().readall())
t('H buf', lambda: io.BufferedReader(h()).read())
class Once(io.RawIOBase):
    # Not what is raised by other numbers
    def readable(s): return True
    def readinto(s,b): raise IOError(errno.EIO,'x')
t('Once', lambda: Once().readline())
t('Once', lambda: Once().readall())
class Oserr(io.RawIOBase):
    n=0
    def readable(s): return True
    def readinto(s,b):
        s.n+=1
        if s.n==1: raise OSError(errno.EINTR,'x')
        if s.n==2: raise EnvironmentError(errno.EINTR,'x')
        return 0
t('Oserr', lambda: Oserr().readline())
t('Oserr', lambda: Oserr().readall())

class L(io.RawIOBase):
    def __init__(s): s.left=3
    def readable(s): return True
    def read(s,*a):
        print 'read',a; s.left-=1; return b'x' if s.left>0 else b''
    def readall(s,*a):
        print 'readall',a; s.left-=1; return b'x' if s.left>0 else b''
print io.BufferedReader(L()).read()
class M(object):
    closed=False
    def __init__(s): s.left=3
    def readable(s): return True
    def read(s,*a):
        print 'read',a; s.left-=1; return b'x' if s.left>0 else b''
print io.BufferedReader(M()).read()
