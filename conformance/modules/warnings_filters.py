# warnings: filters by every field, once and default, registries, stack levels, formats, wrong arguments.
import warnings, sys, StringIO
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
class W(UserWarning): pass
def caught(f):
    with warnings.catch_warnings(record=True) as w:
        f()
    return [(x.category.__name__, str(x.message), x.lineno > 0) for x in w]
for action in ('error', 'ignore', 'always', 'default', 'module', 'once', 'bogus'):
    def f():
        warnings.resetwarnings()
        try: warnings.simplefilter(action)
        except AssertionError as e: print 'AssertionError', e; return
        globals().pop('__warningregistry__', None)
        for i in range(2):
            for c in (UserWarning, W, DeprecationWarning):
                try: warnings.warn('m%d' % (i % 1), c)
                except Warning as e: print 'raised', type(e).__name__, e
        warnings.warn_explicit('x', W, 'f.py', 3, 'mod', {}); warnings.warn_explicit('x', W, 'f.py', 3, 'mod', {})
    try: print action, caught(f)
    except Warning as e: print 'out', e
for kw in ({'message': 'ab'}, {'message': 'AB'}, {'message': 'b'}, {'category': W}, {'category': UserWarning}, {'module': 'mo'}, {'module': 'mod$'}, {'lineno': 3}, {'lineno': 4}, {'append': 1}):
    def f():
        warnings.resetwarnings(); warnings.simplefilter('always'); warnings.filterwarnings('ignore', **kw); warnings.warn_explicit('abc', W, 'f.py', 3, 'mod'); warnings.warn_explicit('zzz', RuntimeWarning, 'g.py', 4, 'mo')
    print kw.keys(), caught(f)
def inner(level): warnings.warn('level', W, level)
def outer(level): inner(level)
with warnings.catch_warnings(record=True) as w:
    warnings.simplefilter('always')
    for l in (0, 1, 2, 3, 50): outer(l)
print [(x.lineno - w[0].lineno, x.filename[-18:]) for x in w]
for a in ((), ('m', 5), ('m', int), ('m', Exception), (5,), (None,), (W('inst'),), (W('inst'), UserWarning), ('m', None), ('m', W, 'x'), ('m', W, 1, 2), ('m', W, 1.5), (u'\xe9',), (ValueError('v'),)):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always'); t(warnings.warn, *a); print [(x.category.__name__, repr(x.message)) for x in w]
for a in ((), ('m',), ('m', W), ('m', W, 'f'), ('m', W, 'f', 'x'), ('m', 5, 'f', 1), ('m', W, 'f', 1, 5), ('m', W, 'f', 1, 'm', 5), ('m', W, 'f', 1, 'm', {}, 5), ('m', W, 'f.pyc', 1, None, None)):
    with warnings.catch_warnings(record=True) as w:
        warnings.simplefilter('always'); t(warnings.warn_explicit, *a); print [(x.category.__name__, x.filename, x.lineno) for x in w]
t(warnings.formatwarning, 'm', W, 'f', 3); t(warnings.formatwarning, 'm', W, 'f', 3, '  line '); out = StringIO.StringIO(); warnings.showwarning('m', W, 'f', 3, out); print repr(out.getvalue()); old = sys.stderr; sys.stderr = out
try:
    with warnings.catch_warnings(): warnings.simplefilter('always'); warnings.warn_explicit('to err', W, 'nofile', 9)
finally: sys.stderr = old
print repr(out.getvalue()); t(warnings.filterwarnings, 'ignore', 5); t(warnings.filterwarnings, 'ignore', '', 5); t(warnings.filterwarnings, 'ignore', '(' ); t(warnings.simplefilter, 'ignore', W, -1); t(warnings.simplefilter, 'ignore', lineno='x'); print warnings.WarningMessage('m', W, 'f', 1)
c = warnings.catch_warnings(); print c, warnings.catch_warnings(record=True); t(c.__exit__); c.__enter__(); t(c.__enter__); c.__exit__(None, None, None)
import _warnings; print sorted(n for n in dir(_warnings) if n[0] != '_'), _warnings.default_action, _warnings.once_registry is warnings.onceregistry, [x[0] for x in _warnings.filters][:1] != None, warnings._getaction('ign'), ; t(warnings._getaction, 'zz'); t(warnings._getcategory, 'UserWarning'); t(warnings._getcategory, 'nope'); t(warnings._getcategory, 'os.path'); t(warnings._setoption, 'ignore:a:b:c:d:e'); t(warnings._setoption, 'error::UserWarning::x')
