# Hot reads and writes of attributes that are first there, then deleted, then served by __getattr__, a property, a slot of
# a base, a data descriptor of a metaclass: what the compiled code has seen so far is no promise.
class P(object):
    def __init__(self, v): self.v = v
    def get(self): return self.v
class Q(object):
    __slots__ = 'v', 'w'
    def __init__(self, v): self.v = v
    def get(self): return self.v
class O:
    def __init__(self, v): self.v = v
    def get(self): return self.v
def total(objs, n):
    s = []
    for i in xrange(n):
        r = objs[i % len(objs)].get()
        if not s or s[-1] != r: s.append(r)
    return s[:6], len(s)
def attempt(label, objs, n=1200):
    try: print label, total(objs, n)
    except AttributeError, e: print label, 'AttributeError', e
p, q, o = P(1), Q(1), O(1)
for x in (p, q, o): attempt(type(x).__name__, [x])
attempt('mixed', [p, q, o])
for x in (p, q, o):
    del x.v; attempt('deleted', [x], 3)
P.__getattr__ = lambda self, n: 'P?' + n
Q.__getattr__ = lambda self, n: 'Q?' + n
O.__getattr__ = lambda self, n: 'O?' + n
attempt('getattr', [p, q, o])
p.v = 5; q.v = 6; o.v = 7
attempt('again', [p, q, o])
log = []
def getter(self): log.append('get'); raise AttributeError('from the property')
P.v = property(getter); attempt('property fails, getattr serves', [p], 30); print len(log)
del P.__getattr__; attempt('property fails', [p], 3)
P.v = property(lambda self: self.__dict__['v'] * 100); attempt('property', [p, o])
del P.v; attempt('plain', [p, o])
class D(object):
    def __get__(self, i, t): return ('D', i is None)
P.v = D(); attempt('non-data descriptor', [p])
del p.v; attempt('non-data descriptor without instance value', [p])
D.__set__ = lambda self, i, v: log.append(v)
p.v = 'set'; attempt('now data', [p]); print log[-1], p.__dict__
def writes(objs, n):
    for i in xrange(n): objs[i % len(objs)].v = i
    return [getattr(x, 'v', None) for x in objs]
print writes([p, q, o], 3000), len(log), p.__dict__
del D.__set__; print writes([p, q, o], 3000), p.__dict__
O.__setattr__ = lambda self, n, v: self.__dict__.__setitem__(n, v * 2)
print writes([p, q, o], 3000)
Q.__setattr__ = lambda self, n, v: object.__setattr__(self, n, -v); print writes([p, q, o], 3000)
Q.v.__delete__(q)
print total([q], 10), Q.v.__get__(writes([q], 2) and q)
class M(type):
    def __getattr__(cls, n): return 'M.' + n
class C(object):
    __metaclass__ = M
def reads(n):
    seen = []
    for i in xrange(n):
        r = C.field
        if r not in seen: seen.append(r)
        if i == n // 3: C.field = 'own'
        if i == n // 2: M.field = property(lambda cls: 'meta property')
        if i == n - 5: del M.field; del C.field
    return seen
print reads(3000)
