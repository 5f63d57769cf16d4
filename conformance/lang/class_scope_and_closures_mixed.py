# Class bodies as scopes: closures around and through them, exec and del inside, global, nested classes, comprehension leaks, __name__ tricks and private names.
def t(f, *a):
    try: print repr(f(*a)),
    except Exception as e: print type(e).__name__ + ':', e, '|',
x = 'gx'
def f1():
    x = 'fx'
    class A(object):
        a = x
        def m(self): return x
        class B(object):
            b = x
            x = 'Bx'
            c = x
            def n(self): return x
    return A.a, A().m(), A.B.b if hasattr(A.B, 'b') else 0, A.B.c, A.B().n()
t(f1)
def f2():
    x = 'fx'
    class A(object):
        x = 'Ax'
        y = [x for _ in 'a']
        l = lambda self: x
        g = list(x for _ in 'a')
        s = {x for _ in 'a'}
        d = {x: 1 for x in 'q'}
        z = x
    return A.y, A().l(), A.g, A.s, A.d, A.z, hasattr(A, '_')
t(f2)
def f3():
    class A(object):
        global gdef
        def gdef(self): return 'gdef'
        global gvar
        gvar = 5
        for i in range(3): pass
        [j for j in range(4)]
        if i == 2: cond = 'yes'
        else: nocond = 'no'
        try: 1 / 0
        except ZeroDivisionError as exc: caught = str(exc)
        import sys as mod
        from os import path as p2
        with open('/dev/null') as fh: pass
        del i
    return sorted(k for k in A.__dict__ if k[:2] != '__'), gvar, gdef(1)
t(f3)
def f4():
    class A(object):
        x = x
    return A.x
t(f4)
def f5():
    x = 1
    class A(object):
        try: x = x
        except NameError as e: err = str(e)
    return A.__dict__.get('x', 'none'), A.__dict__.get('err')
t(f5)
def f6():
    class A(object):
        locals()['dyn'] = 5
        exec "ex = dyn + 1"
        vars()['v'] = 7
        z = v
        eval_ = eval('ex')
        del ex
        q = sorted(k for k in locals() if k[:2] != '__')
    return A.dyn, hasattr(A, 'ex'), A.z, A.eval_, A.q
t(f6)
def f7():
    class A(object):
        __x = 1
        def __m(self): return self.__x
        def get(self): return self.__m()
        def kw(self, __a=5, **k): return __a, k
        def loc(self):
            __v = 3
            def inner(): return __v
            return inner(), sorted(locals())
        def call(self, f): return f(__z=1)
        def imp(self):
            import sys as __s
            return sorted(locals())
        def glob(self):
            global __g
            __g = 'global private'
            return __g
        def attr(self):
            self.__a__ = 1; self.__b_ = 2; self.___c = 3; self.__ = 4
            return sorted(self.__dict__)
        class __N(object):
            def f(self): self.__w = 1; return self.__dict__
        def cls(self): return self.__N().f()
        def exc(self):
            try: raise ValueError
            except ValueError as __e: return sorted(locals())[0]
        def lam(self): return (lambda __p: __p)(9)
        def ga(self): return getattr(self, '__x', 'not mangled')
        def dl(self):
            self.__t = 1; del self.__t; return hasattr(self, '_A__t')
        def st(self): return [__i for __i in 'a'], {__k: 1 for __k in 'b'}
    class _B(A):
        def own(self): self.__o = 1; return self.__dict__
    class __(A):
        def own(self): self.__o = 1; return self.__dict__
    a = A()
    return a.get(), a.kw(), a.loc(), a.call(lambda **k: k), a.imp(), a.glob(), '_A__g' in globals(), a.attr(), a.cls(), a.exc(), a.lam(), a.ga(), a.dl(), a.st(), _B().own(), __().own(), sorted(k for k in A.__dict__ if k[0] == '_' and k[1] != '_')
t(f7)
def f8():
    fs = []
    for i in range(3):
        class A(object):
            def m(self): return i
        fs.append(A())
    return [f.m() for f in fs]
t(f8)
def f9(n):
    class A(object):
        if n: val = n
        def up(self): return f9(n - 1)().up() if n else 'bottom'
    return A
t(lambda: f9(3)().up()); t(lambda: f9(0).val)
def f10():
    def dec(c): c.decorated = name; return c
    name = 'cell'
    @dec
    class A(object): name2 = name
    class M(type):
        def __new__(m, n, b, d): d['added'] = name; return type.__new__(m, n, b, d)
    class B(object): __metaclass__ = M
    return A.decorated, A.name2, B.added
t(f10)
class __metaclass__(type): 
    def __new__(m, n, b, d): return ('global meta', n, len(b))
class Uses: pass
class NotUses(object): pass
print Uses, type(NotUses)
del __metaclass__
class R1:
    return_ = 1
    def __init__(self): pass
for s in ['class A: return', 'class A: yield 1', 'class A: break', 'class A(: pass', 'class A(a=1): pass', 'class A(*a): pass', 'class A(): pass', 'class None: pass', 'class A:\n def f(x): global x', 'class A: nonlocal x', 'class A(object,): pass', 'class A(x for x in y): pass', 'def f():\n class A:\n  from sys import *\n  def g(self): return x', 'def f():\n from sys import *\n class A:\n  def g(self): return x', 'def f():\n exec "1"\n class A:\n  def g(self): return x', 'def f():\n x = 1\n class A:\n  exec "1"\n  def g(self): return x', 'def f():\n x = 1\n exec "1"\n def g(): return x', 'def f():\n x = 1\n exec "1" in {}\n def g(): return x', 'def f():\n x = 1\n def g(): return x\n del x', 'def f():\n def g(): return x\n x = 1\n import x', 'global x; x = 1', 'def f(): x = 1; global x', 'def f(): print x; global x', 'def f(x): global x', 'def f():\n global x\n def g(x): return x']:
    try:
        import warnings; warnings.simplefilter('ignore'); compile(s, '', 'exec'); print 'fine',
    except SyntaxError as e: print e.msg, '|',
print
