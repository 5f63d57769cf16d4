# symtable: kinds of symbols in nested functions, classes, lambdas, generator expressions; what the objects tell.
import symtable, _symtable

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
source = '''
from os import sep
import sys as system
glob = 1
def outer(a, (b, c), *args, **kw):
    global glob, made
    local = free = 1
    def inner(x=local):
        print free, glob, made, builtin
        def deeper(): return free, x
        return deeper
    class Cls(Base):
        attr = free
        def method(self): return free, attr
    gen = (i + free for i in args if a)
    lst = [j for j in args]
    st = {k for k in args}
    f = lambda q, r=a: q + free
    return inner
class Top:
    def m(self): return __class_name
    exec 'x'
    __private = 1
    def n(self): return self.__private
'''
def show(t, depth=0):
    pad = '  ' * depth
    print pad, t.get_type(), t.get_name(), t.get_lineno(), t.is_optimized(), t.is_nested(), t.has_children(), t.has_exec(), t.has_import_star(), sorted(t.get_identifiers())
    if t.get_type() == 'function':
        print pad, 'P', sorted(t.get_parameters()), 'L', sorted(t.get_locals()), 'G', sorted(t.get_globals()), 'F', sorted(t.get_frees())
    if t.get_type() == 'class':
        print pad, 'M', sorted(t.get_methods())
    for s in sorted(t.get_symbols(), key=lambda s: s.get_name()):
        print pad, s.get_name(), ''.join(str(int(bool(f()))) for f in (s.is_referenced, s.is_parameter, s.is_global, s.is_declared_global, s.is_local, s.is_free, s.is_imported, s.is_assigned, s.is_namespace)), len(s.get_namespaces()), repr(s)
    for c in t.get_children():
        show(c, depth + 1)
show(symtable.symtable(source, 'file', 'exec'))
show(symtable.symtable('lambda: x', '?', 'eval'))
show(symtable.symtable('import os; from a import *', '?', 'single'))
top = symtable.symtable(source, 'file', 'exec')
t(top.lookup, 'nope')
t(lambda: top.lookup('outer').get_namespace().get_name())
t(lambda: top.lookup('glob').get_namespace())
t(lambda: symtable.symtable('def f(): pass\ndef f(): pass', 'f', 'exec').lookup('f').get_namespace())
t(lambda: len(symtable.symtable('def f(): pass\ndef f(): pass', 'f', 'exec').lookup('f').get_namespaces()))
t(lambda: top.get_id() == top.get_id())
t(lambda: repr(top))
t(lambda: [repr(c) for c in top.get_children()])
for a in ((), ('x',), ('x', 'f'), ('x', 'f', 'nope'), (5, 'f', 'exec'), ('x', 5, 'exec'), ('(', 'f', 'exec'), ('def f(a, a): pass', 'f', 'exec'), ('def f(a):\n global a', 'f', 'exec'), ('return', 'f', 'exec'), ('def f():\n def g(): return x\n exec "a"\n x = 1', 'f', 'exec')):
    try:
        print type(symtable.symtable(*a)).__name__
    except Exception as e:
        print type(e).__name__, e
st = _symtable.symtable('x = 1', 'f', 'exec')
print type(st), sorted(n for n in dir(st) if not n.startswith('__')), st.name, st.type, st.lineno, st.symbols, st.varnames, st.children, st.nested, st.optimized
for n in ('name', 'symbols', 'foo'):
    t(setattr, st, n, 5)
