# A trace function is told of an exception once in each frame, also where that raises it again.
import sys
def tr(f,e,a):
    if e=='exception': a=(a[0].__name__, str(a[1]))
    else: a = None
    log.append((f.f_code.co_name,e,f.f_lineno,a))
    return tr
log=[]
def inner():
    raise ValueError('x')
def bare():
    try:
        inner()
    except ValueError:
        raise
def three():
    try:
        inner()
    except ValueError:
        t=sys.exc_info()
        raise t[0],t[1],t[2]
def saved():
    try:
        inner()
    except ValueError:
        t=sys.exc_info()
    raise t[0],t[1],t[2]
def fin():
    try:
        inner()
    finally:
        x=1
def new():
    try:
        inner()
    except ValueError, e:
        raise KeyError(1)
def gen():
    try:
        inner()
        yield 1
    except ValueError:
        raise
def gen2():
    try:
        yield 1
    except ValueError:
        raise
def withs():
    class C:
        def __enter__(s): pass
        def __exit__(s,*a): return False
    with C():
        inner()
def nested():
    try:
        try:
            inner()
        except KeyError:
            pass
    except IndexError:
        pass
def nested2():
    try:
        try:
            inner()
        except ValueError:
            raise
    except ValueError:
        pass
def d_gen2():
    g=gen2(); next(g)
    g.throw(ValueError('q'))
def d_gen2b():
    g=gen2(); next(g)
    try: inner()
    except: t=sys.exc_info()
    g.throw(*t)
def d_gen3():
    g=gen2()
    g.throw(ValueError('q'))
for f in (bare,three,saved,fin,new,lambda: list(gen()),withs,nested,nested2,d_gen2,d_gen2b,d_gen3):
    del log[:]
    sys.settrace(tr)
    try:
        f()
    except Exception: pass
    sys.settrace(None)
    print f.__name__
    for l in log: print '  ',l
