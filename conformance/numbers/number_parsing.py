# float() and int() on text.
good = ['1', '1.5', '-1.5', '+2', ' 3.5 ', '1e5', '1E-5', '.5', '5.', '-.5e1', 'inf', '-inf', 'Infinity', 'nan', 'NaN', '+nan', '1e400', '-1e400', '1e-400', '0x10' if 0 else '10', '\t1\n', '1' * 30, '0.1' + '0' * 50,
        '123456789.987654321', '0.000000000000000000000000001', '179769313486231580793e289', '2.2250738585072011e-308', '4.9406564584124654e-324', '2.4703282292062327e-324', '9007199254740993', '1.7976931348623159e308', '00012', '-0']
for text in good:
    print repr(text), repr(float(text))
bad = ['', ' ', 'x', '1x', '1.5.5', '1e', 'e5', '--1', '+-1', '0x10', '1,5', '1_0', 'infx', 'in', 'na', '.', '-', '1 2', '1L', '1j', '1\0', 'None', '1e5.5', '1d5']
for text in bad:
    try:
        print repr(text), float(text)
    except ValueError as e:
        print repr(text), e
for value in [None, [], {}, 1j, object, (1,)]:
    try:
        print float(value)
    except TypeError as e:
        print str(e).split(' at ')[0]


class F(object):
    def __init__(self, v):
        self.v = v

    def __float__(self):
        return self.v

    def __int__(self):
        return self.v

    def __long__(self):
        return self.v


for f in (float, int, long):
    for v in [1.5, 2, 3L, True, 'x', None, 1 << 70]:
        try:
            r = f(F(v))
            print f.__name__, repr(v), '->', repr(r), type(r).__name__
        except (TypeError, OverflowError) as e:
            print f.__name__, repr(v), '->', type(e).__name__, e


class Trunc(object):
    def __trunc__(self):
        return 42


class Idx(object):
    def __index__(self):
        return 7


print int(Trunc()), long(Trunc())
for f in (int, float):
    try:
        print f(Idx())
    except TypeError as e:
        print f.__name__, str(e).split("'")[0]


class MyInt(int):
    def __repr__(self):
        return 'MyInt'

    def __add__(self, o):
        return 'added'


class MyFloat(float):
    pass


m = MyInt(5)
print m, [m], m + 1, 1 + m, m * 2, type(m * 2).__name__, int(m), type(int(m)).__name__, m == 5, hash(m), {5: 'x'}[m], range(10)[m], MyInt('12'), MyInt('z', 36) == 35
f = MyFloat('2.5')
print f, [f], f + 1, type(f + 1).__name__, type(-f).__name__, float(f), type(float(f)).__name__, type(+f).__name__, type(abs(f)).__name__, type(f.__float__()).__name__
m.attr = 1
print m.attr, m.__dict__, isinstance(m, int), issubclass(MyInt, int), MyInt.__bases__
