# compiler: trees of the old package, visitors, symbols: syntax only, what is parsed and how it shows.
import warnings; warnings.simplefilter('ignore')
import compiler, compiler.ast as A, compiler.visitor, compiler.misc, compiler.transformer
for s in ('x = 1', 'def f(a, b=1, *c, **d): "doc"; return a', 'class C(B): pass', 'if a: b\nelif c: d\nelse: e', 'for i in x: break\nelse: continue' if 0 else 'for i in x: break\nelse: pass', 'while 1: pass', 'try: a\nexcept E, e: b\nelse: c', 'try: a\nfinally: b', 'with a as b: c', 'import a.b as c, d', 'from . import x', 'from a import *', 'print >>f, 1,', 'exec a in b, c', 'assert a, b', 'raise A, b, c', 'del a.b, c[1]', 'global q', 'a += 1', 'a, (b, c) = d', '[a for a in b if c]', '(a for a in b)', '{1: 2, 3: 4}', '{1, 2}', '{a: b for a in c}', 'lambda a, b=1: a', 'a if b else c', 'a or b and not c', 'a < b <= c is not d', 'a[1:2], a[1:2:3], a[...]', 'f(a, b=1, *c, **d)', '`a`', '-a ** ~b', 'a << b | c ^ d & e', 'yield' if 0 else 'def g(): x = yield 1', '@d\ndef f(): pass', '"a" "b"', 'a.b.c()', '1L, 2j, 0x10', ''):
    try: print compiler.parse(s)
    except Exception as e: print s, type(e).__name__, e
print compiler.parse('1 + 2', 'eval')
for bad in ('x =', 'def', '1 = 2', 'f() = 1', 'return' if 0 else 'del f()', 'a += b = 1'):
    try: print compiler.parse(bad)
    except SyntaxError as e: print type(e).__name__, e.msg
    except Exception as e: print type(e).__name__, e
n = compiler.parse('def f(x):\n  y = x\n  return y + z\n'); print n.getChildren()[0], [type(c).__name__ for c in n.getChildNodes()], n.node.nodes[0].name, n.node.nodes[0].argnames, n.node.nodes[0].lineno, n.node.nodes[0].code.nodes[0].lineno, repr(n) == str(n), [type(c).__name__ for c in n.node.nodes[0]][:3] if hasattr(A.Node, '__iter__') else ''
class V:
    def __init__(self): self.log = []
    def visitName(self, n): self.log.append(n.name)
    def visitAssName(self, n, *a): self.log.append('=' + n.name)
v = V(); compiler.walk(n, v); print v.log; print A.Const(5), A.Name('x') , A.Add((A.Const(1), A.Name('y'))), A.flatten([1, (2, [3])]), A.nodes['add'] if 'add' in A.nodes else len(A.nodes) > 50, compiler.misc.mangle('__x', 'C'), compiler.misc.mangle('__x__', 'C'), compiler.misc.mangle('__x', '__'), compiler.misc.flatten((1, (2, 3)))
s = compiler.misc.Set(); s.add(1); s.add(1); print len(s), 1 in s, s.elements(), s.has_elt(2); k = compiler.misc.Stack(); k.push(1); k.push(2); print len(k), k.top(), k[0], k.pop()
import compiler.symbols as Y
t = Y.SymbolVisitor(); tree = compiler.parse('g = 1\ndef f(a):\n  global g\n  b = a\n  def h(): return b\n  return h\nclass C:\n  def m(self): return g\n'); compiler.walk(tree, t)
for node, sc in sorted(t.scopes.items(), key=lambda x: x[1].name): print sc.name, sorted(sc.get_names()), sorted(sc.get_free_vars()), sorted(sc.get_cell_vars()), [c.name for c in sc.get_children()], sc.check_name('g'), sc.check_name('b'), sc.check_name('zz'), sc.is_nested() if hasattr(sc, 'is_nested') else sc.nested
