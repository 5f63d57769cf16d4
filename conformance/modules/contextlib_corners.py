# contextlib: generators that yield wrongly, swallow, replace or re-raise; nested; closing.
import contextlib, sys, warnings
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except BaseException as e: print type(e).__name__, e
cm = contextlib.contextmanager
@cm
def none():
    if 0: yield
@cm
def two(): yield 1; yield 2
@cm
def swallow():
    try: yield 's'
    except Exception as e: print 'swallowed', type(e).__name__, e
@cm
def replace():
    try: yield
    except Exception: raise KeyError('replaced')
@cm
def reraise():
    try: yield
    except Exception: raise
@cm
def same():
    try: yield
    except Exception as e: raise e
@cm
def fails(): raise ValueError('at start'); yield
@cm
def end():
    yield
    raise ValueError('at end')
@cm
def stops():
    yield
    raise StopIteration('own')
@cm
def swallow_and_yield():
    try: yield
    except Exception: yield 'again'
@cm
def notgen(): return 5
for m in (none, two, swallow, replace, reraise, same, fails, end, stops, swallow_and_yield, notgen):
    for exc in (None, ValueError('body'), StopIteration('body'), KeyboardInterrupt('body'), SystemExit(3), 'string', KeyError):
        try:
            with m() as v:
                if exc is not None: raise exc
            print m.__name__, 'out', v
        except BaseException as e: print m.__name__, type(e).__name__, e, sys.exc_info()[1] is exc
g = swallow(); print g.__enter__(), g.__exit__(None, None, None); t(g.__enter__); g = swallow(); g.__enter__(); print g.__exit__(ValueError, ValueError('x'), None); g = swallow(); g.__enter__(); print g.__exit__(ValueError, None, None); g = two(); g.__enter__(); t(g.__exit__, None, None, None); t(g.__exit__); print type(g).__name__, swallow.__name__, swallow.__doc__
class M(object):
    def __init__(self, n, ret=False, enter=None, exit=None): self.n, self.ret, self.e, self.x = n, ret, enter, exit
    def __enter__(self):
        print 'enter', self.n
        if self.e: raise self.e
        return self.n
    def __exit__(self, *a):
        print 'exit', self.n, a[0] and a[0].__name__
        if self.x: raise self.x
        return self.ret
with warnings.catch_warnings():
    warnings.simplefilter('ignore')
    for ms in ([M(1), M(2)], [M(1), M(2, True)], [M(1, True), M(2)], [M(1), M(2, enter=KeyError('e'))], [M(1, True), M(2, enter=KeyError('e'))], [M(1), M(2, exit=KeyError('x'))], [M(1, True), M(2, exit=KeyError('x'))], []):
        for exc in (None, ValueError('b')):
            try:
                with contextlib.nested(*ms) as v:
                    print v
                    if exc: raise exc
                print 'after'
            except Exception as e: print type(e).__name__, e
            if len(ms) == 2:
                try:
                    with ms[0] as a, ms[1] as b:
                        if exc: raise exc
                    print 'after'
                except Exception as e: print type(e).__name__, e
class C(object):
    def close(self): print 'closed'
try:
    with contextlib.closing(C()) as c: print type(c).__name__; 1 / 0
except ZeroDivisionError as e: print e
try:
    with contextlib.closing(5) as c: print c
except AttributeError as e: print e
for bad in (5, None, object(), C(), type('E', (), {'__enter__': lambda s: 1})(), type('X', (), {'__exit__': lambda s, *a: 1})()):
    try:
        with bad: print 'in'
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
class Old:
    def __enter__(self): return 'old'
    def __exit__(self, *a): return True
with Old() as o: print o; raise KeyError
class Inst(object): pass
i = Inst(); i.__enter__ = lambda: 1; i.__exit__ = lambda *a: 1
try:
    with i: pass
except AttributeError as e: print e
def early():
    for i in range(3):
        with M(i):
            if i == 1: return 'ret'
            continue
print early(); print contextlib.__all__, contextlib.GeneratorContextManager.__name__
