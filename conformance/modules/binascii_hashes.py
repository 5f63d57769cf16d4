import binascii
def t(f,*a,**k):
    try: print f.__name__,repr(a)[:60],repr(f(*a,**k)).split(' at 0x')[0][:120]
    except BaseException as e: print f.__name__,repr(a)[:60],type(e).__name__, e
b=binascii
for n in dir(b):
    f=getattr(b,n)
    if callable(f) and not isinstance(f,type):
        t(f); t(f,'abc'); t(f,1); t(f,u'abc'); t(f,u'\xe9')
print b.Error.__mro__, b.Incomplete.__mro__
for s in ['', 'a','YQ==','YQ=','YQ','Y','YWI=','YWJj','YW Jj\n','YQ==YQ==','=','====','YQ=a=','\xffYQ==','Y=Q=','YWJj=','YWI==','YQ=\n=','YQ= =','A===','AA\n==','AAA=A','AAAA=AAA']: t(b.a2b_base64,s)
for s in ['','a','ab','abc','x'*57,'x'*58]: t(b.b2a_base64,s)
for s in ['','a','ab','abg','AbCd','zz',u'ab']: t(b.a2b_hex,s); t(b.unhexlify,s)
t(b.hexlify,'\x00\xff'); t(b.hexlify,bytearray('ab'))
for s in [' ','!a','"86)C\n','#86)C','#86)C  \n','#86)C x\n','!','M'+'a'*3]: t(b.a2b_uu,s)
for s in ['','a','abc','x'*45,'x'*46]: t(b.b2a_uu,s)
for s in ['=','=4','=41','=4g','a=\nb','a=\r\nb','=  \nx','a_b','=41_=','==41','a= b','=\n','\n=','a=']: t(b.a2b_qp,s); t(b.a2b_qp,s,True)
t(b.a2b_qp,'a_b',header=1)
for s in ['','a b ','a \nb','a\tb\t\n','x'*80,'='*30,'.\n','.','a\r\nb','\x00\x7f\xff','a_b c','x'*75+'=','x'*76+'\n','a '*40,'\r','a\rb','\n.\n']:
    for kw in [{},{'quotetabs':1},{'istext':0},{'header':1}]: t(b.b2a_qp,s,**kw)
t(b.b2a_hqx,'abc\x90'); t(b.a2b_hqx,'"@*M'); t(b.a2b_hqx,'"@*M:'); t(b.rlecode_hqx,'aaaaaaa\x90b'); t(b.rledecode_hqx,'a\x90\x07\x90\x00b'); t(b.rledecode_hqx,'\x90\x05'); t(b.rledecode_hqx,'a\x90');t(b.rledecode_hqx,'\x90');t(b.rledecode_hqx,'a\x90\x00'); t(b.crc_hqx,'abc',0); t(b.crc_hqx,'abc',70000);t(b.crc_hqx,'abc',-1); t(b.crc32,'abc');t(b.crc32,'abc',5);t(b.crc32,'abc',-1);t(b.crc32,'abc',2**32+5);t(b.crc32,'abc',2**70); t(b.a2b_hqx,'a\x00b'); t(b.a2b_hqx,'');t(b.a2b_hqx,'!!!!:'); t(b.rlecode_hqx,'a'*300+'\x90'*5); t(b.rlecode_hqx,'')
import future_builtins as fb
t(fb.hex,255);t(fb.hex,-2**70);t(fb.oct,8L);t(fb.oct,0);t(fb.hex,1.5);t(fb.ascii,u'\xe9'); import itertools; print fb.map is itertools.imap, fb.zip is itertools.izip, fb.filter is itertools.ifilter
import _md5,_sha,_sha256,_sha512
for c in (_md5.new,_sha.new,_sha256.sha256,_sha256.sha224,_sha512.sha512,_sha512.sha384):
    h=c(); print type(h), [(n,getattr(h,n)) if not callable(getattr(h,n)) else n for n in dir(h) if not n.startswith('__')]
    t(c,'a',1,2);t(c,3);t(c,u'a');t(c,foo=1); t(h.update); t(h.update,3); t(h.update,'a','b'); t(h.update,u'\xe9'); t(h.update,'abc'); print h.hexdigest(), len(h.digest()), h.copy().hexdigest(); t(h.digest,1); t(h.copy,1)
    t(type(h)); t(c,bytearray('a'))
    h.update('x'*1000); print h.hexdigest()
print _md5.MD5Type, _md5.digest_size, _sha.blocksize,_sha.digest_size,_sha.digestsize
