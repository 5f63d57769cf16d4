# pprint: widths, depth, recursion, orders.
import collections
import pprint

data = {'key %d' % i: range(i) for i in range(12)}
pprint.pprint(data, width=40)
pprint.pprint([data], depth=2, width=60, indent=4)
nested = [1, [2, [3, [4, [5]]]], (1, (2, (3,))), {1: {2: {3: {}}}}]
for depth in (1, 2, 3, None):
    print pprint.pformat(nested, depth=depth, width=20)
loop = [1]
loop.append(loop)
d = {'loop': loop}
d['self'] = d
out = pprint.pformat(loop)
print out.split(' with id')[0], pprint.isrecursive(loop), pprint.isreadable(loop), pprint.isreadable(nested), pprint.isreadable([int]), pprint.isreadable([1.0, u'x'])
for value in ((), [], {}, set(), frozenset(), (1,), 'a\nb', u'\xe9', 1L, 1.1, None, set([3, 1, 2]), frozenset([2, 1]), {1, 'a', 2.5}, slice(1), xrange(3), Ellipsis, {u'b': 1, 'a': 2, 3: 4, None: 5, (1,): 6}):
    print pprint.pformat(value), pprint.saferepr(value)


class L(list):
    pass


class R(list):
    def __repr__(self):
        return 'R!' + list.__repr__(self)


class D(dict):
    def __repr__(self):
        return 'D{}'


print pprint.pformat([L(range(20)), R(range(3)), D(a=1)], width=30)
od = collections.OrderedDict((k, k * 3) for k in 'zyxwv')
print pprint.pformat(od, width=30)
dd = collections.defaultdict(int, a=1)
print pprint.pformat([dd, collections.Counter('aab'), collections.deque([1, 2])], width=20)


class Upper(pprint.PrettyPrinter):
    def format(self, object, context, maxlevels, level):
        if isinstance(object, str):
            return object.upper(), False, False
        return pprint.PrettyPrinter.format(self, object, context, maxlevels, level)


Upper(width=20).pprint({'ab': ['cd', 'ef' * 5, {'gh': 'ij' * 9}]})
for kw in ({'indent': -1}, {'depth': 0}, {'width': 0}):
    try:
        pprint.PrettyPrinter(**kw)
        print 'fine'
    except AssertionError as e:
        print 'AssertionError', e
print pprint.pformat(set('abcdefghijklmnopqrstuvwxyz'), width=30)
print pprint.pformat([['x' * 30] * 2] * 2, width=10)
print pprint.pformat({'a' * 30: ('b' * 30, {'c': 'd' * 40})}, indent=3)
