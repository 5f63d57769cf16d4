# __lt__ and friends, __cmp__, fallbacks and reflection.
log = []


def trace(name, result):
    def method(self, other):
        log.append('%s.%s' % (self, name))
        return result
    return method


class Base(object):
    def __init__(self, n):
        self.n = n

    def __repr__(self):
        return self.n


class Full(Base):
    __hash__ = None


for name, result in [('lt', 'LT'), ('le', 'LE'), ('eq', 'EQ'), ('ne', 'NE'), ('gt', 'GT'), ('ge', 'GE')]:
    setattr(Full, '__%s__' % name, trace(name, result))


class Declines(Base):
    pass


for name in ['lt', 'le', 'eq', 'ne', 'gt', 'ge']:
    setattr(Declines, '__%s__' % name, trace(name, NotImplemented))


class Plain(Base):
    pass


class WithCmp(Base):
    def __cmp__(self, other):
        log.append('%s.cmp' % self)
        return cmp(self.n, getattr(other, 'n', other))


class Sub(Full):
    __lt__ = trace('sublt', 'SUBLT')
    __gt__ = trace('subgt', 'SUBGT')


f, d, p, c, s = Full('f'), Declines('d'), Plain('p'), WithCmp('c'), Sub('s')
for left, right in [('f', 'p'), ('p', 'f'), ('f', '1'), ('1', 'f'), ('d', 'f'), ('f', 'd'), ('d', 'd'), ('c', 'p'), ('p', 'c'), ('c', 'c'), ('c', '"z"'), ('d', 'c'), ('c', 'd'), ('f', 's'), ('s', 'f'), ('None', 'f'), ('f', 'None'), ('[]', 'f'), ('f', 'f')]:
    print left, right,
    for op in ['<', '<=', '==', '!=', '>', '>=']:
        del log[:]
        r = eval('%s %s %s' % (left, op, right))
        print op, r, ','.join(log), '|',
    print
print sorted([WithCmp('b'), WithCmp('a')]), max(WithCmp('b'), WithCmp('a')), cmp(WithCmp('b'), WithCmp('a')), WithCmp('a') == 'a', WithCmp('a') in ['a'], cmp(c, c), min([WithCmp('q'), WithCmp('p')])


class OnlyLt(Base):
    def __lt__(self, other):
        return self.n < other.n


a, b = OnlyLt('a'), OnlyLt('b')
print a < b, b > a, a > b, sorted([b, a]), a == a, a == OnlyLt('a'), a != OnlyLt('a'), max(a, b), min(b, a)


class OnlyEq(Base):
    def __eq__(self, other):
        return isinstance(other, OnlyEq) and self.n == other.n


x, y = OnlyEq('x'), OnlyEq('x')
print x == y, x != y, not x == y, x in [y], [x] == [y], (x,) == (y,), {1: x} == {1: y}, [x].index(y), [x].count(y), hash(x) != hash(y), len({x, y}), x is y, [x, 1] != [y, 1]


class BadCmp(object):
    def __cmp__(self, other):
        return 'x'


class BigCmp(object):
    def __init__(self, r):
        self.r = r

    def __cmp__(self, other):
        return self.r


class Raises(object):
    def __eq__(self, other):
        raise ValueError('eq raised')

    def __cmp__(self, other):
        raise ValueError('cmp raised')


for r in [1 << 70, -5, 2.5, True, None, 0]:
    try:
        print cmp(BigCmp(r), 1), BigCmp(r) < 1, BigCmp(r) == 1
    except (TypeError, OverflowError) as e:
        print type(e).__name__, e
for code in ['BadCmp() < 1', 'cmp(BadCmp(), 1)', 'Raises() == 1', 'Raises() in [1]', '[Raises()] == [1]', 'cmp(Raises(), 1)', 'Raises() < 1', 'sorted([Raises(), Raises()])', '[1].index(Raises())', '{Raises(): 1}[1]', 'Raises() != 1']:
    try:
        print code, eval(code)
    except Exception as e:
        print code, type(e).__name__, e


class Bool(object):
    def __init__(self, v):
        self.v = v

    def __nonzero__(self):
        log.append('nonzero')
        return self.v


class Lazy(object):
    def __lt__(self, o):
        return Bool(True)

    def __eq__(self, o):
        return Bool(False)


del log[:]
lz = Lazy()
r = lz < 1
print type(r).__name__, log, bool(lz < 1), lz in [1], lz in [lz], [lz].count(1), lz < 1 < 2, log
