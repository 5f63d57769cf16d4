# copy and deepcopy: hooks, reductions, memo, recursion, slots, old-style classes, builtin containers.
import copy
import copy_reg
import types
class A(object):
    def __init__(self, x): self.x = x
class B(A):
    def __copy__(self): return 'copied'
    def __deepcopy__(self, memo): return 'deep', type(memo).__name__
class C(object):
    __slots__ = ('a', 'b')
class CS(C):
    __slots__ = ('c', '__dict__')
class D(object):
    def __getstate__(self): return None if hasattr(self, 'none') else {'y': [1]}
    def __setstate__(self, s): self.set = s
class E(object):
    def __reduce__(self): return 'global_name'
class F(object):
    def __reduce_ex__(self, p): return (list, ('ab',), None, iter([1, 2]), None)
class G(object):
    def __init__(self, *a): self.a = a
    def __getinitargs__(self): return 1 / 0
    def __getnewargs__(self): return (3,)
class Old:
    def __init__(self, *a): self.args = a
class OldInit(Old):
    def __getinitargs__(self): return ('i',)
class OldState(Old):
    def __getstate__(self): return 0
    def __setstate__(self, s): self.s = s
class L(list): pass
class Dd(dict): pass
class T(tuple): pass
class I(int): pass
def show(x):
    d = None if isinstance(x, (type, types.ClassType)) or x is copy else getattr(x, '__dict__', None)
    return '%s %s %s' % (type(x).__name__, d, x if isinstance(x, (list, dict, tuple, int, str, set)) else '')
c = C(); c.a = [1]
cs = CS(); cs.a, cs.c, cs.z = 1, [2], 3
l = L([[1]]); l.attr = [2]
dd = Dd(k=[1]); dd.attr = 1
d2 = D(); d2.none = 1
for x in (A([1]), B(1), c, cs, D(), d2, E(), F(), G(1, 2), Old([1]), OldInit(5), OldState(6), l, dd, T([[1]]), I(5), set([1]), frozenset([(1, 2)]), bytearray('q'), slice(1, 2), xrange(3), len, A, Old, None, u'x', 2j, (i for i in ()), iter([]), copy, [].append, A(1).__init__, type(c).a, property(), Ellipsis, NotImplemented, KeyError('k', [1])):
    for f in (copy.copy, copy.deepcopy):
        try:
            r = f(x)
            print f.__name__, show(r), 'same' if r is x else 'other', [getattr(r, n, '-') for n in ('a', 'c')] if isinstance(x, C) else ''
        except Exception as e:
            print f.__name__, type(x).__name__, type(e).__name__, str(e).split(' at 0x')[0]
x = [1, [2]]
x.append(x); x.append((x, x[1])); x.append({'k': x})
y = copy.deepcopy(x)
print y[2] is y, y[3][0] is y, y[3][1] is y[1], y[4]['k'] is y, y[1] is not x[1]
t = ([],); t[0].append(t)
u = copy.deepcopy(t)
print u[0][0] is u, copy.deepcopy((1, 2)) , copy.deepcopy(t) is t, copy.deepcopy(((1,),), {})
inner = (1, (2, 3))
print copy.deepcopy(inner) is inner, copy.deepcopy([inner])[0] is inner
memo = {}
z = [[], []]
w = copy.deepcopy(z, memo)
print memo[id(z)] is w, memo[id(z[0])] is w[0], memo[id(memo)] == [z[0], z[1], z]
m = {id(z[0]): 'stand-in'}
print copy.deepcopy(z, m)
a = A(None); a.x = {'me': a, 'meth': [a]}
b = copy.deepcopy(a)
print b.x['me'] is b, b.x['meth'][0] is b, b is not a
def ctor(v): return ['made', v]
copy_reg.pickle(E, lambda e: (ctor, (9,)))
print copy.copy(E()), copy.deepcopy(E())
for bad in (lambda: copy_reg.pickle(Old, ctor), lambda: copy_reg.pickle(A, 3), lambda: copy_reg.constructor(3), lambda: copy_reg.add_extension('m', 'n', 0), lambda: copy_reg.remove_extension('q', 'q', 5), lambda: copy._reconstruct(1, (2,), 0), lambda: copy._reconstruct(1, 'abc', 0)):
    try:
        print bad()
    except Exception as e:
        print type(e).__name__, str(e)[:50]
print copy_reg._slotnames(CS), copy_reg._slotnames(A), copy.Error is copy.error
n = 0
proto = {'a': [1, (2, [3])], 'b': A([4])}
for i in xrange(300):
    q = copy.deepcopy(proto)
    q['a'][1][1].append(i)
    n += len(proto['a'][1][1]) + q['a'][1][1][-1] + copy.copy(q['b']).x[0]
print n
