# inspect, types, traceback, linecache over functions, classes, frames, generators.
import inspect, types, traceback, linecache, sys, functools, StringIO
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
def f(a, (b, c), d=1, *e, **g): 'doc'; return locals()
def g(x, y=[1]): yield x
class C(object):
    "C doc"
    attr = 5
    def m(self, q): pass
    @classmethod
    def cm(cls): pass
    @staticmethod
    def sm(z=None): pass
    prop = property(lambda s: 1)
    __slots__ = 'slot',
class Old:
    def om(self): pass
objs = [f, g, g(1), C, C(), C.m, C().m, C.cm, C.sm, C.prop, C.__dict__['cm'], C.slot, Old, Old(), Old.om, len, [].append, list.append, list.__add__, [].__add__, int, type, sys, f.func_code, sys._getframe(), lambda: 0, functools.partial(f), dict.__dict__['fromkeys'], types.FunctionType.func_code, None, 5, Exception, KeyError('x')]
preds = [n for n in dir(inspect) if n.startswith('is')]
print preds
for o in objs: print str(type(o)), [n for n in preds if getattr(inspect, n)(o)]
for o in (f, g, C.m, C().m, C.cm, C.sm, len, lambda x, y=2: 0, lambda *a: 0, lambda **k: 0, lambda: 0, lambda (a, (b, c)), d: 0, C, 5):
    t(inspect.getargspec, o)
    try: print inspect.formatargspec(*inspect.getargspec(o))
    except TypeError as e: print e
for a, k in (((1, (2, 3)), {}), ((1, (2, 3), 4, 5), {'z': 6}), ((), {}), ((1,), {}), ((1, (2, 3)), {'a': 4}), ((1, (2,)), {}), ((1, 5), {}), ((1, (2, 3)), {'d': 9}), ((1, (2, 3), 4), {'d': 9})): t(inspect.getcallargs, f, *a, **k)
t(inspect.getcallargs, C().m, 1); t(inspect.getcallargs, C().m); t(inspect.getcallargs, C.m, C()).__class__; t(inspect.getcallargs, lambda: 0, 1); t(inspect.getcallargs, lambda a: 0, b=1); t(inspect.getcallargs, lambda a, b=1: 0, 1, 2, 3); t(inspect.getcallargs, len, 1)
print inspect.getdoc(f), inspect.getdoc(C), inspect.getdoc(5) is not None, inspect.getmodule(f).__name__, inspect.getmodule(5), inspect.getmro(C), inspect.cleandoc('  a\n    b\n\n   c\n\n'), inspect.getmoduleinfo('a/b.py'), inspect.getmodulename('x.py'), inspect.getmodulename('x.zz'), inspect.CO_GENERATOR & g.func_code.co_flags; t(inspect.getfile, C); t(inspect.getfile, len); t(inspect.getfile, sys); t(inspect.getsource, len); t(inspect.getsourcefile, int); print inspect.getsource(g), inspect.getsourcelines(C.m), inspect.findsource(f)[1], inspect.getcomments(f), inspect.getblock(['def q():\n', '  pass\n', 'x\n'])
print inspect.getmembers(C, inspect.ismethod)[0][0], [a.name + ' ' + a.kind for a in inspect.classify_class_attrs(C) if a.defining_class is C], inspect.getclasstree([C, Old, int])[0], inspect.indentsize('  \tx'), inspect.strseq((1, (2, [3])), str), inspect.formatargvalues(*inspect.getargvalues(sys._getframe()))[:20] if 0 else ''
def frames(): fr = inspect.currentframe(); return inspect.getframeinfo(fr)[2:], inspect.stack()[1][3], len(inspect.getouterframes(fr)) > 1
print frames()
print [(n, getattr(types, n).__name__) for n in sorted(dir(types)) if n.endswith('Type') and n != 'StringTypes'], types.StringTypes
def boom(n): return 1 / n if n == 0 else boom(n - 1)
try: boom(2)
except ZeroDivisionError:
    tb = sys.exc_info()[2]; print traceback.extract_tb(tb), traceback.extract_tb(tb, 1), traceback.tb_lineno(tb) > 0, traceback.format_tb(tb)[-1], traceback.format_exc(1), traceback.format_exception(*sys.exc_info())[-1], [x[3] for x in inspect.getinnerframes(tb)]; out = StringIO.StringIO(); traceback.print_exc(None, out); traceback.print_tb(tb, 1, out); traceback.print_exception(KeyError, KeyError('k'), None, file=out); print out.getvalue()
class Bad(Exception):
    def __str__(self): raise ValueError
class BadR(Exception):
    def __str__(self): return u'\xe9'
for e in ((KeyError, KeyError('a')), (KeyError, None), (Bad, Bad()), (BadR, BadR()), (SyntaxError, SyntaxError('m', ('f', 3, 4, 'text here\n'))), (SyntaxError, SyntaxError('m', ('f', None, None, None))), (SyntaxError, SyntaxError('m')), ('string', 'v'), ('string', None), (Old, Old()), (KeyError, 5), (None, None), (UnicodeError, UnicodeError(u'\u20ac')), (OSError, OSError(2, 'x', 'f')), (IndentationError, IndentationError('i', ('f', 1, 1, '  x')))): t(traceback.format_exception_only, *e)
print traceback.format_list([('f.py', 1, 'n', None), ('g.py', 2, 'm', ' src ')]), len(traceback.extract_stack(limit=1)), traceback.format_stack(limit=1)[0].split(',')[1]; print repr(linecache.getline(__file__, 2)), repr(linecache.getline(__file__, 99999)), repr(linecache.getline('none', 1)), repr(linecache.getline(__file__, 0)), linecache.getlines('none'), linecache.checkcache(), linecache.clearcache(), linecache.cache, linecache.getline('<s>', 1, {'__loader__': type('L', (), {'get_source': lambda s, n: 'line one\ntwo'})(), '__name__': 'x'}), linecache.updatecache('')
