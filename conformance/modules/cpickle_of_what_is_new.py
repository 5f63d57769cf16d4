# cPickle keeps no memo of what only a reduction refers to: copies of the items of bytearrays, sets, deques, struct sequences
# and the arguments of an IOError with a file name. Lists and dicts with something in them are kept all the same.
import array
import cPickle
import collections
import time


class Bytes(bytearray):
    pass


class Items(set):
    pass

named = IOError(2, 'not there', 'name')
subclassed = Bytes('abc')
subclassed.x = 'attribute'
for o in (bytearray('abc'), bytearray(), named, IOError(2, 'not there'), OSError(1, 'x', 'yy'), EnvironmentError(3, 'ab', 'cd'),
          SyntaxError('message', ('f', 1, 2, 'text')), ValueError('value'), set(), set(['ab']), frozenset(), frozenset([5]),
          collections.deque(), collections.deque(['item']), collections.deque([1], 3), collections.defaultdict(),
          array.array('i'), array.array('i', [1, 2]), time.gmtime(0), slice(1, 'ab'), xrange(3), complex(1, 2), subclassed, Items(),
          Items(['ab']), [named, bytearray('ab'), named]):
    for protocol in (0, 1, 2):
        try:
            print protocol, repr(cPickle.dumps(o, protocol))
        except Exception as e:
            print protocol, type(e).__name__, e
    print repr(cPickle.loads(cPickle.dumps(o, 2))) == repr(o)
