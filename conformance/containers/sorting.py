# sort and sorted: key, cmp, reverse, stability, errors.
print sorted([3, 1, 2]), sorted('hello'), sorted({'b': 1, 'a': 2}), sorted([]), sorted((2, 1)), sorted(x % 3 for x in range(6)), sorted([[2], [1, 5], []]), sorted([(1, 'b'), (1, 'a'), (0, 'z')])
words = 'the Quick brown fox Jumps over the lazy dog'.split()
print sorted(words), sorted(words, key=str.lower), sorted(words, key=len), sorted(words, key=len, reverse=True), sorted(words, reverse=True), sorted(words, cmp=lambda a, b: cmp(len(a), len(b))), sorted(words, cmp=lambda a, b: cmp(b, a), key=lambda w: w[-1])
l = [(i % 3, i) for i in range(12)]
l.sort(key=lambda p: p[0])
print l
l.sort(key=lambda p: p[0], reverse=True)
print l
print l.sort(), l[:3]
l.sort(None, None, True)
print l[:3], l.sort(lambda a, b: cmp(a[1], b[1])), l[:3]
print sorted([1, 2.5, True, 0L, -1]), sorted(['a', 1, None, (), [], 2.5, u'b']), sorted([u'b', 'a', u'c']), sorted([None, False, 0]), sorted([float('inf'), 0, float('-inf')])
state = 7
big = []
for i in range(2000):
    state = (state * 1103515245 + 12345) & 0x7fffffff
    big.append((state >> 8) % 500)
s = sorted(big)
assert all(s[i] <= s[i + 1] for i in range(len(s) - 1)) and len(s) == 2000 and sum(s) == sum(big)
assert sorted(big, reverse=True) == s[::-1] and sorted(s) == s and sorted(s[::-1]) == s
assert [p for p, i in sorted((v, i) for i, v in enumerate(big))] == s
tagged = sorted(enumerate(big), key=lambda p: p[1])
assert all(tagged[i][1] < tagged[i + 1][1] or tagged[i][0] < tagged[i + 1][0] for i in range(1999))
tagged = sorted(enumerate(big), key=lambda p: p[1], reverse=True)
assert all(tagged[i][1] > tagged[i + 1][1] or tagged[i][0] < tagged[i + 1][0] for i in range(1999))
print s[:5], s[-5:], sorted(big, key=lambda v: (v % 10, -v))[:5]
calls = []


class Item(object):
    def __init__(self, n):
        self.n = n

    def __lt__(self, other):
        calls.append('lt')
        return self.n < other.n

    def __repr__(self):
        return 'I%d' % self.n


print sorted([Item(3), Item(1), Item(2)]), len(calls) > 0, sorted([Item(2), Item(1)], reverse=True), max([Item(1), Item(5)], key=lambda i: i.n), min(Item(4), Item(3), key=lambda i: i.n)


class Cmp(object):
    def __init__(self, n):
        self.n = n

    def __cmp__(self, other):
        return cmp(other.n, self.n)

    def __repr__(self):
        return 'C%d' % self.n


print sorted([Cmp(1), Cmp(3), Cmp(2)])


def fails(x):
    raise ValueError('key failed')


for bad in ["sorted(5)", "sorted([1, 2], key=5)", "sorted([1, 2], cmp=5)", "sorted([2, 1], key=fails)", "sorted([1, 2], cmp=lambda a, b: 'x')", "sorted([1, 2], cmp=lambda a, b: None)", "sorted([1, 2], cmp=lambda a: 0)", "sorted([1], bad=1)", "sorted([1, 1j])", "sorted([1j, 2])", "sorted()", "[1].sort(5)", "[2, 1].sort(5)", "sorted([2, 1], None, None, 'x')", "sorted([1, 2], reverse=None)", "sorted([2, 1], cmp=lambda a, b: 0.5)", "sorted([2, 1], cmp=lambda a, b: 1 << 70)"]:
    try:
        print bad, eval(bad)
    except Exception as e:
        print bad, type(e).__name__, e
l = [3, 1, 2]
try:
    l.sort(key=lambda x: l.append(x) or x)
except ValueError as e:
    print e, l


def peek(x):
    seen.append(len(m))
    return x


m, seen = [3, 1, 2], []
m.sort(key=peek)
print m, seen
d = {'x': 3, 'y': 1, 'z': 2}
print sorted(d, key=d.get), sorted(d.items(), key=lambda kv: kv[1]), sorted(d.values()), max(d, key=d.get), [k for k, v in sorted(d.iteritems(), key=lambda (k, v): -v)]
