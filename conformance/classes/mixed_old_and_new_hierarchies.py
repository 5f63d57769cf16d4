# Hierarchies of old and new style classes together: orders of lookup, super beside unbound calls, isinstance, special
# methods that are found in old bases, slots, __class__ and __bases__ exchanged across the border.
class Old:
    kind = 'old'
    def who(self): return 'Old.who'
    def __len__(self): return 3
    def __getitem__(self, i):
        if i >= 3: raise IndexError
        return i * 10
    def __str__(self): return 'Old.str'
    def __coerce__(self, o): return 1, 2
class Side(Old):
    def who(self): return 'Side.who+' + Old.who(self)
    def __call__(self, *a): return 'called', a
class Other(Old):
    def who(self): return 'Other.who'
    kind = 'other'
class Diamond(Side, Other): pass
class New(object):
    kind = 'new'
    def who(self): return 'New.who'
    def __repr__(self): return '<New>'
class Both(Side, Other, New): pass
class Both2(New, Side, Other): pass
def t(f):
    try: print f()
    except Exception, e: print type(e).__name__, e
print Diamond().kind, Both().kind, Both2().kind
print Diamond().who(), Both().who(), Both2().who()
print [c.__name__ for c in Both.__mro__], [c.__name__ for c in Both2.mro()]
b = Both()
t(lambda: (len(b), b[2], list(b), b('x'), str(b), repr(b), 20 in b, bool(b)))
t(lambda: (type(b) is Both, isinstance(b, Old), issubclass(Both, Old), isinstance(Diamond(), object), type(Diamond()).__name__))
t(lambda: b + 1); t(lambda: Diamond() + 1); t(lambda: b < 5 or b > 5); t(lambda: Diamond() == 1)
t(lambda: super(Both, b).who()); t(lambda: super(Both2, Both2()).who()); t(lambda: super(Side, b).who()); t(lambda: super(Old, Diamond()))
t(lambda: Old.who(b)); t(lambda: Side.who(Both2())); t(lambda: New.who(Diamond())); t(lambda: Old.who(New()))
t(lambda: (Both.who.im_class.__name__, Both.who.im_func is Side.who.im_func, Both.__bases__[0].__bases__[0].__name__))
t(lambda: (Both.__base__.__name__, Both2.__base__.__name__, Both.__dict__.has_key('__dict__'), Both.__weakrefoffset__ > 0))
class Inits:
    def __init__(self, *a): self.a = a
    def __del__(self): pass
class NewInits(Inits, object):
    def __new__(cls, *a): o = object.__new__(cls); o.n = len(a); return o
t(lambda: (NewInits(1, 2).a, NewInits(1, 2).n)); t(lambda: vars(NewInits()))
class Hooks:
    def __getattr__(self, n):
        if n.startswith('__'): raise AttributeError, n
        return 'hook ' + n
    def __setattr__(self, n, v): self.__dict__[n] = ('set', v)
    def __delattr__(self, n): self.__dict__[n] = 'deleted'
class NewHooks(Hooks, object): pass
for c in Hooks, NewHooks:
    h = c(); h.x = 1; print h.x, h.y,
    del h.x; print h.x; t(lambda: len(h)); t(lambda: h[0])
class Cmp:
    def __cmp__(self, o): return cmp('m', str(o)[:1])
    def __hash__(self): return 77
    def __nonzero__(self): return False
    def __hex__(self): return 'hexed'
    def __index__(self): return 1
    def __unicode__(self): return u'uni'
    def __contains__(self, x): return 'yes'
    def __getslice__(self, i, j): return 'slice', i, j
    def __enter__(self): return 'in'
    def __exit__(self, *a): print 'out', a[0] and a[0].__name__; return True
class NewCmp(Cmp, object): pass
for c in Cmp, NewCmp:
    q = c()
    t(lambda: (q < 'z', q > 'a', q == 'm', hash(q), not q, hex(q), 'abc'[q], unicode(q), 1 in q, sorted([q, 'z', 'a'], key=lambda s: str(s)[:1])[0] is q))
    t(lambda: (q[1:2], q[:], [5, 6][q:])); t(lambda: q[::2])
    with q as z: raise KeyError(z)
class A: pass
class B(object): pass
a = A()
t(lambda: setattr(a, '__class__', B)); t(lambda: setattr(B(), '__class__', A)); t(lambda: setattr(A, '__bases__', (B,)))
t(lambda: setattr(B, '__bases__', (A,))); t(lambda: setattr(Both, '__bases__', (Other, New)) or Both().who()); t(lambda: Both.__mro__[1:3] == (Other, Old))
t(lambda: setattr(Other, '__bases__', ()) or [c.__name__ for c in Both.__mro__]); t(lambda: len(Both())); t(lambda: len(Other()))
t(lambda: setattr(Both, '__bases__', (Other, New)) or [c.__name__ for c in Both.__mro__]); t(lambda: len(Both()))
Other.__bases__ = (Old,); Both.__bases__ = (Side, Other, New)
Old.__len__ = lambda self: 9; t(lambda: (len(b), len(Both2()), len(Diamond())))
del Old.__len__; t(lambda: len(b)); t(lambda: len(Diamond()))
Side.__add__ = lambda self, o: 'added %s' % o; t(lambda: (b + 4, Diamond() + 4))
class M(type):
    def __new__(m, n, bs, d): d['made'] = n; return type.__new__(m, n, bs, d)
try:
    class Metaed(Old):
        __metaclass__ = M
    print Metaed.made, Metaed().kind
except TypeError, e: print e
t(lambda: M('Made', (Old, object), {}).made); t(lambda: type('T', (Old,), {})); t(lambda: type(Old)('T', (New,), {}).__mro__[0].__name__)
