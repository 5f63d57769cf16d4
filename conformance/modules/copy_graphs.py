# copy and deepcopy: identity, cycles, memo, __copy__, __deepcopy__, reduce of every form, old classes, slots, things that copy to themselves.
import copy, copy_reg, collections, array, datetime, fractions, decimal, re, weakref, types
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
for v in (None, 1, 2**70, 1.5, 1j, 'a', u'a', (), (1,), Ellipsis, NotImplemented, int, len, lambda: 0, type, xrange(3), frozenset([1]), slice(1), object, types.FunctionType, True):
    print type(v).__name__,
    for f in (copy.copy, copy.deepcopy):
        try: r = f(v); print r is v, type(r) is type(v),
        except Exception as e: print type(e).__name__, e,
    print
for v in ([1, [2]], {'k': [1]}, set([1]), ([1],), bytearray('ab'), collections.deque([[1]], 3), collections.OrderedDict([('a', [1])]), collections.defaultdict(list, {'k': [1]}), array.array('i', [1, 2]), datetime.date(2000, 1, 2), fractions.Fraction(1, 2), decimal.Decimal('1.5'), ValueError([1], 'x'), collections.Counter('aab'), ((1, [2]), 3)):
    c, d = copy.copy(v), copy.deepcopy(v); print type(v).__name__, c == v, d == v, c is v, d is v, repr(d)
l = [1]; l.append(l); d = copy.deepcopy(l); print d[1] is d, d is not l, copy.copy(l)[1] is l
k = {}; k['me'] = k; d = copy.deepcopy(k); print d['me'] is d
a = [1]; tt = (a, a); d = copy.deepcopy(tt); print d[0] is d[1], d[0] is not a
t1 = ([],); t1[0].append(t1); d = copy.deepcopy(t1); print d[0][0] is d, type(d)
shared = [0]; x = {'a': shared, 'b': [shared]}; d = copy.deepcopy(x); d['a'].append(1); print d['b'][0], shared
class A(object):
    def __init__(self, v): self.v = v
class Slots(object):
    __slots__ = ('a', 'b', '__weakref__')
class SlotsDict(Slots): pass
class Old:
    def __init__(self, v): self.v = v
class OldIA:
    def __init__(self, v): self.v = v
    def __getinitargs__(self): print 'gia'; return (self.v,)
class OldGS:
    def __getstate__(self): return {'st': 1}
    def __setstate__(self, s): self.restored = s
for c in (A([1]), Old([1]), OldIA([2]), OldGS()):
    s, d = copy.copy(c), copy.deepcopy(c); print type(c).__name__ if isinstance(c, A) else c.__class__.__name__, sorted(vars(s).items()), sorted(vars(d).items()), getattr(s, 'v', 0) is getattr(c, 'v', 0), getattr(d, 'v', 0) is getattr(c, 'v', 1)
s = Slots(); s.a = [1]; t(copy.copy, s); t(copy.deepcopy, s); c = copy.copy(s); print c.a is s.a, hasattr(c, 'b')
s = SlotsDict(); s.a = [1]; s.z = 2; c = copy.deepcopy(s); print c.a, c.z, c.a is s.a
class Log(object):
    def __copy__(self): print '__copy__'; return 'copied'
    def __deepcopy__(self, memo): print '__deepcopy__', type(memo).__name__; return 'deep'
print copy.copy(Log()), copy.deepcopy([Log()])
i = A(1); i.__copy__ = lambda: 'instance'; i.__deepcopy__ = lambda m: 'inst deep'; print copy.copy(i) == 'instance', copy.deepcopy(i)
class R(object):
    def __init__(self, r): self.r = r
    def __reduce__(self): return self.r
for r in ((list, ([1],)), (A, ([1],), {'v': 5, 'w': [6]}), (A, (1,), None, iter([1])), (list, (), None, iter([1, [2]])), (dict, (), None, None, iter([('k', [1])])), 'string', 5, (list,), (5, ()), (list, 5), (A, (1,), ({'d': 1}, {'s': 2})), (A, (1,), 5), (), (list, (), None, None, None, None)): t(lambda: copy.copy(R(r)).__class__.__name__); t(lambda: sorted(getattr(copy.deepcopy(R(r)), '__dict__', {}).items()))
class Rx(object):
    def __reduce_ex__(self, p): print 'ex', p; return (list, ((1, 2),))
print copy.copy(Rx()), copy.deepcopy(Rx())
class GS(object):
    def __getstate__(self): return 0
    def __setstate__(self, s): print 'set', s
class GS2(object):
    def __getstate__(self): return ['st']
    def __setstate__(self, s): print 'set', s; self.s = s
copy.copy(GS()); copy.copy(GS2()); copy.deepcopy(GS2())
class New(object):
    def __new__(cls, *a): print 'new', a; return object.__new__(cls)
    def __getnewargs__(self): return (1, [2])
copy.copy(New()); copy.deepcopy(New())
class LSub(list):
    def __init__(self, *a): print 'LSub init'; list.__init__(self, *a)
    def append(self, v): print 'app', v; list.append(self, v)
    def extend(self, v): v = list(v); print 'ext', v; list.extend(self, v)
class DSub(dict):
    def __setitem__(self, k, v): print 'si', k; dict.__setitem__(self, k, v)
ls = LSub([1, 2]); ls.x = 3; c = copy.copy(ls); print c, c.x; c = copy.deepcopy(ls); print c, c.x; ds = DSub(a=[1]); print copy.copy(ds), copy.deepcopy(ds)
class SSub(str): pass
class ISub(int): pass
class TSub(tuple): pass
for v in (SSub('s'), ISub(5), TSub([1, [2]])): v.at = [1]; c = copy.deepcopy(v); print type(c).__name__, c == v, c.at, c.at is v.at, c is v
memo = {}; o = [A(1)]; d = copy.deepcopy(o, memo); print memo[id(o)] is d, memo[id(o[0])] is d[0], len(memo), id(memo) in memo; print copy.deepcopy(o, {id(o): 'from memo'}), copy.deepcopy(o, None) is not o
for v in (iter([1]), (i for i in ()), open('/dev/null'), copy, re.compile('a'), weakref.ref(A), A(1).__init__, A.__init__, property(), classmethod(len), super(A), memoryview('a'), buffer('a'), [].append, iter({}), enumerate([]), reversed([])):
    try: print type(v).__name__, type(copy.copy(v)).__name__,
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0],
    try: print type(copy.deepcopy(v)).__name__
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
class Meta(type):
    def __deepcopy__(c, m): return 'never'
class M(object): __metaclass__ = Meta
t(lambda: copy.copy(M) is M); print copy.deepcopy(M) is M, copy.error is copy.Error
class Cr(object): pass
copy_reg.pickle(Cr, lambda o: (list, ('reg',))); print copy.copy(Cr()), copy.deepcopy(Cr()); t(copy_reg.pickle, Cr, 5); t(copy_reg.pickle, Old, len); t(copy_reg.constructor, 5); t(copy_reg.add_extension, 'm', 'n', 0); t(copy_reg.add_extension, 'm', 'n', 5); t(copy_reg.add_extension, 'm', 'n', 6); t(copy_reg.add_extension, 'q', 'n', 5); t(copy_reg.remove_extension, 'm', 'n', 7); t(copy_reg.remove_extension, 'm', 'n', 5)
