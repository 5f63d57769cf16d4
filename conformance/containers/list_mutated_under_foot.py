# Lists that change while something goes over them: comparison, sort, extend by itself, repr, index, count, remove, join, slices, map and zip.
def t(f, *a):
    try:
        print repr(f(*a)),
    except Exception as e:
        print type(e).__name__, e,
class Evil(object):
    def __init__(self, do, result=False): self.do = do; self.result = result; self.n = 0
    def __eq__(self, o):
        self.n += 1
        self.do()
        return self.result
    __hash__ = None
    def __repr__(self): return 'E'
def clear(l):
    def f(): del l[:]
    return f
for op in ['index', 'count', 'remove']:
    l = [1, 2]; e = Evil(clear(l)); l.extend([e, e, 3])
    t(getattr(l, op), 5); print l, e.n
    l = [1, 2]; e = Evil(lambda: l.append(7) if len(l) < 12 else None); l.extend([e, 3])
    t(getattr(l, op), 7); print len(l), e.n
    l = [1, 2]; e = Evil(clear(l), True); l.extend([e, e, 3])
    t(getattr(l, op), 5); print l, e.n
l = [1]; e = Evil(clear(l)); l.extend([e, 2, 3])
t(lambda: 9 in l); print l
a = [1]; b = [1]; e = Evil(clear(b)); a.append(e); a.append(3); b.extend([2, 3, 4])
t(lambda: a == b); print a, b
a = [1]; b = [1]; e = Evil(clear(a), True); a.append(e); a.append(3); b.extend([2, 4])
t(lambda: a == b); print a, b
a = [1]; b = [1]; e = Evil(clear(a), True); a.append(e); a.append(3); b.extend([2, 4])
t(lambda: a < b); print a, b
l = [3, 1, 2]
def key(x):
    l.append(x); return x
t(lambda: l.sort(key=key)); print l
l = [3, 1, 2]
def key(x): return len(l)
t(lambda: l.sort(key=key)); print l
l = [3, 1, 2]
def c(x, y):
    del l[:]; return cmp(x, y)
t(lambda: l.sort(c)); print l
l = [3, 1, 2]
def c(x, y):
    l.append(5); l.pop(); return cmp(x, y)
t(lambda: l.sort(c)); print l
l = [3, 1, 2]
def c(x, y): raise ValueError(len(l))
t(lambda: l.sort(c)); print sorted(l)
l = [3, 1, 2]
def k(x):
    if x == 1: raise ValueError(l)
    return x
t(lambda: l.sort(key=k)); print l
l = [3, 1, 2]
class Lt(object):
    def __init__(self, v): self.v = v
    def __lt__(self, o): l[:] = [9, 9]; return self.v < o.v
    def __repr__(self): return 'Lt%d' % self.v
l[:] = map(Lt, l)
t(l.sort); print l
l = [1, 2, 3]; l.extend(l); print l
l.extend(x for x in l if len(l) < 10); print l
l += l; print len(l)
l = [1, 2, 3]; l[1:1] = l; print l
l = [1, 2, 3]; l[::2] = l[:2]; l[:] = l; l[::-1] = l; print l
l = range(5)
def grow():
    for x in (8, 9):
        l.append(x); yield x
l.extend(grow()); print l
l = range(5)
def shrink():
    del l[1:]; yield 8
l[2:3] = shrink(); print l
l = range(6)
t(lambda: l.__setitem__(slice(0, 6, 2), (l.pop() for i in range(3)))); print l
l = range(6)
def it():
    l.extend('ab'); yield 1; yield 2; yield 3
t(lambda: l.__setitem__(slice(None, None, 2), it())); print l
class R(object):
    def __init__(self, l): self.l = l
    def __repr__(self): del self.l[:]; return 'R'
l = [1, 2]; l[1:1] = [R(l)]; t(lambda: l); print l
l = []; l.extend([R(l), 5]); l.append(l); t(lambda: (l, l))
print
l = range(5); print [x for x in l if l.pop() or 1], l
l = range(3)
for x in l:
    if len(l) < 8: l.insert(0, x)
print l
l = range(5); i = iter(l); next(i); del l[:]; t(next, i); l.extend(range(9)); t(next, i); print
l = range(5); i = iter(l); next(i); next(i); l[:] = [7, 8, 9]; print list(i), list(i)
l = range(5); r = reversed(l); next(r); del l[2:]; print list(r); l.extend('abc'); print list(r)
l = range(5); print map(lambda x: l.pop(), l), l
l = range(5); print filter(lambda x: l.pop(), l), l
l = range(5); print zip(l, (l.append(x) or x for x in 'abcdefgh')), len(l)
l = range(5); print reduce(lambda a, b: (l.pop(), a + b)[1], l), l
class Idx(object):
    def __init__(self, l): self.l = l
    def __index__(self): del self.l[:]; return 1
l = range(5); t(lambda: l[Idx(l)]); print l
l = range(5); t(lambda: l.__setitem__(Idx(l), 5)); print l
l = range(5); t(lambda: l.pop(Idx(l))); print l
l = range(5); t(lambda: l.insert(Idx(l), 5)); print l
l = range(5); t(lambda: l[Idx(l):4]); print l
l = range(5); t(lambda: l[0:5:Idx(l)]); print l
l = range(5); t(lambda: l * Idx(l)); print l
l = range(5); t(lambda: l.index(3, Idx(l))); print l
class S(str):
    def __str__(self): return 'no'
l = ['a', S('b')]; print '-'.join(l)
