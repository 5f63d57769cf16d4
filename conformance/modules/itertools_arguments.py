# itertools: limits and types of counts, steps, stops and selectors; state after errors; copies and reductions.
import itertools as I, copy, pickle, operator, sys

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
def some(it, n=6):
    try:
        return list(I.islice(it, n))
    except Exception as e:
        return '%s %s' % (type(e).__name__, e)
for a in ((), (5,), (-1,), (0.5,), (sys.maxint - 1,), (-sys.maxint - 1, -1), (1, 2), (1, -3), (1, 0), (1L,), (1j, 1), ('x',), (None,), (1, 'x'), (1, None), (2 ** 70, 2 ** 70), (0, 0.25), (sys.maxint, 2), (1.5, 1), (True,), (1, True)):
    try:
        c = I.count(*a)
        print a, c, some(c), c, c.__reduce__()
    except Exception as e:
        print a, type(e).__name__, e
c = I.count(step=3, start=1)
print c.next(), c, copy.copy(c).next(), c.next()
for a in ((1,), (1, 0), (1, -5), (1, 3), (1, 2L), (1, 'x'), (1, None), (1, 2 ** 70), ([],), ()):
    try:
        r = I.repeat(*a)
        print r, some(r), r, len(r) if hasattr(r, '__length_hint__') and 0 else '', getattr(r, '__length_hint__', None) and t(r.__length_hint__)
    except Exception as e:
        print a, type(e).__name__, e
for a in ((5,), (2, 5), (2, None), (None,), (None, 5), (0, 10, 3), (1, None, 4), (5, 2), (-1,), (1, -1), (0, 5, 0), (0, 5, -1), (0, 5, None), ('x',), (1.5,), (0, 'x'), (0, 5, 'x'), (2 ** 70,), (1, 2, 3, 4), (None, None, None), (0, 5, 2L), (sys.maxint,), (0, sys.maxint, sys.maxint)):
    src = iter(range(12))
    try:
        print a, list(I.islice(src, *a)), list(src)
    except Exception as e:
        print a, type(e).__name__, e
for n in (0, 1, 2, 3, 4, -1, 'x', None, 1.5, 2L):
    for f in I.combinations, I.combinations_with_replacement, I.permutations:
        t(lambda: list(f('abc', n)))
for n in (0, 1, 2, -1, 'x', 1.5, None, 2L):
    t(lambda: list(I.product('ab', repeat=n)))
t(lambda: I.product('ab', repeat=sys.maxint))
t(lambda: I.product(*['ab'] * 3, foo=1))
for n in (0, 1, 3, -1, 'x', 1.5):
    t(lambda: [list(x) for x in I.tee('ab', n)])
t(I.tee, 5)
t(lambda: [x.next() for x in I.tee(I.count(), 2)])
a, b = I.tee([1, 2, 3])
a.next()
c = copy.copy(a)
print list(a), list(b), list(c), type(a), type(a).__new__(type(a), [1]).next()
for f in (I.imap, I.starmap, I.ifilter, I.ifilterfalse, I.takewhile, I.dropwhile, I.groupby, I.chain, I.izip, I.izip_longest, I.compress, I.cycle, I.chain.from_iterable):
    for a in ((), (5,), (None,), (None, 5), (len, 5), (5, []), (None, [1, 0, 2]), (len, ['a', '']), (operator.add, [1], [2, 3]), ([1, 2], [0, 1])):
        try:
            print f.__name__, a, some(f(*a))
        except Exception as e:
            print f.__name__, type(e).__name__, e
def bad():
    yield 1
    raise KeyError('gone')
for f in (lambda b: I.imap(str, b), lambda b: I.chain(b, [5]), lambda b: I.islice(b, 5), lambda b: I.cycle(b), lambda b: I.izip([1, 2, 3], b), lambda b: I.izip_longest([1, 2, 3], b), lambda b: I.groupby(b), lambda b: I.takewhile(bool, b),
          lambda b: I.dropwhile(bool, b), lambda b: I.ifilter(None, b), lambda b: I.compress(b, [1, 1, 1]), lambda b: I.starmap(pow, b), lambda b: I.tee(b)[0]):
    it = f(bad())
    for i in range(4):
        try:
            x = next(it)
            print i, x if not isinstance(x, tuple) or type(x[-1]).__name__ != '_grouper' else (x[0], '_grouper'),
        except (Exception, StopIteration) as e:
            print i, type(e).__name__, e,
    print
t(lambda: list(I.izip_longest('ab', 'c', fillvalue='-')))
t(lambda: I.izip_longest('ab', fillvalue=1, foo=2))
t(lambda: list(I.izip_longest()))
g = I.groupby('aabbc')
k, first = g.next()
k2, second = g.next()
print k, k2, list(first), list(second), [(k, list(v)) for k, v in g]
for o in (I.cycle([1]), I.chain(), I.repeat(1), I.count(), I.islice([], 1)):
    for f in (copy.copy, lambda o: pickle.loads(pickle.dumps(o)).next()):
        try:
            print type(f(o)).__name__
        except Exception as e:
            print type(e).__name__, str(e).split(' at 0x')[0]
