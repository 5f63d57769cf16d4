# sys.exc_info, sys.exc_clear, bare raise and sys.exc_type across calls, generators, nested handlers, finally, callbacks and comprehensions.
import sys
def info():
    t, v, tb = sys.exc_info()
    n = 0
    while tb: n += 1; tb = tb.tb_next
    return (t and t.__name__, str(v), n)
def t(f, *a):
    try:
        print f.__name__, f(*a), info()
    except Exception as e:
        print f.__name__, 'raised', type(e).__name__, e, info()
    sys.exc_clear()
def simple():
    try: raise ValueError(1)
    except ValueError: pass
    return info()
def inner_leaves():
    def g():
        try: raise ValueError('inner')
        except ValueError: return info()
    return g(), info()
def inner_keeps_outer():
    def g():
        a = info()
        try: raise ValueError('inner')
        except ValueError: b = info()
        return a, b, info()
    try: raise KeyError('outer')
    except KeyError:
        return g(), info()
def nested_same_frame():
    try: raise KeyError('outer')
    except KeyError:
        try: raise ValueError('inner')
        except ValueError: pass
        return info()
def bare_after_nested():
    try: raise KeyError('outer')
    except KeyError:
        try: raise ValueError('inner')
        except ValueError: pass
        raise
def bare_after_call():
    def g():
        try: raise ValueError('inner')
        except ValueError: pass
    try: raise KeyError('outer')
    except KeyError:
        g()
        raise
def bare_in_call():
    def g(): raise
    try: raise KeyError('outer')
    except KeyError: g()
def bare_none(): raise
def clear_then_bare():
    try: raise KeyError('outer')
    except KeyError:
        sys.exc_clear()
        return info()
def clear_in_call():
    def g(): sys.exc_clear(); return info()
    try: raise KeyError('outer')
    except KeyError: return g(), info()
def finally_sees():
    r = []
    try:
        try: raise KeyError('k')
        finally: r.append(info())
    except KeyError: r.append(info())
    return r
def finally_no_exc():
    try: pass
    finally: return info()
def finally_return():
    try: raise KeyError('k')
    finally: return info()
def else_clause():
    try: pass
    except KeyError: pass
    else: return info()
def gen_yields_in_handler():
    def g():
        try: raise ValueError('gen')
        except ValueError:
            yield info()
            yield info()
        yield info()
    i = g(); r = [next(i)]; r.append(info())
    try: raise KeyError('between')
    except KeyError: r.append(next(i)); r.append(info()); r.append(next(i))
    return r
def gen_started_in_handler():
    def g():
        yield info()
        yield info()
    i = g()
    try: raise KeyError('h')
    except KeyError: a = next(i)
    return a, next(i), info()
def throw_into():
    def g():
        try: yield
        except ValueError: yield info()
        yield info()
    i = g(); next(i)
    return i.throw(ValueError('t')), info(), next(i), info()
def comp_in_handler():
    try: raise KeyError('c')
    except KeyError: return [info() for _ in 'a'], list(info() for _ in 'a'), map(lambda x: info(), 'a')
def hasattr_swallows():
    class A(object):
        def __getattr__(self, n): raise AttributeError(n)
    a = hasattr(A(), 'x'), getattr(A(), 'x', 5), info()
    try: raise KeyError('k')
    except KeyError: hasattr(A(), 'y'); return a, info()
def iteration_swallows():
    class It(object):
        def __iter__(self): return self
        def next(self): raise StopIteration('si')
    for x in It(): pass
    list(It())
    return info()
def callbacks():
    r = []
    def key(x):
        try: raise ValueError(x)
        except ValueError: r.append(info())
        return x
    sorted([2, 1], key=key)
    return r, info()
def old_names():
    try: raise KeyError('old')
    except KeyError: return sys.exc_type.__name__, str(sys.exc_value), sys.exc_traceback is not None
def rebinding():
    try: raise KeyError('old')
    except KeyError as e:
        e = 5
        return e, info()
def string_match():
    try:
        try: raise KeyError('a')
        except ValueError: pass
    except (ValueError, KeyError): return info()
def handler_expr_raises():
    def f(): raise TypeError('in expr')
    try: raise KeyError('a')
    except f(): pass
def handler_expr_info():
    def f():
        r.append(info()); return KeyError
    r = []
    try: raise KeyError('a')
    except f(): return r
def raise_in_handler_tb():
    def deep(): raise KeyError('deep')
    try: deep()
    except KeyError:
        t, v, tb = sys.exc_info()
        try: raise t, v, tb
        except KeyError: return info()
def del_info():
    try: raise KeyError('x')
    except KeyError:
        a = sys.exc_info(); sys.exc_clear(); b = sys.exc_info()
        raise a[0], a[1], a[2]
def import_in_handler():
    try: raise KeyError('x')
    except KeyError:
        try: import no_such_module_here
        except ImportError: a = info()
        return a, info()
def eval_in_handler():
    try: raise KeyError('x')
    except KeyError:
        exec "try: raise ValueError('e')\nexcept ValueError: q = info()" in dict(globals())
        return info(), eval('info()')
class Prop(object):
    @property
    def p(self):
        try: raise ValueError('p')
        except ValueError: return info()
def property_in_handler():
    try: raise KeyError('x')
    except KeyError: return Prop().p, info()
for f in [simple, inner_leaves, inner_keeps_outer, nested_same_frame, bare_after_nested, bare_after_call, bare_in_call, bare_none, clear_then_bare, clear_in_call, finally_sees, finally_no_exc, finally_return, else_clause, gen_yields_in_handler, gen_started_in_handler, throw_into, comp_in_handler, hasattr_swallows, iteration_swallows, callbacks, old_names, rebinding, string_match, handler_expr_raises, handler_expr_info, raise_in_handler_tb, del_info, import_in_handler, eval_in_handler, property_in_handler]:
    t(f)
