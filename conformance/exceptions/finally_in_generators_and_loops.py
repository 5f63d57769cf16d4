# try/finally, with and loops nested in generators that are closed, thrown into, collected, left by break, return and
# exceptions; what sys.exc_info() says at each place; order of the cleanups.
import sys, gc, contextlib
log = []
def note(*a): log.append(' '.join(map(str, a)))
def show(label): print '%-18s' % label, ' | '.join(log); del log[:]
def info(): return getattr(sys.exc_info()[0], '__name__', None)
class CM(object):
    def __init__(self, name, swallow=False, fail=None): self.name, self.swallow, self.fail = name, swallow, fail
    def __enter__(self): note('enter', self.name); return self
    def __exit__(self, t, v, tb):
        note('exit', self.name, t and t.__name__, info())
        if self.fail: raise self.fail
        return self.swallow
def g(n, swallow=()):
    note('start', info())
    try:
        for i in xrange(n):
            try:
                with CM('cm%d' % i):
                    x = yield i
                    note('got', x, info())
            except swallow, e: note('swallowed', type(e).__name__, info())
            else: note('else')
            finally: note('finally', i, info())
    except GeneratorExit: note('exit seen', info()); raise
    finally: note('last', info())
def consume(n, stop):
    for x in g(n):
        if x == stop: break
    else: note('exhausted')
    return x
consume(3, 9); show('whole'); consume(3, 1); show('break')
it = g(3); it.next(); it.close(); show('close'); it = g(3); it.next()
try: it.throw(KeyError, 'k')
except KeyError: note('out', info())
show('throw'); it = g(3, KeyError); it.next(); note(it.throw(KeyError), it.send('v')); it.close(); show('swallow')
it = g(2, GeneratorExit); it.next()
try: it.close()
except RuntimeError, e: note(e)
it = None; gc.collect(); show('ignores exit'); it = g(1); it.next(); del it; gc.collect(); show('collected')
it = g(2); it.close(); show('never started'); it = g(2)
try: it.throw(ValueError('early'))
except ValueError, e: note(e, info())
show('throw early')
def inner():
    try: yield 1; yield 2
    finally: note('inner', info()); yield 'from finally'; note('inner more', info())
it = inner(); it.next()
try: note(it.throw(KeyError), info()); note(list(it))
except KeyError: note('key again', info())
show('yield in finally'); it = inner(); it.next()
try: it.close()
except RuntimeError, e: note(e)
show('close refused')
def returns():
    for i in range(5):
        try:
            if i == 3: return
            yield i
        finally:
            note('f', i)
            if i == 1: continue_ = True
note(list(returns())); show('return')
def swallow_in_finally():
    while True:
        try: yield 'again'
        finally: break
    yield 'after'
it = swallow_in_finally(); it.next(); note(it.throw(KeyError)); note(list(it)); show('break in finally')
def loop_in_except():
    try: raise KeyError
    except KeyError:
        for x in g(2): note('body', x, info()); break
        note('still', info())
    note('after', info())
loop_in_except(); show('in except')
def raises_in_loop():
    for a in g(2):
        for b in g(3):
            if b == 1: raise IndexError(a)
try: raises_in_loop()
except IndexError, e: note('caught', e, info())
gc.collect(); show('raise out')
def returns_from_loop():
    for a in g(2):
        for b in g(2): return a, b
note(returns_from_loop()); show('return out')
def nested(n):
    try:
        if n:
            for x in nested(n - 1): yield x
        else: yield 0
        yield n
    finally: note('nested', n)
for x in nested(3):
    if x == 1: break
show('nested break'); note(list(nested(2))); show('nested all')
@contextlib.contextmanager
def ctx(name):
    note('+', name)
    try: yield name.upper()
    except ValueError, e: note('ctx caught', e); 
    finally: note('-', name, info())
def uses():
    with ctx('a') as a, CM('b'), ctx('c') as c:
        note(a, c); yield a + c; raise ValueError('in with')
    note('survived', info()); yield 'more'
note(list(uses())); show('contexts'); it = uses(); it.next(); it.close(); show('contexts closed')
def failing():
    try:
        with CM('x', fail=IndexError('from exit')): yield 1; raise KeyError('body')
    except IndexError, e: note('replaced', e, info()); yield 2
note(list(failing())); show('exit fails'); it = failing(); it.next(); 
try: it.close()
except RuntimeError, e: note(e)
show('exit fails closing')
def reraises():
    try: yield 1
    except Exception: note('r', info()); yield 2; note('r2', info()); raise
it = reraises(); it.next(); it.throw(KeyError('first'))
try:
    try: raise ValueError('outside')
    except ValueError: it.next()
except Exception, e: note(type(e).__name__, e)
show('bare raise after yield')
def shared():
    try: raise KeyError('gen')
    except KeyError: yield info()
    yield info()
try: raise IndexError
except IndexError:
    it = shared(); note(it.next(), info(), it.next(), info())
show('exc_info kept')
def hot(n):
    c = [0, 0, 0]
    for i in xrange(n):
        for x in nested(i % 3):
            if x == i % 4: break
        try:
            for y in g(i % 3, KeyError if i % 2 else ValueError):
                if i % 7 == 0: raise KeyError(i)
                if i % 5 == 0: break
        except KeyError: c[0] += 1
        c[1] += len(log); c[2] += sum(len(s) for s in log); del log[:]
    return c
print hot(300); gc.collect(); del log[:]
