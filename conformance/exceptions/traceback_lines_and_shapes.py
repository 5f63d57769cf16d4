# Traceback objects: chain, lines of every statement kind, tb_lasti kept by raise with traceback, extract and format functions, cycles.
import sys, traceback
def lines(f, *a):
    base = f.func_code.co_firstlineno
    try: f(*a)
    except:
        tb = sys.exc_info()[2].tb_next
        r = []
        while tb:
            r.append((tb.tb_frame.f_code.co_name, tb.tb_lineno - base, tb.tb_frame.f_lineno - base))
            tb = tb.tb_next
        print f.__name__, sys.exc_info()[0].__name__, r
def multi_call():
    x = max(1,
            len(5),
            3)
def multi_binop():
    return (1 +
            2 /
            0)
def in_list():
    a = [1,
         2,
         {}['k']]
def in_dict():
    a = {'a': 1,
         'b': [][1],
         'c': 2}
def in_comp():
    a = [1 / x
         for x in
         (1, 0)]
def in_gen():
    a = list(1 / x
             for x in
             (1, 0))
def in_lambda():
    f = lambda x: \
        x / 0
    f(1)
def in_default():
    def g(a=1,
          b=1 / 0): pass
def in_decorator():
    @len
    @str
    def g(): pass
    @str(5)
    def h():
        pass
def in_class():
    class A(object):
        x = 1
        y = x / 0
def in_finally():
    try:
        {}['k']
    finally:
        x = 1
        y = 2
def finally_raises():
    try: {}['k']
    finally:
        [][1]
def handler_raises():
    try:
        {}['k']
    except KeyError:
        x = 1
        [][1]
def reraise():
    try:
        {}['k']
    except KeyError:
        x = 1
        raise
def reraise_tb():
    try:
        {}['k']
    except KeyError:
        t, v, tb = sys.exc_info()
        raise t, v, tb
def raise_other_tb():
    def deep(): {}['deep']
    try: deep()
    except KeyError:
        tb = sys.exc_info()[2]
    raise ValueError, 'x', tb
def raise_tb_next():
    def deep(): {}['deep']
    try: deep()
    except KeyError:
        tb = sys.exc_info()[2]
    raise ValueError, 'x', tb.tb_next
def loop_head():
    for x in \
        5:
        pass
def loop_next():
    def g():
        yield 1
        1 / 0
    for x in g():
        y = 1
        z = 2
def while_test():
    n = 2
    while 1 / n:
        n -= 1
        m = 1
        n = 0
def with_enter():
    with 5:
        pass
def with_exit():
    class C(object):
        def __enter__(self): pass
        def __exit__(self, *a):
            1 / 0
    with C():
        x = 1
        y = 2
def with_body():
    class C(object):
        def __enter__(self): pass
        def __exit__(self, *a): pass
    with C():
        x = 1
        1 / 0
        y = 2
def unpack():
    a, \
        b = \
        5
def attr_store():
    x = 5
    x.y = \
        6
def sub_store():
    x = ()
    x[
        0
    ] = 1
def aug():
    x = 'a'
    x += \
        1
def delete():
    x = 1
    del x, \
        x
def assert_(): 
    assert 0, \
        'msg'
def print_():
    class B(object):
        def __str__(self): return 5
    print >>sys.stderr if 0 else Null(), \
        B()
class Null(object):
    def write(self, s): pass
def import_():
    x = 1
    import nothing_here_at_all, \
        sys
def from_():
    from sys import (path,
                     nothing_at_all)
def exec_():
    exec "x = 1\ny = 2\n1/0"
def eval_():
    eval("1 +\\\n 1/0")
def recursion_(n=3):
    if n == 0: raise KeyError
    recursion_(n - 1)
def ifelse():
    x = (1
         if 1 / 0
         else 2)
def boolop():
    x = (0 or
         '' or
         1 / 0)
def compare():
    x = (1 <
         2 <
         1 / 0)
def call_kw():
    f = lambda **k: 0
    f(a=1,
      b=1 / 0)
def call_star():
    f = lambda *k: 0
    f(1,
      *5)
def string_format():
    x = '%d %s' % (
        1,
        )
def yield_():
    def g():
        x = (yield
             1)
        {}[x]
    i = g(); next(i)
    i.send(5)
def throw_():
    def g():
        yield 1
        yield 2
    i = g(); next(i); next(i)
    i.throw(KeyError)
def del_slice():
    x = ()
    del x[1:
          2]
for f in [multi_call, multi_binop, in_list, in_dict, in_comp, in_gen, in_lambda, in_default, in_decorator, in_class, in_finally, finally_raises, handler_raises, reraise, reraise_tb, raise_other_tb, raise_tb_next, loop_head, loop_next, while_test, with_enter, with_exit, with_body, unpack, attr_store, sub_store, aug, delete, assert_, print_, import_, from_, exec_, eval_, recursion_, ifelse, boolop, compare, call_kw, call_star, string_format, yield_, throw_, del_slice]: lines(f)
try: recursion_()
except KeyError:
    for lim in (None, 0, 1, 2, -1): print lim, [x[1:3] for x in traceback.extract_tb(sys.exc_info()[2], lim)]
    print traceback.format_exc(2)
    print ''.join(traceback.format_exception_only(*sys.exc_info()[:2]))
    tb = sys.exc_info()[2]
    for a in ('tb_next', 'tb_frame', 'tb_lasti', 'tb_lineno', 'other'):
        try: setattr(tb, a, None); print a
        except (TypeError, AttributeError) as e: print type(e).__name__, e
    try: type(tb)()
    except TypeError as e: print e
    print dir(tb)
for bad in [(ValueError, 'x', 5), (ValueError('a'), 'b'), (ValueError, ValueError('v'), None), (ValueError, KeyError('v')), (ValueError, (1, 2)), (ValueError, None), ('str',), (5,), (ValueError, 'x', None)]:
    try:
        if len(bad) == 3: raise bad[0], bad[1], bad[2]
        elif len(bad) == 2: raise bad[0], bad[1]
        else: raise bad[0]
    except Exception as e: print type(e).__name__, e.args
for x in [SyntaxError('msg', ('f', 1, 2, 'text here')), SyntaxError('m'), UnicodeError(u'\xe9'), KeyError(u'\xe9'), ValueError('a\nb'), ValueError(), Exception(1, 2), IOError(2, 'No'), IOError(2, 'No', 'fn')]: print traceback.format_exception_only(type(x), x)
