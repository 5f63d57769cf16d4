# Objects of unlike types are ordered by the full names of their types.
import collections, datetime, itertools, array, re, thread, weakref, operator, time, types, decimal, functools, io, struct
class N(object): pass
class O: pass
class D(dict): pass
things = [ValueError('x'), {}, [], (), 'a', u'a', None, 5, 2L**70, 1.5, 1j, True, set(), frozenset(), collections.deque(), collections.defaultdict(),
  array.array('i'), re.compile('a'), re.match('a','a'), itertools.count(), itertools.chain(), operator.itemgetter(1),
  types, len, [].append, N, N(), O, O(), D(), bytearray(), buffer('a'), memoryview('a'), xrange(3), slice(1), iter([]), iter(()), enumerate([]),
  (x for x in []), lambda: 0, property(), staticmethod(len), classmethod(len), super(N), N.__init__, N.__dict__, NotImplemented, Ellipsis,
  datetime.timedelta(1), functools.partial(len), io.StringIO(), io.BytesIO(), struct.Struct('i'), time.gmtime(0), open('/dev/null'), IOError(1), KeyError(), weakref.ref(N), dict.fromkeys, str.join, int.__add__, (1).__add__, type, object(), {}.viewkeys(), {}.iteritems(), reversed([]), compile('1','a','eval'), __import__('sys')._getframe()]
for i, a in enumerate(things):
    row = []
    for b in things:
        if type(a) is type(b): row.append('='); continue
        try: row.append('%d%d%d' % (cmp(a, b), a < b, a > b))
        except Exception as e: row.append(type(e).__name__)
    print i, type(a).__name__, ' '.join(row)
