# slice().
s = slice(1, 10, 2)
print s, s.start, s.stop, s.step, slice(5), slice(1, 2), slice(None), slice(None, None, -1), slice('a', [], {}), s == slice(1, 10, 2), s != slice(1, 10), s < slice(2), cmp(s, slice(1, 10, 2)), slice(1) == 1, type(s), s.__class__.__name__
for args in [(5,), (1, 5), (None,), (None, None, -1), (-3, None), (100,), (-100, 100), (3, 1), (5, 0, -1), (None, None, 2), (-1, -5, -2), (2 ** 70,), (None, None, 2 ** 70), (0, 5, -1), (-2, None, -1)]:
    s = slice(*args)
    print args, [s.indices(n) for n in (0, 1, 5, 10)], range(10)[s], 'abcdefghij'[s], tuple('abcde')[s]
for bad in ["slice()", "slice(1, 2, 3, 4)", "slice(1, 2, 0).indices(5)", "slice('a').indices(5)", "slice(1).indices('a')", "slice(1).indices(-5)", "slice(1).indices()", "slice(1.5).indices(5)", "hash(slice(1))", "{slice(1): 2}", "slice(1)[0]", "slice(1).x", "slice(1).indices(10 ** 30)", "[1][slice('a')]", "[1][slice(0, 1, 0)]", "slice(1, 2).start", "range(5)[slice(1, 3)]"]:
    try:
        print bad, eval(bad)
    except Exception as e:
        print bad, type(e).__name__, e
try:
    s.start = 5
except (TypeError, AttributeError) as e:
    print e


class Seq(object):
    def __init__(self, n):
        self.n = n

    def __len__(self):
        return self.n

    def __getitem__(self, key):
        if isinstance(key, slice):
            return [self[i] for i in range(*key.indices(self.n))]
        if key < 0:
            key += self.n
        if not 0 <= key < self.n:
            raise IndexError('Seq index out of range')
        return key * 10

    def __setitem__(self, key, value):
        print 'set', key, value

    def __delitem__(self, key):
        print 'del', key


q = Seq(6)
print q[1:3], q[::2], q[::-1], q[-2:], q[:], q[1:100], q[slice(2, 4)], list(q), q[-1], 30 in q, 35 in q, list(reversed(q)), sorted(q, reverse=True), zip(q, 'ab'), max(q), q[1], q[5]
q[1:3] = 'x'
q[::2] = 'y'
q[:] = 'z'
del q[1:3], q[::2], q[:], q[...], q[1, 2:3]
try:
    q[6]
except IndexError as e:
    print e


class Old:
    def __getitem__(self, i):
        if i >= 3:
            raise IndexError
        return 'old%d' % i


print list(Old()), 'old1' in Old(), tuple(Old()), [x for x in Old()], ','.join(Old()), zip(Old(), range(5))


class WithSlice(Seq):
    def __getslice__(self, i, j):
        return 'getslice %d %d' % (i, j)

    def __setslice__(self, i, j, v):
        print 'setslice', i, j, v

    def __delslice__(self, i, j):
        print 'delslice', i, j


w = WithSlice(5)
print w[1:2], w[:], w[-2:], w[:-1], w[::1], w[1:2:1], w[-100:100]
w[1:2] = 'a'
w[:] = 'b'
w[::2] = 'c'
del w[:3], w[-1:], w[::2]
w[1:3] += ' more'
