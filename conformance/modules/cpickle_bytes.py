# Bytes of pickles in all protocols, and what the machine makes of good and bad ones.
import cPickle
def t(f,*a,**k):
    try: print 'OK', repr(f(*a,**k))[:200]
    except BaseException as e: print type(e), e, e.args
for x in [1.0, 0.1, 1e100, float('inf'), u'a\\b\nc\u1234\U00012345\x00\r\x1a\xe9', 'a\nb\'', '', 'a', u'', u'a', -1, 255,256,65535,65536,2**31-1,2**31,-2**31,-2**31-1,0L,1L,-1L,127L,128L,-128L,-129L,255L,256L,2L**2040,-2L**2047, (),(1,),(1,2),(1,2,3),(1,2,3,4),[],[1],{},{1:2},True,None,range(1001),range(2001),dict.fromkeys(range(1000)),dict.fromkeys(range(1001)),{'a':1,'b':2}]:
    for p in 0,1,2:
        s=cPickle.dumps(x,p)
        print p, repr(x)[:30], repr(s)[:200], len(s), hash(s)
        y = cPickle.loads(s)
        assert x==y and type(x) is type(y), (x,y)
l=[1]; l.append(l); tt=(l,); l.append(tt)
for p in 0,1,2:
    print repr(cPickle.dumps(l,p)),repr(cPickle.dumps(tt,p))
    x=cPickle.loads(cPickle.dumps(l,p)); assert x[1] is x and x[2][0] is x
t(cPickle.dumps,len)
t(cPickle.dumps,int)
for s in ['', '.', 'N', 'I1\n.', 'Ix\n.', 'I01\n.','I00\n.','I1', 'I1x\n.','I 12\n.', 'I99999999999999999999\n.', 'L1L\n.', 'L1\n.', 'Lx\n.', 'F1\n.', 'Fx\n.','F1x\n.', "S'a'\n.", "Sa\n.", "S'a\n.", "S\n.", "S'a'   \n.","S 'a'\n.", 'S"a"\n.', "S'\\x4'\n.", "S'a'b'\n.", 'V\\u1234\n.', 'V\\u12\n.', 'Va','K','K\x01','J\x01','J\xff\xff\xff\xff.','M\x01','U\x05abc.','T\xff\xff\xff\xff.', 'X\xff\xff\xff\xff.','X\x01\x00\x00\x00\xff.','G\x00','0','1','(','2','2.','N2\x85.','t.','(t.','l.','(l.','d.','(d.','(Nd.','(NNd.','a','Na.','(lNa.','NNa.','NNNs.','e.','(e.','](e.','](NNe.','N(NNe.','u','(dNNs.','}(Nu.','}(NNu.','N(NNu.','NNNu.','g1\n.','gx\n.','h\x01.','j\x01\x00\x00\x00.','Np1\ng1\n.','Nq\x01h\x01.','p1\n.','q\x01','Np1\nh\x01.','c','cfoo\nbar\n.','csys\nnope\n.','csys\nmaxint\n.','c__builtin__\nlen\n.','(i__builtin__\nint\n.',"(S'12'\ni__builtin__\nint\n.","(S'x'\ni__builtin__\nint\n.",'(o.','(c__builtin__\nint\no.','o.','R','NR.','NNR.','c__builtin__\nint\n(NtR.','c__builtin__\nint\nNR.','c__builtin__\nint\n(lR.','b','Nb.','NNb.','NI1\nb.','N}b.','c__builtin__\nobject\n(N\x81.','N)\x81.','c__builtin__\nlen\n)\x81.','\x82\x00.','\x84\xff\xff\xff\xff.','\x80\x02N.','\x80\x03N.','\x80','\x8a\x00.','\x8a\x01\xff.','\x8a\x02\xff','\x8b\xff\xff\xff\xff.','\x8b\x01\x00\x00\x00\x05.','P1\n.','NQ.','z','\xff','\x00',' ','\n', '(1N.', '((N1.', 'N0.','NN0.', '((l.', '(N(Nt.', 'N(N1.', '1.','N1.', '(N0.', '(0N.','(2.', 'Np1\n.', 'Np\n.', 'Np\ng\n.', ')R.', 'I0x10\n.', 'L0x10L\n.', 'I010\n.', 'I1 \n.', 'I-5\n.','F1e5\n.','F 1\n.','Fnan\n.', 'S""\n.', "S'\n.", 'I\n.', 'L\n.', 'F\n.','V\n.', "c\n\n.", "cos\n.", "\x85.", "N\x86.","NN\x87.", '}NNs.','}Ns.',']]Ns.', '](lNs.', '}]Ns.']:
    print repr(s)[:40],; t(cPickle.loads,s)
