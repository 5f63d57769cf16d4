# Lists, dicts and sets whose members change kind, whose __eq__ and __hash__ misbehave, and which change while hot loops go over them.
class K(object):
    def __init__(s, v): s.v = v
    def __hash__(s): return s.v % 4
    def __eq__(s, o): return isinstance(o, K) and s.v == o.v
    def __repr__(s): return 'K%d' % s.v
class Bad(object):
    def __init__(s, at): s.at = at; s.n = 0
    def __hash__(s):
        s.n += 1
        if s.n == s.at: raise ValueError('hash %d' % s.n)
        return 1
    def __eq__(s, o):
        s.n += 1
        if s.n == s.at: raise ValueError('eq %d' % s.n)
        return False
def dicts(n):
    d = {}; t = 0
    for i in xrange(n):
        k = i % 10 if i < 1000 else K(i % 10) if i < 2000 else (i % 10, 'x') if i < 2500 else float(i % 10)
        d[k] = d.get(k, 0) + 1
        t += d[k] + (k in d) + len(d)
        if i % 7 == 0: d.pop(k, None)
        if i % 501 == 500: d.setdefault(k, i); d.update({k: 5})
    return t, sorted((str(k), v) for k, v in d.items())
print dicts(3000)
def lists(n):
    l = []; t = 0
    for i in xrange(n):
        l.append(i if i < 1000 else i * 0.5 if i < 2000 else str(i) if i < 2500 else None)
        if len(l) > 20: del l[:10]
        v = l[-1]; l[0] = v; l[-1] = l[0]
        t += (v in l) + l.index(v) + l.count(v) + len(l[2:5]) + bool(l)
        if i % 5 == 0: l.pop(); l.insert(0, v)
        if i % 9 == 0: l.sort(); l.reverse()
    return t, l
print lists(3000)
def sets(n):
    s = set(); t = 0
    for i in xrange(n):
        k = i % 13 if i < 1500 else K(i % 5) if i < 2500 else 'k%d' % (i % 3)
        s.add(k); t += len(s) + (k in s)
        if i % 3 == 0: s.discard(k)
        if i % 100 == 99: s |= set([1, 2]); s &= set(range(20)) | s; s -= set([3])
    return t, sorted(map(str, s))
print sets(3000)
def grow(n):
    l = [1]; d = {0: 0}; s = set([0]); out = []
    for x in l:
        if len(l) < n: l.append(x + 1)
        if len(l) == n - 5: del l[:3]
    out.append(len(l))
    for c in (d, s):
        try:
            for x in c:
                if c is d: d[x + 1] = 1
                else: s.add(x + 1)
        except RuntimeError as e: out.append(str(e))
    try:
        for k in d.iteritems(): d.pop(0, None); d.pop(1, None)
    except RuntimeError as e: out.append(str(e))
    return out
print grow(1500)
for at in range(1, 7):
    for make in ('{}', 'set()'):
        b = Bad(at); c = eval(make)
        try:
            if c == {} and isinstance(c, dict):
                c[b] = 1; c[Bad(99)] = 2; print c.get(b), b in c, b.n,
            else: c.add(b); c.add(Bad(99)); print b in c, b.n,
        except ValueError as e: print 'E', e, len(c),
print
def eqs(n):
    class E(object):
        r = False
        def __eq__(s, o): return E.r
        def __hash__(s): return 3
    e = E(); l = [1, e, 'a', 2.5, None]; t = 0
    for i in xrange(n):
        t += (3 in l) + l.count(3) + (l == [1, 2, 'a', 2.5, None]) + ((e,) == (1,)) + ({1: e} == {1: 2})
        if i == 1000: E.r = True
        if i == 1500: E.r = []
        if i == 1800: E.__eq__ = lambda s, o: NotImplemented
        if i == 1900: del E.__eq__
    return t
print eqs(2000)
class Dl(dict):
    def __missing__(s, k): return k * 2
    def __getitem__(s, k): return dict.__getitem__(s, k) if k != 3 else 'three'
class Ll(list):
    def __getitem__(s, i): return list.__getitem__(s, i) if i else 'zero'
    def __len__(s): return 2
    def __iter__(s): return iter('XY')
    def __contains__(s, v): return v == 'in'
def subs(n):
    t = {}
    for i in xrange(n):
        d = {1: 'a', 2: 2} if i < 1500 else Dl({1: 'a', 3: 0}); l = [9, 8, 7] if i < 1500 else Ll([9, 8, 7])
        r = (d[1], d[2] if 2 in d or i >= 1500 else 0, l[0], l[1], len(l), [x for x in l], 'in' in l, l[1:], d.get(3), len(d), list(d), sum(map(bool, l)))
        t[repr(r)] = t.get(repr(r), 0) + 1
    return t
for k, v in sorted(subs(2000).items()): print v, k
def comps(n):
    out = []
    for i in xrange(n // 20):
        v = i if i < 100 else float(i) if i < 130 else 'x'
        r = ([v for _ in range(3)], {v: v for _ in range(2)}, {v, v}, list(v for _ in 'ab'), [(x, y) for x in (v, 1) for y in (x,) if x == v])
        if i % 45 == 44: out.append(r)
    return out
for r in comps(3000): print r
