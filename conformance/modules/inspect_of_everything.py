# inspect: what kind of thing is it, signatures and their formats, getcallargs with every mistake, classify_class_attrs, mro, frames.
import inspect, types, sys
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
class Old:
    def m(self): pass
class New(object):
    'class doc'
    x = 5
    def m(self): 'm doc'
    @classmethod
    def c(cls): pass
    @staticmethod
    def s(): pass
    p = property(lambda self: 1)
    __slots__ = ('slot',)
class Sub(New):
    def m(self): pass
    def __getattr__(self, n): raise AttributeError(n)
class D(object):
    def __get__(self, o, c): return 1
class DD(D):
    def __set__(self, o, v): pass
def gen(): yield 1
def f(a, (b, (c, d)), e=1, *args, **kw): pass
things = [('mod', inspect), ('old', Old), ('new', New), ('oldm', Old.m), ('newm', New.m), ('bound', New().m), ('cm', New.c), ('sm', New.s), ('prop', New.p), ('slot', New.slot), ('func', f), ('gen', gen), ('genobj', gen()), ('code', f.func_code), ('len', len), ('append', [].append), ('list.append', list.append), ('str.join', str.join), ('wrap', str.__add__), ('mwrap', ''.__add__), ('int', int), ('inst', New()), ('oldinst', Old()), ('D', D()), ('DD', DD()), ('frame', sys._getframe()), ('getset', type.__dict__['__dict__']), ('member', types.FunctionType.func_closure), ('lambda', lambda: 0), ('abc', __import__('collections').Sequence), ('None', None)]
preds = [n for n in sorted(dir(inspect)) if n.startswith('is') and callable(getattr(inspect, n))]
for n, o in things: print n, [p[2:] for p in preds if p != 'istraceback' and getattr(inspect, p)(o)]
for fn in (f, gen, lambda: 0, lambda *a: a, lambda **k: k, lambda a, b=[1]: a, New.m, New().m, lambda (a, b): a, lambda (a,), b=(1, 2): a): a = inspect.getargspec(fn); print a, inspect.formatargspec(*a), inspect.formatargspec(a.args, a.varargs, a.keywords, a.defaults, formatvalue=lambda v: '<%r>' % (v,), formatarg=str.upper, formatvarargs=lambda n: '**' + n), inspect.getargs((fn.im_func if hasattr(fn, 'im_func') else fn).func_code)
t(inspect.getargspec, len); t(inspect.getargspec, New); t(inspect.getargspec, 5); t(inspect.getargs, 5)
def g(a, b=2, *args, **kw): pass
def h(a, (b, c)=(1, 2)): pass
def z(): pass
for fn, a, k in ((g, (1,), {}), (g, (), {}), (g, (1, 2, 3), {'x': 4}), (g, (1,), {'a': 2}), (g, (), {'a': 1, 'b': 3}), (g, (), {'b': 1}), (h, (1,), {}), (h, (1, (3, 4)), {}), (h, (1, 5), {}), (h, (1, (1, 2, 3)), {}), (h, (1, 2, 3), {}), (h, (), {'a': 1, 'z': 2}), (z, (1,), {}), (z, (), {'q': 1}), (z, (), {}), (New.m, (), {}), (New.m, (New(),), {}), (New().m, (), {}), (New().m, (1,), {}), (New.c, (), {}), (f, (1, (2, (3, 4))), {}), (len, ([],), {})):
    print getattr(fn, '__name__', fn),
    try: r = inspect.getcallargs(fn, *a, **k); print sorted((str(x), str(y).split(' at 0x')[0]) for x, y in r.items())
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
for c in (New, Sub, Old): print [(a.name, a.kind, getattr(a.defining_class, '__name__', None)) for a in inspect.classify_class_attrs(c) if a.name in ('m', 'c', 's', 'p', 'slot', 'x', '__init__', '__getattr__', '__doc__', '__slots__')], [k.__name__ for k in inspect.getmro(c)]
print [n for n, v in inspect.getmembers(Sub) if not n.startswith('__')], [n for n, v in inspect.getmembers(Sub, inspect.ismethod)], inspect.getdoc(New), inspect.getdoc(New.m), inspect.getdoc(Sub.m), inspect.getdoc(5)[:8], inspect.getcomments(New), inspect.getmodule(New).__name__, inspect.getmodule(len).__name__, inspect.getmodule(5), inspect.getmoduleinfo('a/b.py'), inspect.getmoduleinfo('x.txt'), inspect.getmodulename('q/z.py'), inspect.getmodulename('n')
for d in ('  one\n    two\n  three\n', '\n\n a\n  b\n\n', 'x', '', '\tt\n\t\tu', ' a\n'): print repr(inspect.cleandoc(d)),
print
# A comment above.
def sourced(a,
            b):
    """Doc."""
    def inner():
        return a   # tail

    x = [i
         for i in b]
    return x
class Cl:
    def meth(self): return lambda: (1,
        2)
    y = 3
print inspect.getsource(sourced), inspect.getsourcelines(Cl)[1] > 100 - 99, inspect.getsource(Cl), inspect.getsource(Cl.meth), inspect.getcomments(sourced), inspect.getsourcefile(sourced), inspect.getfile(Cl), inspect.getabsfile(Cl)[-5:]; t(inspect.getsource, len); t(inspect.getsource, New()); t(inspect.getfile, int); t(inspect.getsource, type); t(inspect.findsource, eval('lambda: 0')); print inspect.getblock(['def a():\n', '  x\n', '\n', 'b\n']), inspect.indentsize('\t x')
def fr():
    loc = 1; fi = inspect.getframeinfo(inspect.currentframe(), 3); print fi.function, len(fi.code_context), fi.index, fi.code_context[fi.index].strip()[:12], fi._fields; av = inspect.getargvalues(inspect.currentframe()); print av.args, sorted(av.locals), inspect.formatargvalues(*inspect.getargvalues(sys._getframe(0)))[:3]; return [x[3] for x in inspect.stack()]
print fr()
try: fr2 = 1 / 0
except ZeroDivisionError: print [x[3] for x in inspect.trace()], [x[3] for x in inspect.getinnerframes(sys.exc_info()[2])], inspect.getlineno(sys._getframe()) > 1
def unwrap_tree(): return inspect.getclasstree([New, Sub, Old, int]), inspect.getclasstree([Sub], 1)
import re; print re.sub(' at 0x\w+', '', repr(unwrap_tree())), inspect.strseq([1, [2, (3,)]], str), inspect.joinseq(('a',)), inspect.walktree([], {}, None), inspect.CO_GENERATOR, inspect.isgeneratorfunction(gen), inspect.isabstract(__import__('collections').Sequence)
