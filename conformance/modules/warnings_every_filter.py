# warnings: filters in order, registries, stacklevels, odd categories and messages, simplefilter arguments, catch_warnings misuse, formats.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import warnings, sys, linecache
class Err(object):
    def write(s, x): sys.stdout.write('ERR ' + _re.sub(r'[^ ]*/', '', x.rstrip('\n').replace('\n', ' / ')) + '\n' if x != '\n' else '')
sys.stderr = Err()
class MyW(UserWarning): pass
class NotW(object): pass
def fire(msg='message', cat=UserWarning, n=1, **k):
    for i in range(n):
        try: warnings.warn(msg, cat, **k)
        except Exception as e: print 'raised', type(e).__name__, e
for action in ('default', 'always', 'ignore', 'error', 'once', 'module', 'nonsense'):
    with warnings.catch_warnings():
        warnings.resetwarnings(); print action
        try: warnings.simplefilter(action)
        except AssertionError as e: print 'AE', e; continue
        fire(n=2); fire('other', n=1); fire(MyW('inst'), None, n=1) if 0 else fire(MyW('inst'), MyW)
        globals().pop('__warningregistry__', None)
with warnings.catch_warnings(record=True) as log:
    warnings.simplefilter('always')
    fire(cat=MyW); fire(cat=DeprecationWarning); fire(stacklevel=2); fire(stacklevel=100); fire(stacklevel=0); fire(stacklevel=-1); fire(MyW('x'), UserWarning); fire(5); fire(u'\xe9'); fire(None); fire(ValueError('v')) ; fire('c', MyW)
    for w in log: print type(w.message).__name__, w.message.args, w.category.__name__, w.filename.split('/')[-1], w.lineno > 0, w.file, w.line
for cat in (NotW, 5, 'x', ValueError, Exception, None, int, MyW('i')):
    try: warnings.warn('m', cat)
    except Exception as e: print type(e).__name__, e
t(warnings.warn); t(warnings.warn, 'a', UserWarning, 'x'); t(warnings.warn, 'a', UserWarning, 1, 2); t(warnings.warn, message='kw', category=MyW, stacklevel=1)
with warnings.catch_warnings():
    warnings.resetwarnings(); warnings.filterwarnings('ignore', 'skip.*', UserWarning); warnings.filterwarnings('error', '', MyW); warnings.filterwarnings('always', 'APP', append=True); print [(f[0], f[1] and f[1].pattern, f[2].__name__, f[3] and f[3].pattern, f[4]) for f in warnings.filters]
    fire('skip this'); fire('Skipping'); fire('SKIPx', MyW); fire('append this', n=2); fire('notskip', n=2); fire('x', MyW)
for a, k in ((('bad',), {}), (('ignore', 5), {}), (('ignore', 'm', 5), {}), (('ignore', 'm', int), {}), (('ignore', 'm', UserWarning, 5), {}), (('ignore', 'm', UserWarning, 'mod', 'x'), {}), (('ignore', 'm', UserWarning, 'mod', -1), {}), (('ignore', '('), {})):
    try: warnings.filterwarnings(*a, **k); warnings.filters.pop(0)
    except Exception as e: print type(e).__name__, e
reg = {}
with warnings.catch_warnings():
    warnings.resetwarnings(); warnings.simplefilter('default')
    for i in range(2): warnings.warn_explicit('explicit', UserWarning, 'file.py', 7, 'modname', reg)
    print sorted(map(str, reg.keys())), reg.values(); warnings.warn_explicit('explicit', UserWarning, 'file.py', 8, None, reg); warnings.warn_explicit(MyW('inst'), None, 'f.py', 9); warnings.warn_explicit('e', UserWarning, 'x.pyc', 1, registry=None)
    t(warnings.warn_explicit, 'a', 5, 'f', 1); t(warnings.warn_explicit, 'a', UserWarning, 5, 1); t(warnings.warn_explicit, 'a', UserWarning, 'f', 'x'); t(warnings.warn_explicit, 'a', UserWarning, 'f', 1, 'm', 5); t(warnings.warn_explicit, 'a'); t(warnings.warn_explicit, 'a', UserWarning, 'f', 1, 'm', {}, {'__name__': 'x'})
print repr(warnings.formatwarning('msg', MyW, 'fn', 3)), repr(warnings.formatwarning('msg', MyW, 'fn', 3, ' the line ')), repr(warnings.formatwarning(u'\xe9', MyW, 'fn', 3, ''))
class F(object):
    def write(s, x): print 'F', repr(x)
warnings.showwarning('m', UserWarning, 'fn', 1, F()); warnings.showwarning('m', UserWarning, 'fn', 1, F(), 'line')
old = warnings.showwarning; warnings.showwarning = lambda *a: sys.stdout.write('SHOW %r\n' % ([str(x)[-12:] for x in a],)); warnings.simplefilter('always'); fire('shown'); warnings.showwarning = 5; fire('bad show'); warnings.showwarning = old; f2 = warnings.formatwarning; warnings.formatwarning = lambda *a, **k: 'FORMATTED\n'; fire('fmt'); warnings.formatwarning = f2
c = warnings.catch_warnings(); t(c.__exit__); c.__enter__(); t(c.__enter__); c.__exit__(); t(warnings.catch_warnings, 1, 2) if 0 else None; print repr(warnings.catch_warnings()), repr(warnings.catch_warnings(record=True)), repr(warnings.catch_warnings(module=sys)).split('(')[0]; t(warnings.catch_warnings, True)
n = len(warnings.filters); warnings.simplefilter('ignore', MyW, 5, True); print warnings.filters[-1][0], warnings.filters[-1][4], len(warnings.filters) - n; t(warnings.simplefilter, 'ignore', lineno=-1); t(warnings.simplefilter, 'ignore', lineno='x'); print warnings._getaction('i'), warnings._getaction('e'); t(warnings._getaction, 'z'); print warnings._getcategory(''), warnings._getcategory('DeprecationWarning'); t(warnings._getcategory, 'Nope'); t(warnings._getcategory, 'a.b'); t(warnings._getcategory, 'int'); warnings._setoption('error::MyW2') if 0 else None; t(warnings._setoption, 'a:b:c:d:e:f'); t(warnings._setoption, 'error::UserWarning:mod:x'); warnings._processoptions(['bad:option:z', 'ignore']); w = warnings.WarningMessage('m', UserWarning, 'f', 1); print w
warnings.filters[:] = [('error', None, UserWarning, None, 0)]; fire('now error'); warnings.filters[:] = [5]; fire('broken'); warnings.filters[:] = []; warnings.defaultaction = 'error' if hasattr(warnings, 'defaultaction') else 0; fire('by default'); fire('again')
