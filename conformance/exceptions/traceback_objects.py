# Traceback objects and line numbers.
import sys


def lines(f, *args):
    try:
        f(*args)
    except Exception:
        tb = sys.exc_info()[2].tb_next
        out = []
        while tb:
            code = tb.tb_frame.f_code
            out.append((code.co_name, tb.tb_lineno - code.co_firstlineno))
            tb = tb.tb_next
        return out


def simple():
    x = 1
    return x / 0


def multi_line():
    return (1 +
            2 +
            undefined)


def in_call():
    return len(
        5
    )


def in_loop():
    for i in range(3):
        if i == 2:
            raise ValueError


def in_comprehension():
    return [1 / i
            for i in (1, 0)]


def in_genexp():
    return list(1 / i
                for i in (1, 0))


def nested():
    def inner():

        raise KeyError
    return inner()


def in_handler():
    try:
        1 / 0
    except ZeroDivisionError:
        pass
    [][1]


def in_finally():
    try:
        1 / 0
    finally:
        x = 2


def reraised():
    try:
        1 / 0
    except ZeroDivisionError:
        x = 1
        raise


def raise_saved():
    try:
        1 / 0
    except ZeroDivisionError as e:
        saved = e
    raise saved


def with_tb():
    try:
        simple()
    except ZeroDivisionError:
        t = sys.exc_info()
    raise t[0], t[1], t[2]


def recursive(n):
    if n:
        recursive(n - 1)
    else:
        1 / 0


def in_lambda():
    f = lambda: 1 / 0
    return f()


def in_class():
    class C(object):
        x = 1
        y = 1 / 0


def in_method():
    class C(object):
        def __add__(self, o):
            return self.missing
    return C() + 1


def in_init():
    class C(object):
        def __init__(self):
            self.x = undefined
    C()


def in_property():
    class C(object):
        @property
        def p(self):
            return {}['k']
    C().p


def in_builtin_callback():
    return map(lambda x: 1 / x, [1, 0])


def in_sort():
    return sorted([3, 1, 2], key=lambda x: x.missing)


def in_while():
    n = 3
    while n:
        n -= 1
        if not n: raise IndexError


def in_with():
    class M(object):
        def __enter__(self):
            pass

        def __exit__(self, *a):
            pass
    with M():
        x = 1
        raise ValueError


def decorated_error():
    @undefined_decorator
    def f():
        pass


def default_error():
    def f(a=1,
          b=undefined):
        pass


def wrong_call():
    simple(1)


def from_exec():
    exec 'x = 1\ny = 2\n1 / 0'


def backslash():
    x = 1 + \
        undefined
    return x


for f in [simple, multi_line, in_call, in_loop, in_comprehension, in_genexp, nested, in_handler, in_finally, reraised, raise_saved, with_tb, in_lambda, in_class, in_method, in_init, in_property, in_builtin_callback, in_sort, in_while, in_with, decorated_error, default_error, wrong_call, from_exec, backslash]:
    print f.__name__, lines(f)
print lines(recursive, 3)
try:
    simple()
except ZeroDivisionError:
    tb = sys.exc_info()[2]
    print type(tb).__name__, tb.tb_lasti >= 0, tb.tb_frame is sys._getframe(), tb.tb_next.tb_next, sorted(n for n in dir(tb) if n.startswith('tb_'))
    try:
        tb.tb_next = None
    except (TypeError, AttributeError) as e:
        print type(e).__name__
    del tb
