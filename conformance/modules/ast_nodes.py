# Nodes of _ast: made with and without fields, attributes, subclasses, pickling, copies, compiled again.
import ast, _ast, copy, pickle, cPickle

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
for c in (ast.AST, ast.Name, ast.Num, ast.Expr, ast.Module, ast.alias, ast.arguments, ast.comprehension, ast.keyword, ast.Load, ast.expr, ast.stmt, ast.boolop, ast.ExceptHandler, ast.excepthandler, ast.Ellipsis, ast.mod):
    print c, c.__mro__[1:-1], c._fields, c._attributes, c.__module__, '_attributes' in c.__dict__, '__dict__' in dir(c)
    t(lambda: sorted(c().__dict__.items()))
    t(lambda: sorted(c(*range(len(c._fields))).__dict__.items()))
    t(lambda: sorted(c(*range(len(c._fields) + 1)).__dict__.items()))
    t(lambda: sorted(c(1).__dict__.items()))
    t(lambda: sorted(c(foo=1, lineno=2).__dict__.items()))
n = ast.Name('x', ast.Load())
for a in 'id', 'ctx', 'lineno', 'col_offset', '_fields', '_attributes', 'foo', '__dict__', '__module__':
    t(lambda: type(getattr(n, a)).__name__)
    t(setattr, n, a, 'new')
    t(delattr, n, a)
n = ast.Name(id='x', ctx=ast.Load(), lineno=1, col_offset=0, extra=[1])
r = n.__reduce__()
print r[0], len(r), r[1] and len(r[1]), sorted(r[2]) if len(r) > 2 else None
for f in (copy.copy, copy.deepcopy, lambda n: pickle.loads(pickle.dumps(n, 0)), lambda n: pickle.loads(pickle.dumps(n, 2)), lambda n: cPickle.loads(cPickle.dumps(n, 1))):
    m = f(n)
    print type(m) is ast.Name, ast.dump(m, True, True), m.extra, m == n, m.ctx is n.ctx
class My(ast.Name):
    _fields = ('id', 'ctx', 'third')
    def __init__(self, *a, **k):
        ast.Name.__init__(self, *a, **k)
        self.made = True
t(lambda: ast.dump(My('a', ast.Load(), 5)))
t(My, 'a')
t(lambda: eval(compile(ast.Expression(My('a', ast.Load(), 5, lineno=1, col_offset=0)), 'f', 'eval'), {'a': 'found'}))
source = '''
@dec
def f(a, (b, c), d=1, *e, **g):
    global q
    with x as y, z: pass
    for i in range(3):
        if i: continue
        else: break
    else: pass
    while 1: pass
    try: raise E, 'v', tb
    except (A, B), e: pass
    except: pass
    else: pass
    finally: del a, b[0], c.d
    print >>f, a, b,
    exec 'x' in {}, {}
    assert a, b
    return lambda x, *y: (yield x)
class C(object, B):
    import a.b as c, d
    from . import e
    from ..f import h
    x += 1; x **= 2; x //= 3
    [a for b in c if d if e for f in g]; {a: b for a in b}; {a for a in b}; (a for a in b)
    a < b <= c != d is not e not in f
    a[1:2], a[1:2:3], a[...], a[1, 2:3], a[:]
    `a`; not a; -a; ~a; a and b or c; x if y else z
    f(a, b=1, *c, **d); {}; {1: 2}; {1}; (); (1,); []; 'a' 'b'; 1j; 1.5; 10L
'''
tree = ast.parse(source)
print ast.dump(tree)
for n in list(ast.walk(tree)):
    if hasattr(n, 'lineno'): print type(n).__name__, n.lineno, n.col_offset, ';',
print
code = compile(tree, 'f', 'exec')
print code.co_names, code.co_filename
