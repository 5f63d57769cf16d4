import _csv
class Q:
    pass
def t(f,*a,**k):
    try: print repr(f(*a,**k)).split(' at 0x')[0][:150]
    except BaseException as e: print type(e).__name__, e
D=_csv.Dialect
print [n for n in dir(_csv) if n!='__file__'], _csv.__version__, _csv.QUOTE_ALL,_csv.QUOTE_MINIMAL,_csv.QUOTE_NONE,_csv.QUOTE_NONNUMERIC, _csv.Error, _csv._dialects, D
d=D(); print [(n,getattr(d,n)) for n in dir(d) if n[0]!='_'], [n for n in dir(D) if n[0]=='_' and n not in dir(object)]
for k,v in [('delimiter',1),('delimiter','ab'),('delimiter',''),('delimiter',None),('delimiter',u';'),('quotechar',1),('quotechar','ab'),('quotechar',None),('quotechar',''),('escapechar','ab'),('escapechar',None),('escapechar',3),('lineterminator',3),('lineterminator',None),('lineterminator','xx'),('quoting','a'),('quoting',7),('quoting',None),('quoting',2),('skipinitialspace',3),('strict',[]),('doublequote',0),('foo',1),('quoting',2L),('quoting',True)]:
    try: d=D(**{k:v}); print k,repr(v),[(n,getattr(d,n)) for n in dir(d) if n[0]!='_']
    except BaseException as e: print k,repr(v),type(e).__name__, e
t(D,'x');t(D,1);t(D,None,',');t(D,1,2,3,4,5,6,7,8,9,10)
class X: delimiter='|'; quoting=1
class Y(object): delimiter='|'; quotechar=None
for c in (X,X(),Y,Y()):
    d=D(c); print d.delimiter,d.quoting,d.quotechar
t(D,X,delimiter='!'); print D(X,delimiter='!').delimiter, D(d) is d, D(d,strict=1) is d
for n in ('quoting',):
    try: setattr(d,n,'x')
    except Exception as e: print type(e).__name__,e
    try: delattr(d,n)
    except Exception as e: print type(e).__name__,e
t(_csv.register_dialect,'a',X); t(_csv.register_dialect,1,X);t(_csv.register_dialect,u'u',X);t(_csv.register_dialect);t(_csv.register_dialect,'b',delimiter=';');t(_csv.register_dialect,'b');t(_csv.register_dialect,'c',delimiter='xx');t(_csv.register_dialect,'c',1,2)
print sorted(_csv.list_dialects()), _csv.get_dialect('b').delimiter; t(_csv.get_dialect,'zz');t(_csv.unregister_dialect,'zz');t(_csv.unregister_dialect,'b');t(_csv.get_dialect,'b'); print _csv.list_dialects(), D('a').delimiter
t(_csv.field_size_limit); t(_csv.field_size_limit,10);t(_csv.field_size_limit);t(_csv.field_size_limit,'a');t(_csv.field_size_limit,1,2);t(_csv.field_size_limit,2**70); 
t(list,_csv.reader(['x'*11])); t(list,_csv.reader(['"'+'x'*11+'"'])); _csv.field_size_limit(131072)
R=_csv.reader
t(R);t(R,3);t(R,[],1,2);t(R,[],foo=1);t(R,[],'nodialect');t(R,['a,b'])
r=R([]); print type(r), [n for n in dir(r) if n[0]!='_'], r.line_num, type(r.dialect)
def rd(lines,**k):
    try:
        r=R(lines,**k); out=[]
        for row in r: out.append((r.line_num,row))
        print out
    except Exception as e: print out, type(e).__name__, e
for l in [['a,b,c'],['a,"b",c\n'],['a,"b""c",d\r\n'],['a,"b\n','c",d'],['"a'],['a"b,c'],['"a"b,c'],['a,,b,'],[''],['\n'],[' a, b'],['"a" ,b'],['a\rb'],['a\r\n','b\n'],['a\0b'],['a','','b'],['""'],['"",""'],['"a""'],['\\a'],["a'b"],['"a\r\n','b"'],['a\r'],['a\r\rb'],['a\n\nb'],['1,2.5,"x"']]:
    for k in [{},{'strict':1},{'skipinitialspace':1},{'quoting':3},{'quoting':2},{'doublequote':0},{'escapechar':'\\'},{'quotechar':"'"},{'quoting':3,'escapechar':'\\'},{'delimiter':'\t'}]:
        rd(l,**k)
rd(['a\\'],escapechar='\\'); rd(['a\\\n','b'],escapechar='\\'); rd(['"a\\"b"'],escapechar='\\',doublequote=0); rd([1]); rd([u'a,b']); rd([u'\xe9']); rd(['a,"1"'],quoting=2); rd(['1,a'],quoting=2)
W=_csv.writer
class F:
    def __init__(s): s.o=[]
    def write(s,x): s.o.append(x); return len(x)
t(W);t(W,3);t(W,F(),foo=1)
w=W(F()); print type(w), [n for n in dir(w) if n[0]!='_'], type(w.dialect)
class FL(float): pass
def wr(row,**k):
    f=F()
    try: w=W(f,**k); print repr(w.writerow(row)), f.o
    except Exception as e: print type(e).__name__, e, f.o
for row in [[],[''],['',''],[None],[None,None],['a','b'],['a,b'],['a"b'],['a\nb'],['a\rb'],[1,2.5,10**20,True],[0.1,1e100],[' a'],["it's"],['a\\b'],[u'x'],'abc',('a',),['"'],['""'],['a ',' b '],['a;b'],['a\tb'],[FL(0.1)],['\0']]:
    for k in [{},{'quoting':1},{'quoting':2},{'quoting':3},{'doublequote':0},{'doublequote':0,'escapechar':'\\'},{'quoting':3,'escapechar':'\\'},{'lineterminator':'!'},{'quotechar':"'"},{'delimiter':';'},{'escapechar':'\\'},{'quotechar':None}]:
        wr(row,**k)
wr(3); wr([u'\xe9']); wr(None)
f=F(); w=W(f); w.writerows([[1],[2,'a b']]); print f.o; t(w.writerows,3);t(w.writerows,[3]);t(w.writerow);t(w.writerow,1,2)
t(type(r));t(type(w));
try: w.dialect=3
except Exception as e: print type(e).__name__,e
class B:
    def write(s,x): raise ValueError('no')
t(W(B()).writerow,[1])
it=iter(r); print it is r
