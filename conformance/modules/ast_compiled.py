# Trees that are wrong: what compile() says of missing fields, wrong types and places.
import ast
L = ast.Load()
def E(x): return ast.fix_missing_locations(ast.Expression(x))
def N(n, c=L): return ast.Name(n, c)
for tree in (ast.Expression(), ast.Expression(ast.Num(1)), ast.Expression(ast.Num(1, lineno=1)), ast.Expression(ast.Num(1, lineno='x', col_offset=0)), ast.Expression(ast.Num(1, lineno=1, col_offset=None)),
             ast.Expression(5), ast.Expression([]), E(ast.Name(id='x')), E(ast.Name(ctx=L)), E(N(5)), E(N(u'x')), E(N(None)), E(N('x', ast.Load)), E(N('x', 'Load')), E(N('a b')), E(N('')), E(ast.Num('s')),
             E(ast.Str(u'u')), E(ast.BinOp(ast.Num(1), ast.Add(), ast.Num(2))), E(ast.BinOp(ast.Num(1), ast.Add, ast.Num(2))), E(ast.BinOp(ast.Num(1), None, ast.Num(2))), E(ast.UnaryOp(ast.USub(), ast.Num(5))), E(ast.UnaryOp(ast.USub(), None)),
             E(ast.Compare(ast.Num(1), [ast.Lt()], [ast.Num(2)])), E(ast.Tuple([ast.Num(1)], L)), E(ast.List((), L)), E(ast.Dict([ast.Num(1)], [ast.Num(2)])), E(ast.IfExp(ast.Num(1), ast.Num(2), ast.Num(3))),
             E(ast.Call(N('len'), [ast.Str('abc')], [], None, None)), E(ast.Call(N('len'), [], [ast.keyword('a', ast.Num(1))], None, None)), E(ast.Call(N('len'), None, [], None, None)),
             E(ast.Subscript(ast.Str('abc'), ast.Index(ast.Num(1)), L)), E(ast.Subscript(ast.Str('abc'), ast.Slice(None, ast.Num(2), None), L)), E(ast.Attribute(ast.Str('abc'), 'upper', L)), E(ast.Attribute(ast.Str('abc'), 5, L)), E(ast.Attribute(ast.Str('abc'), None, L)), E(ast.Repr(ast.Num(1)))):
    try:
        print 'OK', repr(eval(compile(tree, 'f', 'eval'))).split(' at 0x')[0]
    except Exception as e:
        print type(e).__name__, e
for s in ' 1', '\t1', '\n1', '\n 1', '# c\n1', ' (1)', '1 ', '1\n ', '\x0c1', ' \n1':
    for f in eval, lambda s: eval(compile(s, 'f', 'eval')), ast.literal_eval, lambda s: eval(unicode(s)), lambda s: ast.dump(ast.parse(s, 'f', 'eval')):
        try:
            print repr(s), f(s)
        except SyntaxError as e:
            print repr(s), type(e).__name__, e.msg, e.lineno, e.offset
