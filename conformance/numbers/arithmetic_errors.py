# Zero division, overflow, powers, shifts, hashes: results and messages.
cases = r"""
hash(2.0**63)
hash(2**63)
hash(-2.0**63)
hash(-2**63)
hash(2.0**64)
hash(2**64)
hash(2**64-1)
hash(1e300)
hash(0.5)
hash(-0.1)
hash(1e-320)
hash(float('inf'))
hash(float('-inf'))
hash(1.5+2j)
hash(0.1-1j)
1/0
1//0
1%0
divmod(1,0)
1L/0
1L//0
1L%0
divmod(1L,0)
int.__truediv__(1,0)
long.__truediv__(1L,0)
1.0/0
1.0//0
1.0%0
divmod(1.0,0)
0.0**-1
(-2.0)**0.5
1e200**2
10.0**400
10.0**-400
0**-1
0L**-1
2**-1
2L**-1
(10**400)**-1
1j/0
1j//0
1j%0
divmod(1j,0)
0j**-1
0j**1j
0j**-1j
(1e200+1j)**3
pow(2,-1,3)
pow(2,3,0)
pow(2L,-1,3)
pow(2L,3,0)
pow(2.0,3,3)
pow(2,3.0,3)
pow(2,3,3.0)
pow(1j,2,3)
pow(2,1j,3)
pow(2,3,3j)
pow(2**40,2,7)
pow(2,100,7)
pow(2,10,-7)
pow(2,10,7L)
pow(3,0,1)
1<<-1
1>>-1
1L<<-1
1L>>-1
1L<<(1L<<70)
1>>(1L<<70)
1<<64
0<<(1L<<70)
0L<<(1L<<70)
float(10**400)
10**400+1.0
1.0+10**400
10**400 < 1e308
10**400 < float('inf')
long.__truediv__(10**400,1)
long.__truediv__(10**400,10**399)
int.__truediv__(2**62+1,3)
1 < 1j
1 == 1j
1 == 1+0j
1j == 10**400
10**400 + 1j
1j < 2
1j.__lt__(2)
cmp(1j,2)
cmp(1j,1j)
abs(-__import__("sys").maxint-1)
-(-2**63)
int(1e30)
int(float('nan'))
int(float('inf'))
long(float('nan'))
long(float('inf'))
long(float('-inf'))
int(3.99)
int(-3.99)
int(2.0**62)
int(2.0**63)
int(-2.0**63)
'%f' % 1e60
'%.60f' % 1e60
'%.500f' % 1.0
repr(1e16)
repr(1e15)
repr(123456789012345678.0)
repr(1e22)
str(1e11)
""".strip().splitlines()
for text in cases:
    try:
        value = eval(text)
        print text, '=', type(value).__name__, repr(value)
    except Exception as error:
        print text, '!', type(error).__name__, error
