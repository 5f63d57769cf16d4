# Subscripts and slices of str, unicode, bytearray, list, tuple, xrange, buffer, memoryview, array and classes, old and new, with every kind of bound.
from array import array
def t(f, *a):
    try:
        r = f(*a)
        if isinstance(r, (buffer, memoryview)): r = 'B' + str(r[:] if isinstance(r, buffer) else r.tobytes())
        return repr(r)
    except Exception as e:
        return type(e).__name__ + ' ' + str(e)
class I(object):
    def __init__(self, v): self.v = v
    def __index__(self): return self.v
class OldI:
    def __index__(self): return 1
class BadI(object):
    def __index__(self): return 'x'
class RaiseI(object):
    def __index__(self): raise KeyError('index')
class IntSub(int): pass
class LongI(object):
    def __index__(self): return 2**70
seqs = ['abcde', u'abcde', bytearray('abcde'), [1, 2, 3, 4, 5], (1, 2, 3, 4, 5), xrange(5), buffer('abcde'), memoryview('abcde'), array('b', [1, 2, 3, 4, 5]), '', []]
bounds = [None, 0, 1, -1, 5, 6, -5, -6, 2**62, -2**62, 2**63, -2**70, True, IntSub(2), 2L, I(2), LongI(), OldI()]
for s in seqs:
    print type(s).__name__,
    for b in bounds[1:]: print t(lambda: s[b]),
    print
    print t(lambda: s[I(-2**70)]), t(lambda: s['a']), t(lambda: s[1.0]), t(lambda: s[None]), t(lambda: s[BadI()]), t(lambda: s[RaiseI()]), t(lambda: s[1, 2]), t(lambda: s[...]), t(lambda: s[u'']), t(lambda: s[1j])
    print t(lambda: s['a':]), t(lambda: s[:1.5]), t(lambda: s[BadI():]), t(lambda: s[::0]), t(lambda: s[::1.5]), t(lambda: s[::'x']), t(lambda: s[RaiseI()::2]), t(lambda: s[:RaiseI()]), t(lambda: s[slice(1, 'a')])
    for step in (None, 1, 2, -1, -2, 5, -5, 2**70, -2**70, I(2)):
        print step if not isinstance(step, I) else 'I', ' '.join(t(lambda: s[a:b:step]) for a, b in [(None, None), (1, 4), (-1, 0), (4, 1), (0, 2**70), (-2**70, 3), (I(1), I(3)), (None, -1)])
    print ' '.join(t(lambda: s[a:b]) for a in bounds for b in (None, 3, -1)) == ' '.join(t(lambda: s[slice(a, b)]) for a in bounds for b in (None, 3, -1))
class New(object):
    def __getitem__(self, k): return 'get', k
    def __setitem__(self, k, v): print 'set', k, v
    def __delitem__(self, k): print 'del', k
class NewS(New):
    def __len__(self): print 'len',; return 10
    def __getslice__(self, a, b): return 'getslice', a, b
    def __setslice__(self, a, b, v): print 'setslice', a, b, v
    def __delslice__(self, a, b): print 'delslice', a, b
class Old:
    def __getitem__(self, k): return 'get', k
    def __setitem__(self, k, v): print 'set', k, v
    def __delitem__(self, k): print 'del', k
class OldS(Old):
    def __len__(self): print 'len',; return 10
    def __getslice__(self, a, b): return 'getslice', a, b
    def __setslice__(self, a, b, v): print 'setslice', a, b, v
    def __delslice__(self, a, b): print 'delslice', a, b
class NoLen(object):
    def __getslice__(self, a, b): return a, b
class OldNoLen:
    def __getslice__(self, a, b): return a, b
class ListSub(list):
    def __getitem__(self, k): return 'get', k
    def __getslice__(self, a, b): return 'slice', a, b
class ListSub2(list):
    def __getitem__(self, k): return 'get', k
class StrSub(str):
    def __getitem__(self, k): return 'get', k
for c in [New, NewS, Old, OldS, NoLen, OldNoLen, lambda: ListSub([1]), lambda: ListSub2([1]), lambda: StrSub('a')]:
    o = c()
    print type(o).__name__
    for f in [lambda: o[1], lambda: o[:], lambda: o[1:], lambda: o[:2], lambda: o[-1:2], lambda: o[-20:-1], lambda: o[1:2:3], lambda: o[::], lambda: o[::1], lambda: o[None:], lambda: o['a':'b'], lambda: o[1:2, 3], lambda: o[...], lambda: o[..., 1:2], lambda: o[2**70:], lambda: o[:2**63], lambda: o[1.5:], lambda: o[I(1):I(2)], lambda: o[OldI():], lambda: o[slice(1, 2)], lambda: o[()], lambda: o[(1,)], lambda: o[True:False], lambda: o[1L:2L]]:
        r = t(f)
        print r.split(' at 0x')[0],
    print
for c in [New, NewS, Old, OldS]:
    o = c()
    if c is Old: o.__class__.__len__ = lambda s: 20
    o[1] = 2; o[1:2] = 3; o[:] = 4; o[1:2:3] = 5; o[-1:] = 6; o['a':] = 7; del o[1]; del o[1:2]; del o[::2]; del o[:]; del o[-3:-1]
    o[1:2] += ('x',)
    o[1] += ('y',)
