# Methods of list.
l = [3, 1, 2]
print l.append(4), l, l.extend('ab'), l, l.insert(0, 'first'), l, l.insert(-1, 'x'), l.insert(100, 'end'), l.insert(-100, 'start'), l
print l.pop(), l.pop(0), l.pop(-2), l.pop(1L), l, l.remove(1), l, l.index(2), l.count(2), l.reverse(), l
print [1, 2, 1, 3].index(1, 1), [1, 2, 1].index(1, -1), [1, 2, 3].index(3, 0, 100), [0, 0.0, False].count(0), [].count(1), ['a', u'a'].count('a')
l.extend(x * x for x in range(3))
l.extend({7: 8})
l.extend(())
l.extend(l[:2])
l += l
print l, len(l)
for bad in ['[].pop()', '[1].pop(5)', '[1].pop("x")', '[].pop(0)', '[].remove(1)', '[1].index(2)', '[1, 2].index(1, 1)', '[].append()', '[].append(1, 2)', '[].extend(5)', '[].extend()', '[].insert(1)', '[].insert("a", 1)', '[1].index()', '[].count()', '[].sort(1, 2, 3, 4)', '[].reverse(1)', '[1].pop(1.5)', '[][0]', '[1][1]', '[1][-2]', '[1]["a"]', '[1].nothing', 'list(5)', 'list(1, 2)', 'list(x=1)', '[] < 5', '[1].__getitem__("x")', '[1] * "a"', '[1] + (2,)', '[].__delitem__(0)', 'del_missing', '[1].index(2, 3, 4, 5)']:
    try:
        print bad, eval(bad)
    except Exception as e:
        print bad, type(e).__name__, e
print list(), list('ab'), list((1, 2)), list({1: 2}), list(xrange(3)), list(set([1])), list(iter([1])), list(u'\xe9'), list([1, [2]]), type(list([])) is list
a = [1, 2, 3]
b = list(a)
c = a[:]
a[0] = 'changed'
print a, b, c, b == c, b is c, a != b
n = [[0] * 2] * 2
n[0][0] = 1
print n, [[]] * 2, [1] * 3, 2 * [1, 2], [1] * 0, [1] * -1, [] * 5, [None] * 2
print 1 in [1, 2], 'a' in ['b'], 1.0 in [1], [1] in [[1]], None in [None], not 5 in [5], [] in [[]], 2 not in [1]
print [1, 2] + [3], [] + [], [1] + [[2]], [1, 2] == [1, 2], [1, 2] != [2, 1], [1, 2] < [1, 3], [1] < [1, 0], [] < [0], [2] > [1, 5], [1, 2] <= [1, 2], cmp([1], [2]), [1, 'a'] < [1, 'b'], [[1], 2] > [[1], 1], [1] == (1,)
del a[0]
print a, a.__len__(), a.__contains__(2), a.__getitem__(0), a.__add__([1]), a.__mul__(2), a.__eq__([2, 3]), a.__iadd__([9]), a, a.__imul__(2), a, a.__setitem__(0, 0), a, a.__delitem__(0), a, a.__reversed__().next(), a.__getslice__(0, 2), a.__hash__


class L(list):
    def append(self, x):
        list.append(self, x * 2)

    def __getitem__(self, i):
        return 'item %r' % (i,)

    def __len__(self):
        return 42


m = L([1, 2])
m.append(5)
print m, m[0], m[0:1], len(m), list(m), [x for x in m], m == [1, 2, 10], m + [1], type(m + []).__name__, type(m[:]).__name__, bool(L()), sorted(m), m.pop(), isinstance(m, list), repr(m), sum(m), m.__class__.__name__, list.__len__(m), list.__getitem__(m, 0)
q = []
for i in range(10):
    q.append(i)
    if i % 3 == 2:
        q.pop(0)
print q, q[::2], q[-3:], q.index(5), sum(q), max(q), min(q), list(reversed(q)), any(x > 8 for x in q)
st = []
for tok in '3 4 + 2 * 7 - '.split():
    if tok.isdigit():
        st.append(int(tok))
    else:
        y, x = st.pop(), st.pop()
        st.append({'+': x + y, '-': x - y, '*': x * y}[tok])
print st
