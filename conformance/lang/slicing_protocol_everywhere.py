# Slices in every syntactic place: what __getitem__, __getslice__ and friends of new and old classes, with and without __len__, are given.
import sys
class Show(object):
    def __getitem__(s, i): return i
    def __setitem__(s, i, v): print 'set', i, v
    def __delitem__(s, i): print 'del', i
class Slicer(Show):
    def __getslice__(s, i, j): return ('gs', i, j)
    def __setslice__(s, i, j, v): print 'ss', i, j, v
    def __delslice__(s, i, j): print 'ds', i, j
    def __len__(s): return 10
class NoLen(Show):
    def __getslice__(s, i, j): return ('gs', i, j)
class OShow:
    def __getitem__(s, i): return i
    def __setitem__(s, i, v): print 'set', i, v
    def __delitem__(s, i): print 'del', i
class OSlicer(OShow):
    def __getslice__(s, i, j): return ('gs', i, j)
    def __setslice__(s, i, j, v): print 'ss', i, j, v
    def __delslice__(s, i, j): print 'ds', i, j
    def __len__(s): return 10
class ONoLen(OShow):
    def __getslice__(s, i, j): return ('gs', i, j)
class LSub(list):
    def __getslice__(s, i, j): return ('LSub', i, j)
class LSub2(list):
    def __getitem__(s, i): return ('LSub2', i)
class Ix(object):
    def __init__(s, v): s.v = v
    def __index__(s):
        if s.v is None: raise ValueError('no index')
        return s.v
    def __repr__(s): return 'Ix'
def t(f, *a):
    try: print repr(f(*a)).replace(str(sys.maxint), 'MAX'),
    except Exception as e: print type(e).__name__, e,
for C in (Show, Slicer, NoLen, OShow, OSlicer, ONoLen, LSub, LSub2):
    x = C() if not issubclass(C, list) else C(range(10))
    print C.__name__
    for f in (lambda: x[:], lambda: x[1:], lambda: x[:2], lambda: x[1:2], lambda: x[-1:], lambda: x[:-2], lambda: x[-20:-15], lambda: x[None:None], lambda: x[1:None], lambda: x['a':'b'], lambda: x[1.5:2], lambda: x[1L:2L], lambda: x[2**70:], lambda: x[-2**70:2**70], lambda: x[Ix(1):Ix(2)], lambda: x[Ix(None):], lambda: x[::], lambda: x[1:2:], lambda: x[::1], lambda: x[1:2:3], lambda: x[...], lambda: x[1, 2], lambda: x[1:2, 3], lambda: x[:, 1], lambda: x[..., 1:2:3], lambda: x[1:2,], lambda: x[True:False], lambda: x[slice(1, 2)], lambda: x[()], lambda: x[(1,)]): t(f)
    print
    for s in ('x[:] = 1', 'x[1:2] = [5]', 'x[-1:] = ()', 'x[1:2:3] = [1]', 'x[None:] = 4', 'x["a":] = 1', 'x[:] += [1]', 'x[1:2] += [1]', 'x[1:2:1] += [1]', 'del x[:]', 'del x[1:]', 'del x[:-1]', 'del x[::2]', 'del x[1:2, 3]', 'x[...] = 1', 'x[1:2], x[3] = [1], [2]', 'for x[1:2] in [[8]]: pass', 'del x[0], x[1:2]', 'x[1:2][0]', 'x[1:][1:]'):
        if issubclass(C, list): x = C(range(10))
        try: exec s; print s, '|', list(x) if isinstance(x, list) and not C is LSub2 else ''
        except Exception as e: print s, '|', type(e).__name__, e
def hot(x, n):
    r = 0
    for i in xrange(n):
        r += len(x[1:i % 7]) + len(x[i % 5:]) + len(x[:-(i % 3)])
    return r
for v in (range(10), tuple(range(10)), 'abcdefghij', u'abcdefghij', bytearray(range(10)), Slicer(), LSub(range(10))): print hot(v, 700),
print
def swap(n):
    class S(list): pass
    s = S(range(5)); r = []
    for i in xrange(n):
        y = s[1:3]
        if i == n - 3: S.__getslice__ = lambda q, i, j: 'patched'
        if i == n - 2: del S.__getslice__; S.__getitem__ = lambda q, k: ('item', k)
        if i > n - 4: r.append(y)
    return r
print swap(3000)
