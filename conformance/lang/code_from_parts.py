import types, inspect, dis, sys
def f(a, (b, (c, d)), e=1, *r, **k):
    """doc"""
    global G
    G = len
    x = [i for i in r
         if i]
    def g():
        return x, undefined_name
    return a + b + c + d + e, g
print inspect.getargspec(f)
co = f.__code__
def remake(co, **k):
    names = 'argcount nlocals stacksize flags code consts names varnames filename name firstlineno lnotab freevars cellvars'.split()
    return types.CodeType(*[k.get(n, getattr(co, 'co_' + n)) for n in names])
c2 = remake(co)
print c2 == co, c2.co_code == co.co_code, c2.co_consts[1:2] == co.co_consts[1:2]
c3 = remake(co, filename='other.py', name='other', firstlineno=100)
print c3.co_name, c3.co_filename, c3.co_firstlineno, [l for a, l in dis.findlinestarts(c3)][:5]
h = types.FunctionType(c3, globals(), 'nm', (5,))
print h(1, (2, (3, 4)))[0], h.__name__
try: h(1, (2, (3, 'x')))
except TypeError:
    tb = sys.exc_info()[2].tb_next
    print tb.tb_lineno, tb.tb_frame.f_code.co_filename
def t(*a):
    try: print types.CodeType(*a)
    except Exception, e: print type(e).__name__, e
t()
t(1, 2, 3)
args = [co.co_argcount, co.co_nlocals, co.co_stacksize, co.co_flags, co.co_code, co.co_consts, co.co_names, co.co_varnames, 'f', 'n', 1, co.co_lnotab]
for i, v in [(0, 'x'), (0, -1), (1, -1), (4, 3), (5, []), (6, (1,)), (8, None), (11, u'x')]:
    b = list(args); b[i] = v; t(*b)
def k(): return 'a', 1, 2.5, None, 10**20
def m(): return lambda: 1
def consts(co, **k): return remake(co, consts=tuple(k.get(repr(c).strip("'"), c) for c in co.co_consts))
print eval(remake(compile('1 if x else "q"', 'f', 'eval'), names=('y',)), {'y': 1})
c = compile('x = "old"\ndef f():\n  return "old"\n', 'f', 'exec')
def sub(co): return remake(co, filename='new', consts=tuple(sub(x) if isinstance(x, types.CodeType) else {'old': 'new'}.get(x, x) for x in co.co_consts))
d = {}
exec sub(c) in d
print d['x'], d['f'](), d['f'].__code__.co_filename
def lines(co):
    out = set(l for a, l in dis.findlinestarts(co))
    for x in co.co_consts:
        if isinstance(x, types.CodeType): out |= lines(x)
    return out
src = '''x = 1
if x:
    y = 2
else:
    y = 3
for i in range(
    3):
    while x:
        x -= 1
    else:
        z = 1
try:
    a = 1
except ValueError:
    b = 1
finally:
    c = 1
@deco
def f(a=
    1):
    "doc"
    return (1 +
       2)
class A(object):
    "doc"
    x = 1
    def m(self):
        pass
with x as y:
    pass
d = {'a': 1,
     'b': x,
     'c': [1,
           y]}
'''
print sorted(lines(compile(src, 'x', 'exec')))
def glob():
    return len(G) + foo.bar
print sorted(set(glob.__code__.co_names[ord(b[1])] for b in zip(glob.__code__.co_code, glob.__code__.co_code[1:]) if b[0] == chr(116)))
