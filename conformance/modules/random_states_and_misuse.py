# random: seeds of every kind, states taken and given back, jumpahead, wrong arguments, subclasses that only have random().
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import warnings; warnings.simplefilter('ignore')
import random, _random, pickle, copy
for s in (0, 1, -1, 2**40, 2L**100, 1.5, 'text', u'text', '', (1, 2), True, frozenset([1]), -0.0, 2**31 - 1):
    r = random.Random(s); print repr(s), [r.random() for _ in range(2)], r.getrandbits(40), r.randrange(10**20), r.randint(1, 6), r.choice('abcdef'), r.sample(xrange(1000), 3), r.gauss(0, 1), r.normalvariate(0, 1)
t(random.Random, []); t(random.Random, {}); t(random.Random, 1, 2); t(random.Random(1).seed, []); t(random.Random(1).seed, 1, 2); t(random.Random, x=5)
r = random.Random(42); s = r.getstate(); print len(s), s[0], len(s[1]), s[1][-1], type(s[1][0]), s[2]; a = [r.random() for _ in range(5)]; r.setstate(s); print a == [r.random() for _ in range(5)]
for bad in (5, (), (3,), (9, (), None), (3, (1, 2), None), (3, tuple(range(625)), None), (3, [0] * 625, None), (3, ('x',) * 625, None), (3, (0,) * 624 + (700,), None), (2, (0,) * 625, None), (3, (-1,) * 625, None), (3, (2**40,) * 625, None), (2, (2**40,) * 625, None)): t(r.setstate, bad)
c = pickle.loads(pickle.dumps(r, 2)); d = copy.copy(r); print c.random() == d.random() == r.random(), r.getstate()[1][-1]
t(r.getrandbits, 0); t(r.getrandbits, -1); t(r.getrandbits, 'x'); t(r.getrandbits, 2.5); t(r.getrandbits); print r.getrandbits(1) in (0, 1), r.getrandbits(200).bit_length() <= 200; t(r.random, 1); t(r.jumpahead, 'x'); t(r.jumpahead, 1.5); r.seed(1); r.jumpahead(5); print r.random(); r.jumpahead(2**40); print r.random(); r.jumpahead(-7); print r.random()
for f, args in (('randrange', (0,)), ('randrange', (5, 5)), ('randrange', (5, 1)), ('randrange', (1, 10, 0)), ('randrange', (1, 10, -1)), ('randrange', (10, 1, -3)), ('randrange', (1.5,)), ('randrange', (1, 2.5)), ('randrange', (1, 10, 2.5)), ('randrange', ('x',)), ('randrange', (2**60,)), ('randrange', (-2**70, 2**70, 7)), ('randint', (5, 4)), ('randint', (1.0, 3.0)), ('choice', ([],)), ('choice', (5,)), ('choice', ({},)), ('choice', ({0: 'a'},)), ('sample', ([1, 2], 3)), ('sample', ([1, 2], -1)), ('sample', (5, 1)), ('sample', (set(range(5)), 2)), ('sample', ({1: 2, 3: 4}, 1)), ('sample', ('abc', 0)), ('sample', ((1, 2, 3), 3)), ('shuffle', ((1, 2),)), ('shuffle', ('ab',)), ('uniform', (1, 'x')), ('uniform', (5, 1)), ('triangular', ()), ('triangular', (1, 1)), ('triangular', (1, 5, 2)), ('betavariate', (1, 2)), ('betavariate', (0, 1)), ('betavariate', (-1, 1)), ('expovariate', (0,)), ('expovariate', (2,)), ('gammavariate', (0, 1)), ('gammavariate', (1, 2)), ('gammavariate', (0.5, 1)), ('gammavariate', (5, 2)), ('gauss', ('x', 1)), ('lognormvariate', (0, 1)), ('vonmisesvariate', (0, 0)), ('vonmisesvariate', (1, 4)), ('paretovariate', (0,)), ('paretovariate', (3,)), ('weibullvariate', (1, 1.5)), ('weibullvariate', (1, 0))): r.seed(7); print f, len(args),; t(getattr(r, f), *args)
l = range(10); r.seed(3); r.shuffle(l); print l; r.shuffle(l, lambda: 0.0); print l; t(r.shuffle, l, lambda: 2.0); t(r.shuffle, l, lambda: 'x')
class Only(random.Random):
    def random(s): s.n = getattr(s, 'n', 0) + 1; return s.n * 0.37 % 1
o = Only(); print [o.randrange(100) for _ in range(5)], o.choice('abc'), o.sample(range(20), 4), o.randrange(2**60) >= 0, o.uniform(1, 2)
class Bits(random.Random):
    def random(s): return 0.5
    def getrandbits(s, k): return 3
    def seed(s, *a): print 'seed', a
b = Bits(9); print b.randrange(100), b.randrange(10**20) , b.random(); t(random.SystemRandom().seed, 1); t(random.SystemRandom().getstate); t(random.SystemRandom().getrandbits, 0); print 0 <= random.SystemRandom().random() < 1, random.SystemRandom().getrandbits(10) < 1024
w = random.WichmannHill(5); print [w.random() for _ in range(3)], w.getstate(); w.jumpahead(3); print w.random(); w.whseed(4); print w.random() < 1; t(w.whseed, 1.5, 2); t(w.setstate, (9,)); x = _random.Random(1); print x.random(), type(x), [n for n in dir(x) if n[0] != '_']; random.seed(5); print random.random(), random.getstate() == random.getstate(), random.randint(1, 100), random._inst.random()
