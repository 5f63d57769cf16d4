# operator over classes that answer in their own ways, in place and not, old and new.
import operator as o
log = []
class N(object):
    def __init__(self, n): self.n = n
    def __repr__(self): return self.n
def add(cls, name, ret=None):
    def m(self, *a):
        log.append((name, self, a)); return ret
    setattr(cls, name, m)
class A(N): pass
class B(N): pass
class Sub(A): pass
class Old:
    def __init__(self, n): self.n = n
    def __repr__(self): return self.n
binary = 'add sub mul div truediv floordiv mod pow lshift rshift and or xor'.split()
for n in binary:
    add(A, '__%s__' % n, NotImplemented); add(B, '__r%s__' % n, 'B' + n); add(Sub, '__r%s__' % n, 'Sub' + n); add(Old, '__%s__' % n, 'old' + n); add(Old, '__r%s__' % n, 'oldr' + n); add(B, '__i%s__' % n, NotImplemented); add(Sub, '__i%s__' % n, 'Subi' + n)
names = {'and': 'and_', 'or': 'or_'}
for n in binary:
    f = getattr(o, names.get(n, n)); g = getattr(o, 'i' + n)
    for x, y in ((A('a'), B('b')), (A('a'), Sub('s')), (Sub('s'), A('a')), (A('a'), A('a2')), (A('a'), 3), (3, B('b')), (Old('o'), 3), (3, Old('o')), (A('a'), Old('o')), (Old('o'), B('b')), (B('b'), 1), (B('b'), B('b2')), (None, None), ('s', 3.5)):
        for h in (f, g):
            del log[:]
            try: r = h(x, y)
            except Exception as e: r = '%s %s' % (type(e).__name__, e)
            print h.__name__, x, y, r, [(a, b, c) for a, b, c in log]
for n in 'neg pos invert abs index'.split():
    f = getattr(o, n)
    for v in (A('a'), Old('o'), None, 's', 2.5, True, [], 2**70):
        try: print n, v, repr(f(v))
        except Exception as e: print n, v, type(e).__name__, e
    add(A, '__%s__' % n, n + 'ed'); add(Old, '__%s__' % n, n + 'ed')
    for v in (A('a'), Old('o')):
        try: print n, v, repr(f(v))
        except Exception as e: print n, v, type(e).__name__, e
