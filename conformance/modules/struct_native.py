import _struct as s
def t(f,*a,**k):
    try: print repr(a).split(' at 0x')[0][:70],repr(f(*a,**k)).split(' at 0x')[0][:100]
    except BaseException as e: print repr(a).split(' at 0x')[0][:70],type(e).__name__, e
print s.__version__, s.error, s.Struct, [n for n in dir(s) if n!='__file__'], sorted(dir(s.Struct))
for c in 'xcbB?hHiIlLqQfdspP':
    for p in '@=<>!':
        try: print p+c, s.calcsize(p+c),
        except Exception as e: print p+c, e,
    print
t(s.calcsize,'bi');t(s.calcsize,'=bi');t(s.calcsize,'ib0i');t(s.calcsize,'ib0q');t(s.calcsize,'3s2b');t(s.calcsize,' 3 s');t(s.calcsize,'3');t(s.calcsize,'z');t(s.calcsize,3);t(s.calcsize,u'i');t(s.calcsize,'99999999999999999999i');t(s.calcsize,'9223372036854775807i');t(s.calcsize,'i\0i');t(s.calcsize);t(s.calcsize,u'\xe9')
t(s.calcsize,'i <i');t(s.calcsize,'<P');t(s.calcsize,bytearray('i'))
for fmt,v in [('b',128),('b',-129),('B',256),('B',-1),('h',40000),('H',-1),('H',70000),('i',2**31),('I',-1),('I',2**32),('l',2**63),('L',-1),('L',2**64),('q',2**63),('Q',-1),('Q',2**64),('<b',128),('<h',40000),('<H',-1),('<i',2**31),('<I',2**32),('<I',-1),('<q',2**63),('<Q',-1),('<q',2**70),('<Q',2**70),('<l',2**31),('i',1.5),('i','a'),('<i',1.5),('i',None),('f',1e39),('<f',1e39),('f','a'),('d','a'),('d',None),('c','ab'),('c',1),('s',1),('s',u'abc'),('3s','abcd'),('3s','a'),('p','abc'),('3p','abcd'),('0p','a'),('300p','x'*299),('?',5),('?',[]),('x',1),('P',-1),('P',2**64),('P',2**63),('P','a'),('i',2L),('q',1.0),('Q',1.5),('B',1.0),('0s','abc'),('0i',1),('f',float('nan')),('f',float('inf')),('<f',1e-46),('d',10**400),('f',3),('d',3L),('?',1.5),('i',True)]:
    t(s.pack,fmt,v)
t(s.pack,'ii',1);t(s.pack,'ii',1,2,3);t(s.pack);t(s.pack,3)
t(s.unpack,'i','abc');t(s.unpack,'i','abcd');t(s.unpack,'i',u'abcd');t(s.unpack,'i',bytearray('abcd'));t(s.unpack,'i',3);t(s.unpack,'3p','\x05ab');t(s.unpack,'s','a');t(s.unpack,'?c','\x02a');t(s.unpack,'<e','a');t(s.unpack,'I','\xff'*4);t(s.unpack,'L','\xff'*8);t(s.unpack,'Q','\xff'*8);t(s.unpack,'<I','\xff'*4);t(s.unpack,'<L','\1'*4);t(s.unpack,'<Q','\1'*8);t(s.unpack,'P','\1'*8);t(s.unpack,'q','\1'*8);t(s.unpack,'H','\1\0');t(s.unpack,'i');
t(s.unpack_from,'i','abcdefgh',2);t(s.unpack_from,'i','abcdefgh',-4);t(s.unpack_from,'i','abcdefgh',6);t(s.unpack_from,'i','abcdefgh',-40);t(s.unpack_from,'i','abcdefgh');t(s.unpack_from,'i');t(s.unpack_from,'i',buffer='abcdefgh',offset=1);t(s.unpack_from,'i',u'abcdefgh'); t(s.unpack_from,'i',3);t(s.unpack_from,'i','abcd','x')
import array
a=array.array('c','x'*8); t(s.pack_into,'i',a,2,65); print a
b=bytearray(8); t(s.pack_into,'i',b,-4,65); print repr(b); t(s.pack_into,'i',b,6,65);t(s.pack_into,'i',b,-9,65);t(s.pack_into,'i','abcd',0,1);t(s.pack_into,'i',b,0);t(s.pack_into,'i',b);t(s.pack_into,'i');t(s.pack_into);t(s.pack_into,'i',b,0,1,2);t(s.pack_into,'i',b,'a',1);t(s.pack_into,'i',3,0,1)
S=s.Struct('<i3s'); print S.format,S.size, repr(S.pack(1,'ab')), S.unpack('abcdefg'); t(s.Struct);t(s.Struct,3);t(s.Struct,'i','j');t(s.Struct,u'i');print repr(s.Struct(u'i').format); t(s.Struct,format='i');t(S.pack,1);t(S.unpack,'a');t(S.unpack_from,'abc');t(S.pack_into,b,0,1,'a');t(S.pack_into,b);t(S.pack_into,b,5,1,'a')
for n in ('size','format'):
    try: setattr(S,n,3)
    except Exception as e: print type(e),e
t(s._clearcache); t(s._clearcache,1)
class X(s.Struct): pass
x=X('i'); x.a=1; print repr(x.pack(1))
for e in '><':
  for fmt,v in [('b',128),('B',256),('h',40000),('H',-1),('H',70000),('i',2**31),('I',-1),('I',2**32),('l',2**31),('L',-1),('L',2**32),('q',2**63),('Q',-1),('Q',2**64),('q',2**70),('i',2**70),('I',2**70),('i',-2**70),('h',2**70),('B',2**70),('L',2**70),('i','a'),('f',1e39),('?',2),('d',1.5),('f',1.5),('q',-2),('I',7)]: t(s.pack,e+fmt,v)
class I(object):
    def __index__(s): return 7
class J(object):
    def __int__(s): return 7
class K: 
    def __int__(s): return 7
class F(object):
    def __float__(s): return 7.5
class Bad(object):
    def __index__(s): return 'x'
class Bad2(object):
    def __int__(s): return 'x'
for v in (I(),J(),K(),F(),Bad(),Bad2()):
    for c in 'iIqQPf': t(s.pack,c,v)
t(s.pack,'>d',float('nan')); t(s.unpack,'f','\x00\x00\xc0\x7f'); t(s.unpack,'>d','\xff\xf0\0\0\0\0\0\0'); t(s.unpack,'>d','\x7f\xf0\0\0\0\0\0\1');t(s.pack,'2c','a','b');t(s.pack,'2c','ab');t(s.pack,'xx?x',1)
t(s.unpack,'3x','abc');t(s.pack,'5sx2p','ab','c'); t(s.unpack,'2p','\0a');t(s.pack,'s','');t(s.pack,'c',bytearray('a'));t(s.pack,'s',bytearray('a'))
t(s.unpack,'<3i','a'*12);t(s.unpack,'bh','a'*4);t(s.unpack,'bh','a'*3)
