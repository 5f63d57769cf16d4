# copy and deepcopy: every hook, its order, memo, cycles, reductions of odd shapes, refusals.
import copy, copy_reg
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
for v in (None, 1, 1L, 1.5, 1j, 'a', u'a', True, (), (1,), int, len, type, Ellipsis, NotImplemented, xrange(3), lambda: 0, copy, slice(1, 2), iter([]), (i for i in ()), frozenset([1]), object, file):
    for f in (copy.copy, copy.deepcopy):
        try: print f(v) is v,
        except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0][:60],
print
class A(object):
    def __init__(self, **k): self.__dict__.update(k)
    def __repr__(self): return '%s%r' % (type(self).__name__, sorted(k for k in self.__dict__))
class Copy(A):
    def __copy__(self): return 'copied'
class Deep(A):
    def __deepcopy__(self, memo): memo['seen'] = 1; return 'deep %s' % sorted(k for k in memo if isinstance(k, str))
class State(A):
    def __getstate__(self): return ['state', self.x]
    def __setstate__(self, s): self.s = s
class False_(A):
    def __getstate__(self): return 0
    def __setstate__(self, s): self.called = 1
class NewArgs(A):
    def __new__(cls, *a): o = object.__new__(cls); o.args = a; return o
    def __init__(self, *a): pass
    def __getnewargs__(self): return (1, [2])
class Red(A):
    ret = None
    def __reduce__(self): return self.ret
class RedEx(A):
    def __reduce_ex__(self, p): return A, (), {'proto': p}
class Slots(object):
    __slots__ = 'a', 'b'
class SlotDict(Slots): pass
class Old:
    def __init__(self, x=1): self.x = x
class OldInit:
    def __getinitargs__(self): return ('i',)
    def __init__(self, a='d'): self.a = a
class OldCopy:
    def __copy__(self): return 'oldcopy'
    def __deepcopy__(self, m): return 'olddeep'
class LS(list): pass
class DS(dict): pass
for o in (A(x=[1]), Copy(), Deep(), State(x=[5]), False_(), NewArgs(), RedEx(), Old(), OldInit(), OldCopy(), LS([[1]]), DS(a=[1]), Red()):
    for f in (copy.copy, copy.deepcopy):
        try: c = f(o); print type(c).__name__, getattr(c, '__dict__', None), c is o
        except Exception as e: print type(o).__name__, type(e).__name__, str(e)[:60]
s = Slots(); s.a = [1]; c = copy.copy(s); print c.a is s.a, hasattr(c, 'b'); d = copy.deepcopy(s); print d.a, d.a is s.a; s = SlotDict(); s.b = 1; s.z = 2; c = copy.copy(s); print c.b, c.z, hasattr(c, 'a')
for ret in ('x', 'A', 5, (), (A,), (A, ()), (A, [], {}), (A, (), {'k': [1]}), (A, (), None, iter([1])), (LS, (), None, iter([1, [2]])), (DS, (), None, None, iter([('k', [1])])), (A, (), {'q': 1}, None, None), (A, (), 1, 2, 3, 4), (5, ()), (A, 5), (lambda *a: a, (1, 2)), (Old, ()), (A, (), 'state'), (A, (), (None, {'zz': 1}))):
    o = Red(); Red.ret = ret; print repr(ret).split(' at 0x')[0][:50], ; t(copy.copy, o); t(copy.deepcopy, o)
l = [1]; l.append(l); c = copy.deepcopy(l); print c[1] is c, c is l; d = {}; d['d'] = d; c = copy.deepcopy(d); print c['d'] is c; a = A(); a.a = a; c = copy.deepcopy(a); print c.a is c; tup = ([],); tup[0].append(tup); c = copy.deepcopy(tup); print c[0][0] is c; x = [1]; y = copy.deepcopy([x, x, (x,)]); print y[0] is y[1], y[2][0] is y[0]; tt = (1, (2, 'a')); print copy.deepcopy(tt) is tt
memo = {}; z = [1]; w = copy.deepcopy(z, memo); print memo[id(z)] is w, copy.deepcopy(z, memo) is w, len(memo); t(copy.deepcopy, z, 5); t(copy.copy); t(copy.copy, 1, 2); t(copy.deepcopy)
class P(object):
    def __init__(self, n): self.n = n
    def __repr__(self): return 'P(%r)' % self.n
copy_reg.pickle(P, lambda p: (P, (p.n * 2,))); print copy.copy(P(1)), copy.deepcopy(P([1])); t(copy_reg.pickle, P, 5); t(copy_reg.constructor, 5); del copy_reg.dispatch_table[P]; print copy.copy(P(3)); t(copy_reg.add_extension, 'm', 'n', -1); copy_reg.add_extension('m', 'n', 200); t(copy_reg.add_extension, 'm', 'n', 201); t(copy_reg.add_extension, 'o', 'n', 200); copy_reg.remove_extension('m', 'n', 200); t(copy_reg.remove_extension, 'm', 'n', 200); t(copy_reg.__newobj__, A); t(copy_reg._reconstructor, A, object, None); t(copy_reg._reduce_ex, Slots(), 1); print copy.Error.__mro__[1], copy.error is copy.Error
