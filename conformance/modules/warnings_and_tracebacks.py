# warnings, traceback, contextlib, atexit, __future__: how things are shown, filtered, formatted and nested.
import warnings, traceback, sys, StringIO, __future__, contextlib, atexit, os, re
def show(): return re.sub(r'File "[^"]*"', 'File F', o.getvalue())
o = StringIO.StringIO()
def f(n):
    if n: return f(n - 1)
    raise ValueError('deep\nline')
try: f(2)
except ValueError: traceback.print_exc(file=o); traceback.print_exc(1, o); tb = sys.exc_info()[2]; print show(); print [(l, n, x) for _, l, n, x in traceback.extract_tb(tb)], len(traceback.extract_tb(tb, 2)), traceback.tb_lineno(tb); print re.sub(r'"[^"]*"', 'F', ''.join(traceback.format_tb(tb, 1))), traceback.format_exc().splitlines()[-2:]
for e in (ValueError('x'), ValueError(), ValueError(u'\xe9'), KeyError('k'), 'string', None, ValueError(1, 2), SyntaxError('m', ('file', 3, 5, 'abc def\n')), SyntaxError('m'), SyntaxError('m', (None, 1, None, None)), SyntaxError('m', ('f', 1, 99, '  ab')), IOError(2, 'no', 'f'), type('Bad', (Exception,), {'__str__': lambda s: 1 / 0})(), type('Nul', (Exception,), {'__str__': lambda s: '', '__module__': 'mod'})()): print traceback.format_exception_only(type(e) if not isinstance(e, (str, type(None))) else e, e if not isinstance(e, str) else 'v')
print traceback.format_list([('f', 1, 'n', 'src'), ('f', 2, 'n', None)]), traceback.format_exception(None, None, None), [x[2] for x in traceback.extract_stack()], traceback.format_stack()[-1].splitlines()[0].split(',')[-1]; o.truncate(0); traceback.print_list([('f', 1, 'n', 's')], o); traceback.print_exception(ValueError, 'val', None, file=o); traceback.print_stack(limit=1, file=o); print show()
def w(*a, **k):
    with warnings.catch_warnings(record=True) as l: warnings.resetwarnings(); [warnings.filterwarnings(*x) if isinstance(x, tuple) else warnings.simplefilter(x) for x in k.pop('filters', ['always'])]; r = None; [warnings.warn(*a) for i in (1, 2)]
    return [(str(x.message), x.category.__name__, x.lineno > 0, x.line) for x in l]
for fl in (['always'], ['default'], ['once'], ['ignore'], ['module'], [('ignore', 'hel')], [('ignore', 'zzz')], [('ignore', '', DeprecationWarning)], [('ignore', '', Warning, 'nomod')]): print fl, w('hello', UserWarning, filters=fl)
for a in (('m',), (UserWarning('inst'),), ('m', DeprecationWarning), ('m', 5), ('m', int), ('m', UserWarning, 99), (5,)):
    try: print w(*a)
    except Exception as e: print type(e).__name__, e
try: w('err', UserWarning, filters=['error'])
except UserWarning as e: print 'raised', e
for a in (('bogus',), ('ignore', 5), ('ignore', '', 5), ('ignore', '', UserWarning, '', -1)):
    try: warnings.filterwarnings(*a)
    except (AssertionError, Exception) as e: print type(e).__name__, e
print warnings.formatwarning('m', UserWarning, 'file', 3, 'src line'), warnings.formatwarning('m', UserWarning, 'nofile', 3); o.truncate(0); warnings.showwarning('msg', UserWarning, 'ff', 9, o, 'code'); print o.getvalue(), repr(warnings.WarningMessage('m', UserWarning, 'f', 1))[:8]
for s in ('ignore', 'error::DeprecationWarning', 'ignore:msg:UserWarning:mod:5', 'i', 'bogus', 'ignore::NoSuch', 'ignore::mod.W', 'ignore::::x', 'a:b:c:d:e:f', 'error:::m'):
    try: warnings.resetwarnings(); warnings._setoption(s); print s, [(a, m and m.pattern, c.__name__, d and d.pattern, l) for a, m, c, d, l in warnings.filters]
    except Exception as e: print s, type(e).__name__, e
warnings.resetwarnings(); warnings.simplefilter('default'); reg = {}; e, sys.stderr = sys.stderr, StringIO.StringIO()
for i in (1, 1, 2): warnings.warn_explicit('expl', UserWarning, 'nofile.py', i, 'mod', reg)
v = sys.stderr.getvalue(); sys.stderr = e; print v, sorted(k[2] for k in reg)
with warnings.catch_warnings(): x = warnings.filters; warnings.simplefilter('error')
print warnings.filters is x if 0 else 'restored', repr(warnings.catch_warnings()), repr(warnings.catch_warnings(record=True, module=sys))[:30]
c = warnings.catch_warnings()
try: c.__exit__()
except RuntimeError as e: print e
with c:
    try: c.__enter__()
    except RuntimeError as e: print e
@contextlib.contextmanager
def cm(n, swallow=False):
    print 'enter', n
    try: yield n * 2
    except KeyError as e:
        print 'caught', e
        if not swallow: raise
    finally: print 'exit', n
with cm(1) as a, cm(2, True) as b: print a, b; raise KeyError('x')
try:
    with cm(3): raise ValueError('v')
except ValueError as e: print e
for g in (lambda: iter(()), lambda: iter([1, 2])):
    try:
        with contextlib.contextmanager(lambda: (x for x in g()))(): pass
    except RuntimeError as e: print e
@contextlib.contextmanager
def stop(): yield; raise StopIteration
try:
    with stop(): pass
    print 'fine'
except Exception as e: print type(e).__name__
with contextlib.closing(StringIO.StringIO('q')) as q: print q.read()
print q.closed, contextlib.nested.__name__, [n for n in __future__.all_feature_names], __future__.division, __future__.with_statement.getMandatoryRelease()
print atexit.register(lambda *a, **k: sys.stdout.write('bye %s %s\n' % (a, sorted(k.items()))), 1, z=2) is not None; atexit.register(sys.stdout.write, 'first\n'); e = sys.stderr
try: atexit.register()
except TypeError as x: print 'TypeError'
