# set and frozenset.
s = set([3, 1, 2, 3])
print s, len(s), 1 in s, 5 in s, s.add(4), s.add(1), s.discard(9), s.discard(4), s.remove(3), s, s.copy(), s.copy() is s, set(), set('hello') == set('helo'), {1, 2} | {3}
a, b = set(range(6)), set(range(4, 10))
print a & b, a | b, a - b, a ^ b, b - a, a.union(b, [100]), a.intersection(b, [4]), a.difference(b, [0]), a.symmetric_difference([0, 50]), a.union(), a.intersection([]), a.union('x')
print a < b, a <= a, a < a, {4, 5} < b, b > {4}, a >= {0}, a.issubset(range(10)), a.issuperset([1]), a.isdisjoint([50]), a.isdisjoint(b), a == set(range(6)), a != b, a == range(6), set([1]) == frozenset([1]), set() < {1}, {1} < {2}, {1} > {2}
c = set(a)
c |= b
c &= set(range(2, 9))
c -= {3}
c ^= {2, 77}
print c
c.update([1], 'a', {9: 9})
c.intersection_update([1, 9, 'a'])
c.difference_update([1])
c.symmetric_difference_update(['a', 'b'])
print c, c.pop() in (9, 'b'), len(c), c.clear(), c
f = frozenset('abc')
print f, f | {'d'}, {'d'} | f, type(f | {'d'}).__name__, type({'d'} | f).__name__, hash(f) == hash(frozenset('cba')), {f: 1}[frozenset('bca')], frozenset() is frozenset(), frozenset(f) is f, f.copy() is f, f & 'x' if 0 else f.intersection('ab')
for bad in ["set(5)", "set([[]])", "set().pop()", "set().remove(1)", "{1} | [2]", "{1} & 'a'", "{1} + {2}", "set().add([])", "[] in set()", "{1} < [1]", "{1} < 5", "hash(set())", "{set()}", "frozenset().add", "set(1, 2)", "{1}[0]", "set().union(5)", "set().update(5)", "cmp({1}, {2})", "{1} < {2} or {2} < {1}", "set().remove([])", "set().discard([])", "{1} - [1]", "set(x=1)", "sorted([{1}, {2}])", "{1}.nothing", "set([1]) == 1", "{1} > None", "frozenset([[]])", "{}  | set()", "set.__new__(int)"]:
    try:
        print bad, eval(bad)
    except Exception as e:
        print bad, type(e).__name__, e
t = {1}
try:
    t |= [2]
except TypeError as e:
    print e
try:
    for x in t:
        t.add(x + 1)
except RuntimeError as e:
    print e
print {frozenset([1]): 'x'}[frozenset([1])], set([1]) in {frozenset([1])}, {frozenset([2])} == {frozenset([2])}, set([frozenset()]), {frozenset([1])}.__contains__(set([1])), {1, 1.0, True, 1L}, {0, False, ''}
x = {frozenset([1, 2])}
x.discard({1, 2})
print x, set('ab') - set('b'), set(iter([1])), set((1, 2)) - {1}, set({1: 2}), sorted({'b', 'a'}), max({3, 5}), sum({1, 2}), list({7}), bool(set()), bool({0}), not set(), len(set('aaa'))


class S(set):
    def add(self, x):
        set.add(self, x * 2)


q = S([1])
q.add(5)
print q, type(q | {2}).__name__, type(q.copy()).__name__, isinstance(q, set), q == {1, 10}, S([3]) - {1}, repr(S()), q.__class__.__name__
print {1, 2}.__and__({2}), {1}.__or__([1]), {1}.__contains__(1), {1}.__len__(), {1}.__sub__({1}), {1}.__rsub__({2}), {1}.__eq__({1}), {1}.__lt__({1, 2}), {1}.__iter__().next(), {1}.__hash__, frozenset([1]).__hash__() == hash(frozenset([1])), {1}.__repr__(), set([1]).__ior__({2}), set.union({1}, [2]), {1, 2} >= {1}, {1}.__le__({1})


def unique(seq):
    seen = set()
    return [x for x in seq if x not in seen and not seen.add(x)]


print unique('mississippi'), unique([3, 1, 3, 2, 1]), len(set(i * i % 11 for i in range(11)))
