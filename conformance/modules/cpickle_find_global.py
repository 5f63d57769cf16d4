# Unpicklers that choose their globals: find_global, find_class, forbidden ones, and modules that are not there.
import cPickle, pickle, cStringIO, sys, types

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
def load(s, g=None):
    u = cPickle.Unpickler(cStringIO.StringIO(s))
    if g is not None:
        u.find_global = g[0]
    return u.load()
streams = ['c__builtin__\nlist\n.', 'c__builtin__\nlist\n)R.', '(c__builtin__\nint\nS"7"\no.', "(S'7'\ni__builtin__\nint\n.",
           'c__builtin__\nobject\n)\x81.', 'cnope_module\nx\n.', 'c__builtin__\nnope\n.', 'cos.path\njoin\n.', 'cos\npath.join\n.',
           'c\nx\n.', 'cos\n\n.', 'cos\nsep\n.', 'cxml.dom\nNode\n.', 'cxml\ndom\n.', 'c__main__\nC\n.', '(i__main__\nC\n.', '(c__main__\nC\no.']
class C:
    def __init__(self, *a): print 'init', a
class New(object):
    def __new__(cls, *a): print 'new', a; return object.__new__(cls)
    def __repr__(self): return 'New'
def ask(m, n):
    print 'asked', m, n
    return New
for s in streams:
    print repr(s)
    t(lambda: type(load(s)).__name__)
    t(load, s, [ask])
    t(load, s, [None])
    t(load, s, [lambda m, n: 1 / 0])
    t(load, s, [5])
    class U(pickle.Unpickler):
        def find_class(self, m, n):
            print 'class', m, n
            return New
    t(U(cStringIO.StringIO(s)).load)
# A module that imports, but is put elsewhere; one without the name.
m = types.ModuleType('made_up')
m.thing = C
sys.modules['made_up'] = m
t(lambda: load('cmade_up\nthing\n.') is C)
t(load, 'cmade_up\nother\n.')
sys.modules['made_none'] = None
t(load, 'cmade_none\nother\n.')
class Lazy(types.ModuleType):
    def __getattr__(self, n):
        if n.startswith('__'): raise AttributeError(n)
        return 'lazy ' + n
sys.modules['made_lazy'] = Lazy('made_lazy')
t(load, 'cmade_lazy\nabc\n.')
def dumps(f):
    try:
        print repr(cPickle.dumps(f))
    except Exception as e:
        print type(e).__name__, str(e).split(' at 0x')[0], str(e).split('>')[-1]
# Pickling by name: what the module says must be the object.
def f(): pass
g = f
f.__name__ = 'g'
t(lambda: repr(cPickle.dumps(f)))
f.__name__ = 'nowhere'
dumps(f)
dumps(f)
f.__name__ = 'C'
dumps(f)
f.__name__, f.__module__ = 'f', 'nope_module'
dumps(f)
f.__module__ = None
t(lambda: repr(cPickle.dumps(f)))
class Nested(object):
    class Inner(object): pass
t(cPickle.dumps, Nested.Inner)
t(cPickle.dumps, Nested.Inner())
t(cPickle.dumps, Nested.Inner(), 2)
for o in (len, [].append, ''.join, lambda: 0, sys, type(None), type(Ellipsis), Ellipsis, NotImplemented, (x for x in ()), iter([]), sys.stdout,
          f.__code__, property(), staticmethod(f), slice(1), xrange(3), object(), type, int.__add__, dict.fromkeys, buffer('a'), memoryview('a')):
    for p in 0, 2:
        try:
            print repr(cPickle.dumps(o, p))
        except Exception as e:
            print type(e).__name__, str(e).split(' at 0x')[0].split('<module')[0]
