# A container is printed to a file item by item: what an item's repr prints, or raises, comes in the middle.
import collections
import os
import sys
import tempfile


class Loud(object):
    def __init__(self, name):
        self.name = name

    def __repr__(self):
        print '<asked for %s>' % self.name,
        return self.name


class Failing(object):
    def __repr__(self):
        raise ValueError('no')


class Sub(list):
    pass


a, b = Loud('a'), Loud('b')
for v in ([a], [1, a, 2, b], (a, b), (a,), {1: a}, {a: 1}, [[a], (b, [a])], set([a]), [set([a])], collections.deque([1, a]),
          Sub([a, 1]), [Sub([a])], [{'k': [a, ()]}, 'x', 1.5, None, u'y', 2 ** 70, True]):
    print v
    print 'first', v, 'last'
    print repr(v)
    print '%s' % (v,)

for v in ([1, Failing()], (1, [2, Failing()]), {1: Failing()}, [(), {1: [Failing()]}], set([Failing()]),
          collections.deque([1, Failing()], 5), Sub([1, Failing()])):
    try:
        print v
    except ValueError as e:
        print '|', e
    try:
        print 1, v
    except ValueError as e:
        print '|', e

# To a file of its own; what is no file gets the whole.
fd, name = tempfile.mkstemp()
with os.fdopen(fd, 'w') as f:
    for v in [1, a, 2], [3, Failing()]:
        try:
            print >>f, v
        except ValueError:
            print >>f, 'failed'
with open(name) as f:
    print repr(f.read())
os.unlink(name)


class Writer(object):
    def write(self, text):
        sys.stdout.write('%r ' % text)


print >>Writer(), [1, a]
try:
    print >>Writer(), [1, Failing()]
except ValueError as e:
    print e


l = [1]
l.append(l)
t = (l, [l])
d = {1: t}
l.append(d)
print l, t, d
sys.displayhook([1, a, [b]])
try:
    sys.displayhook([1, Failing()])
except ValueError as e:
    print '|', e
