# Keys with __hash__ and __eq__ of their own; lookups that run Python code.
log = []


class K(object):
    def __init__(self, name, h):
        self.name, self.h = name, h

    def __hash__(self):
        log.append('hash ' + self.name)
        return self.h

    def __eq__(self, other):
        log.append('%s == %s' % (self.name, getattr(other, 'name', other)))
        return isinstance(other, K) and self.name[0] == other.name[0]

    def __repr__(self):
        return self.name


def flush(label):
    print label, log
    del log[:]


a1, a2, b1 = K('a1', 1), K('a2', 1), K('b1', 1)
d = {a1: 'first'}
flush('create')
print d[a1]
flush('same object: no ==')
print d[a2]
flush('equal')
d[b1] = 'other'
flush('collision')
print d, b1 in d, a2 in d, K('c', 1) in d, K('d', 2) in d
flush('lookups')
d[a2] = 'replaced value'
print d
flush('key object stays')
del d[a2]
flush('delete')
s = set([a1, b1])
flush('set')
print a2 in s, len(s | set([a2])), s == set([a2, b1])
flush('set operations')
print [a1, b1].index(b1), [b1].count(a1), a1 in [b1, a2]
flush('list: no hash')


class NoHash(object):
    __hash__ = None


class OldEq:
    def __eq__(self, other):
        return True


class NewEq(object):
    def __eq__(self, other):
        return True


class CmpOnly(object):
    def __cmp__(self, other):
        return 0


class BadHash(object):
    def __hash__(self):
        return 'x'


class LongHash(object):
    def __hash__(self):
        return 1 << 70


class RaisesEq(object):
    def __hash__(self):
        return 1

    def __eq__(self, other):
        raise ValueError('no comparing')


for cls in [NoHash, OldEq, NewEq, CmpOnly, BadHash, LongHash]:
    try:
        print cls.__name__, {cls(): 1}.values()
    except TypeError as e:
        print cls.__name__, e
r = {RaisesEq(): 1}
for f in [lambda: r[RaisesEq()], lambda: RaisesEq() in r, lambda: r.get(1), lambda: r.setdefault(RaisesEq()), lambda: {RaisesEq(): 1, RaisesEq(): 2}]:
    try:
        print f()
    except ValueError as e:
        print 'ValueError', e


class Mutator(object):
    """Changes the dict while it is searched."""
    active = False

    def __init__(self, n):
        self.n = n

    def __hash__(self):
        return 7

    def __eq__(self, other):
        if Mutator.active:
            Mutator.active = False
            target.clear()
            for i in range(20):
                target['filler%d' % i] = i
        return self.n == other.n if isinstance(other, Mutator) else False


target = dict((Mutator(i), i) for i in range(5))
Mutator.active = True
print target.get(Mutator(4), 'gone'), len(target)


class I(int):
    def __hash__(self):
        return 100

    def __eq__(self, o):
        return int(self) == int(o)


print {I(5): 'x'}.get(5), {5: 'x'}.get(I(5)), I(5) in {I(5): 1}, hash(I(5)), 5 == I(5)


class S(str):
    pass


d = {'key': 1}
print d[S('key')], S('key') in d, {S('a'): 1}['a'], type({S('a'): 1}.keys()[0]).__name__
d[S('key')] = 2
print d, type(d.keys()[0]).__name__
