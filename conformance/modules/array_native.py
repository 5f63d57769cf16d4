import array as m
A=m.array
print m.ArrayType is A, [n for n in dir(m) if n!='__file__'], A
print sorted(set(dir(A)))
def t(f,*a,**k):
    try: print repr(f(*a,**k)).split(' at 0x')[0][:110]
    except BaseException as e: print type(e).__name__, e
t(A);t(A,'x');t(A,1);t(A,'ii');t(A,'i',3);t(A,'i',[1,'a']);t(A,'i','abc');t(A,'i','abcd');t(A,'c','abc');t(A,'u',u'abc');t(A,'i',u'abc');t(A,'u','abc');t(A,'i',(1,2));t(A,'i',x=1);t(A,'i',1,2);t(A,u'i');t(A,'i',iter([1,2]));t(A,'d',[1,2.5]);t(A,'i',A('i',[1]));t(A,'i',A('d',[1.5]));t(A,'c',[1]);t(A,'c',['ab']);t(A,'i',{1:2});t(A,'u',[u'ab'])
for c,v in [('b',128),('b',-129),('B',256),('B',-1),('h',40000),('H',-1),('H',70000),('i',2**31),('i',-2**31-1),('I',-1),('I',2**32),('l',2**63),('L',-1),('L',2**64),('f','a'),('d','a'),('i','a'),('i',1.5),('I',1.5),('L',1.5),('I','a'),('f',1e300),('c',1),('c','ab'),('u','a'),('u',u'ab'),('b',None),('L',2**63),('I',2**31),('I',3L),('b',1.5)]:
    a=A(c); 
    try: a.append(v); print c, v, a
    except Exception as e: print c,v,type(e).__name__,e
a=A('i',range(5))
for f,args in [('pop',()),('pop',(0,)),('pop',(9,)),('insert',(0,9)),('insert',(-1,8)),('insert',(99,7)),('index',(8,)),('index',(77,)),('remove',(8,)),('remove',(77,)),('count',(1,)),('reverse',()),('extend',([1],)),('extend',(A('d'),)),('extend',(3,)),('extend',(['a'],)),('fromlist',([1,2],)),('fromlist',([1,'a'],)),('fromlist',((1,),)),('tolist',()),('fromstring',('abcd',)),('fromstring',('abc',)),('fromstring',(3,)),('tostring',()),('fromunicode',(u'a',)),('tounicode',()),('byteswap',()),('byteswap',()),('fromfile',(3,1)),('tofile',(3,)),('append',()),('append',(1,2)),('index',()),('pop',('a',)),('insert',(1,)),('insert',('a',1)),('fromstring',(u'abcd',)),('buffer_info',(1,)),('read',(3,1)),('write',(3,)),('__copy__',()),('__deepcopy__',(1,)),('__reduce__',()),('fromstring',(buffer('abcd'),))]:
    print f,; t(getattr(a,f),*args); 
print a
a=A('i',range(6))
t(lambda:a[1]);t(lambda:a[-1]);t(lambda:a[6]);t(lambda:a['a']);t(lambda:a[1.0]);t(lambda:a[1:3]);t(lambda:a[::2]);t(lambda:a[::-1]);t(lambda:a[5:1]);t(lambda:a[2**70])
def s(k,v):
    b=A('i',range(6))
    try: b[k]=v; print b
    except Exception as e: print type(e).__name__,e
def ss(i,j,v):
    b=A('i',range(6))
    try: b[i:j]=v; print b
    except Exception as e: print type(e).__name__,e
def d(k):
    b=A('i',range(6))
    try: del b[k]; print b
    except Exception as e: print type(e).__name__,e
s(0,9);s(6,1);s('a',1);s(0,'a');s(slice(0,6,2),A('i',[7,8,9]));s(slice(0,6,2),A('i',[7]));s(slice(0,2,1),A('i',[7,8,9]));s(slice(0,2),[1]);s(slice(0,2),A('d',[1]));s(slice(None,None,-1),A('i',range(6)));s(1.5,3)
ss(1,3,A('i',[7]));ss(1,3,A('i'));ss(1,3,[1]);ss(1,3,A('d'));ss(-100,100,A('i',[1]))
d(0);d(-1);d(6);d('a');d(slice(1,3));d(slice(0,6,2));d(slice(None,None,-2)); d(slice(5,1))
try: del a[1:3]; print a
except Exception as e: print e
print a+A('i',[1]), a*2, 2*a, a*-1, 
t(lambda:a+[1]);t(lambda:a+A('d'));t(lambda:a*'a');t(lambda:a*1.5)
a+=A('i',[5]); a*=2; print a
try: a+=[1]
except Exception as e: print type(e).__name__,e
try: a+=A('d')
except Exception as e: print type(e).__name__,e
print 5 in a, 'x' in a, len(a), A('i',[1,2])==A('i',[1,2]), A('i',[1])==A('d',[1]), A('i',[1,2])<A('i',[1,3]), A('i',[1])!=A('i',[1]), A('i',[1])==[1], cmp(A('i',[1]),A('i',[2])), A('i',[1])<A('i',[1,2])
t(hash,a); print a.itemsize, a.typecode, [ (c,A(c).itemsize) for c in 'cbBuhHiIlLfd']
try: a.typecode='x'
except Exception as e: print type(e).__name__,e
print repr(A('c')),repr(A('c','a"\'\n')),repr(A('u',u'\xe9x')),repr(A('i')),repr(A('d',[1.5,float('nan')])),repr(A('f',[0.1])), str(A('i',[1])), repr(A('u')), repr(A('L',[1,2**63])), repr(A('I',[1]))
it=iter(a); print type(it), it.next(), list(iter(A('c','ab'))), [x for x in dir(it) if x[0]!='_']
class S(A): pass
x=S('i',[1]); x.q=1; print repr(x), x.__reduce__(), type(x[:]), type(x+x), type(x.__copy__()), type(x*2)
t(A('i',[1,2]).__reduce__); t(A('c','ab').__reduce__); t(A('u',u'ab').__reduce__)
print repr(buffer(A('c','abc'))[:]) if 0 else str(buffer(A('c','abc'))), repr(A('h',[1,256]).tostring()), bytearray(A('c','abc'))
t(memoryview,A('c','a'))
a=A('i',[1,2]); a.extend(a); print a; a[1:1]=a; print a; a.extend(x for x in (1,2)); print a
t(A('i',[1,2]).index,1.0); t(A('u',u'ab').tounicode); t(A('u',u'ab').fromunicode,'a'); z=A('u'); z.fromunicode(u'xy'); print z; t(z.fromunicode,3); t(z.fromunicode)
print A('i',xrange(3)), A('c','abc').tolist(), A('B','abc'), A('b',''), A('f',[1,2L,True])
print A('B',[1,2,3]).tostring().encode('hex'), A('i',[3,1,2]).buffer_info()[1]
