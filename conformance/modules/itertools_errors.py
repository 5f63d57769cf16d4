# itertools: iterators that raise, end early, change under way; arguments refused; tee; product of nothing.
import itertools as it, copy, operator, pickle
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(" at 0x")[0]
    except Exception as e: print type(e).__name__, e
def take(x, n=6):
    out = []
    try:
        for v in x:
            out.append(v)
            if len(out) == n: break
    except Exception as e: out.append('%s %s' % (type(e).__name__, e))
    return out
class Raises(object):
    def __init__(self, after, e): self.n, self.after, self.e = 0, after, e
    def __iter__(self): return self
    def next(self):
        self.n += 1
        if self.n > self.after: raise self.e
        return self.n
class BadIter(object):
    def __iter__(self): raise KeyError('iter')
class NoNext(object):
    def __iter__(self): return 5
class OldIter:
    def __getitem__(self, i):
        if i == 2: raise IndexError
        return i
names = [n for n in dir(it) if n[0] != '_']
print names
def boom(*a): raise ZeroDivisionError(a)
makers = [lambda s: it.chain(s, [9]), lambda s: it.chain.from_iterable([[0], s]), lambda s: it.combinations(s, 2), lambda s: it.combinations_with_replacement(s, 2), lambda s: it.compress(s, [1, 0, 1, 1]), lambda s: it.compress('abcd', s), lambda s: it.cycle(s), lambda s: it.dropwhile(lambda x: x < 2, s), lambda s: it.groupby(s), lambda s: it.ifilter(None, s), lambda s: it.ifilterfalse(lambda x: x % 2, s), lambda s: it.imap(None, s, 'abc'), lambda s: it.imap(operator.neg, s), lambda s: it.islice(s, 1, 3), lambda s: it.islice(s, None), lambda s: it.izip('abc', s), lambda s: it.izip_longest(s, 'abcd', fillvalue='-'), lambda s: it.permutations(s), lambda s: it.product(s, [1]), lambda s: it.starmap(max, ((x, 2) for x in s)), lambda s: it.takewhile(lambda x: x < 3, s), lambda s: it.tee(s)[1]]
for i, m in enumerate(makers):
    for mk in (lambda: [1, 2, 3], lambda: Raises(2, ValueError('v')), lambda: Raises(0, StopIteration), lambda: Raises(1, KeyError('k')), BadIter, NoNext, OldIter, lambda: 5, lambda: None, lambda: ()):
        try: x = m(mk())
        except Exception as e: print i, 'made', type(e).__name__, e
        else: print i, [v if not isinstance(v, tuple) or len(v) != 2 or not hasattr(v[1], 'next') else v[0] for v in take(x)]
for a in ((), ('x',), (1, 'x'), (1.5,), (10**30,), (1, 10**30), (1j, 1), (0, -1), (2, 0.5), (None,), (1, 2, 3), (5, 0), (2**62, 2**62)): 
    try: c = it.count(*a); print a, take(c, 3), repr(c)
    except Exception as e: print a, type(e).__name__, e
for a in ((), ('x',), ('x', 3), ('x', -1), ('x', 0), ('x', 'y'), ('x', None), ('x', 2L), ('x', 1, 2), ('x', 2.5)):
    try: c = it.repeat(*a); print a, take(c, 3), repr(c)
    except Exception as e: print a, type(e).__name__, e
t(it.repeat, object='z', times=2); t(it.count, start=3, step=2); t(it.count, foo=1); t(len, it.repeat('x')); t(it.repeat('x', 3).__length_hint__)
for a in ((), ([1],), ([1], -1), ([1], 1, -1), ([1], 0, 5, 0), ([1], 0, 5, -1), ([1], 'x'), ([1], None, None, None), ([1], 1, 0), ([1], 1.5), ([1], 0, 2, 'x'), ([1], 2**70), ([1], 0, 1, 2, 3), (5, 1)): print a, t(it.islice, *a).__class__ if 0 else take(it.islice(*a)) if len(a) == 2 and a[1] == 1 and a[0] != 5 else t(lambda: list(it.islice(*a)))
for f in (it.combinations, it.combinations_with_replacement, it.permutations):
    for a in ((), ('abc',), ('abc', 2), ('abc', 0), ('abc', 4), ('abc', -1), ('abc', 'x'), ('abc', None), ('abc', 1.5), ('abc', 1, 2), (5, 1), ('', 0), ('', 1)): t(lambda: list(f(*a)))
t(lambda: list(f(iterable='ab', r=1))); t(lambda: list(it.product('ab', repeat=2))); t(lambda: list(it.product(repeat=2))); t(lambda: list(it.product('ab', repeat=0))); t(lambda: list(it.product('ab', repeat=-1))); t(lambda: list(it.product('ab', repeat='x'))); t(lambda: list(it.product('ab', foo=1))); t(lambda: list(it.product('', 'ab'))); t(lambda: list(it.product())); t(it.product, 5)
t(it.izip_longest, [1], foo=2); t(lambda: list(it.izip_longest())); t(lambda: list(it.izip())); t(lambda: list(it.izip(1))); t(it.izip, [1], 5); t(it.imap); t(it.imap, len); t(it.imap, 3, [1]); t(lambda: list(it.imap(3, [1]))); t(lambda: list(it.imap(boom, [1, 2]))); t(lambda: list(it.starmap(boom, [(1, 2)]))); t(lambda: list(it.starmap(pow, [2, 3]))); t(lambda: list(it.starmap(pow, [[2, 3], (3, 2), 'ab']))); t(lambda: list(it.starmap(max, [iter([1, 2])]))); t(it.ifilter, None); t(lambda: list(it.ifilter(boom, [1]))); t(lambda: list(it.takewhile(boom, [1]))); t(it.takewhile, 1); t(lambda: list(it.dropwhile(3, [1])))
for a in ((), ([1],), ([1], 0), ([1], 1), ([1], -1), ([1], 'x'), (5,), ([1], 2, 3)): t(lambda: [list(x) for x in it.tee(*a)])
a, b = it.tee(Raises(2, ValueError('v'))); print a.next(), b.next(), take(a), take(b); c = copy.copy(b); print take(c); x, = it.tee('abc', 1); y = copy.copy(x); print x.next(), y.next(), list(x), list(y), type(x), it.tee(x, 0); t(type(x), 'abc'); t(type(x)); t(type(x), 5)
g = it.groupby('aabbc'); k1, g1 = next(g); k2, g2 = next(g); print k1, list(g1), k2, next(g2), list(g2), [k for k, v in g]; t(it.groupby); t(lambda: list(it.groupby([1], 3))); t(lambda: [(k, list(v)) for k, v in it.groupby([1, 1, 2], key=lambda x: x % 2)]); t(lambda: list(it.groupby([1], boom))); t(it.groupby, [1], None, 3); t(it.groupby, iterable='a', key=len)
l = [1]; c = it.cycle(l); next(c); l.append(2); print take(c, 4); l = [1, 2]; ch = it.chain(l, l); print next(ch); l.append(3); print list(ch)
for x in (it.chain([1]), it.count(), it.cycle([1]), it.repeat(1, 2), it.imap(len, []), it.islice([], 1), it.combinations([], 1), it.tee([])[0]):
    for f in (lambda o: pickle.dumps(o, 2), copy.copy):
        try: f(x); print type(x).__name__, 'ok'
        except Exception as e: print type(x).__name__, type(e).__name__, str(e)[:60]
