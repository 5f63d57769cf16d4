# object.__reduce__ and __reduce_ex__ in protocols 0 to 2, copy_reg's functions, __getstate__, __setstate__, __getnewargs__, slots and builtins.
import copy_reg, copy, pickle
def t(f, *a):
    try:
        r = f(*a)
        s = repr(r)
        return s.split(' at 0x')[0] if ' at 0x' in s else s
    except Exception as e:
        return type(e).__name__ + ' ' + str(e).split(' at 0x')[0]
class P(object): pass
class S(object): __slots__ = ('a', '__priv', 'b')
class S2(S): __slots__ = ('c',)
class SD(S): pass
class SG(S):
    __slots__ = ()
    def __getstate__(self): return ('state', self.a)
    def __setstate__(self, s): print 'setstate', s,
class NA(object):
    def __getnewargs__(self): return (1, 2)
    def __new__(c, *a): o = object.__new__(c); o.args = a; return o
class NB(object):
    def __getnewargs__(self): return [1]
class I(int):
    def __new__(c, v=0): return int.__new__(c, v)
class L(list): pass
class D(dict): pass
class T(tuple): pass
class F(float): pass
class U(unicode): pass
class GS(object):
    def __getstate__(self): return None
class GF(object):
    def __getstate__(self): return False
class GE(object):
    def __getstate__(self): raise KeyError('state')
class R(object):
    def __reduce__(self): return (R, ())
class RX(object):
    def __reduce_ex__(self, p): return (RX, (), {'proto': p})
class RS(object):
    def __reduce__(self): return 'name'
class Old:
    def __init__(self): self.x = 1
class OldArgs:
    def __getinitargs__(self): return (5,)
    def __init__(self, a): self.a = a
def mk(cls, **k):
    o = cls()
    for n, v in k.items(): setattr(o, n, v)
    return o
objs = [mk(P), mk(P, z=1), mk(S), mk(S, a=1), mk(S2, a=1, c=2), mk(SD, a=1, q=2), mk(SG, a=3), mk(NA), mk(NB), I(5), mk(I, x=1), L([1, 2]), mk(L, y=1), D(a=1), T((1, 2)), F(1.5), U(u'x'), mk(GS, a=1), mk(GF, a=1), GE(), R(), RX(), RS(), object(), 5, 'a', None, [1], {1: 2}, (1,), 1.5, 1j, u'a', True, xrange(3), slice(1, 2), set([1]), frozenset([2]), bytearray('ab'), len, int, P, iter([]), (i for i in ()), lambda: 0, Ellipsis, NotImplemented, ValueError('v', 1), IOError(2, 'no', 'file'), KeyError('k'), property(), super(P, P()), memoryview('a'), buffer('a'), reversed([1]), type, staticmethod(len), UnicodeDecodeError('a', 'b', 0, 1, 'r')]
for o in objs:
    print type(o).__name__, t(o.__reduce__)
    print '  ', ' / '.join(t(o.__reduce_ex__, p) for p in (0, 1, 2, 3))
for a in [(), ('a',), (None,), (2, 3), (2.5,), (-1,), (True,)]: print t(lambda: P().__reduce_ex__(*a))
print t(lambda: P().__reduce__(2)), t(lambda: P().__reduce__(1))
print t(copy_reg._reduce_ex, P(), 2), t(copy_reg._reduce_ex, mk(P, a=1), 1), t(copy_reg._slotnames, S2), t(lambda: S2.__slotnames__), t(copy_reg._slotnames, P), t(copy_reg.__newobj__, I, 7), t(copy_reg._reconstructor, I, int, 8), t(copy_reg._reconstructor, P, object, None), t(copy_reg.__newobj__, 5), t(copy_reg._reconstructor, P, int, 3)
for f in [copy.copy, copy.deepcopy]:
    for o in objs[:20] + [Old(), OldArgs(7)]:
        def both():
            c = f(o)
            return type(c).__name__, c is o, getattr(c, '__dict__', None), getattr(c, 'a', 'no a'), getattr(c, 'args', 'no args')
        print t(both)
for p in (0, 1, 2):
    for o in objs[:20] + [Old(), OldArgs(7)]:
        def trip():
            c = pickle.loads(pickle.dumps(o, p))
            return type(c).__name__, getattr(c, '__dict__', None), getattr(c, 'a', 'no a'), c == o if type(o) in (I, L, D, T, F, U) else ''
        print t(trip)
