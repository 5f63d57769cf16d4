# Dicts and sets that change while they are compared, printed, updated, iterated or looked up in.
def t(f, *a):
    try:
        print repr(f(*a)),
    except Exception as e:
        print type(e).__name__, e,
class K(object):
    do = None
    def __init__(self, h, eq=False): self.h = h; self.eq = eq
    def __hash__(self): return self.h
    def __eq__(self, o):
        if self.do: self.do()
        return self.eq
    def __repr__(self): return 'K%d' % self.h
for kind in ['clear', 'grow', 'del']:
    d = {}
    k = K(1)
    d[k] = 'k'; d[2] = 'two'
    def do():
        if kind == 'clear': d.clear()
        elif kind == 'grow': d.update(dict.fromkeys(range(10, 30)))
        else: d.pop(2, None)
    k.do = do
    for f in [lambda: d[1], lambda: d.get(1, 'none'), lambda: 1 in d, lambda: d.has_key(1), lambda: d.setdefault(1, 'set'), lambda: d.pop(1, 'popped'), lambda: d.__setitem__(1, 'new'), lambda: d.__delitem__(1)]:
        d.clear(); k.do = None; d[k] = 'k'; d[2] = 'two'; k.do = do
        t(f); print len(d),
    print
def it(d, change):
    r = []
    try:
        for k in d:
            r.append(k)
            change(d)
            if len(r) > 20: break
    except RuntimeError as e:
        r.append(str(e))
    return r
print it({1: 2, 3: 4}, lambda d: d.update({9: 9})), it({1: 2, 3: 4}, lambda d: d.pop(1, 0)), it({1: 2, 3: 4}, lambda d: d.clear()), it({1: 2, 3: 4}, lambda d: d.__setitem__(1, 5))
print it(set([1, 3]), lambda d: d.add(9)), it(set([1, 3]), lambda d: d.discard(1)), it(set([1, 3]), lambda d: d.clear()), it(set([1, 3]), lambda d: (d.discard(3), d.add(3)))
def swap(d): d.pop(1, 0); d[9] = 9
print it({1: 2, 3: 4, 5: 6}, swap)
for m in ['iterkeys', 'itervalues', 'iteritems', 'viewkeys', 'viewvalues', 'viewitems', 'keys', 'values', 'items']:
    d = {1: 2, 3: 4}
    i = iter(getattr(d, m)())
    print m, next(i),
    d[5] = 6
    t(next, i); t(next, i)
    del d[5]
    t(next, i); print
d = {1: 2}; i = iter(d); next(i); d[2] = 3; t(next, i); d.clear(); t(next, i); print
d = {1: 2}; i = iter(d); list(i); d[2] = 3; t(next, i); print
d = dict.fromkeys(range(5)); i = iter(d); next(i); print i.__length_hint__(),; d[9] = 1; print i.__length_hint__()
class V(object):
    def __init__(self, d): self.d = d
    def __repr__(self): self.d.clear(); return 'V'
    def __eq__(self, o): self.d.clear(); return True
    __hash__ = None
d = {}; d.update({1: V(d), 2: 5, 3: 6}); t(lambda: d); print len(d)
a = {}; b = {}; a.update({1: V(a), 2: 3}); b.update({1: 1, 2: 4}); t(lambda: a == b); print len(a), len(b)
a = {}; b = {}; a.update({1: V(b), 2: 3}); b.update({1: 1, 2: 4}); t(lambda: a == b); print len(a), len(b)
a = {}; b = {}; a.update({1: V(b), 2: 3}); b.update({1: 1, 2: 4}); t(lambda: cmp(a, b)); print len(a), len(b)
d = {1: 2, 3: 4}; d.update(d); print d; d.update(d.iteritems()); print d
d = {1: 2, 3: 4}
t(lambda: d.update((k + 10, v) for k, v in d.iteritems())); print len(d) > 2
class Map(object):
    def __init__(self, d): self.d = d
    def keys(self): return [1, 2, 3]
    def __getitem__(self, k):
        self.d.clear()
        if k == 3: raise KeyError('three')
        return k
d = {7: 8}; t(lambda: d.update(Map(d))); print d
s = set([1, 2]); t(lambda: s.update(x + 5 for x in s)); print len(s) > 2
s = set([1, 2, 3])
s.update(s); s |= s; s &= s; print sorted(s)
s.difference_update(s); print s
s = set([1, 2, 3]); s.symmetric_difference_update(s); print s
s = set([1, 2, 3]); s -= s; print s
s = set([1, 2, 3]); s ^= s; print s
class SK(K): pass
k = SK(1); s = set([k, 2]); other = set([1, 5]); k.do = lambda: s.clear()
for f in [lambda: 1 in s, lambda: s.add(1), lambda: s.discard(1), lambda: s.remove(1)]:
    k.do = None; s.clear(); s.add(k); s.add(2); k.do = lambda: s.clear()
    t(f); print len(s),
print
class Hash(object):
    def __init__(self, d): self.d = d
    def __hash__(self): self.d.clear(); return 1
    def __eq__(self, o): return self is o
    def __repr__(self): return 'Hash'
d = {1: 2}; h = Hash(d); d[h] = 3; print len(d); t(lambda: d[h]); print len(d)
d = {1: 2}; t(lambda: d.setdefault(Hash(d), 5)); print len(d)
d = {1: 2}; t(d.pop, Hash(d)); print len(d)
d = {1: 2}; t(d.pop, Hash(d), 'default'); print len(d)
l = [(1, 2)]; d = dict(l); t(lambda: dict([[1, 2], [3]])); t(lambda: dict([1])); t(lambda: dict(['ab', 'c'])); print
