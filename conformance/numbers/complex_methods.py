# Complex arithmetic, comparison, conversion.
cases = r"""
1j/complex(float('nan'),1)
complex(float('inf'),0)**2
complex(1e308,1e308)**1e308j
complex(1e308,1e308)**2
(1+2j)**-2
1j**1j
(1+2j)/(3-4j)
divmod(7+2j,2)
abs(complex(float('inf'),float('nan')))
abs(complex(1e308,1.7e308))
(2+0j)**1000
(2+0j)**-2000
(2+0j)**101
(1+1j)**0
(1+1j)**0.5
(1+1j)**(2**70)
(1.0+0j)**(2**62)
(-1.0+0j)**(2**63)
1j < 'a'
1j.__lt__('a')
1j.__eq__('a')
1j == 'a'
complex.__eq__(1j, 10**400)
1 // 1j
5 % 2j
2j.__floordiv__(3)
int(1j)
long(1j)
float(1j)
1j.__int__()
1j.__float__()
1j.conjugate()
1j.__nonzero__()
abs(3+4j)
pow(1j,2,None)
1j.__pow__(2,3)
1j.real
1j.imag
hash(1+0j)
hash(2**70+0j)
'%.3g' % 1005000.0
'%.3g' % 1004000.0
'%.3g' % 10050.0
'%.2g' % 105.0
'%.2g' % 1050.0
'%.1g' % 5.0
'%.2g' % 205.0
'%.3g' % 1005.0
'%.3g' % 2005.0
'%.4g' % 20005.0
'%.2g' % 20.5
'%.3g' % 100500000000000.0
'%.3g' % 1005000000000000.0
format(1005.0,'.3')
format(1005.0,'.3n')
str(1000000000005.0)
""".strip().splitlines()
for text in cases:
    try:
        value = eval(text)
        print text, '=', type(value).__name__, repr(value)
    except Exception as error:
        print text, '!', type(error).__name__, error
