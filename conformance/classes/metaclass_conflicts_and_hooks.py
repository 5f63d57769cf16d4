# How the metaclass is found, what it is called with, conflicts, __metaclass__ that is no type, and hooks of metaclasses on classes.
def t(f):
    try:
        r = str(f()); print r.split(' at 0x')[0],
    except Exception as e:
        print type(e).__name__, e,
class M1(type):
    def __new__(m, n, b, d):
        print 'new', m.__name__, n, [x.__name__ for x in b], sorted(k for k in d if k not in ('__module__', '__metaclass__')),
        return type.__new__(m, n, b, d)
    def __init__(c, n, b, d): print 'init', n,; type.__init__(c, n, b, d)
    def __call__(c, *a, **k): print 'call', c.__name__, a,; return type.__call__(c, *a, **k)
class M2(M1): pass
class M3(type): pass
class A(object): __metaclass__ = M1
print
class B(A): x = 1
print
class C(A): __metaclass__ = M2
print type(C).__name__
def duplicate():
    class D(A, C.__base__): pass
t(duplicate)
def conflict():
    class E(A):
        __metaclass__ = M3
t(conflict)
class X3(object): __metaclass__ = M3
def conflict2():
    class E(A, X3): pass
t(conflict2); print
def up():
    class E(B, C): pass
    return type(E).__name__
t(up); print
class Fn(object):
    __metaclass__ = lambda n, b, d: (n, [x.__name__ for x in b], sorted(d))
print Fn
def static():
    class Fn2: __metaclass__ = staticmethod(len)
t(static)
def notcall():
    class F3: __metaclass__ = 5
t(notcall)
def notcall2():
    class F4: __metaclass__ = len
t(notcall2)
class F5: __metaclass__ = str.__class__
print F5, type(F5), F5.__mro__
class F6(object): __metaclass__ = type(type('Old_', (), {})) if 0 else type
print type(F6)
import types
class F7: __metaclass__ = types.ClassType
print type(F7), type(F7()).__name__
def old_meta_new_base():
    class F8(object): __metaclass__ = types.ClassType
    return type(F8), F8
t(old_meta_new_base)
class OldB: pass
class F9(OldB, object): pass
print type(F9), [c.__name__ for c in F9.__mro__]
def classic_only():
    class F10(OldB): __metaclass__ = M3
t(classic_only)
def only5():
    class F11(5): pass
t(only5)
class Inst(object):
    def __init__(self, *a): self.a = a; print 'Inst called with', len(a),
class Meta5(type(Inst())) : pass
print
class F12(Inst(1, 2, 3) and Inst(4)): pass
print type(F12).__name__, F12.a[0] if isinstance(F12, Inst) else ''
def t_args(*a): t(lambda: type(*a)); 
for a in [(), (1,), (1, 2), ('a', (), {}, 1), (5, (), {}), ('a', 5, {}), ('a', (), 5), ('a', (5,), {}), ('a', [object], {}), (u'a', (), {}), ('a', (object, object), {}), ('a', (bool,), {}), ('a', (int, str), {}), ('a', (object, int), {}), ('a', (OldB,), {}), ('a', (type(None),), {}), ('a', (type(len),), {}), ('a b', (), {}), ('', (), {}), ('a\0b', (), {}), ('a', (), {1: 2}), ('a', (), {u'x': 1}), ('a', (), {'__slots__': 5}), ('a', (), {'__slots__': 'x y'}), ('a', (), {'__slots__': ['x', 'x']}), ('a', (int,), {'__slots__': ['x']}), ('a', (long,), {'__slots__': ['x']}), ('a', (), {'__slots__': ('x',), 'x': 1}), ('a', (), {'__slots__': ('__dict__', '__dict__')}), ('a', (), {'__slots__': ['1']}), ('a', (), {'__slots__': [u'x']}), ('a', (), {'__slots__': [5]}), ('a', (), {'__doc__': 5}), ('a', (), {'__new__': 5}), ('a', (), {'__module__': 7})]: t_args(*a)
print
t(lambda: type(name='a')); t(lambda: type('a', bases=(), dict={})); t(lambda: type('a', (), {}, x=1)); t(lambda: type.__new__(5, 'a', (), {})); t(lambda: type.__new__(object, 'a', (), {})); t(lambda: type.__new__(type)); t(lambda: type.__init__(int)); t(lambda: type.__call__()); t(lambda: type.__new__(M3, 'q', (), {}).__name__); print
class Hooks(type):
    def __getattr__(c, n): return 'ga ' + n
    def __setattr__(c, n, v): print 'set', n,; type.__setattr__(c, n, v)
    def __delattr__(c, n): print 'del', n,; type.__delattr__(c, n)
    def __len__(c): return 7
    def __iter__(c): return iter('meta')
    def __contains__(c, x): return x == 'in'
    def __getitem__(c, k): return k
    def __add__(c, o): return 'add', o
    def __radd__(c, o): return 'radd', o
    def __nonzero__(c): return False
    def __eq__(c, o): return o == 'equal'
    def __hash__(c): return 5
    def __repr__(c): return 'repr!'
    def __str__(c): return 'str!'
    def __unicode__(c): return u'unicode!'
    def __cmp__(c, o): return -1
    def __lt__(c, o): return 'lt'
    def __dir__(c): return ['dir!']
    def __enter__(c): return 'entered'
    def __exit__(c, *a): return True
    def __neg__(c): return 'neg'
    def __call__(c, *a): return 'called', a
    def __instancecheck__(c, x): return x == 1
    def mro(c): return [c, object]
    def __coerce__(c, o): return 1, 2
    def __index__(c): return 1
    def __int__(c): return 12
    def __format__(c, s): return 'fmt ' + s
    def __reversed__(c): return 'rev'
    prop = property(lambda c: 'prop of ' + type.__getattribute__(c, '__name__'))
class H(object):
    __metaclass__ = Hooks
    def __len__(self): return 1
    prop2 = property(lambda s: 1)
H.z = 1
print H.z, H.nope, H.prop; del H.z
for f in [lambda: len(H), lambda: list(H), lambda: 'in' in H, lambda: H[3], lambda: H[1:2], lambda: H + 1, lambda: 1 + H, lambda: bool(H), lambda: H == 'equal', lambda: H != 'equal', lambda: hash(H), lambda: H, lambda: repr(H), lambda: '%s %r' % (H, H), lambda: unicode(H), lambda: H < 1, lambda: H > 1, lambda: dir(H), lambda: -H, lambda: H(1), lambda: isinstance(1, H), lambda: [1, 2][H], lambda: int(H), lambda: format(H, 'x'), lambda: reversed(H), lambda: hasattr(H, 'anything'), lambda: H.__name__, lambda: type(H.prop2).__name__, lambda: cmp(H, 1), lambda: coerce(H, 1), lambda: float(H), lambda: H.__class__, lambda: sorted([H, H]) , lambda: {H: 1}[H]]: t(f)
with H as h: raise ValueError
print h
