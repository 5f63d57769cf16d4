# zlib: bytes, streams, checksums, errors.
import zlib
def t(f,*a,**k):
    try: print 'OK', repr(f(*a,**k))[:300]
    except BaseException as e: print type(e), e
print zlib.error.__mro__, zlib.error.__module__
c=zlib.compressobj(); d=zlib.decompressobj()
s='hello world '*50+''.join(chr(i*7%256) for i in range(600))
for l in range(-1,10): t(zlib.compress,s,l)
t(zlib.compress,s,10); t(zlib.compress,s,-2); t(zlib.compress,1); t(zlib.compress); t(zlib.compress,u'abc'); t(zlib.compress,'a','b'); t(zlib.compress,'a',1,2)
z=zlib.compress(s)
t(zlib.decompress,z); t(zlib.decompress,z,15); t(zlib.decompress,z,-15); t(zlib.decompress,z,15,1); t(zlib.decompress,z,15,-1); t(zlib.decompress,'abc'); t(zlib.decompress,z[:-5]); t(zlib.decompress,''); t(zlib.decompress,z,100); t(zlib.decompress,z+'extra'); t(zlib.decompress,z[:-1]+'x'); t(zlib.decompress,z,15,0)
t(zlib.crc32,''); t(zlib.crc32,'abc'); t(zlib.crc32,'abc',1); t(zlib.crc32,s); t(zlib.crc32,s,-5); t(zlib.crc32,s,2**32+1);t(zlib.crc32,s,2L**70);t(zlib.crc32,s,'a'); t(zlib.adler32,''); t(zlib.adler32,s); t(zlib.adler32,s,5); t(zlib.adler32,'abc'*10000); t(zlib.crc32); t(zlib.crc32,1); t(zlib.crc32,u'abc'); t(zlib.crc32, 'hello'*1000)
t(zlib.compressobj,1,2,3,4,5,6); t(zlib.compressobj,10); t(zlib.compressobj,9,7); t(zlib.compressobj,level=1); t(zlib.compressobj,9,zlib.DEFLATED,100); t(zlib.decompressobj,100); t(zlib.decompressobj,1,2)
c=zlib.compressobj(9,zlib.DEFLATED,-15)
r=[c.compress(s),c.flush(zlib.Z_SYNC_FLUSH),c.compress('x'*100),c.flush(zlib.Z_FULL_FLUSH)]
c2=c.copy()
r+=[c.compress('end'),c.flush()]
print repr(r); print repr([c2.compress('end'),c2.flush()])
t(c.compress,'a'); t(c.flush); t(c.copy)
t(c2.flush,0); t(c2.flush,100)
c=zlib.compressobj(); t(c.flush,zlib.Z_NO_FLUSH); t(c.compress,1); t(c.compress); t(c.compress,'a','b'); t(c.flush,1,2); t(c.compress,u'x'); t(c.flush,99)
d=zlib.decompressobj(); 
t(d.decompress,z[:10]); t(lambda:(d.unused_data,d.unconsumed_tail)); t(d.decompress,z[10:]+'tail'); t(lambda:(d.unused_data,d.unconsumed_tail)); t(d.decompress,'more'); t(lambda:d.unused_data); t(d.flush); t(d.flush); t(d.decompress,'x'); t(lambda:d.unused_data)
d=zlib.decompressobj(); t(d.decompress,z,10); t(lambda:(d.unused_data,d.unconsumed_tail==z[-len(d.unconsumed_tail):],len(d.unconsumed_tail))); t(d.decompress,d.unconsumed_tail,100); d2=d.copy(); t(d.flush); t(lambda:(d.unused_data,d.unconsumed_tail)); t(d2.flush,1); t(d2.flush)
d=zlib.decompressobj(); t(d.decompress,'xyz'); t(d.decompress,z,-1); t(d.flush,0); t(d.flush,-1); t(d.decompress); t(d.decompress,1); t(d.decompress,'a','b'); pass
d=zlib.decompressobj(); t(d.flush); t(d.decompress,z); t(d.flush)
d=zlib.decompressobj(); t(d.decompress,z[:20]); t(d.flush)

print repr(zlib.decompress('\x1f\x8b\x08\x00\x00\x00\x00\x00\x02\xff\xcbH\xcd\xc9\xc9\x07\x00\x86\xa6\x106\x05\x00\x00\x00',31))

# What flush() gives is all of the rest, however much that is.
big = zlib.compress('x' * 300000 + 'end')
d = zlib.decompressobj(); a = d.decompress(big, 5); b = d.flush(); print len(a), len(b), b[-4:]
d = zlib.decompressobj(); a = d.decompress(big, 5); b = d.flush(100); print len(a), len(b), b[-4:], repr(d.unconsumed_tail), repr(d.unused_data)
