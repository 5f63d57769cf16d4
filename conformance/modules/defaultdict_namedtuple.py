# defaultdict, OrderedDict, Counter, namedtuple: missing, factories that raise, copies, reprs, wrong names.
from collections import defaultdict, OrderedDict, Counter, namedtuple
import copy, pickle
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, e
t(defaultdict); t(defaultdict, 3); t(defaultdict, None); t(defaultdict, list, [(1, 2)], a=3); t(defaultdict, list, 5); t(defaultdict, [(1, 2)]); t(defaultdict, None, {1: 2}); t(defaultdict, a=1); t(defaultdict, list, {}, {})
d = defaultdict(lambda: 1 / 0); t(lambda: d['x']); print d.keys(); d = defaultdict(None); t(lambda: d['x']); t(d.__missing__, 'y'); t(d.__missing__); d.default_factory = list; print d['z'], d, d.get('q'), 'q' in d, d.setdefault('w', 3), d.pop('w'); t(d.pop, 'w'); d.default_factory = 5; t(lambda: d['five']); del d.default_factory; t(lambda: d['gone']); print d.default_factory
def nested(): return defaultdict(nested)
n = nested(); n['a']['b'] = 1; print n.keys(), n['a']['b'], n['a'].keys()
d = defaultdict(int, a=1); print d, str(d), copy.copy(d), type(copy.copy(d)), copy.deepcopy(d), d.copy().default_factory, d.__reduce__()[:3] if 0 else d.__reduce__()[:2], d == {'a': 1}
for p in (0, 1, 2): r = pickle.loads(pickle.dumps(d, p)); print r, r['new'], type(r)
class DD(defaultdict):
    def __missing__(self, k): return 'missing %r' % k
x = DD(int, b=2); print x['q'], x, x.copy(), type(x.copy()); d = defaultdict(); d['self'] = d; print repr(d)[:60]; d = defaultdict(list); d.default_factory = d.keys; print d['k'], d['j']; print repr(defaultdict(d.keys))[:35]; t(lambda: d[[]]); t(d.__missing__, [])
O = OrderedDict([('b', 1), ('a', 2), ('c', 3)]); print O, O.keys(), list(reversed(O)), O.popitem(), O.popitem(last=False), O, O == {'a': 2}, O == OrderedDict(a=2); O['z'] = 1; O['a'] = 9; print O.items(), OrderedDict.fromkeys('xy', 0), copy.copy(O), O.copy() == O, O.__reduce__(); del O['a']; t(O.__delitem__, 'a'); t(O.pop, 'a'); print O.pop('a', 5), O.setdefault('n'), O; O.clear(); t(O.popitem); t(OrderedDict, 1, 2); t(OrderedDict, 5); print OrderedDict([('a', 1), ('b', 2)]) == OrderedDict([('b', 2), ('a', 1)]), OrderedDict(), pickle.loads(pickle.dumps(OrderedDict([(1, 2), (0, 3)]), 2)); O = OrderedDict(); O['me'] = O; print O
c = Counter('abracadabra'); print c.most_common(2), c['zz'], sorted(c.elements())[:4], c + Counter('abc'), c - Counter('aab'), c & Counter('aazz'), c | Counter('zz'), Counter(a=-1) + Counter(), Counter(a=2, b=0); c.update('zz'); c.subtract({'a': 10}); print c['a'], c['z'], sum(c.values()); t(Counter, 5); t(Counter, 1, 2); t(Counter.fromkeys, 'ab'); t(lambda: c + {}); del c['nope']; print Counter(), repr(Counter({'x': 1})), copy.copy(Counter('a')), pickle.loads(pickle.dumps(Counter('aab'), 2)), Counter(x=1).most_common()
for a in (('P', 'x y'), ('P', 'x, y'), ('P', ['x', 'y']), ('P', ''), ('P', 'x x'), ('P', 'class'), ('P', '_x'), ('P', '1x'), ('1P', 'x'), ('class', 'x'), ('P', 'x-y'), ('P x', 'y'), ('P', 5), (u'P', u'x'), ('P', ['x', 3])):
    t(namedtuple, *a)
print namedtuple('P', 'x class x _y 1z ok', rename=True)._fields
P = namedtuple('P', 'x y'); p = P(1, y=2); print p, p.x, p[1], p._asdict(), p._replace(x=5), P._make([3, 4]), P._fields, p == (1, 2), hash(p) == hash((1, 2)), p + (3,), p.__getnewargs__(), '%s-%s' % p, P.__doc__, p.__slots__, copy.copy(p), pickle.loads(pickle.dumps(p, 2)), pickle.loads(pickle.dumps(p, 0)), P.x.__doc__, max(P(1, 2), P(1, 3)), vars(p)
t(P); t(P, 1); t(P, 1, 2, 3); t(P, 1, x=2); t(P, 1, 2, z=3); t(p._replace, z=1); t(P._make, [1]); t(P._make, 5); t(setattr, p, 'x', 5); t(setattr, p, 'zz', 5); t(delattr, p, 'x'); t(P._make, [1, 2, 3])
class Q(P):
    def __new__(cls, x): return P.__new__(cls, x, x * 2)
    total = property(lambda s: s.x + s.y)
q = Q(3); print q, q.total, type(q._replace(y=1)) , q.__dict__; print namedtuple('E', '')(), namedtuple('V', 'a b', verbose=False)._fields, P.__module__, P.__name__, P.__bases__
