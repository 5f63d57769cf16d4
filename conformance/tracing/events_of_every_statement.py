# settrace: the events and lines of loops, try, with, comprehensions, generators, lambdas, decorators, class bodies, exec, multi-line expressions.
import sys
log = []
base = [0]
def tracer(f, e, a):
    if f.f_code.co_filename != __file__: 
        if f.f_code.co_filename != '<x>': return None
    if f.f_code.co_name in ('run',): return None
    log.append('%s%s:%d%s' % (e[0], f.f_code.co_name[0] if e == 'call' else '', f.f_lineno - (base[0] if f.f_code.co_filename != '<x>' else 0), '' if e in ('line', 'call') else '=' + (repr(a)[:12] if e == 'return' else a[0].__name__)))
    return tracer
def run(f, *a):
    del log[:]
    base[0] = f.func_code.co_firstlineno
    sys.settrace(tracer)
    try:
        try: f(*a)
        except Exception as e: pass
    finally: sys.settrace(None)
    print f.__name__, ' '.join(log)
def loops(n=2):
    for i in range(n):
        if i: continue
        x = i
    else:
        y = 1
    while n:
        n -= 1
        if n == 0: break
    else: z = 1
    for i in (): pass
    else:
        pass
    while 1:
        break
    for i in [1, 2]: pass
    return (1,
            2)
def tries():
    try:
        a = 1
    except KeyError:
        b = 1
    else:
        c = 1
    finally:
        d = 1
    try:
        1 / 0
    except (KeyError,
            ZeroDivisionError):
        e = 1
    try:
        try:
            raise KeyError
        finally:
            f = 1
    except KeyError, k:
        g = 1
    try: return 5
    finally:
        h = 1
class CM(object):
    def __enter__(self): return self
    def __exit__(self, *a):
        return True
def withs():
    with CM() as c:
        x = 1
    with CM():
        raise ValueError
    with CM() as a, \
         CM() as b:
        return 3
def comps():
    a = [i
         for i in range(2)
         if i]
    b = list(i for i in (1,
                         2))
    c = {i: 1 for i in 'ab'}
    d = {i
         for i in 'a'}
    e = (lambda x: x + 1)(2)
    f = lambda: \
        5
    return f()
def gens():
    def g():
        try:
            x = yield 1
            yield 2
        finally:
            z = 1
    i = g()
    next(i)
    i.send(5)
    i.close()
    del i
def decos():
    def d(f): return f
    def inner(a=1, b=2):
        "doc"
        return a
    inner()
    @d
    class K(object):
        "doc"
        x = 1
        def m(self): return 1
    K().m()
def multi():
    x = [1,
         len('a'),
         3]
    y = max(1,
            min(2,
                3))
    z = (1 + 2 * len('b'))
    d = {'a': 1,
         'b': len('c')}
    if (x and
        y or
        z):
        pass
    assert x, \
        y
    print >>W(), x, \
        y
    del x, \
        y
    s = '''a
    b''' % ()
    z = 1 if z else \
        2
    return z
class W(object):
    def write(self, s): pass
def execs():
    exec "a = 1\nb = 2"
    exec compile("a = 1\nfor i in (1, 2):\n    b = i\n\nc = 3", '<x>', 'exec')
def raising():
    def deep():
        return {}['k']
    deep()
def ifs(a=0, b=1):
    if a:
        x = 1
    elif b:
        x = 2
    else:
        x = 3
    if not a: pass
    if 0: y = 1
    if 1: y = 2
    while 0: z = 1
    "string statement"
    5
    a = b; b = a
    global G
    pass
    import sys as s, \
        os
    from os import (path,
                    sep)
def recursion(n=2):
    if n:
        return recursion(n - 1)
def empty(): pass
def doc():
    """only
    a doc"""
def nothing_after(x=1):
    if x:
        return
for f in [loops, tries, withs, comps, gens, decos, multi, execs, raising, ifs, recursion, empty, doc, nothing_after]: run(f)
