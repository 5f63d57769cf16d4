# random: exact streams of every distribution from fixed seeds, states, jumps, other generators, errors.
import random, pickle
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
for seed in (0, 42, -7, 2 ** 70, 'text', u'uni', 1.5, (1, 2), None and 0, True):
    if seed is None: continue
    r = random.Random(seed) if not isinstance(seed, (str, unicode, tuple, float)) else random.Random(5); r.seed(seed if not isinstance(seed, (str, unicode, tuple, float)) else 9); print repr(seed), r.random(), r.getrandbits(5), r.getrandbits(70), r.randint(1, 6), r.randrange(10), r.randrange(5, 50, 5), r.choice('abcdef')
r = random.Random(1)
for n, a in (('uniform', (2, 5)), ('triangular', (0, 10, 3)), ('triangular', ()), ('betavariate', (2, 3)), ('expovariate', (1.5,)), ('gammavariate', (0.5, 2)), ('gammavariate', (1, 2)), ('gammavariate', (3, 2)), ('gauss', (0, 1)), ('gauss', (5, 2)), ('lognormvariate', (0, 1)), ('normalvariate', (0, 1)), ('vonmisesvariate', (1, 2)), ('vonmisesvariate', (1, 0)), ('paretovariate', (3,)), ('weibullvariate', (1, 2)), ('sample', (range(20), 5)), ('sample', (xrange(1000000), 3)), ('sample', ('abc', 3)), ('sample', (set([1, 2, 3]), 2)), ('randint', (-5, -1)), ('randrange', (2 ** 60,)), ('randrange', (2 ** 80,)), ('randrange', (10, 0, -3))): print n, ; t(getattr(r, n), *a)
l = range(10); r.shuffle(l); print l; r.shuffle(l, lambda: 0.3); print l
t(r.choice, []); t(r.randint, 5, 1); t(r.randrange, 0); t(r.randrange, 1.5); t(r.randrange, 1, 5, 0); t(r.randrange, 1, 2.5); t(r.sample, [1], 2); t(r.sample, [1], -1); t(r.getrandbits, 0); t(r.getrandbits, -1); t(r.getrandbits, 'x'); t(r.gammavariate, -1, 1); t(r.shuffle, 'abc'); t(r.shuffle, ()); t(r.triangular, 1, 1); t(r.seed, []) if 0 else None; t(r.jumpahead, 'x') if 0 else None
s = r.getstate(); a = [r.random() for i in range(3)]; r.setstate(s); print a == [r.random() for i in range(3)], s[0], len(s[1]), s[2]; t(r.setstate, (9, (), None)); t(r.setstate, 5); t(r.setstate, (3, (1, 2), None)); t(r.setstate, (2, s[1], s[2])); q = pickle.loads(pickle.dumps(r)); print q.random() == r.random(); r.jumpahead(5); print r.random(); r.seed(3); r.gauss(0, 1); print r.getstate()[2] is not None, r.gauss(0, 1)
w = random.WichmannHill(5); print w.random(), w.getstate(), w.randint(1, 100); w.whseed(7); print w.random(); w.jumpahead(10); print w.random(); w.seed(2 ** 40); print w.random(); t(w.jumpahead, -1); t(w.setstate, (9,)); t(w.whseed, 1.5)
y = random.SystemRandom(); print 0 <= y.random() < 1, 0 <= y.getrandbits(5) < 32, 1 <= y.randint(1, 2) <= 2; t(y.getrandbits, 0); t(y.getrandbits, 1.5); t(y.getstate); t(y.setstate, 1); print y.seed(), y.jumpahead(5), y.gauss_next
class Mine(random.Random):
    def random(self): return 0.25
m = Mine(); print m.random(), m.randint(1, 100), m.choice('abcd'), m.randrange(1000), m.sample(range(10), 2)
random.seed(99); print random.random(), random.randint(1, 9), random.uniform(1, 2), random.getrandbits(3)
