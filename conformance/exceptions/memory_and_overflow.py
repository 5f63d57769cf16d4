# MemoryError, OverflowError and RuntimeError instead of crashes.
import sys
for code in ["'x' * (1 << 62)", "[0] * (1 << 62)", "(0,) * (1 << 62)", "'x' * (1 << 70)", "[1] * (1 << 70)", "range(1 << 62)", "range(1 << 70)", "xrange(1 << 70)", "u'x' * (1 << 61)", "'ab' * sys.maxint", "[1, 2] * sys.maxint", "bytearray(1 << 62)", "'%*d' % (1 << 62, 1)", "'a'.center(1 << 62)", "'a'.ljust(sys.maxint)", "'a'.zfill(sys.maxint)", "'a'.replace('a', 'b' * 10) * 0", "''.join(['x'] * 3) * sys.maxint", "list(xrange(1 << 62))[:0] if 0 else 'skip'", "10 ** 400 * 1.0", "float(10 ** 400)", "int(1e400)", "1 << (1 << 70)", "chr(1 << 70)", "unichr(1 << 70)", "'abc'[1 << 70]", "[1][1 << 70]", "[1].pop(1 << 70)", "[1].insert(1 << 70, 2)", "'a'.find('a', 1 << 70)", "[1, 2].index(2, -1 << 70)", "'abc'[:1 << 70]", "range(3)[-1 << 70:1 << 70]", "divmod(1 << 70, 0)", "round(1e308, -308)", "round(2.5, 1 << 70)", "2.0 ** 1e10", "1e308 * 1e308", "-1e308 * 1e308", "(1 << 1100) / 3.0", "(1 << 1100) / (1 << 1099)", "1e-320 / 1e10", "hash(1 << 5000)", "complex(10 ** 400)", "pow(2, 1 << 70, 7)", "sum([1 << 63, -1])", "sys.maxint + 1 - 1", "len(xrange(-sys.maxint, sys.maxint))", "xrange(sys.maxint)[-1]", "xrange(-sys.maxint - 1, sys.maxint, 1 << 62)[1]", "'%c' % (1 << 70)", "'%d' % (1 << 70)", "'%.9999999999f' % 1", "'{:1000000000000000000000}'.format(1)", "[].__imul__(1 << 70)", "sys.setrecursionlimit(1 << 70)", "time_travel"]:
    try:
        r = repr(eval(code))
        print code, r if len(r) < 60 else len(r)
    except Exception as e:
        print code, type(e).__name__, e


def depth(f):
    n = 0
    try:
        f()
    except RuntimeError as e:
        return str(e)[:32]


def direct():
    direct()


def via_map():
    map(lambda x: via_map(), [1])


def via_sort():
    sorted([2, 1], key=lambda x: via_sort())


def via_apply():
    apply(via_apply)


def via_eval():
    eval('via_eval()')


def via_exec():
    exec 'via_exec()'


def via_init():
    class A(object):
        def __init__(self):
            A()
    A()


def via_str():
    class A(object):
        def __str__(self):
            return '%s' % self
    str(A())


def via_cmp():
    class A(object):
        def __cmp__(self, o):
            return cmp(self, o)
    A() == A()


def via_hash():
    class A(object):
        def __hash__(self):
            return hash(self)
    {A(): 1}


def via_iter():
    class A(object):
        def __iter__(self):
            return iter(self)
    list(A())


def via_old():
    class A:
        def __getattr__(self, n):
            return self.x
    A().y


def via_descr():
    class A(object):
        @property
        def p(self):
            return self.p
    A().p


def via_with():
    class A(object):
        def __enter__(self):
            with A():
                pass

        def __exit__(self, *a):
            pass
    with A():
        pass


def via_lambda():
    f = lambda: f()
    f()


def via_genexp():
    def g():
        return sum(g() for i in [1])
    g()


def via_getitem():
    class A(object):
        def __getitem__(self, i):
            return self[i]
    A()[0]


def via_nonzero():
    class A(object):
        def __nonzero__(self):
            return bool(self)
    not A()


def via_coerce():
    class A:
        def __coerce__(self, o):
            return coerce(self, o)
    A() + 1


def via_isinstance():
    class M(type):
        def __instancecheck__(cls, o):
            return isinstance(o, cls)

    class A(object):
        __metaclass__ = M
    isinstance(1, A)


for f in [direct, via_map, via_sort, via_apply, via_eval, via_exec, via_init, via_str, via_cmp, via_hash, via_iter, via_old, via_descr, via_with, via_lambda, via_genexp, via_getitem, via_nonzero, via_coerce, via_isinstance]:
    print f.__name__, depth(f), depth(f)
