# Operators and conversions on operands of the wrong type, subclasses and special methods.
cases = r"""
1+'a'
'a'+1
[]+1
1+[]
1-'a'
1*'a'
'a'*1.5
1.5*'a'
'a'*'b'
'a'*(2**70)
'a'*-1
'a'*True
[]*1.5
None*'a'
None+1
1**'a'
pow(1,'a')
pow(1,'a',2)
pow(1,2,'a')
pow('a',2,3)
divmod(1,'a')
1//'a'
1%'a'
1/'a'
1<<'a'
1>>'a'
1&'a'
1|'a'
1^'a'
1.5<<1
1.5&1
1.5|1.5
-'a'
+'a'
~'a'
~1.5
abs('a')
~1j
abs(None)
1 + None
1 < 'a'
1.5 < 'a'
1L < 'a'
1 < None
None < 1
1 < (1,)
1 == 1.0
1 == 1L
1L == 1.0
2**53+1 == 2.0**53
cmp(2**53+1, 2.0**53)
cmp(1, 1.0)
cmp(1.0, 2L)
float('nan') < 1
1 < float('nan')
(1).__eq__
(1L).__eq__
(1.0).__eq__(1)
(1.0).__eq__(1L)
(1.0).__eq__('a')
int.__add__(1.0, 1)
int.__add__()
int.__add__(1)
int.__add__(1,2,3)
(1).__add__(x=1)
(1).__hash__()
(1).__nonzero__()
int.__new__(5)
int.__new__()
int.__new__(str)
int.__new__(bool)
int.__new__(int, 5)
bool.__new__(int)
bool.__new__(bool, 5)
long.__new__(int)
float.__new__(int)
object.__new__(int)
int.__bases__
bool.__bases__
type('I',(int,),{})(5)
type('I',(int,),{'__int__':lambda s:'x'})(5)
int(type('I',(object,),{'__int__':lambda s:'x'})())
int(type('I',(object,),{'__int__':lambda s:5L})())
int(type('I',(object,),{'__int__':lambda s:2**70})())
int(type('I',(object,),{'__int__':lambda s:True})())
int(type('I',(object,),{'__int__':lambda s:1.5})())
int(type('I',(object,),{'__trunc__':lambda s:1.5})())
int(type('I',(object,),{'__trunc__':lambda s:7})())
int(type('I',(object,),{'__trunc__':lambda s:'a'})())
int(type('I',(object,),{'__long__':lambda s:7L})())
long(type('I',(object,),{'__long__':lambda s:7})())
long(type('I',(object,),{'__long__':lambda s:'x'})())
long(type('I',(object,),{'__int__':lambda s:7})())
long(type('I',(object,),{'__trunc__':lambda s:7})())
float(type('I',(object,),{'__float__':lambda s:7})())
float(type('I',(object,),{'__float__':lambda s:7.0})())
float(type('I',(object,),{'__int__':lambda s:7})())
float(type('F',(float,),{'__float__':lambda s:7.5})(2))
complex(type('I',(object,),{'__complex__':lambda s:7})())
complex(type('I',(object,),{'__complex__':lambda s:7j})())
complex(type('I',(object,),{'__float__':lambda s:7.0})())
type(long(type('I',(long,),{})(5)))
type(+type('I',(int,),{})(5))
type(abs(type('I',(int,),{})(5)))
type(type('I',(int,),{})(5).real)
type(type('I',(int,),{})(5).__getnewargs__()[0])
type(type('I',(long,),{})(5).conjugate())
type(+type('I',(float,),{})(5))
repr(type('I',(int,),{})(5))
repr(type('I',(long,),{})(5))
repr(type('I',(float,),{})(5))
str(type('I',(float,),{'__repr__':lambda s:'R'})(5))
hex(type('I',(object,),{'__hex__':lambda s:5})())
hex(type('I',(object,),{'__hex__':lambda s:'q'})())
oct(type('I',(object,),{'__oct__':lambda s:5})())
hex(type('I',(object,),{'__index__':lambda s:5})())
bin(type('I',(object,),{'__index__':lambda s:5})())
bin(type('I',(object,),{'__index__':lambda s:'x'})())
[1,2,3][type('I',(object,),{'__index__':lambda s:5.0})()]
[1,2,3][2**70]
[1,2,3][1.0]
'abc'*type('I',(object,),{'__index__':lambda s:2})()
__import__('operator').index(1.0)
__import__('operator').index(True)
chr(1.0)
chr('a')
chr(2**70)
chr(2**40)
chr(300)
range(1.5)
range('a')
range(2**70)
xrange(1.5)
xrange(2**70)
'abc'.center(1.5)
'abc'.center('x')
'abc'.center(2**70)
'abc'.find('a', 1.5)
'abc'.find('a', 2**70)
'abc'.find('a', 'x')
unichr(1.5)
unichr('a')
unichr(-1)
unichr(2**70)
(1).real
(1).__trunc__()
(1.5).conjugate()
(1.5).real
(1.5).imag
(1).imag
(1L).imag
(1L).numerator
(1L).denominator
(1).real.__class__
(5).bit_length()
(-2**63).bit_length()
(2**70).bit_length()
(0L).bit_length()
(1).__sizeof__()
(1L).__sizeof__()
(2**70).__sizeof__()
(1.0).__sizeof__()
(1j).__sizeof__()
True.__sizeof__()
(1).x
True.__class__
chr(type('I',(object,),{'__int__':lambda s:'x'})())
chr(type('I',(object,),{'__int__':lambda s:65.5})())
chr(type('I',(object,),{'__int__':lambda s:65L})())
chr(type('I',(object,),{'__int__':lambda s:2**70})())
chr(type('I',(object,),{'__int__':lambda s:1/0})())
chr(type('I',(object,),{'__long__':lambda s:65})())
chr(type('I',(float,),{})(65))
chr(1j)
__import__('math').sqrt('a')
__import__('math').sqrt(None)
__import__('math').sqrt(10**400)
__import__('math').sqrt(type('I',(object,),{'__float__':lambda s:'x'})())
__import__('math').sqrt(type('I',(object,),{'__float__':lambda s:4})())
__import__('math').sqrt(1j)
__import__('math').ldexp(1.0, 2**70)
'a'.expandtabs(2**40)
'a'.expandtabs(-2**40)
'a'.expandtabs('x')
'a'.expandtabs(1.5)
'%d' % type('I',(object,),{'__int__':lambda s:1/0})()
'%d' % type('I',(object,),{'__int__':lambda s:'x'})()
'%d' % type('I',(object,),{'__long__':lambda s:7L})()
'%d' % type('I',(object,),{'__float__':lambda s:7.0})()
'%f' % type('I',(object,),{'__float__':lambda s:7.0})()
'%f' % type('I',(object,),{'__float__':lambda s:1/0})()
'%d' % type('I',(int,),{'__str__':lambda s:'S'})(5)
'%d' % type('I',(int,),{'__int__':lambda s:9})(5)
'%s' % type('I',(int,),{'__repr__':lambda s:'R'})(5)
'%c' % type('I',(object,),{'__int__':lambda s:65})()
u'%d' % type('I',(object,),{'__int__':lambda s:1/0})()
u'%d' % float('nan')
'%x' % type('I',(long,),{'__hex__':lambda s:'0xabcL'})(5)
'%x' % type('I',(int,),{'__hex__':lambda s:'0xabc'})(5)
'%d' % type('I',(long,),{'__str__':lambda s:'77'})(5)
int(type('I',(str,),{})('12'))
int(type('I',(str,),{'__int__':lambda s:5})('12'))
int('12', type('I',(object,),{'__index__':lambda s:5})())
int('12', type('I',(object,),{'__int__':lambda s:5})())
float(type('I',(str,),{'__float__':lambda s:5.5})('12'))
long(type('I',(str,),{'__long__':lambda s:5L})('12'))
complex(type('I',(str,),{'__complex__':lambda s:5j})('12'))
complex(type('I',(object,),{'__complex__':lambda s:'x'})())
complex(1,type('I',(object,),{'__float__':lambda s:3.0})())
complex(1,type('I',(object,),{'__complex__':lambda s:3j})())
complex(type('C',(complex,),{'__complex__':lambda s:9j})(2j))
complex(type('C',(complex,),{'__float__':lambda s:9.0})(2j))
type(complex(type('C',(complex,),{})(2j)))
complex(type('I',(float,),{'__float__':lambda s:9.0})(2.0))
complex(type('I',(int,),{'__float__':lambda s:9.0})(2))
float(type('I',(int,),{'__float__':lambda s:9.0})(2))
long(type('I',(int,),{'__long__':lambda s:9L})(2))
int(type('I',(long,),{'__int__':lambda s:9L})(2))
int(type('I',(float,),{})(2.5))
int(type('I',(int,),{'__trunc__':lambda s:9})(2))
int(type('I',(object,),{'__trunc__':lambda s:type('J',(object,),{'__int__':lambda s:8})()})())
int(type('I',(object,),{'__trunc__':lambda s:type('J',(object,),{})()})())
int(type('I',(object,),{'__int__':lambda s:None})())
long(type('I',(object,),{'__long__':lambda s:1.0})())
long(type('I',(object,),{'__long__':lambda s:True})())
type(long(type('I',(object,),{'__long__':lambda s:5})()))
long(type('I',(object,),{'__trunc__':lambda s:'x'})())
long(type('I',(object,),{'__trunc__':lambda s:1.5})())
round(type('I',(object,),{'__float__':lambda s:2.5})())
sum([1,2.5,3L])
sum([0.1]*10)
sum([2**63-1, 1])
sum([1,'a'])
sum([], 'a')
sum(['a'], '')
sum([1.5, 1j])
sum([True, True])
sum([2**70, 1.5])
coerce(1)
coerce(type('I',(object,),{'__coerce__':lambda s,o:(o,5)})(), 1)
coerce(type('I',(object,),{'__coerce__':lambda s,o:5})(), 1)
coerce(type('I',(object,),{'__coerce__':lambda s,o:None})(), 1)
type('I',(object,),{'__coerce__':lambda s,o:(2,o)})() + 1
1 + type('I',(object,),{'__coerce__':lambda s,o:(2,o)})()
type('I',(object,),{'__coerce__':lambda s,o:(2,o)})() == 2
cmp(type('I',(object,),{'__coerce__':lambda s,o:(2,o)})(), 1)
'%s' % (10**25)
repr(10**25)
int('9'*5000) % 7
hash(2**61-1)
hash(-2**61)
hash(3.7e19)
divmod(-7, 2L)
divmod(7.5, 2)
divmod(2L**70, 3.0)
(-7)//2.0
7 % -3
7L % -3
-7 % 3.5
(2**70) / 3
(2**70) / 3.0
2**70 * 1.5
2 ** 0.5
(-8) ** (1.0/3)
2L ** 2
2 ** 2L
2 ** 62
2 ** 63
(-2) ** 63
2 ** -2L
2.0 ** 2L
True ** 2
True / 2
True // 2
5 / 2L
5.0 // 0.3
-5 >> 1
-5L >> 1
1 << 62
1 << 63
-1 << 63
-1 << 64
5 & 3L
-5 & 2**70
-5 | 2**70
-5 ^ 2**70
~(2**70)
~5L
-5L
+5L
abs(-5L)
abs(-2.5)
abs(-0.0)
-0.0
+True
""".strip().splitlines()
for text in cases:
    try:
        value = eval(text)
        print text, '=', type(value).__name__, repr(value)
    except Exception as error:
        print text, '!', type(error).__name__, error
