# Programs that live on exceptions: hierarchies with codes, retry decorators, wrapping with the old traceback, errors
# collected and told together, dispatch by class, exceptions as control flow, and what sys.exc_info() says between.
import sys, traceback, functools
class AppError(Exception):
    code = 500; registry = {}
    class __metaclass__(type):
        def __init__(cls, name, bases, d):
            type.__init__(cls, name, bases, d)
            if 'code' in d: cls.registry[d['code']] = cls
        def __call__(cls, *a, **k):
            kw = dict((n, k.pop(n)) for n in list(k) if n.startswith('x_'))
            self = type.__call__(cls, *a, **k); self.__dict__.update(kw); return self
    def __str__(self): return '[%d] %s' % (self.code, Exception.__str__(self))
class NotFound(AppError, LookupError): code = 404
class Denied(AppError): code = 403
class Transient(AppError, IOError):
    code = 503
    def __init__(self, after, *a): super(Transient, self).__init__(*a); self.after = after
class Many(AppError):
    def __init__(self, errors): AppError.__init__(self, len(errors)); self.errors = errors
    def __iter__(self): return iter(self.errors)
    def __str__(self): return '; '.join('%s: %s' % (type(e).__name__, e) for e in self)
def at(tb): return ' > '.join('%s' % n for _, _, n, _ in traceback.extract_tb(tb))
def t(f, *a, **k):
    try: print f(*a, **k)
    except Exception, e: print '%s %s %r %s | %s' % (type(e).__name__, e, e.args, sorted(vars(e)), at(sys.exc_info()[2]))
print sorted((k, v.__name__) for k, v in AppError.registry.items()), [c.__name__ for c in Transient.__mro__]
def boom(c, *a, **k): raise c(*a, **k)
t(boom, NotFound, 'page'); t(boom, Denied, x_user='bob'); t(boom, Transient, 5, 'busy', 'later'); t(boom, Transient, 5, 11, 'busy', 'file')
t(boom, Many, [KeyError('k'), NotFound(u'\xe9'.encode('utf-8')), Transient(1)]); t(boom, Transient); t(boom, AppError, y=1)
def retry(n, on=(Transient,), log=None):
    def deco(f):
        @functools.wraps(f)
        def again(*a, **k):
            first = None
            for i in range(n):
                try: return f(*a, **k)
                except on, e:
                    if first is None: first = sys.exc_info()
                    if log is not None: log.append((i, type(e).__name__, sys.exc_info()[1] is e, sys.exc_info()[2] is first[2]))
                    if i == n - 1:
                        try: raise first[0], first[1], first[2]
                        finally: del first
        return again
    return deco
tries, log = [], []
@retry(3, log=log)
def flaky(limit):
    tries.append(len(tries))
    if len(tries) < limit: raise Transient(len(tries), 'try')
    return 'done after %d' % len(tries)
t(flaky, 3); print log, sys.exc_info(); del tries[:], log[:]
t(flaky, 9); print log, tries
def wrap(f, *a):
    try: return f(*a)
    except (LookupError, ArithmeticError), e: raise NotFound, NotFound('wrapped %s' % e, x_cause=e), sys.exc_info()[2]
    except AppError: raise
    except: raise AppError('else')
t(wrap, lambda: {}['x']); t(wrap, lambda: 1 / 0); t(wrap, boom, Denied, 'd'); t(wrap, boom, SystemExit, 1); t(wrap, lambda: 'fine')
t(wrap, lambda: wrap(lambda: [][3]))
def collect(jobs):
    bad, good = [], []
    for j in jobs:
        try: good.append(j())
        except Exception, e: bad.append(e)
        else: continue
        finally: good.append('|')
    if bad: raise Many(bad)
    return good
t(collect, [lambda: 1, lambda: 2]); t(collect, [lambda: 1, lambda: int('q'), lambda: None.x, lambda: collect([lambda: u'\xe9'.encode('ascii')])])
class Found(Exception): pass
def search(tree, want, path=()):
    if tree == want: raise Found(path)
    if isinstance(tree, (list, tuple)):
        for i, s in enumerate(tree): search(s, want, path + (i,))
for want in (5, [3, [4]], 'no'):
    try: search([1, (2, [3, [4]]), [[5]]], want)
    except Found, (path,): print want, path
    else: print want, 'nowhere'
handlers = {LookupError: lambda e: 'lookup', AppError: lambda e: 'app', IOError: lambda e: 'io', Exception: lambda e: 'other'}
def handle(f):
    try: f()
    except Exception, e: return [handlers[c](e) for c in type(e).__mro__ if c in handlers]
print [handle(f) for f in (lambda: boom(NotFound), lambda: boom(Transient, 1), lambda: {}[1], lambda: int(''), lambda: None)]
def states():
    out = [sys.exc_info()[0]]
    try: raise KeyError
    except KeyError:
        out.append(sys.exc_info()[0])
        try: raise ValueError
        except ValueError: out.append(sys.exc_info()[0])
        out.append(sys.exc_info()[0]); inner(out); out.append(sys.exc_info()[0])
        sys.exc_clear(); out.append(sys.exc_info()[0])
    return [c and c.__name__ for c in out]
def inner(out):
    out.append(sys.exc_info()[0])
    try: raise IndexError
    except: out.append(sys.exc_info()[0])
print states(), sys.exc_info()[0].__name__
def selecting(): calls.append('s'); return KeyError
calls = []
try:
    try: {}[0]
    except selecting(), e: print 'selected', calls
    try: pass
    except selecting(): pass
    print calls
    try: 1 / 0
    except selecting(): print 'not'
except ZeroDivisionError: print calls
for spec in ((KeyError, (ValueError, (LookupError,))), [KeyError], 'KeyError', None, object, (None, KeyError)):
    try:
        try: {}[0]
        except spec: print 'caught by', spec
    except KeyError: print 'passed', spec
print [line for line in traceback.format_exception_only(Many, Many([Denied('a\nb'), Denied()]))], traceback.format_exception_only(NotFound, None)
