# Ordering of strings and what they compare to.
words = ['', 'a', 'A', 'aa', 'ab', 'b', 'Z', '\x00', '\xff', 'a\x00', '10', '9', ' ', '~']
print sorted(words), sorted(words, reverse=True), sorted(words, key=str.lower), sorted(words, cmp=lambda x, y: cmp(len(x), len(y)) or cmp(x, y)), min(words[1:]), max(words)
for a in words[:8]:
    print [cmp(a, b) for b in words[:8]], [a < b for b in words[:8]].count(True), [a <= b for b in words[:8]].count(True)
print 'a' == 'a', 'a' != 'b', 'a' < 'b', 'b' >= 'a', 'abc' > 'abb', 'abc' < 'abcd', '' < 'a', 'a' > 'Z', 'a' == 1, 'a' != 1, 'a' > 1, 'a' > 10 ** 30, 'a' > 1.5, 'a' > None, 'a' > [], 'a' < (), 'a' > {}, 'a' < u'b', u'a' == 'a', u'\xe9' > 'z', u'' == ''
print 'a' 'b' == 'ab', 'ab' is 'ab', not 'a' == 'b', 'a' in ('a', 'b'), 'a' in {'a': 1}, ['b', 'a'].index('a'), ('x', 'y').count('x'), {'a', 'b', 'a'} == {'b', 'a'}
a = 'x' * 1000
b = 'x' * 999 + 'y'
c = 'x' * 1000
print a == c, a is c, a < b, a == b, hash(a) == hash(c), {a: 1}[c], cmp(a, b), cmp(b, a), cmp(a, c), a != b, a >= c


class S(str):
    def __eq__(self, other):
        return 'eq called'

    def __lt__(self, other):
        return 'lt called'

    def __cmp__(self, other):
        return 'cmp called'

    __hash__ = str.__hash__


s = S('a')
print s == 'a', 'a' == s, s < 'b', 'b' > s, s != 'a', 'b' < s, s > 'A', {'a': 1}.get(s), [s].index('a'), ['a'].index(s)


class Num(object):
    def __init__(self, n):
        self.n = n

    def __cmp__(self, other):
        return cmp(self.n, int(other))


print Num(5) == '5', '5' == Num(5), Num(5) < '6', '4' < Num(5), max(Num(3), '7'), sorted([Num(2), '1', Num(0)], key=int if 0 else lambda x: int(getattr(x, 'n', x)))[1]
print sorted(['item10', 'item9', 'Item1']), sorted(['b', 'B', 'a', 'A'], key=lambda s: (s.lower(), s)), sorted('The quick Brown fox'.split(), key=str.lower), sorted([u'b', 'a', u'\xe9', 'z']) == ['a', u'b', 'z', u'\xe9']
print [x for x in sorted([3, 'a', None, 2.5, (1,), [1], u'u', True, {}, 1L])][:4], None < False < 'a' < u'b' < (), cmp('a', 1), cmp(1, 'a'), cmp(None, 'a'), cmp((), 'a')
n = 0
for x in words:
    for y in words:
        assert (x < y) + (x == y) + (x > y) == 1
        assert (x <= y) == (not x > y) and (x != y) == (not x == y) and cmp(x, y) == -cmp(y, x)
        assert (u'' + x.decode('latin-1') < u'' + y.decode('latin-1')) == (x < y)
        n += 1
print n
