# copy and types: shallow and deep copies of everything, hooks, memos, cycles; the names of types.
import copy, types, collections, array, re, fractions, datetime, weakref
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
    else: print repr(r).split(' at 0x')[0]
class N(object):
    def __init__(self, x=None): self.x = x
class O:
    def __init__(self, x=None): self.x = x
class Args(N):
    def __getnewargs__(self): return (self.x,)
    def __new__(cls, x=None): print 'new', x; return object.__new__(cls)
class St(N):
    def __getstate__(self): return {'x': 'state'}
    def __setstate__(self, s): self.got = s; self.x = None
class Cp(N):
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep', len(memo) >= 0
class Oc(O):
    def __copy__(self): return 'old copied'
    def __getinitargs__(self): return ('init',)
class Rd(N):
    def __reduce__(self): return N, ('reduced',)
class Rs(N):
    def __reduce_ex__(self, p): return 'global'
class Slots(object):
    __slots__ = 'a', 'b'
class L(list): pass
class D(dict): pass
class I(int): pass
sl = Slots(); sl.a = [1]; l = L([1]); l.y = 2; d = D(a=[]); d.z = 1
for v in (1, 'a', u'b', 1.5, None, len, N, (), (1, [2]), [1, [2]], {'a': [1]}, set([1]), frozenset([1]), bytearray('x'), xrange(3), N([1]), O([1]), Args(5), St(1), Cp(), Oc(), Rd(), Rs(), sl, l, d, I(5), collections.deque([1]), collections.OrderedDict(a=1), array.array('i', [1]), fractions.Fraction(1, 2), datetime.date(2020, 1, 2), re, re.compile('x'), (i for i in ()), open, lambda: 0, Ellipsis, type(None), 1j, slice(1), weakref.ref(N)):
    for f in copy.copy, copy.deepcopy:
        try: r = f(v); print type(r).__name__, r is v, getattr(r, '__dict__', None) if type(v).__module__ == '__main__' and not isinstance(r, type) else '',
        except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0],
    print
c = copy.copy(sl); e = copy.deepcopy(sl); print c.a is sl.a, e.a is sl.a, e.a, hasattr(e, 'b'); x = [1]; y = [x, x, (x,)]; z = copy.deepcopy(y); print z[0] is z[1], z[2][0] is z[0]; x.append(x); z = copy.deepcopy(x); print z[1] is z; n = N(); n.x = n; m = copy.deepcopy(n); print m.x is m, m is not n; memo = {id(x): 'memo'}; print copy.deepcopy([x], memo), copy.Error.__name__, copy.error is copy.Error; tt = ([],); print copy.deepcopy(tt) is tt, copy.deepcopy((1, 'a')) == (1, 'a')
class Meth(object):
    def m(self): return self
b = Meth().m; q = copy.deepcopy(b); print q.im_self is b.im_self, type(q).__name__
print sorted((n, getattr(types, n).__name__) for n in dir(types) if n.endswith('Type')), types.StringTypes; t(types.FunctionType, 5, {}); t(types.CodeType); t(types.MethodType, 5, 6); t(types.GeneratorType); t(types.ModuleType); t(types.ModuleType, 'm', 'doc'); t(types.InstanceType, O); t(types.ClassType, 'K', (), {}); t(types.NoneType); t(types.BuiltinFunctionType); t(types.TracebackType); t(types.SliceType, 1); t(types.DictProxyType); t(types.GetSetDescriptorType); t(types.EllipsisType)
