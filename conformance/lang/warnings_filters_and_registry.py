# The warnings module from the outside: filters, registries, stacklevel, categories, showwarning, catch_warnings and errors.
import warnings, sys
out = []
def show(message, category, filename, lineno, file=None, line=None): out.append((str(message), category.__name__, filename[-12:], lineno - base, type(message).__name__))
def flush(label):
    print label, out
    del out[:]
def t(f, *a, **k):
    try: return f(*a, **k)
    except Exception as e: print type(e).__name__, e
base = 0
warnings.showwarning = show
warnings.resetwarnings()
def warn(*a, **k): warnings.warn(*a, **k)
base = sys._getframe().f_lineno
for i in range(3): warnings.warn('in loop')
flush('default')
warnings.simplefilter('always'); base = sys._getframe().f_lineno
for i in range(2): warnings.warn('always')
flush('always')
warnings.simplefilter('once'); base = sys._getframe().f_lineno
warnings.warn('once'); warnings.warn('once')
warnings.warn('once', DeprecationWarning); warnings.warn('once 2')
flush('once')
warnings.simplefilter('module'); base = sys._getframe().f_lineno
warnings.warn('mod'); warnings.warn('mod')
warnings.warn('mod')
flush('module')
warnings.simplefilter('ignore'); warnings.warn('ignored'); flush('ignore')
warnings.simplefilter('error'); t(warnings.warn, 'err'); t(warnings.warn, 'err', FutureWarning); t(warnings.warn, DeprecationWarning('inst')); flush('error')
warnings.resetwarnings(); warnings.simplefilter('always'); base = sys._getframe().f_lineno
warn('lvl', stacklevel=1); warn('lvl', stacklevel=2); warn('lvl', UserWarning, 3); warn('lvl', stacklevel=0); warn('lvl', stacklevel=-5)
flush('stacklevel')
for a in [(), (5,), ('a', 5), ('a', int), ('a', Exception), ('a', None), (None,), (KeyError('k'),), (UserWarning('u'), 5), (UserWarning, ), (u'uni',), ('a', UserWarning, 'x'), ('a', UserWarning, 1, 2), (['list'],), ('a', UserWarning('inst'))]: t(warnings.warn, *a)
base = out[0][3] if out else 0; print [o[:2] + o[4:] for o in out]; del out[:]; base = 0
t(warnings.warn, message='kw', category=UserWarning); t(warnings.warn, 'm', foo=1); print len(out); del out[:]
warnings.warn_explicit('expl', UserWarning, 'file.py', 7); warnings.warn_explicit('expl', UserWarning, 'file.py', 7, 'modname', {}); reg = {}; warnings.resetwarnings()
warnings.warn_explicit('expl', UserWarning, 'file.py', 7, 'modname', reg); warnings.warn_explicit('expl', UserWarning, 'file.py', 7, 'modname', reg); warnings.warn_explicit('expl', UserWarning, 'file.py', 8, registry=reg); flush('explicit'); print sorted(reg.items())
for a in [(), ('a',), ('a', UserWarning, 'f'), ('a', 5, 'f', 1), ('a', UserWarning, 5, 1), ('a', UserWarning, 'f', 'x'), ('a', UserWarning, 'f', 1, 'm', 5)]: t(warnings.warn_explicit, *a)
del out[:]
for kw in [dict(action='error', message='foo.*'), dict(action='always', message='bar', category=RuntimeWarning), dict(action='ignore', module='other'), dict(action='ignore', module='__main__', lineno=0)]:
    warnings.resetwarnings(); warnings.filterwarnings(**kw)
    for m, c in [('foo 1', UserWarning), ('FOO', UserWarning), ('a foo', UserWarning), ('bar', RuntimeWarning), ('bar', UserWarning)]: t(warnings.warn_explicit, m, c, 'f.py', 3, '__main__', {})
    flush(sorted(kw.items()))
for a in [('bad',), ('error', 5), ('error', '', 5), ('error', '', UserWarning, 5), ('error', '', UserWarning, '', 'x'), ('error', '', UserWarning, '', -1), ('error', '', int)]:
    try: warnings.filterwarnings(*a); print 'ok', a
    except (AssertionError, TypeError) as e: print type(e).__name__, e
try: warnings.simplefilter('nope')
except AssertionError as e: print e
warnings.resetwarnings(); warnings.simplefilter('ignore'); warnings.simplefilter('always', UserWarning, append=1); warnings.warn('x'); flush('append'); print len(warnings.filters), [f[0] for f in warnings.filters]
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always'); warnings.warn('rec', DeprecationWarning); print len(w), w[0].category.__name__, str(w[0].message), w[0].filename[-12:], w[0].line, w[0].file
    warnings.warn('rec2'); print [str(x.message) for x in w], str(w[1])[:20]
print warnings.showwarning is show, len(warnings.filters)
with warnings.catch_warnings() as w: print w; warnings.filters = [('error', None, Warning, None, 0)]; t(warnings.warn, 'inside')
c = warnings.catch_warnings(); t(c.__exit__); c.__enter__(); t(c.__enter__); c.__exit__(None, None, None); print repr(warnings.catch_warnings(record=True)), repr(warnings.catch_warnings(module=sys))[:40]
print repr(warnings.formatwarning('msg', UserWarning, 'no file', 3)), repr(warnings.formatwarning('msg', UserWarning, 'no file', 3, 'the line')), repr(warnings.formatwarning(u'm\xe9', UserWarning, 'f', 3, 'l'))
class My(UserWarning):
    def __str__(self): return 'my str'
warnings.resetwarnings(); warnings.simplefilter('always'); base = sys._getframe().f_lineno; warnings.warn(My('a')); warnings.warn('text', My); flush('own')
class Meta(type):
    def __subclasscheck__(c, x): return True
warnings.simplefilter('default')
exec compile("import warnings\nwarnings.warn('from exec')\nwarnings.warn('from exec')", '<made>', 'exec') in {'__name__': 'made'}; base = 0; flush('exec')
g = {}; exec compile("import warnings\nfor i in 1, 2: warnings.warn('no name')", 'x.py', 'exec') in g; flush('no name'); print sorted(k for k in g if k[0] == '_' and k != '__builtins__'), [k[:2] for k in g['__warningregistry__'] if isinstance(k, tuple)]
g = {'__file__': 'dir/f.pyc', '__name__': 'm'}; exec compile("import warnings\nwarnings.warn('pyc')", 'x.py', 'exec') in g; flush('pyc')
g = {'__warningregistry__': 5}; t(lambda: eval(compile("__import__('warnings').warn('bad reg')", 'x.py', 'eval'), g)); flush('bad registry')
