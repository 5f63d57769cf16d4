# bz2: bytes, streams, files, errors.
import bz2
def t(f,*a,**k):
    try: print 'OK', repr(f(*a,**k))[:200]
    except BaseException as e: print type(e), e
s='hello world'*100
z=bz2.compress(s); print repr(z); t(bz2.compress,s,1); t(bz2.compress,s,0); t(bz2.compress,s,10); t(bz2.compress,1); t(bz2.compress,u'abc'); t(bz2.compress,''); t(bz2.compress); t(bz2.compress,data='a'); t(bz2.compress,'a','b')
t(bz2.decompress,z); t(bz2.decompress,z[:-3]); t(bz2.decompress,'abc'); t(bz2.decompress,''); t(bz2.decompress,z+'xx'); t(bz2.decompress,1); t(bz2.decompress,z+z)
c=bz2.BZ2Compressor(); t(c.compress,s); t(c.flush); t(c.flush); t(c.compress,'a'); t(bz2.BZ2Compressor,0); t(c.compress,1); t(bz2.BZ2Compressor,1,2)
d=bz2.BZ2Decompressor(); t(d.decompress,z[:5]); t(d.decompress,z[5:]+'tail'); t(lambda:d.unused_data); t(d.decompress,'x'); t(bz2.BZ2Decompressor,1); 
d=bz2.BZ2Decompressor(); t(d.decompress,'abcdefgh')
import os
D='/tmp/pyston-bz2-%d' % os.getpid(); os.mkdir(D); os.chdir(D)
f=bz2.BZ2File('x.bz2','w'); print f.mode, f.name, f.closed, f.softspace, f.newlines; t(f.write,'ab\ncd\r\nef\rgh'); t(f.writelines,['x\n','y']); t(f.read); t(f.seek,0); t(f.close); t(f.write,'x'); t(f.close); t(f.__enter__); t(lambda:f.closed); t(f.tell)
f=bz2.BZ2File('x.bz2'); t(f.readline); t(f.tell); t(f.read,2); t(f.readlines); t(f.read); t(f.seek,1); t(f.read,3); t(f.seek,-2,1); t(f.read,3); t(f.seek,-2,2); t(f.read); t(f.write,'x'); t(list,f); t(f.seek,0); t(list,f); t(f.seek,100); t(f.tell); t(f.readline,2); t(f.seek,0); t(f.readline,1); t(f.next); t(f.writelines,['a']); f.close(); t(f.read); t(f.next); t(f.readline)
f=bz2.BZ2File('x.bz2','rU'); t(f.readlines); t(lambda:f.newlines); t(lambda:f.mode)

os.remove('x.bz2'); os.chdir('/'); os.rmdir(D)
