# Arithmetic special methods: normal, reflected, in-place; NotImplemented; subclasses.
names = ['add', 'sub', 'mul', 'div', 'floordiv', 'mod', 'divmod', 'pow', 'lshift', 'rshift', 'and', 'or', 'xor', 'truediv']
symbols = {'add': '+', 'sub': '-', 'mul': '*', 'div': '/', 'floordiv': '//', 'mod': '%', 'pow': '**', 'lshift': '<<', 'rshift': '>>', 'and': '&', 'or': '|', 'xor': '^'}


def make(prefix, result=None):
    def method(self, other):
        return NotImplemented if result is NotImplemented else '%s(%s, %s)' % (prefix, self, other)
    return method


class Base(object):
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        return self.name


class All(Base):
    pass


class Left(Base):
    pass


class Right(Base):
    pass


class InPlace(Base):
    pass


class Declines(Base):
    pass


for n in names:
    setattr(All, '__%s__' % n, make(n))
    setattr(All, '__r%s__' % n, make('r' + n))
    setattr(Left, '__%s__' % n, make(n))
    setattr(Right, '__r%s__' % n, make('r' + n))
    setattr(InPlace, '__i%s__' % n, make('i' + n))
    setattr(Declines, '__%s__' % n, make(n, NotImplemented))
    setattr(Declines, '__r%s__' % n, make(n, NotImplemented))
    setattr(Declines, '__i%s__' % n, make(n, NotImplemented))
a, l, r, i, d = All('a'), Left('l'), Right('r'), InPlace('i'), Declines('d')
for n in names:
    if n == 'divmod':
        print divmod(a, 1), divmod(1, a), divmod(l, r), divmod(5, r)
        continue
    if n == 'truediv':
        continue
    op = symbols[n]
    results = []
    for expr in ['a %s 1', '1 %s a', 'l %s r', 'r %s l', 'l %s l', '"s" %s r', '[] %s r', 'd %s r', 'd %s a', 'd %s d', 'd %s 1', '1 %s d', 'None %s l', 'l %s None', 'object() %s r']:
        if op == '%' and expr.startswith('"s"'):
            continue
        try:
            results.append(str(eval(expr % op)).split(' at ')[0])
        except TypeError as e:
            results.append('TypeError: %s' % e)
    print op, results
    for target in ['a', 'l', 'i', 'd', 'r']:
        ns = {'x': globals()[target], 'r': r}
        try:
            exec 'x %s= r' % op in ns
            print ns['x'],
        except TypeError as e:
            print e,
    print


class Sub(All):
    def __radd__(self, other):
        return 'sub radd'


class SubNoOverride(All):
    pass


print a + Sub('s'), a + SubNoOverride('s'), Sub('s') + a, a - Sub('s'), All('x') + All('y')


class Int(int):
    def __add__(self, o):
        return 'Int add'

    def __radd__(self, o):
        return 'Int radd'

    def __mul__(self, o):
        return NotImplemented

    def __rsub__(self, o):
        return 'Int rsub'


class Str(str):
    def __add__(self, o):
        return 'Str add'

    def __radd__(self, o):
        return 'Str radd'

    def __rmod__(self, o):
        return 'Str rmod'


class List(list):
    def __add__(self, o):
        return 'List add'

    def __iadd__(self, o):
        return 'List iadd'

    def __rmul__(self, o):
        return 'List rmul'


print Int(1) + 1, 1 + Int(1), 1.5 + Int(1), 1L + Int(1), 5 - Int(2), Int(5) - 2, Int(3) / 2, -Int(3), Str('a') + 'b', 'a' + Str('b'), '%s' % Str('x'), '%d' % 5, List([1]) + [2], [1] + List([2]), 2 * List([1])
try:
    print Int(2) * 3
except TypeError as e:
    print e
x = List([1])
x += [2]
print x
y = Int(5)
y -= 1
print y, type(y).__name__
print pow(a, 2), a ** 2, pow(2, a), reduce(lambda p, q: p, [1])
try:
    pow(a, 2, 3)
except TypeError as e:
    print e


class P3(object):
    def __pow__(self, e, m=None):
        return e, m

    def __rpow__(self, b):
        return 'rpow', b


print pow(P3(), 2, 3), pow(P3(), 2), P3() ** 4, 2 ** P3()
