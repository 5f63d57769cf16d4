# sum, min, max, abs, cmp, any, all, divmod, reduce and sorted over mixed numbers, with odd iterables.
def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
class Num(object):
    def __init__(self, v): self.v = v
    def __add__(self, o): return Num(self.v + getattr(o, 'v', o))
    __radd__ = lambda self, o: Num(o * 100 + self.v)
    def __repr__(self): return 'Num(%r)' % self.v
    def __cmp__(self, o): return cmp(self.v, getattr(o, 'v', o))
for args in (([],), ([1, 2],), ([1, 2.5],), ([1, 2L],), ([2 ** 63 - 1, 1],), ([True, True],), ([1, 2j],), ([.1] * 10,), ([1, 'a'],), (['a'], ''), ([u'a'], u''), ([[1], [2]], []), ([(1,)], ()), ([1], None), (3,), ([Num(1), Num(2)],), ([1.5, Num(1)],), ([1, 2, Num(3), 4],), (iter([1, 2]), 10), ({1: 2, 3: 4},), ([2 ** 62, 2 ** 62, -2 ** 62],), ([1, 2 ** 70, 1.0, 2 ** 1],), ([1e308, 1e308, -1e308],), ([], 'x'), ([], bytearray()), ([1], 5L), ([False], False), (), ([1], 2, 3), ([[]], [1])):
    t(sum, *args)
for f in (min, max):
    for args, kw in (((3, 1, 2), {}), (([3, 1, 2],), {}), ((), {}), (([],), {}), ((1,), {}), ((1, 'a', None, [], (), 2j), {}), ((1, 1.0, True), {}), ((1.0, 1, True), {}), (([1, 2],), {'key': lambda x: -x}), ((1, 2), {'key': None}), (([1, 2],), {'key': 3}), ((1, 2), {'default': 3}), (('abc',), {}), ((float('nan'), 1), {}), ((1, float('nan')), {}), (({3: 1, 2: 5},), {}), ((Num(2), 1, Num(3)), {}), (('a', u'b'), {}), (([], {}), {'key': len}), ((x for x in (5, 3)), {})):
        t(f, *(args if isinstance(args, tuple) else (args,)), **kw)
for v in (-5, -5L, -2.5, 3 - 4j, True, -0.0, -2 ** 63, 'a', None, Num(1)):
    t(abs, v)
for a, b in ((1, 2), (2, 1.5), (1, 1L), ('a', 'b'), (1, 'a'), (None, 0), ([1, 2], [1, 3]), ({1: 2}, {1: 3}), ((), []), (1j, 1), (Num(1), 2), (int, int)):
    t(cmp, a, b)
def noisy(seq):
    for x in seq:
        print 'saw', x,
        yield x
t(any, noisy([0, '', 3, 4])); t(all, noisy([1, 0, 2])); t(any, []); t(all, []); t(any, 3); t(any, [1, 2], 3)
class BadBool(object):
    def __nonzero__(self): return 'x'
class Len(object):
    def __len__(self): return 0
class NegLen(object):
    def __len__(self): return -1
t(any, [BadBool()]); t(all, [Len()]); t(any, [NegLen()]); t(bool, Len()); t(bool, NegLen())
t(reduce, lambda a, b: a * 10 + b, [1, 2, 3]); t(reduce, lambda a, b: a, [], 5); t(reduce, max, [3, 9, 2], 4); t(reduce, 3, [1]); t(reduce, 3, [1, 2]); t(reduce, cmp, 5)
t(sorted, [3, 1.5, 2L, True, -1]); t(sorted, ['b', 1, None, 'a', 2.5, (), [], {}]); t(sorted, [1, 2], None, None, 1); t(sorted, [2, 1], lambda a, b: 'x'); t(sorted, 'cab', reverse=3 > 2); t(sorted, [1], bogus=1); t(sorted, 5)
t(divmod, 7, 'a'); t(divmod, 1); t(zip, [1, 2], 'ab', (3, 4, 5)); t(zip); t(zip, 3); t(map, None, [1, 2], 'a'); t(map, max, [1, 5], [3, 2]); t(map, 3, [1]); t(map, None, 3); t(filter, None, (0, 1, '')); t(filter, str.isalpha, 'a1b'); t(filter, lambda c: c > u'a', u'abc'); t(filter, None, 5)
total = 0
for i in xrange(3000):
    xs = [i, i * 2.0, -i, i % 7, 2 ** 62 + i]
    total += sum(xs[:2]) + max(xs) - min(xs) + abs(xs[2]) + sum(xs, 0.0) // 2 ** 60 + any(xs[:1]) + cmp(xs[0], xs[3])
print repr(total)
