# tokenize, token, symbol, parser, compiler-free code inspection: tokens of odd sources, errors, the way back to text.
import tokenize as T, token, symbol, StringIO, keyword, ast, symtable
def toks(s): return [(token.tok_name[t], v, b, e) for t, v, b, e, l in T.generate_tokens(StringIO.StringIO(s).readline)]
for s in ('x = 1', 'if a:\n  b\n c' if 0 else 'if a:\n  b\nc', '"a" u\'b\' r"""c\nd""" ur\'e\' b"x" Br"y"', '0x1F 0o17 017 1L 1.5e-3j .5 1. 1e5 0b11', 'a<>b!=c**d//e>>=f@g', '# c\n\nx # d\n', '(a,\n  b\n)', 'x\\\ny', 'def f(): return `x`', '\tx\n', '$?!', 'a;b', '"unend', 'print >>f, "%s" % x', u'\xe9', 'x = [1,\n\n2]\n', 'class A:\n\tdef f(self):\n\t\tpass\n\n\tx = 1\n'):
    try: r = toks(s); print repr(s), r
    except (T.TokenError, IndentationError) as e: print repr(s), type(e).__name__, e
    try: print repr(T.untokenize(T.generate_tokens(StringIO.StringIO(s).readline)))
    except Exception as e: print type(e).__name__
for s in ('x = """abc', '(a', 'if 1:\n    a\n  b\n', 'x = \\'):
    try: print len(toks(s))
    except Exception as e: print type(e).__name__, e.args[0] if not isinstance(e, IndentationError) else e
print T.untokenize([(1, 'a'), (51, '='), (2, '5'), (4, '\n')]), T.untokenize([(token.NAME, 'if'), (token.NUMBER, '1'), (token.OP, ':'), (token.NEWLINE, '\n'), (token.INDENT, '  '), (token.NAME, 'x'), (token.NEWLINE, '\n'), (token.DEDENT, '')]); out = []; T.tokenize(StringIO.StringIO('a').readline, lambda *a: out.append(a[0])); print out, token.ISTERMINAL(5), token.ISNONTERMINAL(300), token.ISEOF(0), T.COMMENT, T.NL, symbol.sym_name[symbol.file_input], len(symbol.sym_name), token.N_TOKENS
for s in ('1 + 2', '[1, (2,), {3: "x"}, -5, None, True]', '1 + 2j', 'f()', '"a" "b"', '-(1)', '{1, 2}', '[x for x in y]', 'u"\\u20ac"', '()', '1 if 2 else 3', '', '+1', '1-2', '"x" * 2', 'lambda: 0', '  1', '1\n'):
    try: print repr(s), ast.literal_eval(s)
    except Exception as e: print repr(s), type(e).__name__, e if not isinstance(e, SyntaxError) else e.msg
n = ast.parse('def f(a, b=1, *c, **d):\n  "doc"\n  return a + b\nclass C(object): x = [i for i in (1, 2) if i]\n'); print ast.dump(n), ast.get_docstring(n.body[0]), ast.dump(n.body[0].args, annotate_fields=False), ast.dump(ast.parse('x', mode='eval'), include_attributes=True), [type(x).__name__ for x in ast.walk(n)][:12], list(ast.iter_fields(ast.parse('1').body[0]))[0][0], [type(c).__name__ for c in ast.iter_child_nodes(n.body[0])]
class V(ast.NodeVisitor):
    def visit_Name(self, n): out.append(n.id); self.generic_visit(n)
class X(ast.NodeTransformer):
    def visit_Num(self, n): return ast.copy_location(ast.Num(n.n * 2), n)
    def visit_Pass(self, n): return None
    def visit_Expr(self, n): self.generic_visit(n); return [n, n]
out = []; V().visit(n); print out; m = X().visit(ast.parse('x = 1 + 2\nprint x\npass\nx')); print [type(b).__name__ for b in m.body]; exec compile(ast.fix_missing_locations(m), 'f', 'exec'); print ast.dump(ast.increment_lineno(ast.parse('a'), 5), include_attributes=True)
for bad in (lambda: ast.dump(5), lambda: ast.get_docstring(ast.Pass()), lambda: compile(ast.Module([5]), 'f', 'exec'), lambda: compile(ast.Module([ast.Expr(ast.Name('x', ast.Store()))]), 'f', 'exec'), lambda: ast.Num(1, 2), lambda: ast.Num(n=1, q=2).q, lambda: ast.literal_eval(ast.Name('x', ast.Load())), lambda: ast.Name('x').ctx, lambda: compile(ast.Expression(ast.Num()), 'f', 'eval'), lambda: ast.BinOp(1, 2, 3, bogus=4).bogus):
    try: print bad()
    except Exception as e: print type(e).__name__, e
def tab(t): return (t.get_type(), t.get_name(), t.get_lineno(), t.is_nested(), t.is_optimized(), t.has_exec(), t.has_import_star(), [(s.get_name(), s.is_global(), s.is_local(), s.is_free(), s.is_parameter(), s.is_assigned(), s.is_referenced(), s.is_imported(), s.is_namespace()) for s in sorted(t.get_symbols(), key=lambda s: s.get_name())], [tab(c) for c in t.get_children()])
for s in ('x = 1\ndef f(a):\n  global g\n  g = a\n  def h(): return a, x\n  return h\n', 'class C:\n  y = 1\n  def m(self): import os; return os, y\n', 'lambda z: [q for q in z]', 'exec "x"', 'def f(): exec "a" in {}'): print tab(symtable.symtable(s, 'f', 'exec'))
for a in (('x =', 'f', 'exec'), ('x', 'f', 'bogus'), (5, 'f', 'exec')):
    try: print symtable.symtable(*a).get_name()
    except Exception as e: print type(e).__name__, e
t = symtable.symtable('def f(a, b=x): y = a; global z; z = 1', '?', 'exec').get_children()[0]; print t.get_parameters(), t.get_locals(), t.get_globals(), t.get_frees(), t.lookup('a'), repr(t)[:24]
try: t.lookup('nope')
except KeyError as e: print 'KeyError', e
