# Attributes and special methods of numbers called by name.
print (5).__add__(3), (5).__add__(2.5), (5).__add__('x'), (5).__radd__(3), (5).__sub__(3), (5).__rsub__(3), (5).__mul__(3), (5).__div__(3), (5).__rdiv__(3), (5).__floordiv__(3), (5).__truediv__(2), (5).__mod__(3), (5).__rmod__(13)
print (5).__divmod__(3), (5).__rdivmod__(13), (5).__pow__(3), (5).__neg__(), (5).__pos__(), (-5).__abs__(), (5).__invert__(), (5).__lshift__(2), (5).__rshift__(1), (5).__rlshift__(1), (5).__and__(4), (5).__or__(2), (5).__xor__(1), (5).__and__(1.0)
print (5).__int__(), (5).__long__(), (5).__float__(), (5).__index__(), (5).__hex__(), (5).__oct__(), (5).__hash__(), (5).__nonzero__(), (0).__nonzero__(), (5).__cmp__(3), (5).__coerce__(3), (5).__coerce__(2.5), (5).__repr__(), (5).__str__(), (5).__format__('x')
print (5).real, (5).imag, (5).numerator, (5).denominator, (5).conjugate(), (5).bit_length(), (5).__class__, (5).__doc__ is not None, (5).__getnewargs__(), (5).__trunc__()
print 5L.__add__(3), 5L.__cmp__(6L), 5L.__coerce__(3), 5L.__hash__(), 5L.bit_length(), 5L.__repr__(), 5L.__str__(), 5L.__hex__(), 5L.__oct__(), 5L.numerator
print 2.5.__add__(1), 2.5.__radd__(1), 2.5.__mul__(2), 2.5.__div__(2), 2.5.__rdiv__(5), 2.5.__floordiv__(2), 2.5.__mod__(2), 2.5.__divmod__(2), 2.5.__pow__(2), 2.5.__neg__(), (-2.5).__abs__(), 2.5.__int__(), 2.5.__nonzero__(), 2.5.__eq__(2.5), 2.5.__lt__(3), 2.5.__add__('x'), 2.5.__trunc__(), 2.5.__getnewargs__(), 2.5.__format__('.2f')
print int.__add__(1, 2), float.__mul__(2.0, 3), int.__repr__(True), bool.__repr__(True), object.__repr__(5)[:15], int.__str__(7), int.__hash__(True)
for code in ['(5).nothing', '5L.nothing', '5.5.nothing', '(5).real = 3', 'int.__add__(1)', 'int.__add__("x", 1)', 'int.__add__(1, 2, 3)', 'float.__add__(1, 2)', '(5).__add__()', 'int.real = 1', 'int.new = 1', 'del int.__add__', 'int.__new__()', 'int.__new__(5)', 'int.__new__(str)', 'int.__new__(int, "x")']:
    try:
        exec (code if '=' in code or code.startswith('del') else 'r = ' + code)
        print code, r
    except Exception as e:
        print code, type(e).__name__, e
print sorted(n for n in dir(5) if not n.startswith('__')), sorted(n for n in dir(5.5) if not n.startswith('__'))
print [n for n in ('__add__', '__eq__', '__lt__', '__cmp__', '__len__', '__iter__', '__hash__', '__index__', '__div__', '__iadd__') if hasattr(5, n)]
print [n for n in ('__add__', '__eq__', '__lt__', '__cmp__', '__len__', '__iter__', '__hash__', '__index__', '__div__', '__coerce__') if hasattr(5.5, n)]
print map(abs, [-1, 2]), map(int, ['1', 2.5]), map((5).__add__, [1, 2]), reduce(int.__mul__, [1, 2, 3]), map(int.__neg__, [1, -2])
print int.__name__, int.__module__, int.__bases__, int.__mro__, bool.__mro__, long.__mro__, float.__base__, type(int), int, long, float, complex, bool
print cmp(1, 2L), cmp(2.5, 2), cmp(1, 'a'), cmp(None, 0), cmp(1, None), coerce(1, 2.5), coerce(True, 1), coerce(1, True)
