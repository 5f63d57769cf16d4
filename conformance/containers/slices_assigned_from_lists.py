# Assigning lists, the list itself and what changes it meanwhile to slices; sums of lists.


def show(*args):
    print ' '.join(map(repr, args))


a = range(8)
a[2:5] = a
show(a)
a[:] = a[::-1]
show(a)
a[::2] = a[1::2] + a[:len(a) // 2 - len(a[1::2]) + 1][:len(a[::2]) - len(a[1::2])]
show(a)
a = range(6)
a[::2] = a[3:]
show(a)
try:
    a[::2] = a
except ValueError as e:
    show(e)
a[1:1] = a
show(a)
a[3:3] = []
a[-1:] = [a]
show(len(a), a[-1] is a)


class L(list):
    def __iter__(self):
        return iter('own')

    def __getitem__(self, i):
        raise RuntimeError('never asked')


b = range(4)
b[1:3] = L('xyz')
show(b)
b[::2] = L('pqr')
show(b)
b[:0] = L()
show(b)


def shrinking(l):
    for i in range(3):
        del l[:]
        yield i


c = range(10)
c[4:6] = shrinking(c)
show(c)
for bad in (5, None, 1.5):
    for key in (slice(0, 1), slice(0, 4, 2)):
        try:
            b[key] = bad
        except TypeError as e:
            show(e)


class Failing(object):
    def __iter__(self):
        yield 1
        raise KeyError('midway')


try:
    b[:] = Failing()
except KeyError as e:
    show(e, b)

show(sum([1, 2, 3]), sum((1, 2.5, True)), sum([2 ** 62, 2 ** 62]), sum([], 5), sum([[1], [2]], []))
show(sum([True, False]), sum([1.0, 2 ** 70]), sum(L([1])) if False else 1, sum((), 0.5))


class Once(object):
    made = 0

    def __iter__(self):
        Once.made += 1
        return self

    n = 0

    def next(self):
        self.n += 1
        if self.n > 3:
            raise StopIteration
        return self.n


show(sum(Once()), Once.made)
for bad in (5, ['a'], [[1]]):
    try:
        sum(bad)
    except TypeError as e:
        show(e)
try:
    sum(['a'], '')
except TypeError as e:
    show(e)
try:
    sum(5, '')
except TypeError as e:
    show(e)
