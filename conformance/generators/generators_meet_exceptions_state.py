# Generators and sys.exc_info(): what a generator sees of its caller's exception and the caller of its own; re-raise inside; finally order; hot.
import sys
def info(): return sys.exc_info()[0] and sys.exc_info()[0].__name__
def g1():
    print 'start', info()
    try:
        try: raise KeyError('k')
        except KeyError:
            print 'in', info(); yield 1
            print 'resumed', info(); yield 2
            print 'again', info()
        yield 3
        print 'after', info()
    finally: print 'fin', info()
g = g1(); next(g); print 'caller', info()
try: raise ValueError('v')
except ValueError:
    print next(g), info()
    next(g); print info()
print info()
try: next(g)
except StopIteration: print 'stop', info()
sys.exc_clear(); print info()
def g2():
    try: yield 1
    except Exception as e: print 'caught', repr(e), info(); yield 2; print 'bare',; raise
    finally: print 'f'
for exc in ((TypeError,), (TypeError, 'msg'), (TypeError, TypeError('inst')), (TypeError('i'),), (TypeError, ('a', 'b')), (TypeError, None), (GeneratorExit,), (StopIteration, 's')):
    g = g2(); next(g)
    try: print g.throw(*exc); print next(g)
    except BaseException as e: print 'out', repr(e)
def outer():
    for x in inner(): 
        try: yield x
        except ZeroDivisionError as e: yield 'outer caught %s' % e
def inner():
    try:
        yield 1; yield 2
    finally: print 'inner finally'
o = outer(); print next(o), o.throw(ZeroDivisionError('zd')), next(o); print list(o), list(o)
def raising_in_finally():
    try: yield 1
    finally: raise KeyError('from finally')
g = raising_in_finally(); next(g)
try: g.close()
except KeyError as e: print 'close raised', e
g = raising_in_finally(); next(g)
try: g.throw(ValueError('x'))
except KeyError as e: print 'throw raised', e
def ignoring():
    while True:
        try: yield 1
        except GeneratorExit: print 'ignoring'; yield 'again'; return
g = ignoring(); next(g)
try: g.close()
except RuntimeError as e: print e
def ctx():
    class C(object):
        def __enter__(s): print 'enter'; return s
        def __exit__(s, *a): print 'exit', a[0] and a[0].__name__; return a[0] is KeyError
    with C():
        with C(): yield 1; raise KeyError('swallowed')
        yield 2
        raise IndexError('goes out')
g = ctx()
try:
    for v in g: print v
except IndexError as e: print 'IE', e
g = ctx(); next(g); g.close()
g = ctx(); next(g); print g.throw(KeyError); 
try: g.throw(StopIteration)
except StopIteration: print 'SI'
def hot(n):
    def gen():
        for i in xrange(n):
            try:
                if i % 3 == 0: raise ValueError(i)
                yield i
            except ValueError as e: yield -e.args[0]
            finally: tot[0] += 1
    tot = [0]; s = 0
    for v in gen(): s += v
    return s, tot
print hot(3000)
def hot2(n):
    def echo():
        v = None
        while 1:
            try: v = yield v
            except TypeError: v = 'te'
    e = echo(); next(e); c = 0
    for i in xrange(n):
        if i % 7 == 3: c += e.throw(TypeError) == 'te'
        else: c += e.send(i) == i
    return c
print hot2(3000)
def nested_raise():
    try: raise KeyError(1)
    except KeyError:
        for x in g3(): print 'x', x, info()
        try: raise
        except Exception as e: print repr(e)
def g3():
    try: raise IndexError(2)
    except IndexError: yield info()
    yield info()
nested_raise()
def ret():
    try: return
    finally:
        yield 'yield in finally of return'
print list(ret())
def loop():
    for i in range(3):
        try:
            if i == 1: continue
            yield i
        finally: yield 'f%d' % i
print list(loop())
print [type(x).__name__ for x in (g1(), (i for i in ()))], g1.func_code.co_flags & 0x20, repr(g1()).split(' at')[0]
