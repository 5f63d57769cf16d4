# What stands for a number in a tree that a program has built may be another constant, if it can be hashed.
import ast


def num(v):
    return ast.Num(v, lineno=1, col_offset=0)


def attempt(tree, mode):
    try:
        code = compile(tree, '', mode)
    except Exception as e:
        print type(e).__name__, e
        return
    namespace = {}
    try:
        result = eval(code, namespace)
    except Exception as e:
        print type(e).__name__, e
        return
    print repr(result if mode == 'eval' else namespace.get('x')),


for v in (1, 'a', u'a', (1, 2), (1, (2, 'x')), (), 1.5, 2j, complex(1, 2), 10 ** 30, -1, -0.0, None, [], {}, set(), (1, []), slice(1)):
    print repr(v)
    attempt(ast.Expression(num(v)), 'eval')
    attempt(ast.Expression(ast.Tuple([num(v), num(v)], ast.Load(), lineno=1, col_offset=0)), 'eval')
    name = ast.Name('x', ast.Store(), lineno=1, col_offset=0)
    attempt(ast.Module([ast.Assign([name], num(v), lineno=1, col_offset=0), ast.Expr(num(v), lineno=2, col_offset=0),
                        ast.If(num(v), [ast.Pass(lineno=3, col_offset=1)], [], lineno=3, col_offset=0)]), 'exec')
    print
