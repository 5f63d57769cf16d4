# The native scanner of JSON and what it says of faults.
import _json
import json

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__module__, type(e).__name__, e, e.args

print [n for n in dir(_json) if n != '__file__']
for c in _json.make_scanner, _json.make_encoder:
    print c, c.__mro__, sorted(set(dir(c)) - set(dir(object)))
E_=_json.encode_basestring_ascii
t(E_)
t(E_,1)
t(E_,'abc')
t(E_,u'abc\u1234\U00012345"\\/\n\r\t\f\b\x00\x7f')
t(E_,'\xc3\xa9')
t(E_,'\xff')
t(E_,'a\xff"\n')
t(E_,'a',1)
t(E_,bytearray('a'))
t(E_,None)
t(E_,u'\ud800')
t(E_,u'\ud800\udc00')
S=_json.scanstring
t(S)
t(S,'abc"',0)
t(S,'abc',0)
t(S,'abc"',0,'latin-1',0)
t(S,u'abc"',0)
t(S,'a\x01"',0)
t(S,'a\x01"',0,None,False)
t(S,'a\\x"',0)
t(S,'a\\u12"',0)
t(S,'a\\u12zz"',0)
t(S,'\\ud834\\udd20"',0)
t(S,'\\ud834"',0)
t(S,'\\ud834\\u0041"',0)
t(S,'\\ud834x"',0)
t(S,'\xc3\xa9"',0)
t(S,'\xff"',0)
t(S,'\xe9"',0,'latin-1')
t(S,'abc"',-1)
t(S,'abc"',100)
t(S,'abc"',4)
t(S,1,0)
t(S,'"','a')
t(S,'a"',0,1)
t(S,'a"',0,u'utf-8')
t(S,'a"',0,'nope')
t(S,'ab"',0,'rot13')
t(S,'\xe9"',0,'hex')
t(S,u'a\\',0)
t(S,'a\\',0)
t(S,'a\\u',0)
t(S,u'a\\u',0)
t(S,'a\\u1234',0)
t(S,'a"',1L)
t(S,'a"',2**70)
t(S,'a\n"',0)
t(S,u'a\n"',0)
t(S,'',0)
t(S,'',1)
t(S,u'',1)
t(S,u'\\ud834\\udd20"',0)
t(S,u'\\ud834\\"',0)
t(S,'\\ud834\\n"',0)
t(S,'\\ud834\\udd2"',0)
t(S,u'\\ud834\\udd2"',0)
t(S,'\\uD834\\uD834\\uDD20"',0)
t(S,'\\udd20"',0)
t(S,'\\/\\b\\f\\n\\r\\t\\"\\\\"',0)
t(S,'bar"',0,'utf-8',True,1)
t(S,s='x"')
class C(object):
    encoding = "utf-8"
    strict = True
    object_hook = object_pairs_hook = None
    parse_float = float
    parse_int = int
    parse_constant = lambda self, x: ("C", x)
t(_json.make_scanner)
t(_json.make_scanner,1)
c=C()
sc=_json.make_scanner(c)
print sc.encoding,sc.strict,sc.object_hook,sc.parse_float,sc.parse_int,sc.object_pairs_hook
try: sc.strict=3
except Exception as e: print type(e),e
t(_json.make_scanner(context=c),'[]',0)
t(_json.make_scanner,c,1)
t(_json.make_scanner,foo=c)
for s in ['','[]','{}','[1,2]','[1,]','[1','[','[1 2]','{"a":1}','{"a" 1}','{"a":}','{"a":1,}','{"a":1','{','{1:2}','{"a":1 "b":2}','{"a"','{"a":','null','nul','true','tru','false','fals','NaN','Na','Infinity','-Infinity','-Inf','-','-1','-0','0','01','1.','1.5','1.5e','1.5e10','1e5','1E+5','1E-','1e400','12345678901234567890','-12345678901234567890','"a','"a"','x','[x]','[ 1 , 2 ]','{ "a" : 1 , "b" : 2 }','  1','[1,,2]','[tru]','{"a":x}','{"a":1,"a":2}','-x','[-]','[1.5.5]', '["a\x01"]', '[\x0b1]','[\xa01]','{"\xc3\xa9":"\xc3\xa9"}','[1,\t2\r\n]','{"a":1,2:3}','[]]','-01','1.e5','-.5','.5','0.0','-0.0','[1e]','[1,2','{"a":[1,{"b":[]}]}']:
    for u in (s, s.decode('latin-1')):
        t(sc,u,0)
        t(json.loads,u)
t(sc,'[]',1)
t(sc,'[]',2)
t(sc,'[]',-1)
t(sc,'[1]',1)
t(sc,'[]')
t(sc,1,0)
t(sc,'[]','a')
t(sc,string='[]',idx=0)
t(sc,'[]',0,0)
t(sc,'',-1)
t(sc,u'',-1)
t(sc,bytearray('[]'),0)
t(sc,'[]',idx=5)
t(sc,u'[]',5)
c.parse_float=lambda x:('F',x)
c.parse_int=lambda x:('I',x)
c.object_hook=lambda d:('H',d)
sc=_json.make_scanner(c)
t(sc,'[1,1.5,{"a":1},NaN]',0)
t(sc,u'[1,1.5,{"a":1},NaN,-5]',0)
t(sc,'{}',0)
c.object_pairs_hook=lambda d:('P',d)
sc=_json.make_scanner(c)
t(sc,'{"a":1,"b":{}}',0)
t(sc,u'{"a":1,"b":{}}',0)
c.parse_float=c.parse_int=5
sc=_json.make_scanner(c)
t(sc,'1',0)
t(sc,'1.5',0)
t(sc,u'1.5',0)
c.encoding=None
t(lambda:_json.make_scanner(c).encoding)
c.encoding=u'latin-1'
t(lambda:_json.make_scanner(c).encoding)
c.encoding=3
t(_json.make_scanner,c)
c.encoding='latin-1'
c.object_hook=c.object_pairs_hook=None
c.parse_int=int
sc=_json.make_scanner(c)
t(sc,'["\xe9"]',0)
c.encoding='ascii'
sc=_json.make_scanner(c)
t(sc,'["\xe9"]',0)
c.parse_int=long
c.parse_float=str
sc=_json.make_scanner(c)
t(sc,'[1,1.5]',0)
c.strict=0
sc=_json.make_scanner(c)
t(sc,'["a\x01"]',0)
print sc.strict
t(json.loads,'['*100000)
t(json.loads,u'['*100000)
t(json.loads,'{"a":'*100000)
