# sys.exit and SystemExit, exc_info and exc_clear in nested handlers and generators.
import sys
for a in ((), (0,), (1,), ('text',), (None,), ((1, 2),), (1, 2), ([],), (2.5,), (True,), (u'\xe9',), (KeyError('k'),), (SystemExit(4),), (SystemExit,)):
    try: sys.exit(*a)
    except BaseException as e: print type(e).__name__, repr(e.args), repr(getattr(e, 'code', 'none'))
for a in ((), (1,), (1, 2), ((),), ((1, 2),)):
    e = SystemExit(*a); print repr(e), str(e), e.code, e.args, repr(e.message)
    e.code = 'changed'; print e.args, e.code; del e.code
    try: print e.code
    except AttributeError as x: print 'AttributeError', x
def names(): return [getattr(x, '__name__', type(x).__name__) for x in sys.exc_info()]
print names()
try: 1 / 0
except ZeroDivisionError:
    print names()
    try: {}['x']
    except KeyError: print names()
    print names()
    def f():
        print 'in', names()
        try: raise IndexError('i')
        except IndexError: print 'in', names()
        print 'in', names()
    f()
    print names()
    sys.exc_clear()
    print names()
print names()
def gen():
    print 'g', names()
    try: raise ValueError
    except ValueError:
        print 'g', names()
        yield 1
        print 'g', names()
    yield 2
    print 'g', names()
g = gen()
next(g)
print names()
try: raise TypeError
except TypeError:
    print names(); next(g); print names(); list(g); print names()
def clears():
    try: raise OSError(1, 'x')
    except OSError:
        sys.exc_clear()
        print names()
        try: raise
        except Exception as e: print type(e).__name__, e
try: raise KeyError('outer')
except KeyError:
    clears()
    print names()
try: raise
except Exception as e: print type(e).__name__, e
def reraise():
    try: raise
    except Exception as e: print type(e).__name__, e
sys.exc_clear(); reraise()
try: raise LookupError('l')
except LookupError: reraise()
for bad in ((1,), ('x',), (None,), (object(),), (int,), (KeyError, 1, 2), (KeyError, KeyError('a'), None), (KeyError('a'), 1), (KeyError, (1, 2)), (KeyError, None), (Exception, KeyError('sub'))):
    try:
        if len(bad) == 1: raise bad[0]
        elif len(bad) == 2: raise bad[0], bad[1]
        else: raise bad[0], bad[1], bad[2]
    except BaseException as e: print type(e).__name__, repr(e.args)
class Old: pass
class OldArgs:
    def __init__(self, a, b): self.v = a, b
try: raise Old
except Old as e: print e.__class__.__name__, names()
try: raise OldArgs, (1, 2)
except OldArgs as e: print e.v, names()
try: raise Old()
except (KeyError, Old): print names()
try: raise OldArgs, 1
except TypeError as e: print e
