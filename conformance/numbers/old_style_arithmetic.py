# Old-style instances in arithmetic: conversions, __coerce__, in-place operators, keyword arguments of constructors.
class A: pass
class B:
    def __trunc__(s): return 5
class C:
    def __int__(s): return 7
    def __float__(s): return 2.5
    def __index__(s): return 3
    def __long__(s): return 9
def t(f,*a):
    try: print f.__name__, repr(f(*a))
    except Exception as e: print f.__name__, type(e).__name__, e
for X in (A,B,C):
    for f in (int,long,float,complex,hex,oct,bin,abs,round,chr,chr):
        t(f,X())
t(lambda: -A()); t(lambda:~A()); t(lambda: A()+1); t(lambda:1+A()); t(lambda: A()*2); t(lambda: 'a'*A()); t(lambda:[1][A()]); t(lambda: A()**2); t(lambda: pow(2,A(),3));t(lambda: divmod(A(),2))
t(coerce,[],[]); t(coerce,None,None); t(coerce,A(),1); t(coerce,(),()); t(coerce, {}, {}); t(coerce, 1, 1)
t(int,'1',**{'x':'2'}) if 0 else None
def k(f,*a,**kw):
    try: print f.__name__, a, sorted(kw), repr(f(*a,**kw))
    except Exception as e: print f.__name__, a, sorted(kw), type(e).__name__, e
k(int,'1',x='2'); k(int,x='1',y=2); k(int,'1',2,x=3); k(float,1,x=2); k(float,1,2); k(bool,1,x=2); k(long,'1',x=1); k(complex,1,real=2); k(complex,1,2,imag=3); k(complex,foo=1); k(float,y=1);k(int,'1','2',base=3);k(int,base='x');k(int,1,2,3)
k(int,None,x=1)
class D:
    def __coerce__(s,o): return (10,o)
t(lambda:D()+1); t(lambda:1+D()); t(lambda:1-D()); t(lambda:D()-1.5); t(lambda: cmp(D(),3)); t(lambda: D()<3); t(lambda: D()==10); t(lambda:divmod(D(),3)); t(lambda:D()**2); t(lambda:2**D()); t(lambda:D()<<1); t(coerce,D(),1); t(coerce,1,D())
class E:
    def __coerce__(s,o): return None
    def __add__(s,o): return 'add'
    def __radd__(s,o): return 'radd'
t(lambda:E()+1); t(lambda:1+E()); t(lambda:E()+D()); t(lambda: D()+E())
class F:
    def __coerce__(s,o): return 5
t(lambda:F()+1); t(coerce,F(),1)
x=E(); x+=1; print x
class G:
    def __iadd__(s,o): return 'iadd'
    def __cmp__(s,o): return 'x'
x=G(); x+=1; print x
t(lambda: G()<1)
t(lambda: A()<1); t(lambda: 1<A()); t(lambda: A() == A())
class H:
    def __hex__(s): return 5
    def __oct__(s): return 'q'
t(hex,H()); t(oct,H())
a='x'
for op in ['+=','-=','*=','/=','//=','%=','**=','<<=','>>=','&=','|=','^=']:
    a=1
    try: exec "a %s 'z'" % op
    except Exception as e: print op, e
    else: print op,'ok', a
class R(object):
    def __radd__(s,o): return 'radd'
    def __rmul__(s,o): return 'rmul'
l=[]; l+=R(); print l
l=[]; l*=R(); print l
print []+R(), 'a'+R(), 'a'*R(), ()+R()
