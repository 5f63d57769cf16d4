# Context managers.
class Manager(object):
    def __init__(self, name, swallow=False):
        self.name = name
        self.swallow = swallow

    def __enter__(self):
        print 'enter', self.name
        return self.name.upper()

    def __exit__(self, kind, value, tb):
        print 'exit', self.name, kind and kind.__name__, value, tb is not None
        return self.swallow


with Manager('a'):
    print 'body'
with Manager('b') as b:
    print b
with Manager('c') as c, Manager('d') as d:
    print c, d
with Manager('s', True):
    raise ValueError('swallowed')
print 'after'
try:
    with Manager('t'):
        raise KeyError('passes')
except KeyError as e:
    print 'caught', e


def ret():
    with Manager('r') as r:
        return r


print ret()


def loop():
    for i in range(4):
        with Manager(str(i)):
            if i == 1:
                continue
            if i == 2:
                break
    return i


print loop()
with Manager('outer', True):
    with Manager('inner'):
        1 / 0
with Manager('x', True) as x, Manager('y') as y:
    raise IndexError('both')


class Pair(object):
    def __enter__(self):
        return (1, [2, 3])

    def __exit__(self, *args):
        print len(args), args
        return None


with Pair() as (p, [q, r]):
    print p, q, r
box = [None]
with Pair() as box[0]:
    print box


class NoExit(object):
    def __enter__(self):
        print 'never entered'


class NoEnter(object):
    def __exit__(self, *a):
        pass


for bad in [NoExit(), NoEnter(), 5]:
    try:
        with bad:
            print 'no'
    except AttributeError as e:
        print e


class BadExit(Manager):
    def __exit__(self, *args):
        raise RuntimeError('from exit')


try:
    with BadExit('bad'):
        raise ValueError('replaced')
except RuntimeError as e:
    print e


class BadEnter(Manager):
    def __enter__(self):
        raise RuntimeError('from enter')


try:
    with Manager('first'), BadEnter('second'):
        print 'no'
except RuntimeError as e:
    print e


class InstanceOnly(object):
    pass


io = InstanceOnly()
io.__enter__ = lambda: None
io.__exit__ = lambda *a: None
try:
    with io:
        print 'instance attributes do not count'
except AttributeError as e:
    print e


class Old:
    def __enter__(self):
        return 'old'

    def __exit__(self, *a):
        return a[0] is ValueError


with Old() as o:
    print o
    raise ValueError
print 'end'
