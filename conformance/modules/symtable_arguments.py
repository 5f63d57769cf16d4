# symtable and _symtable: arguments, entries as objects, blocks of comprehensions and lambdas, private names, star imports and exec.
import _symtable, symtable, warnings
warnings.simplefilter('ignore')
def t(f, *a, **k):
    try: r = f(*a, **k)
    except SyntaxError as e: print type(e).__name__, e.msg, e.filename, e.lineno, e.offset, repr(e.text)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0].split('(')[0]
t(_symtable.symtable); t(_symtable.symtable, 'a'); t(_symtable.symtable, 'a', 'f'); t(_symtable.symtable, 'a', 'f', 'other'); t(_symtable.symtable, 'a', 'f', ''); t(_symtable.symtable, 5, 'f', 'exec'); t(_symtable.symtable, 'a', 5, 'exec'); t(_symtable.symtable, 'a', 'f', 5); t(_symtable.symtable, u'a', u'f', u'exec'); t(_symtable.symtable, 'a', 'f', 'exec', 1); t(_symtable.symtable, 'a', 'f', compile='exec'); t(_symtable.symtable, 'a\0', 'f', 'exec'); t(_symtable.symtable, u'\xe9', 'f', 'exec')
for text, kind in (('a b', 'exec'), ('a = 1', 'eval'), ('a\nb', 'single'), ('def f(a, a): pass', 'exec'), ('def f(a):\n global a', 'exec'), ('def f():\n  from x import *\n  def g(): a', 'exec'), ('def f():\n exec "x"\n def g(): return y', 'exec'), ('def f():\n return 1\n yield 2', 'exec'), ('return 5', 'exec'), ('None = 1', 'exec'), ('def f(None): pass', 'exec'), ('global x', 'exec'), ('x = 1\nglobal x', 'exec'), ('def f():\n x = 1\n global x', 'exec'), ('def f():\n print x\n global x', 'exec'), ('class C:\n return', 'exec'), ('a', 'eval'), ('', 'exec'), ('', 'eval'), ('lambda (a, b), a: 1', 'exec'), ('del f()', 'exec'), ('yield 1', 'exec'), ('import *', 'exec'), ('from x import *', 'exec'), ('class C:\n from x import *', 'exec')):
    t(symtable.symtable, text, 'file', kind)
text = '''
import os.path as p, sys
from m import n as o
class C(Base):
    """doc"""
    attr = __private = 1
    def __m(self, (a, b), c=attr, *d, **e):
        global G, H
        G = __priv = 2
        def inner(x=c): return a, __priv, H, free, x
        return [z for z in d], {k: v for k, v in e}, (g for g in d if g), lambda q=b: q + c
def gen():
    x = yield 1
    exec "x = 2" in {}
    for i, (j, k) in x: del i
    with x as w: pass
    try: pass
    except E, exc: pass
    print >>x, i
    assert True
    nested = lambda: nested
def bare():
    exec "y = 2"
    import star
def starred():
    from q import *
    u = v
'''
def show(s, depth):
    pad = ' ' * depth
    print pad, s.get_type(), s.get_name(), s.get_lineno(), s.is_optimized(), s.is_nested(), s.has_children(), s.has_exec(), s.has_import_star(), sorted(s.get_identifiers())
    if isinstance(s, symtable.Function): print pad, s.get_parameters(), sorted(s.get_locals()), sorted(s.get_globals()), s.get_frees()
    if isinstance(s, symtable.Class): print pad, s.get_methods()
    for n in sorted(s.get_identifiers()):
        y = s.lookup(n)
        print pad, ' ', n, ''.join('01'[bool(f())] for f in (y.is_referenced, y.is_parameter, y.is_global, y.is_declared_global, y.is_local, y.is_free, y.is_imported, y.is_assigned, y.is_namespace)), map(str, y.get_namespaces()), repr(y)
    for c in s.get_children(): show(c, depth + 2)
top = symtable.symtable(text, 'file', 'exec'); show(top, 0)
t(top.lookup, 'nothing'); t(top.lookup('C').get_namespace); t(top.lookup('p').get_namespace); print repr(top), repr(top.get_children()[0]).split(' at')[0] if 0 else ''
e = _symtable.symtable(text, 'file', 'exec')
print type(e), [n for n in dir(e) if n[0] != '_'], e.name, e.type, e.lineno, e.nested, e.optimized, e.varnames, len(e.children), e.children[0].varnames, e.children[0].children[0].varnames, sorted(e.symbols.items())
for n in ('name', 'id', 'symbols', 'children', 'varnames', 'type', 'lineno', 'nothing'):
    try: setattr(e, n, 5)
    except Exception as x: print type(x).__name__, x
t(type(e)); print repr(e).split('(')[0], repr(e.children[0]).startswith('<symtable entry C('), repr(e.children[0]).endswith('), line 4>')
print [(n, getattr(_symtable, n)) for n in sorted(dir(_symtable)) if n.isupper()]
print symtable.symtable('x', 'f', 'eval').get_name(), symtable.symtable('x', 'f', 'single').get_type(), _symtable.symtable('x', 'f', 'eval').type
