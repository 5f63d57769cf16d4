# One hot method call, attribute read and operator, while __class__, __bases__, methods, properties and slots change under them.
def hot(f, n=3000):
    r = None
    for _ in xrange(n): r = f()
    return r
class A(object):
    x = 'A.x'
    def m(self): return 'A.m'
    def __add__(self, o): return 'A+'
    def __len__(self): return 1
    def __getitem__(self, k): return 'A[%r]' % k
class B(object):
    x = 'B.x'
    def m(self): return 'B.m'
    def __add__(self, o): return 'B+'
    def __radd__(self, o): return '+B'
    def __len__(self): return 2
    def __getitem__(self, k): return 'B[%r]' % k
class S(A): pass
o = S()
def probe(): return o.m(), o.x, o + 1, len(o), o[0]
def t(label):
    try: print label, probe(), probe() == hot(probe, 30)
    except Exception as e: print label, type(e).__name__, e
print hot(probe)
o.x = 'inst'; t('instance x')
o.m = lambda: 'inst m'; t('instance m')
o.__len__ = lambda: 99; t('instance __len__ not seen')
del o.x, o.m; t('deleted')
o.__class__ = B; t('class B')
o.__class__ = S; t('class S')
S.__bases__ = (B,); t('bases B')
S.__bases__ = (A, B); t('bases A, B')
S.x = property(lambda s: 'prop'); t('property')
o.__dict__['x'] = 'hidden'; t('property hides')
del S.x; t('instance again')
S.x = 5; t('plain class')
del o.x; t('S.x')
S.__getattribute__ = lambda s, n: 'ga ' + n if n != 'm' else lambda: 'ga m'; t('getattribute')
del S.__getattribute__; t('no getattribute')
S.__getattr__ = lambda s, n: 'hook'; t('getattr'); del S.x; A.x = 'A.x2'; t('A.x2'); del A.x; t('B.x again'); del B.x; t('hook')
del S.__getattr__; t('missing'); A.x = 'back'; t('back')
A.m = staticmethod(lambda: 'static'); t('static'); A.m = classmethod(lambda c: c.__name__); t('classmethod'); A.m = len; t('builtin m'); A.m = 5; t('not callable'); A.m = lambda *a: len(a); t('star')
A.__add__ = lambda s, o: NotImplemented; t('add NI'); del A.__add__; t('B+'); del B.__add__; t('no add')
A.__len__ = lambda s: -1; t('negative len'); A.__len__ = lambda s: 'x'; t('str len'); A.__len__ = lambda s: 2**70; t('huge len'); A.__len__ = lambda s: 4L; t('long len'); del A.__len__; del B.__len__; t('no len'); A.__len__ = lambda s: True; A.__add__ = lambda s, o: (s is o, o); t('fine')
class Old:
    x = 'Old.x'
    def m(self): return 'Old.m'
    def __add__(self, o): return 'Old+'
    def __len__(self): return 3
    def __getitem__(self, k): return 'Old[%r]' % k
class Old2:
    x = 'Old2.x'
    def m(self): return 'Old2.m'
    def __add__(self, o): return 'Old2+'
    def __len__(self): return 4
    def __getitem__(self, k): return 'Old2[%r]' % k
class OS(Old): pass
o = OS(); t('old'); print hot(probe)
o.__class__ = Old2; t('old class'); o.__class__ = OS; OS.__bases__ = (Old2,); t('old bases'); OS.__bases__ = (); t('no bases'); OS.__bases__ = (Old,); o.__len__ = lambda: 77; t('instance len'); o.__add__ = lambda x: 'inst+'; t('instance add'); o.x = 1; o.__dict__ = {}; t('dict replaced'); o.__dict__['x'] = 2; t('dict x')
o.__dict__ = {'m': lambda: 'dict m', '__getitem__': lambda k: k}; t('dict m'); Old.x = 5; o.__dict__.clear(); t('cleared'); del Old.m; t('no m'); Old.m = 5; t('5 m')
class SlotA(object):
    __slots__ = ('v', 'w')
    def __init__(self): self.v, self.w = 1, 2
class SlotB(object):
    __slots__ = ('v', 'w')
    def __init__(self): self.v, self.w = 3, 4
s = SlotA()
def slots(): return s.v, s.w
print hot(slots)
s.__class__ = SlotB
print slots(); del s.v
try: slots()
except AttributeError as e: print e
s.v = 9; print slots()
SlotB.v = 7; print slots()
try: s.v = 1
except AttributeError as e: print e
try: s.__class__ = A
except TypeError as e: print e
class Counter(object):
    n = 0
    def inc(self): self.n += 1; return self.n
c = Counter()
print hot(c.inc), c.__dict__, Counter.n
Counter.n = property(lambda s: 100, lambda s, v: None)
print c.inc(), c.__dict__
del Counter.n
print c.inc(), c.__dict__; del c.n
try: c.inc()
except AttributeError as e: print e
