# sys.settrace and sys.setprofile: which events there are, and what functions may do in them.
import sys
def trace(fn, *a):
    ev = []
    base = fn.func_code.co_firstlineno
    def tracer(frame, event, arg):
        if frame.f_code.co_name in ('trace', 'tracer'): return None
        if event == 'return' and isinstance(arg, dict): arg = sorted(arg)
        if event == 'exception': arg = arg[0].__name__, str(arg[1])
        ev.append((frame.f_code.co_name, frame.f_lineno - base, event, arg if not hasattr(arg, 'gi_frame') else 'gen'))
        return tracer
    sys.settrace(tracer)
    try:
        try: fn(*a)
        finally: sys.settrace(None)
    except Exception, e:
        print type(e).__name__, e
    print fn.__name__
    for e in ev: print '  ', e
def basic():
    x = 1
    del x
    return x if 0 else 5
def loop():
    for i in range(3):
        if i != 1:
            y = i
    else:
        z = 1
    while y:
        y -= 1
def call():
    inner(1)
    inner(2)
def inner(x):
    return x + 1
def exc():
    try:
        1 / 0
    except ZeroDivisionError:
        x = 1
    finally:
        y = 2
def exc2():
    raise ValueError('x')
def gen():
    yield 1
    yield 2
def usegen():
    for i in gen():
        x = i
def tight():
    items = range(0, 3); [i for i in items]
def lam():
    f = lambda x: x * 2
    f(3)
    return [f(y)
            for y in (1, 2)]
def withs():
    class C(object):
        a = 1
    with open('/dev/null') as f:
        pass
    C()
def oneline():
    while 1: break
    for x in (1,2): pass
    if 1: a = 1
    else: b = 2
for f in basic, loop, call, exc, exc2, usegen, tight, lam, withs, oneline: trace(f)
prof = []
def p(frame, event, arg):
    if event in ('call', 'return'): prof.append((frame.f_code.co_name, event, arg))
sys.setprofile(p); call(); sys.setprofile(None)
print [e for e in prof]
def bad(frame, event, arg): raise RuntimeError('bad ' + event)
def target(): return 1
sys.settrace(bad)
try: target()
except RuntimeError, e: print e
print sys.gettrace()
def bad2(frame, event, arg):
    if event == 'line': raise RuntimeError('line')
    return bad2
sys.settrace(bad2)
try: target()
except RuntimeError, e: print e
print sys.gettrace()
def changes(frame, event, arg):
    if event == 'line' and frame.f_code.co_name == 'vars': frame.f_locals['x'] = 10
    return changes
def vars():
    x = 1
    y = x
    return y
sys.settrace(changes); r = vars(); sys.settrace(None); print r
exec compile('def g():\n  a=1\n\n  b=2\ng()\n', 'zz', 'exec')
trace(g)
