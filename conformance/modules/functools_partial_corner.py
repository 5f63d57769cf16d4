# functools.partial, reduce, cmp_to_key, wraps: subclasses, pickles, reentrancy, wrong arguments.
import functools, copy, pickle, operator
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, e
P = functools.partial
def f(*a, **k): return a, sorted(k.items())
t(P); t(P, 3); t(P, f); t(P(f, 1)); t(P(f, 1, x=2), 3, x=4, y=5); t(P(P(f, 1), 2), 3); p = P(f, 1, a=2); print p.func is f, p.args, p.keywords, [n for n in dir(p) if n in ('func', 'args', 'keywords', '__dict__', '__reduce__', '__setstate__')]
for n in ('func', 'args', 'keywords'):
    try: setattr(p, n, 5)
    except Exception as e: print type(e).__name__, e
    try: delattr(p, n)
    except Exception as e: print type(e).__name__, e
p.attr = 7; print p.__dict__, p.attr; p.__dict__ = {'q': 1}; print p.q, p.__dict__
try: p.__dict__ = 5
except Exception as e: print type(e).__name__, e
try: del p.__dict__
except Exception as e: print type(e).__name__, e
t(P(f), *range(3)); t(P(f, *[1] * 5), **{'x': 1}); t(P(int, base=2), '101'); t(P(int, base=2), '102'); t(P(len)); t(P(len), 1); t(P(boom) if 0 else P(1 .__add__), 2); d = {'k': 1}; p = P(f, **d); d['k'] = 2; t(p); p.keywords['k'] = 3; t(p); print P(f).keywords, P(f).args
class S(functools.partial):
    def __init__(self, *a, **k): self.extra = 'e'
    def __call__(self, *a): return 'sub', functools.partial.__call__(self, *a)
s = S(f, 1); print s(2), s.extra, s.func is f
g = P(operator.add, 5); g.note = 'n'
for q in (0, 1, 2):
    try: r = pickle.loads(pickle.dumps(g, q)); print r(3), r.note
    except Exception as e: print type(e).__name__, e
try: print g.__reduce__()[1], g.__reduce__()[2]
except Exception as e: print type(e).__name__, e
for st in ((f, (1,), {}, {}), (f, (1,), None, None), (3, (), {}, {}), (f, [], {}, {}), (f, (), 5, {}), (f, ()), None, (f, (), {}, 5), (f, (), {}, {}, 1)): 
    g = P(len)
    try: g.__setstate__(st); print g.args, g.keywords
    except Exception as e: print type(e).__name__, e
h = copy.copy(P(f, [1])); print h(2), h.args; h = copy.deepcopy(P(operator.add, [1])); print h([2])
t(hash, P(f).args); print P(f) == P(f), bool(P(f)), callable(P(f)), repr(P(f))[:26], functools.partial.__name__, functools.partial.__module__
class M(object):
    m = P(f, 'bound')
    def real(self, *a): return a
print M().m(1), P(M().real, 1)(2)
R = functools.reduce
t(R, operator.add, [1, 2, 3]); t(R, operator.add, [], 5); t(R, operator.add, []); t(R, operator.add, [1], 5); t(R, None, [1, 2]); t(R, None, [1]); t(R, operator.add, 5); t(R); t(R, operator.add); t(R, lambda a, b: 1 / 0, [1, 2]); t(R, operator.add, iter('abc')); t(R, operator.add, 'ab', None); t(R, lambda a, b: (a, b), 'abc'); t(R, operator.add, [1], 2, 3); t(R, lambda a: a, [1, 2]); print R is reduce
K = functools.cmp_to_key(lambda a, b: b - a)
print sorted([1, 3, 2], key=K), K(1) < K(2), K(1) == K(1), K(1) >= K(2), K(2) != K(1); t(hash, K(1)); t(lambda: K(1) < 2); t(functools.cmp_to_key); t(functools.cmp_to_key, None); t(functools.cmp_to_key(None), 1); t(K); t(K, 1, 2); t(lambda: cmp(K(1), K(2))); t(sorted, [2, 1], key=functools.cmp_to_key(lambda a, b: 'x'))
def w(fn):
    @functools.wraps(fn)
    def inner(*a): 'inner doc'; return fn(*a)
    return inner
@w
def documented(x): 'the doc'; return x
documented.z = 1; print documented.__name__, documented.__doc__, documented.__module__, documented(4), functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES
t(functools.wraps(len), 3); t(functools.update_wrapper, lambda: 0, P(f)); t(functools.update_wrapper, lambda: 0, len, ('__doc__',), ()); t(functools.update_wrapper, 5, len)
@functools.total_ordering
class T(object):
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __eq__(self, o): return self.n == o.n
print T(1) < T(2), T(1) <= T(1), T(2) > T(1), T(1) >= T(2), T(1) != T(1); t(functools.total_ordering, object); t(functools.total_ordering, type('E', (), {}))
