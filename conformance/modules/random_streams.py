# random: the streams of every distribution, seeds of all kinds, states, jumpahead, errors.
import random, _random, pickle, copy
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
class H(object):
    def __hash__(self): return 12345
class NH(object):
    __hash__ = None
for s in (0, 1, -1, 2**32, 2**100, -2**100, 5L, 1.5, 'abc', u'abc', True, (1, 2), H(), '', -0.0, frozenset([1])):
    r = random.Random(s) if not isinstance(s, (str, unicode, tuple, frozenset)) or s == '' else random.Random(hash(s) and 7)
    print repr(s) if not isinstance(s, H) else 'H', r.random(), r.getrandbits(5), r.getrandbits(32), r.getrandbits(70), r.randrange(10), r.random()
t(random.Random, NH()); t(random.Random, []); t(random.Random().seed, {}); t(random.Random, 1, 2)
r = random.Random(42)
for i in range(3):
    print r.uniform(1, 5), r.triangular(0, 10, 3), r.triangular(), r.normalvariate(0, 1), r.lognormvariate(0, .5), r.expovariate(2), r.vonmisesvariate(1, 2), r.vonmisesvariate(0, 1e-9), r.gammavariate(2, 3), r.gammavariate(.5, 1), r.gammavariate(1, 1), r.gauss(0, 1), r.betavariate(1, 2), r.paretovariate(3), r.weibullvariate(1, 2)
print [r.randint(-5, 5) for i in range(10)], [r.choice('abcde') for i in range(10)], r.sample(range(100), 10), r.sample('abc', 3), r.sample(xrange(10**9), 5), r.sample(set('q'), 1)
l = range(10); r.shuffle(l); print l; r.shuffle(l, lambda: 0.3); print l
print [r.randrange(0, 100, 7) for i in range(5)], [r.randrange(10, 0, -3) for i in range(5)], [r.randrange(2**60) for i in range(3)], [r.randrange(2**70) for i in range(3)], r.getrandbits(1), r.getrandbits(64), r.getrandbits(200)
for a in ((0,), (-1,), (1, 1), (5, 2), (1.5,), (0, 1.5), (0, 5, 0), (0, 5, 1.5), ('x',), (), (0, 10, -1), (3.0,), (None,)): t(r.randrange, *a)
for a in ((0,), (-1,), (1.5,), ('x',), (), (1, 2), (2L,), (True,), (2**40 if 0 else 33,)): t(r.getrandbits, *a)
t(r.choice, []); t(r.choice, {}); t(r.choice, 5); t(r.sample, [1], 2); t(r.sample, [1], -1); t(r.sample, 5, 1); t(r.sample, {1: 2, 2: 3}, 1); t(r.shuffle, (1, 2)); t(r.expovariate, 0); t(r.gammavariate, -1, 1); t(r.randint, 5, 1); t(r.random, 1); t(r.triangular, 1, 1, 1); t(r.paretovariate, 0)
s = r.getstate(); a = r.random(), r.gauss(0, 1); r.setstate(s); print a == (r.random(), r.gauss(0, 1)), len(s), s[0], len(s[1]), type(s[1][0])
for st in (None, (), (3, (1,), None), (1, 2, 3), (3, (0,) * 625, None), (3, ('x',) * 625, None), (3, (2**40,) * 625, None), (3, [0] * 625, None), (2, (0L,) * 624 + (624L,), None), (3, (0,) * 624 + (700,), None)): t(r.setstate, st)
for n in (0, 1, 100, 2**40, -5, 'abc', 1.5, None):
    r = random.Random(7); 
    if isinstance(n, (int, long)): t(r.jumpahead, n); print r.random(), r.getrandbits(32)
t(r.jumpahead); t(_random.Random().jumpahead, 'x'); t(_random.Random().jumpahead, 1.5); t(_random.Random().setstate, (1, 2)); t(_random.Random().setstate, 3); t(_random.Random, 1, 2); t(_random.Random, a=1)
for p in (0, 1, 2):
    r = random.Random(3); r.gauss(0, 1); q = pickle.loads(pickle.dumps(r, p)); print r.random() == q.random(), r.gauss(0, 1) == q.gauss(0, 1)
q = copy.deepcopy(r); print q.random() == r.random(), copy.copy(r).random() == r.random()
class Mine(random.Random):
    def random(self): return 0.25
m = Mine(1); print m.randrange(100), m.choice('abcd'), m.uniform(0, 4), m.sample(range(8), 3), m.getrandbits(4) < 16
w = random.WichmannHill(5); print w.random(), w.random(), w.getstate(), w.whseed(3), w.random(); w.jumpahead(10); print w.random(); t(w.setstate, (2, 1, 1)); t(w.jumpahead, -1)
print [n for n in dir(_random.Random) if n[0] != '_'], _random.Random.__module__; t(random.SystemRandom().getstate); t(random.SystemRandom().jumpahead, 1); t(random.SystemRandom().getrandbits, 0); t(random.SystemRandom().getrandbits, 1.5); print 0 <= random.SystemRandom().random() < 1
random.seed(99); print random.random(), random.choice([1, 2, 3]), random.randint(1, 6), random.getstate()[1][0], random.gauss(1, 2)
