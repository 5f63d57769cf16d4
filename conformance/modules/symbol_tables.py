# Symbol tables of the compiler, as _symtable and symtable show them.
import _symtable
import symtable
import warnings

warnings.simplefilter('ignore')

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__module__, type(e).__name__, e, e.args

print [(n, getattr(_symtable, n)) for n in dir(_symtable) if isinstance(getattr(_symtable, n), int)]
st = _symtable.symtable('x=1','no file','exec')
print type(st), type(st).__mro__
for n in sorted(set(dir(st))-set(dir(object))):
    print n, type(getattr(type(st),n)).__name__, n == 'id' or repr(getattr(st,n))
print repr(st) == '<symtable entry top(%d), line 0>' % st.id
t(type(st))
t(_symtable.symtable)
t(_symtable.symtable,'x','no file')
t(_symtable.symtable,'x','no file','foo')
t(_symtable.symtable,'x=','no file','exec')
t(_symtable.symtable,'x=1','no file','eval')
t(lambda: _symtable.symtable(u'x=1','no file','exec').symbols)
t(_symtable.symtable,1,'no file','exec')
t(lambda: _symtable.symtable('x','no file','single').symbols)
t(_symtable.symtable,'x\0','no file','exec')
t(_symtable.symtable,'def f(a,a): pass','no file','exec')
t(_symtable.symtable,'def f():\n global x\n x=1\n def g(): exec "x"; return y','no file','exec')
try: st.name=1
except Exception as e: print type(e),e
def show(e,ind=0):
    print ' '*ind, e.name, e.type, e.lineno, e.nested, e.optimized, e.varnames, sorted(e.symbols.items())
    for c in e.children: show(c,ind+2)
for src in ['x=1\ny=x\nglobal z\nz=3\nimport a.b as c, d.e\nfrom m import *\nfrom m import q as r\ndel x\nfor i in x: pass\nprint foo\n',
 'def f(a,b=dflt,*args,**kw):\n  """doc"""\n  global g\n  loc=a\n  def inner(x):\n    return a+x+g+h\n  lambda y: y+loc\n  return inner\nclass C(Base):\n  z=1\n  def m(self):\n    return z\n  w=lambda s:self\n',
 'def f((a,b),c):\n  exec "x"\n  return a\ndef g():\n  from m import *\n  x\ndef h():\n  exec "x" in d\n  def i(): return d\n',
 '[x for x in y]\n(x for x in y for z in w)\n{a:b for a in c}\n{s for s in t if u}\nlambda:0\n',
 'def f():\n  yield 1\n  [i for i in range(3)]\n  return (j+k for j in z)\n',
 'def f():\n  x=1\n  class A:\n    y=x\n    x=2\n    def g(self): return x,y\n  try: pass\n  except E, e: pass\n  with a as b: pass\n  print >>q, 1\n',
 'class A:\n  __x=1\n  def f(self, __y):\n    self.__z=__y\n    __w=1\n    global __q\n    __q=2\n',
 'def f(x):\n  def g():\n    def h():\n      return x\n    return h\n  return g\n@dec\ndef k(): pass\n@dec2\nclass L: pass\n',
 'def f():\n  import x.y, z as w\n  global x\n','def f():\n x=1\n global x\n','def f():\n print x\n global x\n', 'def f(x):\n global x\n','def f(x):\n exec "a"\n def g(): return x\n','def f():\n from a import *\n def g(): return x\n','lambda x: (lambda: x)\n','a = lambda (b,c): b']:
    print '--',repr(src)
    try: show(_symtable.symtable(src,'no file','exec'))
    except SyntaxError as e: print e, e.args
show(_symtable.symtable('x+y','no file','eval'))
show(_symtable.symtable('x=y','no file','single'))
s=symtable.symtable('def f(a):\n  global b\n  return a+c\n','?','exec')
print s, s.get_children(), s.get_symbols(), s.get_children()[0].get_parameters(), s.get_children()[0].get_globals(), s.get_children()[0].get_locals(), s.get_children()[0].get_frees()
