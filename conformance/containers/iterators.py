# The iterator protocol of builtin and own types.
class Count(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def next(self):
        if self.n <= 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Getitem(object):
    def __getitem__(self, i):
        if i > 3:
            raise IndexError('over')
        return i * i


class OldIter:
    def __iter__(self):
        return iter('old')


print list(Count(3)), [x for x in Count(2)], tuple(Getitem()), list(OldIter()), sum(Count(4)), max(Getitem()), sorted(Count(3)), zip(Count(2), Getitem()), map(None, Count(2), Count(3)), 4 in Getitem(), 5 in Getitem(), 1 in Count(3), 'x'.join(OldIter()), dict(zip('ab', Count(2))), set(Getitem()), any(Count(1)), all(Count(2)), list(enumerate(Count(2))), reduce(lambda a, b: a + b, Getitem()), filter(None, Count(3))
c = Count(5)
for x in c:
    if x == 2:
        break
print x, c.n, list(c), list(c)
a, b, d = Count(3)
print a, b, d
for it in [iter([1, 2]), iter((1, 2)), iter('ab'), iter({1: 2}), iter(set([1])), iter(xrange(2)), reversed([1]), enumerate([1]), iter(lambda: 1, 1), (x for x in [1]), {1: 2}.iteritems(), iter(Getitem()), iter(u'a')]:
    first = next(it, 'nothing')
    rest = list(it)
    print type(it).__name__, first, rest, next(it, 'exhausted'), iter(it) is it, hasattr(it, 'next')
l = [1, 2, 3]
it = iter(l)
next(it)
l.append(4)
l.insert(0, 0)
print list(it), list(it)
l.append(5)
print list(it)
it = iter(l)
del l[:]
print list(it)


class Bad(object):
    def __iter__(self):
        return 5


class BadNext(object):
    def __iter__(self):
        return self


class Raises(object):
    def __iter__(self):
        raise ValueError('from __iter__')


class NextRaises(object):
    def __iter__(self):
        return self

    def next(self):
        raise KeyError('from next')


class GetRaises(object):
    def __getitem__(self, i):
        raise TypeError('from getitem')


for bad in [Bad(), BadNext(), Raises(), NextRaises(), GetRaises(), 5, None, object]:
    try:
        for x in bad:
            pass
        print 'no error'
    except Exception as e:
        print type(e).__name__, e
for expr in ['iter(5)', 'iter()', 'iter(1, 2)', 'iter([], 1)', 'next([])', 'next()', 'next(iter([]))', 'next(5, 1)', 'list(Raises())', 'tuple(NextRaises())', 'sum(Bad())', '1 in Raises()', '1 in 5', 'zip([1], 5)', 'a, b = Raises()', 'dict(NextRaises())', 'sorted(NextRaises())', '"".join(NextRaises())', 'map(len, NextRaises())', 'max(Raises())', '[].extend(NextRaises())', 'enumerate(5)', 'reversed(Count(2))', 'set(NextRaises())', 'list(*[NextRaises()])', 'len(*NextRaises())']:
    try:
        exec expr
        print expr, 'no error'
    except Exception as e:
        print expr, type(e).__name__, e.args
calls = []


def tick():
    calls.append(1)
    return len(calls)


print list(iter(tick, 4)), len(calls)


class ContainsOnly(object):
    def __contains__(self, x):
        return 'yes' if x == 1 else ''


class Both(Getitem):
    def __iter__(self):
        return iter('iter')


print 1 in ContainsOnly(), 2 in ContainsOnly(), 2 not in ContainsOnly(), list(Both()), 'i' in Both(), 4 in Both()


class Rev(object):
    def __reversed__(self):
        return iter('reversed!')


class LenGet(Getitem):
    def __len__(self):
        return 3


print list(reversed(Rev())), list(reversed(LenGet()))
