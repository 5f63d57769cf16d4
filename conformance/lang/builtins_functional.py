# map, filter, reduce, zip, enumerate, sorted, reversed, sum, min, max, any, all, iter.
print map(str, [1, 2]), map(lambda a, b: a + b, [1, 2], (3, 4)), map(None, 'ab'), map(None, [1], [2, 3])
print map(lambda *a: a, [1, 2, 3], 'ab', []), map(len, ['', 'a']), map(int, '123')
print filter(lambda c: c > 'a', 'abc'), filter(None, (0, 1, '')), filter(str.isdigit, ['1', 'a']), filter(lambda x: x, [])
print filter(lambda c: c != 'b', u'abc'), type(filter(None, ())).__name__
print reduce(lambda a, b: a + b, 'abc'), reduce(lambda a, b: a * b, [], 5), reduce(max, [3, 1, 4], 9)
try:
    reduce(lambda a, b: a, [])
except TypeError as e:
    print e
print zip(), zip([1, 2]), zip('abc', [1, 2]), zip(*[(1, 2), (3, 4)]), zip('ab', xrange(10))
print list(enumerate('ab')), list(enumerate('ab', 5)), list(enumerate('ab', start=-1)), enumerate('a').next()
print sorted('banana'), sorted([3, 1, 2], reverse=True), sorted({'b': 1, 'a': 2}), sorted([(1, 'b'), (1, 'a')])
print list(reversed([1, 2, 3])), list(reversed('abc')), list(reversed(xrange(3))), list(reversed((1,)))
print sum([1, 2, 3]), sum([], 5), sum([[1], [2]], []), sum([0.5, 1]), sum((i for i in range(4))), sum([1L, 2])
for bad in ["sum(['a'])", "sum(['a'], '')", "sum(5)", "reversed({})", "reversed(5)", "min([])", "max()", "min(5)",
            "enumerate()", "enumerate(5)", "zip(5)", "sorted(5)", "any(5)", "map(1, [1])", "filter(1, [1])", "sum([], '')"]:
    try:
        print eval(bad)
    except (TypeError, ValueError) as e:
        print bad, type(e).__name__, e
print min(1, 2), max([3, 4]), min('b', 'a'), max('abc'), min([1, 2], key=lambda x: -x), max('a', 'bb', key=len), min(1, 1.0), max(1, 1.0)
print any([]), all([]), any([0, 1]), all([1, 0]), any(x > 2 for x in [1, 3]), all('ab')
it = iter([1, 2])
print next(it), next(it), next(it, 'default')
try:
    next(it)
except StopIteration as e:
    print 'stop', e.args
state = [0]


def tick():
    state[0] += 1
    return state[0]


print list(iter(tick, 4)), state
print range(5), range(2, 5), range(5, 0, -2), range(0), range(-3), range(3, 3), range(0, 10, 3)
print abs(-5), abs(5), abs(-2.5), abs(-5L), abs(3 + 4j), abs(True)
print divmod(7, 2), divmod(-7, 2), divmod(7.5, 2), pow(2, 10), pow(2, 10, 1000), pow(2, -1), pow(3, 2.0)
print chr(65), ord('a'), unichr(8364) == u'\u20ac', ord(u'\u20ac'), hex(-255), oct(-8), bin(10), bin(-5), bin(0)
print isinstance(1, (str, (int,))), issubclass(bool, int), isinstance(True, int), issubclass(int, (str, object))
print callable(len), callable(5), callable(lambda: 0), callable(type), id(5) == id(5), hash(5), type(5), type(None)
print repr('a'), str('a'), unicode('a'), repr(u'a'), bool([]), list('ab'), tuple([1]), set('aa'), frozenset()
print round(2.675, 2), round(1234.5, -2), round(-2.5), round(0.5), round(1.5), round(1e300, 2), round(5)
print getattr('a', 'upper')(), getattr(5, 'none', 'default'), hasattr([], 'append'), hasattr([], 'nothing')
print len('abc'), len([]), len({1: 2}), len(xrange(10)), len(u'\u20ac'), cmp([1, 2], [1, 3]), hash(()) == hash(())
print dict(zip('ab', [1, 2])) == {'a': 1, 'b': 2}, dict([('a', 1)], b=2)['b'], dict(a=1, **{'c': 3})['c']
