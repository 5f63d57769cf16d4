# The stream of every distribution of `random` from one seed, in plain code, in hot loops, and after states are put back.
import hashlib
import random
import warnings
import _random

warnings.simplefilter("ignore")


def digest(values):
    return hashlib.md5(repr(values)).hexdigest()[:12]


DRAWS = [
    ('random', ()), ('uniform', (-3, 10.5)), ('uniform', (5, 5)), ('triangular', ()), ('triangular', (0, 10, 3)), ('triangular', (10, 0, 3)),
    ('betavariate', (0.5, 0.7)), ('betavariate', (3, 4)), ('expovariate', (0.2,)), ('expovariate', (-5,)), ('gammavariate', (0.3, 2)),
    ('gammavariate', (1, 2)), ('gammavariate', (5.5, 0.5)), ('gauss', (0, 1)), ('gauss', (10, -2)), ('lognormvariate', (0, 0.25)),
    ('normalvariate', (5, 2)), ('vonmisesvariate', (0, 0)), ('vonmisesvariate', (3, 1.5)), ('vonmisesvariate', (-1, 1e-7)), ('paretovariate', (3,)),
    ('weibullvariate', (1, 1.5)), ('randint', (1, 6)), ('randint', (-10 ** 20, 10 ** 20)), ('randrange', (10,)), ('randrange', (3, 100, 7)),
    ('randrange', (100, 3, -7)), ('randrange', (2 ** 70,)), ('getrandbits', (1,)), ('getrandbits', (31,)), ('getrandbits', (32,)), ('getrandbits', (33,)),
    ('getrandbits', (200,)), ('choice', ('abcdefg',)), ('sample', (range(30), 7)), ('sample', (xrange(10 ** 6), 5)), ('sample', (range(5), 5)),
]
for seed in (0, 1, -1, 12345678901234567890, 'text', 2.5):
    random.seed(seed)
    print seed, [digest([getattr(random, name)(*args) for i in range(5)]) for name, args in DRAWS]
random.seed(7)
for name, args in DRAWS:
    print name, args, [getattr(random, name)(*args) for i in range(2)]

# Shuffles, also with a source of numbers of one's own.
random.seed(3)
l = range(20)
random.shuffle(l)
print l
random.shuffle(l, iter([i / 19.0 * 0.99 for i in range(19)]).next)
print l
for bad in ('text', (1, 2), None, {0: 1, 1: 2}, 5, bytearray('abc')):
    try:
        random.seed(1)
        random.shuffle(bad)
        print bad
    except Exception as e:
        print type(e).__name__, e


# Hot loops draw the same as cold ones.
def hot(n):
    r = random.Random(99)
    t = 0.0
    for i in xrange(n):
        t += r.random()
        if i % 3 == 0:
            t += r.gauss(0, 1)
        elif i % 3 == 1:
            t += r.randrange(1000)
        else:
            t += r.getrandbits(20)
    return repr(t), r.random()


print hot(10), hot(3000)


# Sources of random bits of one's own.
class Counting(random.Random):
    def __init__(self, *args):
        self.n = 0
        random.Random.__init__(self, *args)

    def random(self):
        self.n += 1
        return self.n % 10 / 10.0


class Bits(Counting):
    def getrandbits(self, k):
        self.n += 1
        return (self.n * 37) % (1 << k)


class Lying(random.Random):
    def random(self):
        return 1.5


for C in (Counting, Bits):
    c = C()
    print C.__name__, [c.randrange(10) for i in range(12)], [c.randint(5, 9) for i in range(6)], c.choice('abc'), c.sample(range(10), 4), c.randrange(2 ** 60)
    print c.uniform(0, 10), c.n, c.getrandbits(8) if C is Bits else '',
    x = range(6)
    c.shuffle(x)
    print x, c.gauss_next
try:
    Lying().choice('ab')
except IndexError as e:
    print e
for f, args in (('choice', ([],)), ('choice', ({},)), ('choice', (5,)), ('sample', (range(3), 4)), ('sample', (range(3), -1)), ('sample', ({1: 2}, 1)), ('sample', (5, 1)),
                ('randrange', (0,)), ('randrange', (5, 5)), ('randrange', (1.5,)), ('randrange', (1, 2.5)), ('randrange', (1, 5, 0)), ('randrange', (1, 5, 1.5)),
                ('randint', (3, 1)), ('getrandbits', (0,)), ('getrandbits', (-1,)), ('getrandbits', (1.5,)), ('getrandbits', ('x',)), ('gammavariate', (0, 1)), ('gammavariate', (1, -1)),
                ('expovariate', (0,)), ('paretovariate', (0,)), ('weibullvariate', (1, 0)), ('betavariate', (0, 0)), ('uniform', ('a', 1)), ('triangular', (1, 1, 1)), ('lognormvariate', (1000, 1)), ('seed', ([],)),
                ('jumpahead', (-1,)), ('jumpahead', ('x',)), ('jumpahead', (1.5,))):
    random.seed(5)
    try:
        print f, args, getattr(random, f)(*args)
    except Exception as e:
        print f, args, type(e).__name__, e

# States: taken, put back, pickled, of the wrong kind; Gaussian numbers come in pairs.
import copy
import cPickle
r = random.Random(11)
r.gauss(0, 1)
state = r.getstate()
print state[0], len(state[1]), state[2], r.gauss_next == state[2]
first = [r.gauss(0, 1), r.random(), r.gauss(0, 1)]
r.setstate(state)
print first == [r.gauss(0, 1), r.random(), r.gauss(0, 1)]
s = cPickle.loads(cPickle.dumps(r, 2))
t = copy.deepcopy(r)
print r.random() == s.random() == t.random(), r.getstate() == s.getstate()
r.jumpahead(1000)
s.jumpahead(1000L)
print r.random() == s.random(), r.random(), r.gauss_next
for bad in ((2, state[1], None), (4, state[1], None), (3, state[1][:-1], None), (3, 'x', None), (3, state[1], None, 4), (), None, (3, state[1][:-1] + (-1,), None),
            (3, (1.5,) * 625, None), (3, state[1][:-1] + (10 ** 6,), None), (3, ('x',) * 625, None), (3, (2 ** 80,) * 625, None), (2, (-1,) * 624 + (3,), None)):
    r = random.Random(1)
    try:
        r.setstate(bad)
        print 'set', r.getstate()[1][:2], r.getstate()[1][-1]
    except Exception as e:
        print type(e).__name__, str(e)[:80], r.random()
for seed in (1L, 2 ** 100, -2 ** 100, True, u'text', (1, 2), 'x' * 1000, float('inf'), frozenset([1]), None.__class__ and 3):
    a, b = _random.Random(), _random.Random()
    try:
        a.seed(seed)
        b.seed(hash(seed) if not isinstance(seed, (int, long)) else abs(seed))
        print repr(seed)[:20], a.random(), a.getstate() == b.getstate() or a.random() == b.random()
    except Exception as e:
        print type(e).__name__, e
w = random.WichmannHill(42)
print [w.random() for i in range(3)], w.getstate(), w.whseed(5), w.random(), w.jumpahead(100), w.random(), w.seed('x') and 0, w.randrange(50)
print sorted(n for n in dir(random.SystemRandom()) if n[0] != '_')[:6], 0 <= random.SystemRandom().random() < 1
for f in ('getstate', 'setstate'):
    try:
        getattr(random.SystemRandom(), f)(1)
    except NotImplementedError as e:
        print e
