# Descriptors of every kind against instance dicts, classes, metaclasses and super; deleted halves; shared and changing ones; hot sites.
def t(f, *a):
    try: print repr(f(*a)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, e
class Data(object):
    def __init__(self, n): self.n = n
    def __get__(self, o, c): return (self.n, 'get', type(o).__name__, c and c.__name__)
    def __set__(self, o, v): print self.n, 'set', v
    def __delete__(self, o): print self.n, 'del'
class GetOnly(object):
    def __get__(self, o, c): return ('getonly', o is None)
class SetOnly(object):
    def __set__(self, o, v): o.__dict__['s'] = ('stored', v)
class DelOnly(object):
    def __delete__(self, o): print 'delonly'
class M(type):
    meta_data = Data('meta'); shared = Data('metashared'); nd = GetOnly()
class A(object):
    __metaclass__ = M
    d = Data('d'); g = GetOnly(); s = SetOnly(); x = DelOnly(); shared = 'plain in class'; nd = 'class nd'
class B(A): pass
a = B()
print a.d, A.d, B.d, a.g, B.g; t(lambda: a.s is B.__mro__[1].__dict__['s']); a.s = 5; print a.s; a.__dict__['d'] = 'no'; print a.d; a.__dict__['g'] = 'yes'; print a.g
a.d = 7; del a.d; t(delattr, a, 's'); del a.x; t(setattr, a, 'x', 1); a.g = 8; del a.g; print a.g
print A.meta_data, B.shared, B.nd; B.meta_data = 3; del B.shared; B.nd = 'own'; print B.nd, A.nd; t(lambda: a.meta_data)
t(setattr, A, 'shared', 1); A.d = 'replaced through the class'; print a.d, type(A.__dict__['d'])
class P(object):
    def __init__(self): self._v = 0
    def get(self): return self._v
    def put(self, v): self._v = v
    v = property(get, put)
    ro = property(get); wo = property(None, put); none = property()
    w = v
p = P(); p.v = 3; print p.v, p.w, p.ro; t(setattr, p, 'ro', 1); t(delattr, p, 'ro'); t(lambda: p.wo); p.wo = 9; print p.v; t(lambda: p.none); t(setattr, p, 'none', 1); t(delattr, p, 'v')
class Q(P):
    v = P.v.deleter(lambda self: self.__dict__.clear())
    ro = P.ro.setter(lambda s, v: s.put(('via setter', v)))
    def get(self): return 'override not seen'
q = Q(); print q.v; q.ro = 1; print q.ro; del q.v; t(lambda: q.v); print Q.v.fget is P.v.fget, Q.v.fdel is not None, P.v.fdel
t(property().__get__, 1); t(property(lambda s: s).__get__, 5); t(property(lambda s: s).__get__, None, int); t(property, 1, 2, 3, 4, 5); print property(1, 2, 3, 'doc').__doc__, property(lambda: 1).__doc__, property(doc=5).__doc__; t(property(5).__get__, 1); t(setattr, property(), 'fget', 1)
def doc(self): 'function doc'
print property(doc).__doc__, property(doc, doc='x').__doc__, property(doc).getter(lambda s: 1).__doc__
class SubP(property): pass
sp = SubP(doc); print sp.__doc__, SubP(doc, None, None, 'given').__doc__; sp.extra = 1
for C in (classmethod, staticmethod):
    w = C(lambda *a: a); print len(w.__get__(5)()), len(w.__get__(None, int)()), w.__func__ is not None; t(w); t(C); t(C, 1, 2); t(C(5).__get__, 1); t(C(5).__get__, None); t(w.__get__, None, None); t(w.__get__)
f = lambda self, *a: ('f', a)
print f.__get__(3)(4), f.__get__(3, int)(4); t(f.__get__, None); t(f.__get__, None, None); t(lambda: f.__get__(None, int)('x')); print f.__get__(None, int)(5)
m = f.__get__(3); print m.__get__(4, int) is m, m.im_self; u = f.__get__(None, A); print u.__get__(a, B).im_self is a, u.__get__(5, int).im_self, u.__get__(None, A) is u or 'new'
class Changing(object):
    def __init__(self): self.k = 0
    def __get__(self, o, c): self.k += 1; return self.k
class H(object): c = Changing()
def hot(n):
    h = H(); tot = 0
    for i in xrange(n):
        tot += h.c
        if i == 1000: Changing.__set__ = lambda s, o, v: None; h.__dict__['c'] = 10
        if i == 2000: del Changing.__set__
        if i == 2500: del Changing.__get__
        if i == 2600: h.__dict__.pop('c', None); H.c = 5
    return tot
print hot(3000)
class Owner(object):
    __get__ = lambda *a: 'instances ignore'
o = Owner(); o.__get__ = lambda *a: 'own'
class Z(object): attr = o
print Z.attr, Z().attr
class CallD(object):
    class Desc(object):
        def __get__(self, o, c): return lambda *a: ('called', len(a))
    __len__ = Desc(); __call__ = Desc(); __getitem__ = Desc(); __add__ = Desc(); __iter__ = Desc()
c = CallD(); print c(), c(1, 2), c[3], c + 1; t(len, c); t(iter, c)
