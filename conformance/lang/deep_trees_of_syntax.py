# Trees of syntax far deeper than calls may nest: long sums and chains of operators and of if statements are parsed to
# trees, walked, changed and compiled from trees without counting as calls.
import ast
def left(n, op): return op.join(['1'] * n)
def depth(t):
    d = 0
    while isinstance(t, ast.BinOp): t = t.left; d += 1
    return d
for n in (10, 999, 1000, 1001, 2500):
    t = compile(left(n, ' + '), 'sum', 'eval', ast.PyCF_ONLY_AST)
    print n, depth(t.body), eval(compile(t, 'sum', 'eval')), eval(left(n, ' + '))
t = ast.parse('x = ' + left(1500, ' - ') + '\ny = ' + left(1200, ' | '))
for node in ast.walk(t):
    if isinstance(node, ast.Num): node.n = 3
exec compile(t, 'changed', 'exec')
print x, y, sum(isinstance(n, ast.BinOp) for n in ast.walk(t))
at = dict(lineno=7, col_offset=2)
def chain(n, make, end):
    for i in xrange(n): end = make(end)
    return end
e = chain(2001, lambda e: ast.UnaryOp(ast.USub(), e, **at), ast.Num(5, **at)); print eval(compile(ast.Expression(e), 'unary', 'eval'))
e = chain(1500, lambda e: ast.IfExp(ast.Num(0, **at), ast.Num(1, **at), e, **at), ast.Str('deep', **at)); print eval(compile(ast.Expression(e), 'ifexp', 'eval'))
e = chain(1200, lambda e: ast.Attribute(e, 'real', ast.Load(), **at), ast.Num(6, **at)); print eval(compile(ast.Expression(e), 'attr', 'eval'))
e = chain(1100, lambda e: ast.Call(ast.Name('int', ast.Load(), **at), [e], [], None, None, **at), ast.Num(7.5, **at)); print eval(compile(ast.Expression(e), 'call', 'eval'))
s = chain(1300, lambda s: ast.If(ast.Num(1, **at), [ast.Pass(**at)], [s], **at), ast.Print(None, [ast.Num(1, **at)], True, **at)); exec compile(ast.Module([s]), 'elifs', 'exec')
try:
    e = chain(1500, lambda e: ast.UnaryOp(ast.Not(), e, **at), ast.Name('unknown', ast.Load(), **at)); eval(compile(ast.Expression(e), 'names', 'eval'))
except NameError, err: print err
try:
    e = chain(1500, lambda e: ast.UnaryOp(ast.Not(), e, **at), ast.Load()); compile(ast.Expression(e), 'wrong', 'eval')
except TypeError, err: print str(err).split(' at 0x')[0]
src = '\n'.join('%s x == %d: z = %d' % ('elif' if i else 'if', i, i) for i in range(1200)) + '\nelse: z = -1'
x = 2000; exec compile(ast.parse(src), 'elif', 'exec'); print z, len(list(ast.walk(ast.parse(src))))
def recursive(t): return 1 + max([0] + map(recursive, ast.iter_child_nodes(t)))
print recursive(ast.parse(left(100, '+'))), len(ast.dump(ast.parse(left(200, '*'))))
