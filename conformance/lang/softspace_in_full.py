# print and softspace: the attribute of files and of other objects, what writes between prints do to it, and errors on the way.
import sys
class W(object):
    def __init__(self): self.out = []
    def write(self, s): self.out.append(s)
w = W()
print >>w, 1, 2, 'a\n', 3, 'b\t', 4, u'c ', 5, '', 6, ' ', 7
print w.out, w.softspace
w = W(); print >>w, 1,
print w.out, w.softspace
print >>w, 2
print w.out, w.softspace
w = W(); w.softspace = 1; print >>w, 'x'
print w.out, w.softspace
w = W(); w.softspace = True; print >>w
print w.out, w.softspace
w = W(); w.softspace = 'text'
try:
    print >>w, 'x'
except Exception as e: print type(e).__name__, e
print w.out, w.softspace
for s in ['\n', 'a\n', '\t', '\r', '\x0b', '\x0c', ' ', 'a', '', u'\n', u'\u2028', u'', u'a\n', u'\xa0', '\x1c', u'\x1c', u'\x85', '\x85']:
    w = W()
    print >>w, s,
    soft = w.softspace
    print >>w, 'next',
    print repr(s), soft, w.out
class S(str): pass
class U(unicode): pass
for s in [S('a\n'), U(u'a\n'), ['\n'], 5]:
    w = W()
    print >>w, s,
    print >>w, 'n'
    print w.out
class NoAttrs(object):
    __slots__ = ('out',)
    def write(self, s): self.out = getattr(self, 'out', []) + [s]
n = NoAttrs()
print >>n, 1, 2,
print >>n, 3
print n.out
class Old:
    def write(self, s): print repr(s),
o = Old()
print >>o, 1, 'q'
print
print o.__dict__
class PropSoft(object):
    def __init__(self): self.log = []
    def get(self):
        self.log.append('get'); return 0
    def set(self, v): self.log.append(('set', v))
    softspace = property(get, set)
    def write(self, s): self.log.append(s)
p = PropSoft(); print >>p, 1, 2
print p.log
p = PropSoft(); print >>p, 1,
print p.log
p = PropSoft(); print >>p
print p.log
class Raises(object):
    def write(self, s): raise IOError('no ' + repr(s))
class BadSoft(object):
    def write(self, s): self.last = s
    @property
    def softspace(self): raise ValueError('softspace')
for target in [Raises(), BadSoft(), 5, 'a', object(), type('X', (), {'write': 5})()]:
    try:
        print >>target, 'v', 'w'
        print 'fine'
    except Exception as e:
        print type(e).__name__, e
try:
    print >>object()
except Exception as e: print type(e).__name__, e
print >>None, 'to stdout',
print >>None, 'again'
print sys.stdout.softspace
print 'x',
a = sys.stdout.softspace
print a
print 'x',
sys.stdout.write('written ')
print 'after'
print 'x',
sys.stdout.softspace = 0
print 'y'
for v in [2**31 - 1, 2**31, 2**70, -1, 'a', None, 1.5]:
    try:
        sys.stdout.softspace = v
        r = sys.stdout.softspace
        sys.stdout.softspace = 0
        print r
    except Exception as e:
        sys.stdout.softspace = 0
        print type(e).__name__, e
try:
    del sys.stdout.softspace
except Exception as e: print type(e).__name__, e
class Str(object):
    def __str__(self):
        print 'inside',
        return 'outside'
print Str(), Str()
print 'a', Str(),
print
class BadStr(object):
    def __str__(self): raise KeyError('in str')
try:
    print 'before', BadStr(), 'after'
except KeyError as e:
    print e
try:
    print 'before', undefined
except NameError as e:
    print e
old = sys.stdout
w = W()
sys.stdout = w
print 1, 2,
print
print
print 'end\n',
print 'q',
sys.stdout = old
print w.out
del sys.stdout
try:
    print 'lost'
except RuntimeError as e:
    sys.stdout = old
    print e
sys.stdout = None
try:
    print 'nowhere'
except AttributeError as e:
    sys.stdout = old
    print e
print 'a' 'b', ('c', u'd'), ('e',),
print '\n',
print 'f'
exec "print 1,"
exec "print 2"
print eval("3"),
print
