# pprint: widths, depths, indents, recursion, sort of mixed keys, subclasses with own repr, isreadable, and streams.
import pprint, StringIO, collections
def t(f, *a, **k):
    try: print f(*a, **k)
    except Exception as e: print type(e).__name__, e
data = {'list': range(30), 'nested': {'a': [1, (2, 3), {'x': set([3, 1, 2])}], 'b': 'text ' * 20}, 3: None, (1, 2): frozenset('abc'), 'u': u'\u20ac' * 3, 2.5: 1j, None: [], True: {}}
for w in (10, 40, 80, 200, 1): print 'w', w; t(pprint.pformat, data, width=w)
for d in (0, 1, 2, 3): print 'd', d; t(pprint.pformat, data, depth=d)
for i in (0, 1, 4, 10): print 'i', i; t(pprint.pformat, data, indent=i, width=50)
t(pprint.pformat, data, -1); t(pprint.pformat, data, width=0); t(pprint.pformat, data, depth=-1); t(pprint.pformat, data, width='x')
l = [1]; l.append(l); d = {'d': None}; d['d'] = d; s = ([],); s[0].append(s)
import re
for o in (l, d, s): print re.sub('id=\d+', 'id=N', pprint.pformat(o)), pprint.isreadable(o), pprint.isrecursive(o)
for o in (1, 'a', None, [1], {1: [2]}, object, len, [object], {'a': set()}, 1.5, (1,), (), [()], u'x', float('inf'), Ellipsis, {1: float('nan')}): print pprint.isreadable(o), pprint.isrecursive(o), re.sub(' at 0x\w+', '', pprint.saferepr(o))
class L(list): pass
class LR(list):
    def __repr__(self): return 'LR!' * 30
class D(dict):
    def __repr__(self): return 'D!'
class D2(dict): pass
class T(tuple): pass
class S(str): pass
class S2(str):
    def __repr__(self): return 'S2'
nt = collections.namedtuple('nt', 'alpha beta')
for o in (L(range(30)), LR([1]), D({1: 2}), D2((i, i) for i in range(20)), T(range(30)), (S('a'),) * 3, [S2('x' * 100)] * 2, nt(list(range(20)), 'b' * 50), collections.OrderedDict((i, 'v' * i) for i in range(12)), collections.defaultdict(list, {'k': range(30)}), collections.deque(range(30)), set(range(30)), frozenset('abcdefghijklmnopqrstuvwxyz'), [set([(1, 2), 'a', None])], {1: {2: {3: {4: {5: {}}}}}}, [[[[]]]], ((((1,),),),), [{}], xrange(3), bytearray('x')): t(pprint.pformat, o, width=40)
out = StringIO.StringIO(); pprint.pprint([1, 2], out); pprint.pprint({'k': 'v'}, stream=out, indent=3, width=4, depth=1); print repr(out.getvalue())
p = pprint.PrettyPrinter(indent=2, width=20, depth=2, stream=out); print p.pformat([[1, [2, [3]]], 'x' * 30]), p.isreadable([1, [2, [3]]]), p.isrecursive(l), p.format([1, [2, [3]]], {}, 1, 0), p.format('a', {}, 0, 0)
class P(pprint.PrettyPrinter):
    def format(self, o, c, m, l):
        if isinstance(o, int): return 'int%d' % o, True, False
        return pprint.PrettyPrinter.format(self, o, c, m, l)
print P().pformat([1, {2: 3}, 'a']), P(width=5).pformat([10, (20, 30)])
class Bad(object):
    def __repr__(self): raise ValueError('bad repr')
class Uni(object):
    def __repr__(self): return 5
t(pprint.pformat, [Bad()]); t(pprint.pformat, Uni()); t(pprint.pformat, {1j: 1, 2j: 2})
