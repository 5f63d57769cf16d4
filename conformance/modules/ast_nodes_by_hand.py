# ast and compile: nodes made by hand, missing and wrong fields, locations, parse of every construct to a dump, literal_eval, visitors.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import ast, _ast
for s in ('x', 'x = 1', 'a.b[c] += d', 'del a, b[0]', 'print >>f, 1, 2,', 'for i in x:\n pass\nelse: 1', 'while 1: break', 'if a: b\nelif c: d\nelse: e', 'with a as b, c: d', 'raise', 'raise A, b, c', 'try: a\nexcept (A, B), e: b\nexcept: c\nelse: d\nfinally: e', 'assert a, b', 'import a.b as c, d', 'from . import x', 'from ..a import b as c, d', 'from a import *', 'exec a in b, c', 'global a, b', 'def f(a, (b, c)=1, *d, **e):\n "doc"\n return a', '@d\n@e(1)\nclass C(A, B): x = 1', 'lambda x, *y: x', '[a for b in c if d if e for f in g]', '{a for b in c}', '{a: b for c in d}', '(a for b in c)', 'yield_ = lambda: (yield 1)', 'a if b else c', 'a < b <= c != d is not e not in f', 'a and b or not c', '-1 + ~2 ** 3', 'f(a, b=c, *d, **e)', '`a`', '{1: 2, 3: 4}', '{1, 2}', '(1, 2)', '()', '[1]', 'a[1:2:3, ..., :]', 'a[::]', '"s" "t"', 'u"\\xe9"', '1j', '0777', '1L', '-1', '- 1', '-(1)', 'a;b', '1 if 2 else 3', 'a, b = c = d', '(a, [b, c]) = d', 'not a', 'a // b % c << d >> e & f | g ^ h', 'pass', 'x.y.z()', '"%s" % x'):
    try: print ast.dump(ast.parse(s)); print ast.dump(ast.parse(s, mode='eval'), annotate_fields=False, include_attributes=True)
    except SyntaxError as e: print s.split('\n')[0], e.msg
t(ast.parse, 'a b'); t(ast.parse, 5); t(ast.parse, 'x', mode='nope'); t(ast.parse, 'x', 'f', 'single')
for s in ('1', '-1', '1+2', '1-2j', '1+2j', '(1, [2, {"a": None}])', 'True', 'x', '"a" "b"', '{1, 2}', '__import__("os")', '1 if 1 else 2', '[1][0]', '-"a"', '+1', '~1', 'None', '()', ' 1', '1\n', 'u"x"', '{**a}', '1 < 2', '1+1', '2j-1', '--1', 'lambda: 0'): print s.strip(),; t(ast.literal_eval, s)
t(ast.literal_eval, ast.parse('[1]', mode='eval')); t(ast.literal_eval, 5)
N = ast.Name; print N()._fields, N._attributes, ast.dump(N('x', ast.Load())), N(id='x').id; t(lambda: N().id); t(N, 'x'); t(N, 'x', ast.Load(), 5); t(N, ctx=1, id=2); n = N('x', None); n.lineno = 5; n.extra = 1; print n.extra, n.lineno, repr(n).split(' at')[0], isinstance(n, ast.expr), ast.expr.__mro__[1].__name__; t(lambda: n.col_offset); t(N, foo=1); print N(foo=1).foo, ast.AST()._fields, ast.Load() is ast.Load(), ast.AST.__module__, ast.BinOp.__bases__; t(ast.AST, 1); t(ast.Pass, 1)
def comp(node, mode='exec'):
    try: c = compile(node, 'f', mode); ns = {}; r = eval(c, ns); del ns['__builtins__']; print r, sorted(k for k in ns), ns.get('x')
    except Exception as e: print type(e).__name__, e
L = dict(lineno=1, col_offset=0)
def num(v): return ast.Num(v, **L)
comp(ast.Module([ast.Assign([ast.Name('x', ast.Store(), **L)], num(5), **L)])); comp(ast.Expression(num(7)), 'eval'); comp(ast.Expression(num(7)), 'exec'); comp(ast.Module([ast.Expr(num(1), **L)]), 'eval'); comp(ast.Module([ast.Expr(ast.Num(1))])); comp(ast.Module(5)); comp(ast.Module([5])); comp(ast.Module()); comp(ast.Expression(None), 'eval'); comp(ast.Expression(5), 'eval'); comp(ast.Expression(ast.Name(5, ast.Load(), **L)), 'eval'); comp(ast.Expression(ast.Name('None', ast.Load(), **L)), 'eval'); comp(ast.Expression(ast.Str(5, **L)), 'eval'); comp(ast.Expression(num('text')), 'eval'); comp(ast.Expression(ast.BinOp(num(1), ast.Add(), num(2), **L)), 'eval'); comp(ast.Expression(ast.BinOp(num(1), 5, num(2), **L)), 'eval'); comp(ast.Expression(ast.BinOp(num(1), ast.Add, num(2), **L)), 'eval'); comp(ast.Expression(ast.BinOp(num(1), ast.Add(), None, **L)), 'eval'); comp(ast.Expression(ast.BoolOp(ast.And(), [num(1)], **L)), 'eval'); comp(ast.Expression(ast.Compare(num(1), [], [], **L)), 'eval') if 0 else None; comp(ast.Expression(ast.Dict([num(1)], [], **L)), 'eval') if 0 else None; comp(ast.Module([ast.Delete([], **L)])) if 0 else None; comp(ast.Module([ast.Pass(lineno='x', col_offset=0)])); comp(ast.Module([ast.Pass(lineno=1)])); comp(ast.Module([ast.Return(num(1), **L)])); comp(ast.Module([ast.Break(**L)])); comp(ast.Module([ast.Continue(**L)])); comp(ast.Module([ast.Global(['x'], **L), ast.Assign([ast.Name('x', ast.Store(), **L)], num(3), **L)])); comp(num(1)); comp(ast.Interactive([ast.Expr(num(3), **L)]), 'single'); comp(ast.Suite([])); comp(ast.Module([])); comp(ast.Module(()))
tree = ast.parse('def f(a):\n  return a + 1\nx = f(41)'); tree.body[0].body[0].value.right.n = 2; comp(tree); print [type(n).__name__ for n in ast.walk(tree)], [(k, type(v).__name__) for k, v in ast.iter_fields(tree.body[1])], [type(n).__name__ for n in ast.iter_child_nodes(tree.body[0])], ast.get_docstring(ast.parse('"""a\n   b"""')), ast.get_docstring(ast.parse('1')); t(ast.get_docstring, num(1))
class V(ast.NodeVisitor):
    def visit_Name(s, n): print 'name', n.id
    def generic_visit(s, n): print type(n).__name__; ast.NodeVisitor.generic_visit(s, n)
V().visit(ast.parse('a + b(c)'))
class T(ast.NodeTransformer):
    def visit_Num(s, n): return ast.copy_location(ast.Num(n.n * 10), n)
    def visit_Pass(s, n): return None
    def visit_Expr(s, n): return [n, n]
m = T().visit(ast.parse('pass\n1\nx = [2, 3]')); print ast.dump(m); n = ast.fix_missing_locations(ast.Expression(ast.BinOp(ast.Num(1), ast.Mult(), ast.Num(8)))); comp(n, 'eval'); print n.body.lineno, ast.dump(ast.increment_lineno(ast.parse('x\ny'), 10), include_attributes=True), _ast.PyCF_ONLY_AST, ast.Load.__name__, _ast.__version__; t(ast.dump, 5)
import pickle, copy; m2 = pickle.loads(pickle.dumps(m, 2)); print ast.dump(m2) == ast.dump(m), ast.dump(copy.deepcopy(m)) == ast.dump(m), m.__reduce__()[2].keys()
