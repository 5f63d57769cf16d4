# Trace and profile functions that raise, return None or others, switch themselves, write f_locals, set f_trace, and are nested.
import sys
def t(f, *a):
    try: print f.__name__, f(*a)
    except Exception as e: print f.__name__, 'raised', type(e).__name__, e
    finally:
        if sys.gettrace(): print 'still tracing'; sys.settrace(None)
        if sys.getprofile(): print 'still profiling'; sys.setprofile(None)
def victim(n=3):
    a = 1
    b = 2
    return a + b + n
def raises_on_call():
    def tr(f, e, a): raise ValueError('call')
    sys.settrace(tr); return victim()
def raises_on(ev):
    def tr(f, e, a):
        if f.f_code is not victim.func_code: return None
        if e == ev: raise ValueError(ev)
        return tr
    sys.settrace(tr)
    try: return victim()
    finally: print sys.gettrace() is None,
def returns_none():
    log = []
    def tr(f, e, a): log.append((f.f_code.co_name, e))
    sys.settrace(tr); victim(); sys.settrace(None); return log
def returns_other():
    log = []
    def local(f, e, a): log.append(('local', e)); return None
    def tr(f, e, a):
        log.append(('global', e)); return local
    sys.settrace(tr); victim(); sys.settrace(None); return log
def returns_five():
    log = []
    def tr(f, e, a): log.append(e); return 5
    sys.settrace(tr)
    try: victim()
    finally: sys.settrace(None); print log
def local_returns_new():
    log = []
    def l2(f, e, a): log.append(2); return l2
    def l1(f, e, a): log.append(1); return l2
    def tr(f, e, a): return l1
    sys.settrace(tr); victim(); sys.settrace(None); return log
def writes_locals():
    def tr(f, e, a):
        if f.f_code is victim.func_code and e == 'line': f.f_locals['a'] = 100; f.f_locals['n'] = 7; f.f_locals['newname'] = 1
        return tr
    sys.settrace(tr); r = victim(); sys.settrace(None); return r
def deletes_locals():
    def tr(f, e, a):
        if f.f_code is victim.func_code and e == 'line' and 'b' in f.f_locals: del f.f_locals['b']
        return tr
    sys.settrace(tr)
    try: return victim()
    finally: sys.settrace(None)
def deletes_params():
    def tr(f, e, a):
        if f.f_code is victim.func_code and e == 'line': f.f_locals.pop('n', 0)
        return tr
    sys.settrace(tr)
    try: return victim()
    finally: sys.settrace(None)
def cell_victim():
    a = 1
    def g(): return a
    b = g()
    return g(), b
def writes_cells():
    def tr(f, e, a):
        if f.f_code is cell_victim.func_code and e == 'line' and 'g' in f.f_locals: f.f_locals['a'] = 'written'
        return tr
    sys.settrace(tr); r = cell_victim(); sys.settrace(None); return r
def switches_off():
    log = []
    def tr(f, e, a):
        log.append(e)
        if len(log) == 3: sys.settrace(None)
        return tr
    sys.settrace(tr); victim(); victim(); sys.settrace(None); return log
def f_trace_by_hand():
    log = []
    def tr(f, e, a): log.append(('g', e, f.f_code.co_name))
    def loc(f, e, a): log.append(('l', e, f.f_lineno - f.f_code.co_firstlineno)); return loc
    sys.settrace(tr); f = sys._getframe(); f.f_trace = loc
    x = 1
    victim()
    del f.f_trace
    y = 1
    sys.settrace(None); del f; return log
def profile_c_calls():
    log = []
    def pr(f, e, a): log.append((e, getattr(a, '__name__', a)))
    sys.setprofile(pr); len('a'); [].append(1); victim(); int('5'); 'a'.join(['b']); sorted([2, 1], key=lambda x: x)
    try: int('x')
    except ValueError: pass
    try: len(5)
    except TypeError: pass
    map(len, ['a']); str(5); dict(a=1); isinstance(1, int); list(i for i in 'ab')
    sys.setprofile(None); return log
def profile_raises():
    def pr(f, e, a):
        if e == 'c_call' and a is len: raise KeyError('prof')
    sys.setprofile(pr)
    return len('a')
def profile_exceptions():
    log = []
    def pr(f, e, a): log.append((e, f.f_code.co_name, a if a is None or isinstance(a, (int, str)) else getattr(a, '__name__', '')))
    def bad(): raise ValueError
    def g():
        yield 1
        raise KeyError
    sys.setprofile(pr)
    try: bad()
    except ValueError: pass
    try:
        for x in g(): pass
    except KeyError: pass
    sys.setprofile(None); return log
def both():
    log = []
    def tr(f, e, a): log.append('t' + e[0]); return tr
    def pr(f, e, a): log.append('p' + e[0])
    sys.settrace(tr); sys.setprofile(pr); victim(); sys.setprofile(None); sys.settrace(None); return ' '.join(log)
def nested_in_tracer():
    log = []
    def tr(f, e, a): log.append(e); victim(); return tr
    sys.settrace(tr); victim(); sys.settrace(None); return log
def exception_args():
    log = []
    def tr(f, e, a):
        if e == 'exception': log.append((f.f_code.co_name, a[0].__name__, type(a[1]).__name__, str(a[1]), a[2].tb_frame is f, a[2].tb_next is None))
        return tr
    def deep(): raise ValueError, 'text'
    def mid(): deep()
    def it(): return [x for x in iter([1, 2])], next(iter([]), 5)
    def cls(): raise KeyError
    sys.settrace(tr)
    for f in (mid, it, cls):
        try: f()
        except Exception: pass
    sys.settrace(None); return log
for f in [raises_on_call, returns_none, returns_other, returns_five, local_returns_new, writes_locals, writes_cells, switches_off, profile_c_calls, profile_raises, profile_exceptions, both, nested_in_tracer, exception_args]: t(f)
for e in ['line', 'return', 'call', 'exception']: t(raises_on, e)
for f in (sys.settrace, sys.setprofile):
    for a in [(), (1, 2), (None,)]:
        try: print f(*a),
        except TypeError as e: print e,
        print
print sys.gettrace(), sys.getprofile()
