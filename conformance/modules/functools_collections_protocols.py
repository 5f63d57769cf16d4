# functools, collections and operator helpers: partial and reduce with everything, namedtuple fields, deque and defaultdict misuse, Counter algebra, total_ordering.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import functools, collections, pickle, copy, weakref
P = functools.partial
def f(*a, **k): return a, sorted(k.items())
p = P(f, 1, x=2); print p(3, y=4), p(x=5), p.func is f, p.args, p.keywords, P(p, 9)(0), P(f)(), P(f).args, P(f).keywords; t(P); t(P, 5); t(P, func=f); t(setattr, p, 'func', 1); t(setattr, p, 'args', 1); p.extra = 1; print p.__dict__, vars(p); t(p, **{'x': 1}); t(P(len), 5); t(delattr, p, 'keywords'); print pickle.loads(pickle.dumps(P(int, base=2)))('101'), repr(p).split(' at')[0], weakref.ref(p)() is p, hash(p) == hash(p), p == P(f, 1, x=2); t(p.__setstate__, 5); t(p.__setstate__, (f, (), {}, None)); print p.args; t(p.__reduce__) if 0 else None; p.__dict__ = {'z': 1}; print p.z
class SP(P):
    def __call__(s, *a): return 'sub', P.__call__(s, *a)
print SP(f, 1)(2), type(SP(f))
for a in ((f, []), (f, [1]), (f, [1, 2, 3]), (f, [], 0), (f, [1], 0), (f, 5), (5, [1, 2]), (f,), (f, 'ab', 'c'), (lambda a, b: a + b, [1, 'x']), (None, [1, 2])): t(functools.reduce, *a)
def w(): 'doc'
w.attr = 1; x = functools.wraps(w)(lambda: 0); print x.__name__, x.__doc__, x.attr, x.__module__; t(functools.wraps(5), w); t(functools.update_wrapper, 5, w); t(functools.wraps(w, assigned=('nope',)), f); print functools.wraps(w, (), ('__dict__',))(lambda: 0).__name__; K = functools.cmp_to_key(lambda a, b: b - a); print sorted([3, 1, 2], key=K), K(1) < K(2), K(1) == K(1), K(1) >= K(0); t(hash, K(1)); t(lambda: K(1) < 5); t(functools.cmp_to_key); t(K)
for ops in (('__lt__',), ('__gt__',), ('__le__',), ('__ge__',), ()):
    try: C = functools.total_ordering(type('C', (object,), dict([(o, (lambda o: lambda s, b: getattr(int, '__cmp__')(s.v, b.v) in {'__lt__': (-1,), '__gt__': (1,), '__le__': (-1, 0), '__ge__': (0, 1)}[o])(o)) for o in ops] + [('__init__', lambda s, v: setattr(s, 'v', v)), ('__eq__', lambda s, o: s.v == o.v)]))); a, b = C(1), C(2); print ops, a < b, a <= b, a > b, a >= b, a <= C(1), b > a
    except ValueError as e: print e
N = collections.namedtuple
for a in (('n', 'a b'), ('n', ['a', 'b']), ('n', 'a,b'), ('n', ''), ('n', 'a a'), ('n', '_x'), ('n', 'class'), ('n', '1a'), ('n', 'a-b'), ('class', 'a'), ('1', 'a'), ('n', 5), (5, 'a'), ('n', [1]), (u'n', u'a'), ('n',), ('n', ('count', 'index'))):
    try: c = N(*a); print c._fields, c.__name__, c.__mro__[1].__name__
    except Exception as e: print a, type(e).__name__, e
print N('n', 'a a class _x 1', rename=True)._fields; T = N('T', 'x y'); v = T(1, y=2); print v, v.x, v._asdict(), v._replace(x=5), T._make([7, 8]), v == (1, 2), hash(v) == hash((1, 2)), v + (3,), v[::-1], pickle.loads(pickle.dumps(v, 2)) if 0 else '', copy.copy(v), v.__getnewargs__(), T.x.__doc__, T.__doc__, T.__slots__; t(T, 1); t(T, 1, 2, 3); t(T, 1, x=2); t(T._make, [1]); t(v._replace, z=1); t(setattr, v, 'x', 1); t(setattr, v, 'q', 1); x, y = v; t(lambda: T(z=1))
D = collections.deque; d = D('abc', 5); print d, d.maxlen, repr(D([1], 0)), D(xrange(9), 3), D(d) == d, D('abc') == D('abc', 9), D('a') < D('b'), cmp(D(), D()), len(d), d[1], d[-1], 'b' in d, list(reversed(d)), d.count('a'), copy.copy(d).maxlen, pickle.loads(pickle.dumps(d, 2)); d.extendleft('xyz'); print d; d.rotate(2); print d; d.rotate(-7); print d, d.pop(), d.popleft(), d.remove('y'), d, d.reverse(), d
for m, a in (('pop', (1,)), ('append', ()), ('extend', (5,)), ('extendleft', (None,)), ('remove', ('zz',)), ('rotate', ('x',)), ('rotate', (1.5,)), ('rotate', (2**70,)), ('__getitem__', (99,)), ('__getitem__', ('x',)), ('__getitem__', (slice(1),)), ('__setitem__', (99, 1)), ('__delitem__', (-99,)), ('__iadd__', (5,)), ('__add__', ([1],)), ('__mul__', (2,)), ('index', ('a',)), ('insert', (0, 'a')), ('count', ()), ('clear', (1,)), ('__hash__', ())): print m, hasattr(d, m),; t(lambda: getattr(d, m)(*a))
for a in ((5,), ('ab', -1), ('ab', 'x'), ('ab', 1, 2), ('ab', None), (None,)): t(D, *a)
t(D, iterable='ab', maxlen=1); t(D, x=1); t(setattr, d, 'maxlen', 5); r = D(); r.append(r); print r, D('ab') != D('ab'), D('ab') == ['a', 'b']; d = D('abc')
try:
    for q in d: d.append(q)
except RuntimeError as e: print e
it = iter(d); d.clear(); t(next, it); dd = collections.defaultdict(list, {'a': 1}, b=2); dd['q'].append(1); print dd, dd.default_factory, dd.copy(), type(dd.copy()).__name__, dd.get('none'), 'none' in dd; t(collections.defaultdict, 5); t(collections.defaultdict, None, 5); e = collections.defaultdict(); t(lambda: e['x']); e.default_factory = int; print e['x'], e; e.default_factory = lambda: 1 / 0; t(lambda: e['y']); t(e.__missing__, 'z'); e.default_factory = 5; t(lambda: e['w']); s = collections.defaultdict(lambda: s); print repr(collections.defaultdict(list)), copy.deepcopy(dd) == dd, pickle.loads(pickle.dumps(dd, 2)) == dd
C = collections.Counter; a, b = C('aabbc'), C(b=1, c=3, d=-1); print sorted((a + b).items()), sorted((a - b).items()), sorted((a & b).items()), sorted((a | b).items()), a.most_common(1), a['zz'], sorted(a.elements()), C(5 * [1]), C({'x': 2.5}), C(a=0), repr(C('aab')), repr(C()); a.subtract('aaaa'); a.update(b=5); print sorted(a.items()), a.copy() == a, C('ab') == {'a': 1, 'b': 1}; del a['nope']; t(C, 5); t(C, 1, 2); t(C.fromkeys, 'ab'); t(lambda: C('a') + 5); O = collections.OrderedDict; o = O([('b', 1), ('a', 2)]); o['c'] = 3; o['b'] = 9; print o, o.popitem(), o.popitem(last=False), o.keys(), list(reversed(O('ab' and [('x', 1), ('y', 2)]))), O(a=1) == {'a': 1}, O([('a', 1), ('b', 2)]) == O([('b', 2), ('a', 1)]), repr(O()), O.fromkeys('ba', 0), o.pop('a', 5), o.setdefault('n', 1), o.copy(), o.items(); t(O().popitem); t(o.pop, 'zz'); t(O, 1, 2); t(O, 5); t(o.update, 5, 6); r = O(); r['r'] = r; print r, pickle.loads(pickle.dumps(O(z=1), 2))
