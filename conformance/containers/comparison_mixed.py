# Ordering between values of different types.
import sys
values = [('None', None), ('False', False), ('1', 1), ('2L', 2L), ('1.5', 1.5), ("'a'", 'a'), ("u'a'", u'a'), ("'b'", 'b'), ('()', ()), ('(1,)', (1,)), ('[]', []), ('[1]', [1]), ('{}', {}), ('{1: 2}', {1: 2}), ('xrange(1)', xrange(1)), ('len', len)]
for n1, a in values:
    print n1,
    for n2, b in values:
        print '<=>'[cmp(a, b) + 1],
        assert (a < b, a == b, a > b) == (cmp(a, b) < 0, cmp(a, b) == 0, cmp(a, b) > 0), (n1, n2)
    print


class Old:
    pass


class New(object):
    pass


o, n = Old(), New()
print [cmp(o, x) for x in (None, 1, 'a', [], ())], [cmp(n, x) for x in (None, 1, 'a', [], ())], cmp(None, None), None < o, 1 < n, o == o, n == n, o != n, Old == Old, New == New, (New < 5) == (cmp(New, 5) < 0)
print sorted([3, 'x', None, 2.5, u'y', (0,), [0], {}, True, 'X', -1, 10 ** 20]), max(1, 'a', None), min(1, 'a', None), max([], (), {}), 1 < '0', '' > 10 ** 100, [] > 10 ** 100, None < -10 ** 100, 'z' < (), [] < 'a', {} < [], () > 'zzz'
print [1, 'a', None] == [1, 'a', None], (1, 'a') < (1, 2), (1, 'a') > (1, 2), [None] < [0], ['a'] > [5], {1: 'a'} == {1: 'b'}, {'a': None} < {'a': 1}, [[1], 'x'] < [[1], 2], ((),) < ([],)
for expr in ['1j < 2', '1 < 1j', '1j < 2j', '1j > None', '1j < "a"', 'set() < 1', 'cmp(set(), 1)', 'cmp(set(), set())', 'cmp(1j, 1)', 'cmp(1j, None)', '[1j] < [2j]', '(1j,) == (1j,)', '[set()] < [set()]', 'sorted([set([1]), set([2])])', 'max(1j, 2)', '1 == 1j', 'None == 1j', 'slice(1) < slice(2)', 'Ellipsis > None', 'NotImplemented == NotImplemented', 'int < str or int > str', 'cmp()', 'cmp(1)', 'cmp(1, 2, 3)']:
    try:
        print expr, eval(expr)
    except TypeError as e:
        print expr, 'TypeError', e
deep = [1]
deep.append(deep)
other = [1]
other.append(other)
try:
    print deep == deep, deep == other
except RuntimeError as e:
    print 'RuntimeError', e
nan = float('nan')
print nan == nan, [nan] == [nan], nan in [nan], (nan,) == (nan,), {1: nan} == {1: nan}, cmp(nan, nan), cmp([nan], [nan]), nan < nan, sorted([nan]) == [nan], [nan] < [nan], max(nan, 1) == 1, max(1, nan), cmp(nan, 1), cmp(1, nan)
