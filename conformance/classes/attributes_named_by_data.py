# Names of attributes that come from data, in any order: instances of classes that are given thousands of them.
class New(object):
    pass


class Old:
    pass


class Slotted(object):
    __slots__ = ('a', '__dict__')


def order(n, seed):
    names = ['f%d' % i for i in range(n)]
    for i in range(n - 1, 0, -1):
        seed = (seed * 1103515245 + 12345) & 0x7fffffff
        j = seed % (i + 1)
        names[i], names[j] = names[j], names[i]
    return names


for cls in New, Old, Slotted:
    total = 0
    kept = []
    for i in xrange(3000):
        a = cls()
        a.a = i
        setattr(a, 'n%d' % i, i)
        total += getattr(a, 'n%d' % i) + a.a
        a.b = 1
        if i % 500 == 0:
            kept.append(a)
    print cls.__name__, total, [sorted(a.__dict__.items()) for a in kept[:3]]

    sums = [0] * 8
    for i in xrange(600):
        a = cls()
        for k, name in enumerate(order(8, i)):
            setattr(a, name, k)
        for k in range(8):
            sums[k] += getattr(a, 'f%d' % k)
        if i % 100 == 0:
            del a.f3
            print sorted(vars(a).items()), hasattr(a, 'f3'), a.f0 + a.f7,
            a.f3 = 5
            print a.f3
    print sums

    # What has its attributes in the usual order is what it was.
    def make(i):
        a = cls()
        a.x = i
        a.y = i + 1
        return a

    print sum(make(i).x * make(i).y for i in xrange(3000))
