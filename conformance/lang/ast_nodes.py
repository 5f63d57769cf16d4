# Syntax trees: nodes of source text, code of nodes, and what is wrong with nodes.
import _ast
def dump(n):
    if isinstance(n, _ast.AST):
        return '%s(%s)' % (type(n).__name__, ', '.join('%s=%s' % (f, dump(getattr(n, f))) for f in n._fields) + ''.join(' @%s' % getattr(n, a) for a in n._attributes))
    if isinstance(n, list): return '[%s]' % ', '.join(map(dump, n))
    return repr(n)
src = '''
"doc"
from __future__ import division
import a.b as c, d
from . import x
from m import *
@deco
def f(a, (b, c), d=1, *e, **g):
    global q
    """in"""
    yield
    return a + b * -c ** 2 // 3 << 1
class C(A, B):
    x = lambda y: y if y else not y
    pass
for i, j in z:
    if i: continue
    elif j: break
    else: del i[0], j.k
else: pass
while 1 < 2 <= 3 is not 4 in 5: print >>f, 1, 2,
try:
    raise A, B, C
except (E, F), g[0]:
    assert x, 'm'
except: exec 'a' in b, c
else: x[1:2, ..., ::3, 4] = {1: 2, 3: 4}
finally: z += `1`
with a as b, c: a.b.c(1, x=2, *d, **e)
[a for b in c if d if e for f in g]; {a for b in c}; {a: b for c in d}; (a for b in c)
{1, 2}; 1.5; 2j; 99999999999999999999; -5; 'a' 'b'; u'\\xe9'; None; (); []; a and b or c and d
'''
t = compile(src, 'f', 'exec', 0x400)
print dump(t)
print dump(compile('a+1', 'f', 'eval', _ast.PyCF_ONLY_AST))
print dump(compile('a=1', 'f', 'single', _ast.PyCF_ONLY_AST))
print sorted(_ast.__dict__)
print _ast.AST._fields, _ast.Num._fields, _ast.Num._attributes, _ast.expr._attributes, _ast.Num.__bases__, _ast.Num.__module__, _ast.arguments._attributes, _ast.AST, _ast.Num
e = _ast.Expression(_ast.BinOp(_ast.Num(3), _ast.Add(), _ast.Num(4)))
try: eval(compile(e, 'x', 'eval'))
except TypeError, x: print x
def fix(n, l=1):
    if 'lineno' in n._attributes:
        n.lineno = l; n.col_offset = 0
    for f in n._fields:
        v = getattr(n, f, None)
        if isinstance(v, _ast.AST): fix(v)
        elif isinstance(v, list):
            for w in v: fix(w)
    return n
print eval(compile(fix(e), 'x', 'eval'))
m = compile('def f(x):\n  return [x+i for i in range(3)]\nclass A(object):\n  def m(self): return super(A, self)\nprint f(4), (lambda z: {z: z})(1), A', 'x', 'exec', 0x400)
exec compile(m, 'y', 'exec')
for bad in ['_ast.Num(1, 2)', '_ast.Load(1)', 'compile(_ast.Expression(5), "x", "eval")', 'compile(m, "x", "eval")', 'compile(_ast.Module([5]), "x", "exec")', 'compile(_ast.Module(5), "x", "exec")', 'compile(_ast.Module(), "x", "exec")', 'compile(_ast.Expression(fix(_ast.Name(5, _ast.Load()))), "x", "eval")','compile(_ast.Expression(fix(_ast.Str(5))), "x", "eval")', 'compile(_ast.Expression(_ast.Str("x")), "x", "eval")','compile(fix(_ast.Expression(_ast.Name("x", 5))), "x", "eval")','compile("1", "x", "eval", 1<<30)', 'compile(fix(_ast.Module([_ast.Expr(None)])), "x", "exec")', 'compile(fix(_ast.Module([_ast.Print(None, [], 5)])), "x", "exec")', '_ast.Num(n=5).n, _ast.Num(5, lineno=3).lineno', '_ast.Num().n']:
    try: print bad, eval(bad)
    except Exception, x: print bad, type(x).__name__, x
print compile(m, 'z', 'exec', 0x400) is m
print _ast.Num(5).__reduce__()
class Sub(_ast.Num): pass
print eval(compile(fix(_ast.Expression(Sub(7))), 'x', 'eval'))
print eval(compile(fix(_ast.Expression(_ast.Num(3+4j))), 'x', 'eval'))
print type(compile('x', 'f', 'eval', 0x400).body.ctx), compile('x', 'f', 'eval', 0x400).body.ctx is compile('y', 'f', 'eval', 0x400).body.ctx
