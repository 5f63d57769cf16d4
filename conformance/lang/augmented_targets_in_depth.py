# Augmented assignment: each operator, in-place methods that return others, order of evaluation, targets kept on failure, hot loops that change kind.
log = []
class V(object):
    def __init__(s, n): s.n = n
    def __repr__(s): return 'V%s' % s.n
ops = '+ - * / // % ** << >> & | ^'.split()
names = 'add sub mul div floordiv mod pow lshift rshift and or xor'.split()
for op, n in zip(ops, names):
    for kind in ('i', '', 'r'):
        class W(V): pass
        setattr(W, '__%s%s__' % (kind, n), lambda s, o, k=kind, n=n: (k + n, s.n, o if not isinstance(o, V) else o.n))
        ns = {'a': W(1), 'b': W(2), 'c': V(9)}
        for st in ('a %s= 5' % op, 'b %s= a' % op, 'c %s= b' % op):
            try: exec st in ns; print st, ns['a'], ns['b'], ns['c'],
            except TypeError as e: print st, e,
        print
class Ni(V):
    def __iadd__(s, o): log.append('iadd'); return NotImplemented
    def __add__(s, o): log.append('add'); return NotImplemented
class Ra(V):
    def __radd__(s, o): log.append('radd'); return 'radd result'
x = Ni(1); x += Ra(2); print x, log
x = Ni(1)
try: x += 5
except TypeError as e: print e, x
def f(n, v): log.append(n); return v
log[:] = []; d = {'k': 1}; f('obj', d)[f('key', 'k')] += f('val', 2); print log, d
class O(object): pass
o = O(); o.a = [1]; log[:] = []; f('o', o).a += f('v', [2]); print log, o.a
t = ([1], 2)
try: t[0] += [5]
except TypeError as e: print e, t
try: t[1] += 1
except TypeError as e: print e, t
l = m = [1]; l += (2,); l *= 2; print l is m, m; s = u = set([1]); s |= set([2]); s -= set([1]); s ^= set([5]); s &= set([5, 2]); print s is u, u
fz = gz = frozenset([1]); fz |= set([2]); print fz is gz, sorted(fz), type(fz); tt = uu = (1,); tt += (2,); tt *= 2; print tt, uu
st = 'a'; st += u'b'; st *= 2; print repr(st); i = 2**62; i += i; print i, type(i); i = 5; i /= 2; i **= 3; i <<= 70; i >>= 68; i |= 1; i ^= 3; i %= 7; print i; f_ = 1; f_ //= 0.3; f_ -= 1j; print f_
b = c = bytearray('x'); b += 'y'; b *= 2; print b is c, c
for bad in ('l += 5', 'l *= "a"', 's |= [1]', 'st += 5', 'tt += [1]', 'i += "x"', 'b += 5', 'b += u"x"', 'None_ += 1', 'o.zz += 1', 'd["zz"] += 1', 'l[99] += 1', 'f() += 1', '(a, b) += 1', '[a] += 1', 'a + b += 1', 'lambda: 0 += 1', '"x" += 1', 'a if 1 else b += 1', '(a) += 1', 'x.y() += 1', '`a` += 1', '(yield) += 1', 'None += 1', 'a += b += c', 'a, b += 1', '() += 1', 'a += yield', 'a =+ 1', 'a -= -1', '(x for x in y) += 1', '{} += 1', 'not a += 1'):
    try: exec bad in {'l': [1], 's': set(), 'st': 'a', 'tt': (), 'i': 1, 'b': bytearray('q'), 'o': o, 'd': {}, 'a': 1, 'f': f}; print bad, 'ok'
    except SyntaxError as e: print bad, 'SyntaxError', e.msg, e.lineno, e.offset
    except Exception as e: print bad, type(e).__name__, e
def unbound():
    q += 1
try: unbound()
except UnboundLocalError as e: print e
def glob():
    global gg
    gg += 1
gg = 0; glob(); print gg
def clos():
    n = [0]; z = 5
    def add(): n[0] += z; return n[0]
    return add
a = clos(); a(); print a()
def hot(n, kinds):
    acc = kinds[0]; out = []
    for i in xrange(n):
        acc += kinds[i * len(kinds) // n]
    return acc
print hot(3000, [1]), hot(3000, [1, 0.5]), hot(3000, [2**60, 1]), hot(100, ['a', u'b']) == 'a' * 51 + u'b' * 50, len(hot(12, [[1]])), hot(3000, [1, 2L, 0.5, 1j]), len(hot(300, [(1,), (2, 3)]))
class Cnt(object):
    def __init__(s): s.n = 0
    def __iadd__(s, o): s.n += o; return s
    def __isub__(s, o): s.n -= o; return None
c = Cnt()
for i in xrange(3000): c += i
print c.n; c -= 1; print c
class At(object): pass
def hot_attr(n):
    o = At(); o.x = 0; d = {}
    for i in xrange(n):
        o.x += i
        d[i & 3] = d.get(i & 3, 0); d[i & 3] += 1
        if i == 2000: o.x = float(o.x)
        if i == 2500: At.x = property(lambda s: 1, lambda s, v: s.__dict__.__setitem__('last', v))
    return o.__dict__, d
print hot_attr(3000)
