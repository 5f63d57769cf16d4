# id() and `is` of numbers, and what goes by them.
import copy

xs = [0.0, 1.25, 2.5, -1.25, 1e300, -1e300, float('inf'), 3.5, 1 << 40, -5, 7, True, None, 1 << 62, 10 ** 20]
ids = [id(x) for x in xs]
print len(set(ids)) == len(xs), all(i > 0 for i in ids), [type(i) in (int, long) for i in ids].count(True)
print all(id(x) == i for x, i in zip(xs, ids))
print copy.deepcopy([('item', 1.25 * j, 2) for j in range(4)])
print copy.deepcopy({'a': [1.5, (2.5, [3.5])], 'b': -0.5})
x = 1.5
y = [x]
print y[0] is x, id(y[0]) == id(x), (x, x) == copy.copy((x, x))


def hot(n):
    memo = {}
    for i in xrange(n):
        v = i * 0.5
        memo[id(v)] = v
    return len(memo)


print hot(3000) > 1
