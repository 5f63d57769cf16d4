# The native encoder of JSON: pieces, keys, subclasses, markers.
import _json
import json

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__module__, type(e).__name__, e, e.args

M=_json.make_encoder
A=_json.encode_basestring_ascii
def mk(markers=None,default=None,encoder=A,indent=None,ks=': ',isep=', ',sort=False,skip=False,nan=True):
    return M(markers,default,encoder,indent,ks,isep,sort,skip,nan)
t(M)
t(M,1,2)
t(M,1,None,A,None,1,2,3,4,5)
for separators in (': ', ', '), (u': ', u', '):
    print M({}, None, A, None, separators[0], separators[1], 0, 0, 0)([1, {2: 3}], 0)
e=mk()
print e.markers,e.default,e.encoder is A,e.indent,e.key_separator,e.item_separator,e.sort_keys,e.skipkeys
for o in [None,True,False,1,-1,2**70,1.5,float('nan'),float('inf'),-float('inf'),1e300,0.1,'a',u'a','\xc3\xa9',u'\u1234',[],[1],[1,2],(),(1,2),{},{'a':1},{'a':1,'b':[1,{}]},{1:2},{1.5:2},{None:1},{True:1},{False:1},{2**70:1},{(1,2):1},{u'a':u'b'},[[]],[{}],{'a':[]},'\xff',{'\xff':1}, {float('nan'):1}, object, 1j, set(), [None,True,False,'x']]:
    t(e,o,0)
t(e)
t(e,1)
t(e,1,2,3)
t(e,obj=1,_current_indent_level=0)
t(e,[1],5)
t(e,[1],'a')
class L(list): pass
class D(dict): 
    def items(self): return [('z',1)]
    def iteritems(self): return iter([('zz',1)])
    def __iter__(self): return iter(['q'])
class I(int):
    def __str__(self): return 'I!'
    def __repr__(self): return 'IR'
class F(float):
    def __repr__(self): return 'F!'
    def __str__(self): return 'FS'
class S(str): pass
class U(unicode): pass
class LL(long):
    def __str__(self): return 'LL!'
    def __repr__(self): return 'LLR'
class L2(list):
    def __iter__(self): return iter([7,8])
    def __len__(self): return 0
class T(tuple):
    def __iter__(self): return iter([7,8])
for o in [L([1]),D(a=1),I(3),F(1.5),S('a'),U('a'),LL(5),L2([1,2]),T((1,2)),{I(3):1},{F(1.5):1},{S('a'):1},{LL(5):2},D()]:
    t(e,o,0)
    t(json.dumps,o)
e=mk(nan=False)
for o in [float('nan'),float('inf'),1.5,{float('nan'):1}]: t(e,o,0)
e=mk(skip=True)
t(e,{(1,2):1,'a':2},0)
t(e,{(1,2):1},0)
e=mk(sort=True)
t(e,{'b':1,'a':2,'c':3,'zz':3,'y':4,'A':5},0)
t(e,{'b':1,2:3},0)
e=mk(isep=',',ks=':')
t(e,{'b':1,'a':2},0)
e=mk(isep=u',',ks=u':')
t(e,{'b':1,'a':2},0)
e=mk(indent=2)
t(e,{'b':1,'a':[2]},0)
e=mk(encoder=lambda s:'<%s>'%s)
t(e,{'b':1,'a':['x']},0)
e=mk(encoder=lambda s:u'<%s>'%s)
t(e,{'b':1,'a':['x']},0)
e=mk(encoder=lambda s:5)
t(e,{'b':1,'a':['x']},0)
t(e,'x',0)
e=mk(encoder=None)
t(e,'x',0)
e=mk(encoder=lambda s:1/0)
t(e,['x'],0)
def dflt(o):
    return ['D',1]
e=mk(default=dflt,markers={})
t(e,set(),0)
t(e,[set(),1],0)
mm={}
def loop(o): return o
e=mk(default=loop,markers=mm)
t(e,set(),0)
print len(mm)
mm={}
e=mk(markers=mm)
l=[]
l.append(l)
t(e,l,0)
print len(mm), mm.values()==[l] if 0 else ''
d={}
d['a']=d
t(e,d,0)
e=mk(default=loop)
t(e,set(),0)
t(e,l,0)
t(e,d,0)
e=mk(markers={},default=lambda o:1/0)
t(e,[set()],0)
print json.dumps({'a':[1,2.5,None,True,"x\n"],u'\u1234':u'\U00012345'})
t(json.dumps,{'a':u'\xe9'},ensure_ascii=False)
t(lambda:json.dumps(['\xc3\xa9',u'\xe9'],ensure_ascii=False,encoding='utf-8'))
t(json.dumps,['\xff'],ensure_ascii=False)
t(json.dumps,['\xff',u'\xe9'],ensure_ascii=False)
class G(object): pass
t(json.dumps,[G])
t(json.dumps,{G:1})
class BadD(dict):
    def items(self): return [1]
t(json.dumps,BadD(a=1))
class BadD(dict):
    def items(self): return [(1,2,3)]
t(json.dumps,BadD(a=1))
class BadD(dict):
    def items(self): return 5
t(json.dumps,BadD(a=1))
class BadD(dict):
    def items(self): return iter([('a',2)])
t(json.dumps,BadD(a=1))
class BadD(dict):
    def items(self): return [['a',2]]
t(json.dumps,BadD(a=1))
try: e.markers=1
except Exception as x: print type(x),x
t(type, 'X', (M,), {})
t(type, 'X', (_json.make_scanner,), {})
class St(str):
    def __str__(self): return 'no'
t(A,St('abc'))
class R(float):
    def __repr__(self): return 5
t(json.dumps,R(1.5))
class R(int):
    def __str__(self): return u'u'
t(json.dumps,R(1))
