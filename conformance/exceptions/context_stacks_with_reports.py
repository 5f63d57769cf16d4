# Stacks of context managers in miniature: exits in reverse, exceptions replaced and swallowed on the way out, tracebacks
# formatted by the traceback module at each level, contextlib's decorators and closings among hand-written classes.
import sys, traceback, contextlib
log = []
class CM(object):
    def __init__(self, name, swallow=None, fail=None, enter=None): self.name, self.swallow, self.fail, self.enter = name, swallow, fail, enter
    def __enter__(self):
        if self.enter: raise self.enter
        log.append('+' + self.name); return self
    def __exit__(self, t, v, tb):
        log.append('-%s%s' % (self.name, t and '(%s)' % t.__name__ or ''))
        if self.fail: raise self.fail
        return self.swallow and t is not None and issubclass(t, self.swallow)
class OldCM:
    def __enter__(self): log.append('+old'); return 'old'
    def __exit__(self, *a): log.append('-old %s' % (a[0] and a[0].__name__)); return 0
class Stack(object):
    def __init__(self): self.exits = []
    def __enter__(self): return self
    def push(self, cm):
        exit_ = type(cm).__exit__; r = type(cm).__enter__(cm)
        self.exits.append(lambda *a: exit_(cm, *a)); return r
    def call(self, f, *a, **k): self.exits.append(lambda *exc: f(*a, **k) and False)
    def __exit__(self, *exc):
        pending = exc
        while self.exits:
            f = self.exits.pop()
            try:
                if f(*pending): pending = (None, None, None)
            except: pending = sys.exc_info()
        if pending[0] is not None:
            if pending[1] is exc[1]: return False
            raise pending[0], pending[1], pending[2]
        return True
def shape(tb): return ['%s:%s' % (n, s) for f, l, n, s in traceback.extract_tb(tb)]
def run(name, f):
    del log[:]
    try: r = f()
    except Exception, e: r = '%s %s | %s' % (type(e).__name__, e, ' / '.join(shape(sys.exc_info()[2])))
    print name, r, log
def plain():
    with CM('a') as a, CM('b') as b, OldCM() as c: return a.name, b.name, c
run('plain', plain)
def body(*cms):
    with Stack() as s:
        for c in cms: s.push(c)
        s.call(log.append, 'called')
        raise KeyError('body')
run('raise', lambda: body(CM('a'), CM('b')))
run('swallow', lambda: body(CM('a'), CM('b', KeyError), CM('c', ValueError)))
run('replace', lambda: body(CM('a'), CM('b', fail=ValueError('from b')), CM('c')))
run('replace, swallow', lambda: body(CM('a', ValueError), CM('b', fail=ValueError('from b')), OldCM()))
run('enter', lambda: body(CM('a'), CM('b', enter=OSError(2, 'no entry')), CM('c')))
def nested():
    with CM('outer', ZeroDivisionError):
        for i in range(3):
            with CM('loop%d' % i):
                if i == 1: continue
                with CM('inner', fail=i == 2 and ZeroDivisionError('exit') or None): pass
        return 'not reached'
    return 'after'
run('nested', nested)
@contextlib.contextmanager
def tag(name, hide=()):
    log.append('<%s>' % name)
    try: yield name.upper()
    except hide, e: log.append('hid %r' % e)
    else: log.append('fine')
    finally: log.append('</%s>' % name)
def tags(exc, hide=()):
    with tag('p', hide) as P:
        with tag('b') as B:
            log.append(P + B)
            if exc: raise exc
    return 'end'
run('tags', lambda: tags(None)); run('tags raise', lambda: tags(IndexError(1))); run('tags hide', lambda: tags(IndexError(1), IndexError))
@contextlib.contextmanager
def bad(how):
    if how == 'twice': yield 1; yield 2
    elif how == 'never': return
    elif how == 'stop':
        try: yield 3
        except StopIteration: raise
    elif how == 'turn':
        try: yield 4
        except KeyError: raise ValueError, 'turned'
def with_bad(how, exc=None):
    with bad(how) as x:
        if exc: raise exc
    return x
for how in ('twice', 'never', 'stop', 'turn'):
    run(how, lambda: with_bad(how)); run(how + ' stop', lambda: with_bad(how, StopIteration('s'))); run(how + ' key', lambda: with_bad(how, KeyError('k')))
class Closes(object):
    def close(self): log.append('closed')
def closings():
    with contextlib.closing(Closes()) as c: return type(c).__name__
run('closing', closings)
def lacking(o):
    with o: pass
class NoExit(object):
    def __enter__(self): log.append('entered')
class NoEnter(object):
    def __exit__(self, *a): pass
class OldNone: pass
for o in (NoExit(), NoEnter(), OldNone(), 5): run(type(o).__name__, lambda: lacking(o))
i = NoExit(); i.__exit__ = lambda *a: 1; run('on the instance', lambda: lacking(i))
o = OldNone(); o.__enter__ = lambda: log.append('in'); o.__exit__ = lambda *a: log.append(len(a)); run('on the old instance', lambda: lacking(o))
def leaving():
    for i in range(4):
        with CM(str(i)):
            try:
                if i == 2: break
            finally: log.append('f')
    else: return 'else'
    return i
run('break', leaving)
def chained():
    try:
        with CM('a', fail=TypeError('second')): raise KeyError('first')
    except TypeError: return traceback.format_exception_only(*sys.exc_info()[:2]), shape(sys.exc_info()[2])
run('chained', chained)
try:
    with CM('z'): raise 'string', 5
except TypeError, e: print e
