# Builtin types, Ellipsis and NotImplemented stand in small dicts and sets where CPython's hashes of them put them.
import __builtin__
import collections
import datetime
import itertools
import types
print {int: 1, str: 2, float: 3, list: 4}, {dict: 1, tuple: 2, set: 3}
print set([int, long, float, complex]), frozenset([str, unicode, basestring])
print {IOError: 'io', ValueError: 'value', KeyError: 'key', TypeError: 'type', IndexError: 'index'}
print set([Ellipsis, NotImplemented, None]), {Ellipsis: 1, NotImplemented: 2, 'x': 3, 2: 4}
print set([type, object, types.FunctionType, types.MethodType]), set([types.ClassType, types.InstanceType])
print [hash(t) & 255 for t in (datetime.date, collections.deque, itertools.chain)]
handlers = {int: '%d', str: '%s', unicode: '%s', float: '%g', list: '%r', dict: '%r', type(None): '-'}
print [t.__name__ for t in handlers], handlers[float], handlers[type(None)]
print [hash(t) & 255 for t in (int, str, Exception, set, property, types.GeneratorType)]
print [hash(x) & 255 for x in (Ellipsis, NotImplemented)]
print hash(int) == object.__hash__(int), hash(Ellipsis) == object.__hash__(Ellipsis)


class Mine(int):
    pass

print len(set([Mine, int, object, type, Mine])), {Mine: 1}[Mine], hash(Mine) == object.__hash__(Mine)
every = [t for t in vars(__builtin__).values() if isinstance(t, type)]
print len(set(map(hash, every))) == len(set(every))
