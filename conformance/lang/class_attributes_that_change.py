# Attributes of classes that change again and again: read by the class, by heirs and by instances, then shadowed,
# deleted, and made something that binds.
class Counted(object):
    count = 0
    last = None
    def __init__(self, v):
        Counted.count += 1
        Counted.last = self
        self.id = self.count
        self.v = v
    def get(self):
        return self.v

class Heir(Counted):
    def look(self):
        return self.count, Heir.count, type(self).count, super(Heir, self).count

def work(n):
    t = 0
    for i in xrange(n):
        c = Counted(i)
        h = Heir(i)
        t += c.get() + h.get() + c.id + h.id + sum(h.look()) + Counted.last.v
    return t, Counted.count

print work(50), work(2000)

def reads(obj, cls):
    return obj.count, cls.count

h, c = Heir(0), Counted(0)
def all_reads():
    return reads(h, Heir), reads(c, Counted)
def many(f):
    for i in xrange(300):
        f()
    return f()

print many(all_reads)
Heir.count = 'own'
print many(all_reads)
Counted.count += 1
print many(all_reads)
del Heir.count
print many(all_reads)
for i in range(20):
    Heir.count = i
print many(all_reads)
del Heir.count
h.count = 'instance'
print many(all_reads)
del h.count
Counted.count = property(lambda self: ('property', self.v))
print many(lambda: reads(h, Heir)[0]), type(Counted.count).__name__
Counted.count = 5
print many(all_reads)
Counted.count = lambda self: 'called'
print many(lambda: (h.count(), c.count()))
Counted.count = staticmethod(len)
print many(lambda: (h.count('abc'), Counted.count('ab'), Heir.count('')))
Counted.count = 7
print many(all_reads)
Counted.count = staticmethod(max)
print many(lambda: (h.count('abc'), Counted.count('ab')))
Counted.count = max
print many(lambda: (h.count('abc'), Counted.count('ab')))
del Counted.count
try:
    print all_reads()
except AttributeError, e:
    print e
Counted.count = 1
print many(all_reads)

class Data(object):
    def __get__(self, obj, cls):
        return 'got', obj is None
    def __set__(self, obj, value):
        print 'set', value
h.__dict__['count'] = 'dict'
print many(all_reads)
Counted.count = Data()
print many(all_reads)
h.count = 3
Counted.count = 9
print many(all_reads)
del h.__dict__['count']

# The value is in a base; another base comes before it, then.
class A(object):
    x = 0
class B(object):
    pass
class C(B, A):
    def get(self):
        return self.x
o = C()
def turn(n):
    out = 0
    for i in xrange(n):
        A.x += 1
        out += o.get() + C.x + o.x
    return out, A.x
print turn(400)
B.x = 'before'
print many(o.get), C.x
def other(n):
    for i in xrange(n):
        B.x = A.x = i
        if (o.get(), C.x, A.x) != (i, i, i):
            return 'wrong'
    return n
print other(400)
del B.x
print many(o.get), C.x
C.__bases__ = (B,)
try:
    print o.get()
except AttributeError, e:
    print e
C.__bases__ = (A, B)
print many(o.get)

# Old-style bases come first.
class Old:
    y = 'old'
class New(object):
    y = 0
class Both(Old, New):
    pass
class Late(New, Old):
    pass
def both(n):
    for i in xrange(n):
        New.y = i
        if (Both.y, Both().y, Late.y, Late().y) != ('old', 'old', i, i):
            return 'wrong'
    return n
print both(400)
def olds(n):
    for i in xrange(n):
        Old.y = i
        if (Both.y, Both().y) != (i, i):
            return 'wrong'
    return n
print olds(400)
del Old.y
print Both.y, Both().y, Late.y

# Methods that were replaced by values, and called.
class Called(object):
    f = len
    def go(self, x):
        return self.f(x)
def call(n):
    out = []
    for i in xrange(n):
        Called.f = (len, sorted, max)[i % 3]
        out.append(Called().go('ba'))
    return out[:4], out[-3:]
print call(300)

# A metaclass with attributes of its own; and classes that die.
class Meta(type):
    total = 0
    def add(cls):
        Meta.total += 1
        cls.own = getattr(cls, 'own', 0) + 1
        return cls.own, cls.total
class M(object):
    __metaclass__ = Meta
for i in range(300):
    r = M.add()
print r, Meta.total
import gc
def fresh(n):
    out = []
    for i in xrange(n):
        class T(object):
            k = 0
        for j in range(12):
            T.k += j
        out.append(T.k + T().k)
        del T
        if i % 20 == 0:
            gc.collect()
    return sum(out)
print fresh(100)

# What says whether a class is abstract is asked when its dict has changed already.
class Abstract(object):
    n = 0
for i in range(30): Abstract.n += 1
class T(object):
    def __nonzero__(self):
        r.append(a.n); raise ValueError
r = []; a = Abstract()
def look(): return a.n, Abstract.n
for i in range(2000): look()
for k in range(40): setattr(Abstract, 'k%d' % k, k)
for i in range(2000): look()
try: Abstract.__abstractmethods__ = T()
except ValueError: print 'raised', r
for i in range(2000): look()
Abstract.n = 7; print look()
