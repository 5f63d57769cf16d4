# tuple.
t = (1, 'two', [3], (4,))
print t, t[0], t[-1], t[1:3], t[::-1], len(t), t + (5,), t * 2, 2 * t == t * 2, (1,) * 3, () * 5, t.index('two'), t.count(1), 1 in t, 5 in t, [3] in t
print (), (1,), tuple(), tuple('ab'), tuple([1, 2]), tuple(x for x in range(3)), tuple({1: 2}), tuple(()), tuple(xrange(2)), tuple(t) is t, t[:] is t, 1, 2
print (1, 2) == (1, 2), (1, 2) < (1, 3), (1,) < (1, 0), () < (0,), (2,) > (1, 9), cmp((1, 2), (1, 1)), (1, 'a') < (1, 'b'), (1,) == [1], (1,) < [1], hash((1, 2)) == hash((1, 2)), hash((1, 2)) != hash((2, 1)), (1, 2.0) == (1.0, 2), {(1, 2): 'x'}[1, 2]
t[2].append('mutable inside')
print t
for code in ['t[0] = 1', 'del t[0]', 't[0:1] = ()', 't.append(1)', 't[10]', 't["a"]', 't.index(99)', 't.index(1, 1)', 't + [1]', 't * "x"', 'tuple(5)', 'tuple(1, 2)', 'hash(([],))', 't.x', 't.x = 1', '() < 1j', 't[1.0]', 't.count()', '(1)()', 't[::0]', 'tuple(x=1)', 'tuple.__new__(int)', 't += [1]']:
    try:
        exec code
        print code, 'ok'
    except Exception as e:
        print code, type(e).__name__, e
a, (b, c), d = 1, (2, 3), 4
print a, b, c, d
a, b = b, a
print a, b
x = y = 1,
print x, y, x is y
for i, (j, k) in enumerate([('a', 'b'), ('c', 'd')]):
    print i, j, k,
print


def multi():
    return 1, 2, 3


print multi(), multi()[1], max(multi()), sum(multi()), sorted(multi(), reverse=True), zip(multi(), 'abc'), map(lambda *a: a, multi(), 'xyz')


class P(tuple):
    def __new__(cls, x, y):
        return tuple.__new__(cls, (x, y))

    x = property(lambda self: self[0])
    y = property(lambda self: self[1])

    def __add__(self, o):
        return P(self.x + o.x, self.y + o.y)


p = P(1, 2)
print p, p.x, p + P(10, 20), p == (1, 2), hash(p) == hash((1, 2)), len(p), p[0], isinstance(p, tuple), type(p[:]).__name__, type(p * 2).__name__, p.index(2), tuple(p), type(tuple(p)).__name__, '%d,%d' % p, {p: 1}[1, 2]
p.attr = 'allowed'
print p.attr, (1, 2).__add__((3,)), (1, 2).__contains__(1), (1, 2).__getitem__(1), (1, 2).__len__(), (1, 2).__mul__(2), (1, 2).__eq__((1, 2)), (1, 2).__hash__() == hash((1, 2)), (1, 2).__getslice__(0, 1), (3, 4).__iter__().next(), (1,).__repr__(), (1, 2).__getnewargs__(), (1,).__class__
nested = ()
for i in range(5):
    nested = (nested, i)
print nested, ((((1,),),),)[0][0][0][0], repr(((),)), str((1.0, 'a', None, u'x')), (1, (2, (3, (4,))))
big = tuple(range(1000))
print len(big), big[500], sum(big), big[-1], big[990:], hash(big) == hash(tuple(range(1000))), big == tuple(range(1000)), 999 in big
print min((3, 1), (3, 0)), max([(1, 'a'), (1, 'b')]), sorted([(2, 1), (1, 2), (1, 1)]), (1, 2) in [(1, 2)], [(1, 2)].index((1, 2)), dict([(1, 2), (3, 4)]) == {1: 2, 3: 4}
