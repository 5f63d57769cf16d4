# Equal numbers hash alike whatever their type; hash values are CPython's.
import sys
print hash(0), hash(1), hash(-1), hash(-2), hash(2 ** 31), hash(2 ** 62), hash(sys.maxint), hash(-sys.maxint - 1)
print hash(0L), hash(1L), hash(-1L), hash(2 ** 63), hash(-2 ** 63), hash(2 ** 64), hash(2 ** 65 + 1), hash(10 ** 50), hash(-10 ** 50), hash(2 ** 200)
print hash(0.0), hash(-0.0), hash(1.0), hash(-1.0), hash(0.5), hash(-0.5), hash(3.14), hash(1e100), hash(2.0 ** 63), hash(-2.0 ** 63), hash(1e-300), hash(1e308)
print hash(True), hash(False), hash(1j), hash(1 + 0j), hash(0j), hash(2.5 - 1.5j)
print hash(''), hash('a'), hash('abc'), hash('hello world'), hash('\0'), hash('a' * 100), hash('\xff')
print hash(u''), hash(u'a'), hash(u'abc'), hash(u'\xe9'), hash(u'\u20ac'), hash(u'\U0001F600'), hash(u'abc') == hash('abc')
print hash(()), hash((1,)), hash((1, 2)), hash((2, 1)), hash(('a', 'b')), hash((1, (2, 3))), hash(((),)), hash((1.0, 'x', None))[:0] if 0 else hash((1.0, 'x'))
print hash(frozenset()), hash(frozenset([1])), hash(frozenset([1, 2, 3])), hash(frozenset('abc')), hash(frozenset([1, 2])) == hash(frozenset([2, 1]))
for group in [[1, 1L, 1.0, True, 1 + 0j], [0, 0L, 0.0, -0.0, False, 0j], [-1, -1L, -1.0], [2 ** 70, 2.0 ** 70], [10 ** 15, 1e15], [2 ** 63, 2.0 ** 63], [-2 ** 63, -2.0 ** 63]]:
    assert len(set(group)) == 1 and len(set(map(hash, group))) == 1
    for x in group:
        for y in group:
            assert x == y and not x != y and {x: 1}[y] == 1
d = {1: 'int'}
d[1.0] = 'float'
d[True] = 'bool'
d[1L] = 'long'
print d, d[1 + 0j]
print {0.1: 1}[0.1], 0.1 in {0.1: 1}, 10 ** 20 in {1e20: 1}, 1.5 in {1: 1}, 2 ** 53 + 1 in {2.0 ** 53: 1}
for bad in ['hash([])', 'hash({})', 'hash(set())', 'hash(([],))', 'hash(slice(1))', 'hash(bytearray())']:
    try:
        eval(bad)
    except TypeError as e:
        print bad, e
print hash(None) == hash(None), hash(int) == hash(int), hash(hash) == hash(hash), type(hash(10 ** 30)).__name__
print 1 == '1', 1 == None, 1 == [1], 0 == '', 0 == False, None == False, 1 == 1.0 == 1L == True, 'a' == u'a', '\xe9' == 'x', () == [], set() == frozenset(), 0 == 0j
