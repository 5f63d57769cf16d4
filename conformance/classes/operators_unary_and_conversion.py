# Unary operators and conversions.
class N(object):
    def __neg__(self): return 'neg'
    def __pos__(self): return 'pos'
    def __invert__(self): return 'invert'
    def __abs__(self): return 'abs'
    def __int__(self): return 5
    def __long__(self): return 6L
    def __float__(self): return 7.5
    def __complex__(self): return 8j
    def __oct__(self): return 'oct'
    def __hex__(self): return 'hex'
    def __index__(self): return 2
    def __str__(self): return 'str'
    def __repr__(self): return 'repr'
    def __unicode__(self): return u'unicode'
    def __hash__(self): return 99
    def __nonzero__(self): return False
    def __len__(self): return 3
    def __trunc__(self): return 11
    def __format__(self, spec): return 'format:' + spec
    def __dir__(self): return ['b', 'a']
    def __sizeof__(self): return 1
    def __coerce__(self, other): return 1, 2
    def __reversed__(self): return 'reversed'


n = N()
print -n, +n, ~n, abs(n), int(n), long(n), float(n), complex(n), oct(n), hex(n), [1, 2, 3][n], str(n), repr(n), `n`, unicode(n), hash(n), bool(n), not n, len(n), '%s %r %d %f %x' % (n, n, n, n, n), format(n, 'spec'), '{0:abc}'.format(n), dir(n), reversed(n), range(n), 'abc'[n:], [0] * n, 'x' * n, bin(n), n or 'falsy', [n], {n: 1}, (n,), 1 if n else 2, round(n), chr(n), xrange(n), divmod(7, int(n))
import sys


class Bad(object):
    def __init__(self, v):
        self.v = v

    def get(self, *args):
        return self.v

    __neg__ = __pos__ = __int__ = __long__ = __float__ = __complex__ = __oct__ = __hex__ = __index__ = __str__ = __repr__ = __unicode__ = __hash__ = __nonzero__ = __len__ = __abs__ = __format__ = __iter__ = __contains__ = __dir__ = get


funcs = ['int', 'long', 'float', 'complex', 'oct', 'hex', 'str', 'repr', 'unicode', 'hash', 'bool', 'len', 'abs', 'format', 'iter', 'dir', 'range', 'bin']
for v in ['text', None, 1.5, -1, 1 << 65, u'uni', []]:
    for f in funcs:
        try:
            r = eval(f)(Bad(v))
            print f, repr(v), '->', repr(r),
        except Exception as e:
            print f, repr(v), type(e).__name__ + ':', e,
    print
for f in ['-x', '+x', '~x', 'abs(x)', 'int(x)', 'long(x)', 'float(x)', 'complex(x)', 'oct(x)', 'hex(x)', '[1][x]', 'len(x)', 'iter(x)', 'x()', 'x[0]', 'x[0] = 1', 'del x[0]', '1 in x', 'reversed(x)', 'round(x)', 'chr(x)', 'range(x)', 'bin(x)', 'divmod(x, 1)', 'pow(x, 2)', 'x.attr', 'x.attr = 1', 'next(x)', 'coerce(x, 1)', 'with_none', '"%d" % x', '[0] * x', 'for i in x: pass', 'a, b = x', 'f(*x)', 'dict(x)', 'set(x)', 'isinstance(1, x)', 'issubclass(int, x)', 'exec x', 'raise x', 'import_x', 'print >>x, 1', 'x < 1 or 1', 'hash(x) and 1', 'bool(x)']:
    x = object()
    try:
        exec f
        print f, 'ok'
    except Exception as e:
        print f, type(e).__name__, str(e).split(' at ')[0]


class OnlyLen(object):
    def __len__(self):
        return 0


class OnlyStr(object):
    def __str__(self):
        return 'only str'


class OnlyRepr(object):
    def __repr__(self):
        return 'only repr'


class IntReturnsLong(object):
    def __int__(self):
        return 1 << 70


print bool(OnlyLen()), OnlyStr(), '%s' % OnlyStr(), unicode(OnlyStr()), OnlyRepr(), str(OnlyRepr()), '%s|%r' % (OnlyRepr(), OnlyRepr()), [OnlyRepr()], repr(OnlyStr()).startswith('<__main__.OnlyStr object at'), int(IntReturnsLong()), type(int(IntReturnsLong())).__name__
