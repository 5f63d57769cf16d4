# literal_eval, dump, walk, visitors, transformers, docstrings, iter_fields, copy_location, increment_lineno.
import ast

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
for s in ('1', '-1', '+1', '--1', '1+1', '1-2', '1+2j', '-1-2j', '1j+1', '2j-1j', 'True', 'None', 'False', 'x', '"a" "b"', 'u"\\xe9"', '[1, (2, {3: 4}), {}]', '{1, 2}', '{1: x}', '(1,)', '()', '[x for x in y]', 'f()', '1 if 1 else 2', '`1`', '"a" + "b"', '1 * 2', 'a.b', '1L', '0x10',
          '1e400', ' 1', '\n1', '1;2', '', '(', '-True', '-"a"', '[1,', 'lambda: 1', '...', '{**a}', '{[]: 1}', '[None, True]', 'not 1', '~1', '-(1)', '(((1)))', '1 .real', '- 5L', '-1.5j', '1+True', '1.5-2.5j', 'set()'):
    t(ast.literal_eval, s)
for n in (ast.Num(5), ast.Expression(ast.Str('s')), ast.Module([]), ast.List([ast.Num(1)], ast.Load()), 5, None, ast.Tuple([ast.List([], None)], None), ast.Dict([ast.Num(1)], [ast.Num(2), ast.Num(3)]), ast.BinOp(ast.Num(1), ast.Sub(), ast.Num(2j))):
    t(ast.literal_eval, n)
tree = ast.parse('x = a[i] + 1\ndef f(a): "doc"; return a\nclass C: u"udoc"')
print ast.dump(tree), ast.dump(tree, False), ast.dump(tree, annotate_fields=False, include_attributes=True)
t(ast.dump, 5)
t(ast.dump, [ast.Num(1)])
t(lambda: ast.dump(ast.Name('x')))
t(lambda: ast.dump(ast.Name()))
for n in tree.body + [tree, tree.body[0].value]:
    t(ast.get_docstring, n)
    t(lambda: [(k, type(v).__name__) for k, v in ast.iter_fields(n)])
    t(lambda: [type(c).__name__ for c in ast.iter_child_nodes(n)])
t(lambda: ast.get_docstring(ast.parse('"""  a\n    b\n      c\n"""')))
t(lambda: ast.get_docstring(ast.parse('"""  a\n    b\n"""'), False))
class V(ast.NodeVisitor):
    def visit_Name(self, n): print 'Name', n.id, type(n.ctx).__name__
    def visit_FunctionDef(self, n): print 'def', n.name; self.generic_visit(n)
    def visit_Num(self, n): return n.n
v = V()
print v.visit(tree), v.visit(ast.Num(7))
class Up(ast.NodeTransformer):
    def visit_Num(self, n): return ast.copy_location(ast.Num(n.n * 10), n)
    def visit_Pass(self, n): return None
    def visit_Expr(self, n): return [n, n]
    def visit_Return(self, n): return ast.copy_location(ast.Print(None, [n.value], True), n)
t2 = Up().visit(ast.parse('def f():\n    pass\n    5\n    return 6\nif 1: pass\nelse: 7'))
print ast.dump(t2)
try:
    exec compile(ast.fix_missing_locations(t2), 'f', 'exec')
except Exception as e:
    print type(e).__name__, e
f = ast.parse('def f():\n  5\n  return 6').body[0]
f = Up().visit(f)
ns = {}
exec compile(ast.Module([f]), 'f', 'exec') in ns
ns['f']()
n = ast.increment_lineno(ast.parse('a\nb'), 5)
print [x.lineno for x in n.body], [x.value.lineno for x in n.body]
print ast.copy_location(ast.Num(1), n.body[1]).lineno, hasattr(ast.copy_location(ast.Num(1), ast.Num(2)), 'lineno')
m = ast.fix_missing_locations(ast.Module([ast.Expr(ast.Num(1), lineno=9), ast.Pass()]))
print ast.dump(m, True, True)
print ast.PyCF_ONLY_AST, ast.parse('1', mode='eval'). __class__.__name__, ast.parse('1', 'f', 'single').__class__.__name__
for s in ('(', 'x x', '\tif 1:\n x', 'def f(a, a): pass', 'return', 'break', 'f(a=1, 2)', 'f(a=1, a=2)', 'None = 1', '1 = x', 'f() = 1', 'del f()', 'x +', "'a", '"""a', 'lambda None: 1', 'for 1 in x: pass', 'import a.b as c.d', 'from x import (a', 'print >>', 'exec', 'u"\\u12"', '0777777L8', '1__0', '@x', 'class', 'else: pass', 'with a as 1: pass', '[x for x in 1, 2]', '(x for x in 1, 2)', 'yield', 'a, b += 1', '`1', '{1: 2, 3}'):
    try:
        print ast.dump(ast.parse(s))
    except SyntaxError as e:
        print type(e).__name__, e.msg, e.lineno, e.offset, repr(e.text)
