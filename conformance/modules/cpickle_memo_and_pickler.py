# Picklers as objects: memo, fast, bin, clear_memo, getvalue, list picklers, several dumps to a file.
import cPickle, cStringIO, os, tempfile

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
def cut(f, *a):
    try:
        return f(*a)
    except ValueError as e:
        return str(e).split(' at 0x')[0]
P = cPickle.Pickler
f = cStringIO.StringIO()
p = P(f)
print p.fast, type(p.memo), p.memo
p.dump(['a', 'b'])
print len(p.memo), sorted(p.memo.values()) == sorted(p.memo.values()), f.getvalue().__repr__()
n = f.tell()
l = [1]
p.dump(l)
p.dump(l)
print repr(f.getvalue()[n:])
p.clear_memo()
n = f.tell()
p.dump(l)
print repr(f.getvalue()[n:]), len(p.memo)
u = cPickle.Unpickler(cStringIO.StringIO(f.getvalue()))
x, y, z, w = u.load(), u.load(), u.load(), u.load()
print x, y, z, w, y is z, w is z
t(u.load)
# A memo is given to another.
q = P(cStringIO.StringIO())
t(setattr, q, 'memo', p.memo)
t(setattr, q, 'memo', {})
t(setattr, q, 'memo', 5)
t(delattr, q, 'memo')
for n, v in (('fast', 1), ('fast', 0), ('fast', 'x'), ('bin', 5), ('bin', None), ('foo', 1)):
    t(setattr, q, n, v)
    t(getattr, q, n)
u = cPickle.Unpickler(cStringIO.StringIO(''))
t(getattr, u, 'memo')
t(setattr, u, 'memo', {1: 2})
t(setattr, u, 'memo', 5)
# Fast: nothing is remembered.
for proto in 0, 1, 2:
    f = cStringIO.StringIO()
    p = P(f, proto)
    p.fast = 1
    a = [1, 'x', (2, 3)]
    p.dump([a, a, {'k': a}, u'u', u'u'])
    print repr(f.getvalue()), len(p.memo)
    r = cPickle.loads(f.getvalue())
    print r, r[0] is r[1]
    loop = []
    loop.append(loop)
    t(lambda: cut(p.dump, loop))
# Without a file: a list of pieces.
for proto in 0, 1, 2:
    p = P(proto)
    p.dump({'a': [1, (2, u'x')]})
    t(lambda: cPickle.loads(p.getvalue()))
    t(p.getvalue, 1, 2)
    p.dump(('again', 'again'))
    t(lambda: cPickle.loads(p.getvalue()))
t(P, 3)
t(lambda: type(P(-5)))
t(P, 'x')
t(lambda: type(P(None)))
t(P, cStringIO.StringIO(), 'x')
t(P, cStringIO.StringIO(), 3)
t(P(cStringIO.StringIO()).getvalue)
class W(object):
    def __init__(self): self.parts = []
    def write(self, s): self.parts.append(s)
w = W()
cPickle.dump([1, 2, {'a': None}], w)
print ''.join(w.parts), all(type(x) is str for x in w.parts)
class Fails(object):
    def write(self, s): raise IOError('disk full')
t(cPickle.dump, 1, Fails())
t(cPickle.dump, 1, object())
t(cPickle.dump, 1, 5)
t(cPickle.load, object())
t(cPickle.load, 5)
class R(object):
    def __init__(self, s): self.s = s
    def read(self, n):
        r, self.s = self.s[:n], self.s[n:]
        return r
    def readline(self):
        i = self.s.find('\n') + 1
        r, self.s = self.s[:i], self.s[i:]
        return r
for s in cPickle.dumps([1, u'x', 'yy', {3: 4.5}], 0), cPickle.dumps([1, u'x', 'yy', {3: 4.5}], 2):
    t(cPickle.load, R(s))
    t(cPickle.load, R(s[:-1]))
    t(cPickle.load, R(s[:5]))
class Short(R):
    def read(self, n): return 'xx'
t(cPickle.load, Short(''))
class Wrong(R):
    def read(self, n): return 5
t(cPickle.load, Wrong(''))
g = tempfile.TemporaryFile()
for i in range(5):
    cPickle.dump(('item', i), g, i % 3)
g.seek(0)
for i in range(6):
    t(cPickle.load, g)
t(p.dump, 1, 2, 3)
t(p.dump)
p2 = P(cStringIO.StringIO(), 2)
t(lambda: type(p2.dump(1)))
print cPickle.Pickler, cPickle.Unpickler, cPickle.format_version, cPickle.compatible_formats, cPickle.__version__, cPickle.HIGHEST_PROTOCOL
