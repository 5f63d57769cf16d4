# weakref proxies: every operator in both orders, in place, with dead referents, through classes that refuse, and what is never passed on.
import weakref, operator, gc
class V(object):
    pass
log = []
def make(n):
    def f(self, *a): log.append(n); return (n,) + tuple(type(x).__name__ for x in a)
    f.__name__ = n
    return f
binary = 'add sub mul div truediv floordiv mod divmod pow lshift rshift and or xor'.split()
for n in binary:
    for p in ('', 'r', 'i'):
        if n == 'divmod' and p == 'i': continue
        setattr(V, '__%s%s__' % (p, n), make('__%s%s__' % (p, n)))
for n in ('neg', 'pos', 'abs', 'invert', 'getitem', 'setitem', 'delitem', 'getslice', 'setslice', 'delslice', 'call', 'lt', 'le', 'eq', 'ne', 'gt', 'ge', 'enter', 'exit', 'reversed', 'oct', 'hex', 'coerce', 'missing', 'format', 'complex', 'unicode', 'dir', 'instancecheck'):
    setattr(V, '__%s__' % n, make('__%s__' % n))
for n, r in (('int', 5), ('long', 6L), ('float', 1.5), ('index', 3), ('len', 4), ('nonzero', False), ('contains', True), ('str', 'a str'), ('repr', 'a repr'), ('hash', 9), ('iter', iter('ab'))):
    setattr(V, '__%s__' % n, (lambda r, n: lambda self, *a: (log.append('__%s__' % n), r)[1])(r, n))
V.next = lambda self: 'next'
v = V(); p = weakref.proxy(v); w = V(); q = weakref.proxy(w)
def t(name, f, *a):
    del log[:]
    try: r = f(*a)
    except Exception as e: r = type(e).__name__ + ' ' + str(e)
    print name, r if not isinstance(r, V) else 'V', log
ops = dict(add='+', sub='-', mul='*', div='/', floordiv='//', mod='%', pow='**', lshift='<<', rshift='>>')
ops['and'], ops['or'], ops['xor'] = '&', '|', '^'
for n in sorted(ops):
    for l, r in (('p', '3'), ('3', 'p'), ('p', 'q'), ('v', 'p'), ('p', 'None'), ('[]', 'p')):
        t('%s %s %s' % (l, ops[n], r), eval, '%s %s %s' % (l, ops[n], r), globals())
    g = {'p': p}
    try: exec 'p %s= 3' % ops[n] in g; print g['p'], type(g['p']).__name__
    except Exception as e: print type(e).__name__, e
for n in ('truediv', 'itruediv', '__pow__'): t(n, getattr(operator, n), p, q)
t('divmod', divmod, p, 3); t('rdivmod', divmod, 3, p); t('pow3', pow, p, 2, 5); t('pow3', pow, 2, p, 5); t('pow3', pow, 2, 5, p)
for f in (operator.neg, operator.pos, operator.abs, operator.inv, int, long, float, complex, oct, hex, operator.index, len, bool, operator.not_, str, repr, unicode, (lambda x: type(iter(x)).__name__), reversed, next, hash, callable, dir and (lambda x: 'x' in x), format, list, sorted, coerce and (lambda x: coerce(x, 1)), (lambda x: x()), (lambda x: x[1]), (lambda x: x[1:2]), (lambda x: x[:]), (lambda x: x[1:2:3]), (lambda x: operator.setitem(x, 1, 2)), (lambda x: operator.delitem(x, 1)), (lambda x: operator.setslice(x, 1, 2, 3)), (lambda x: operator.delslice(x, 1, 2)), (lambda x: x < 1), (lambda x: 1 < x), (lambda x: x == v), (lambda x: x != p), (lambda x: cmp(x, 1)), (lambda x: isinstance(x, V)), (lambda x: x.__class__ is V), (lambda x: type(x).__name__), (lambda x: [1, 2, 3, 4][x]), (lambda x: 'abcdef'[x:]), (lambda x: range(x)), (lambda x: '%d %s' % (x, x))):
    t(f.__name__, f, p) if f is not repr else t('repr', lambda: repr(p).split(' at')[0])
try:
    with p: pass
except Exception as e: print type(e).__name__, e
class Plain(object): pass
class Old: pass
def dead(c):
    return weakref.proxy(c())
for c in (Plain, Old):
    x = c(); p = weakref.proxy(x)
    for e in ('p + 1', '1 + p', 'p * p', '-p', 'p[0]', 'p[:]', 'len(p)', 'p()', 'int(p)', 'iter(p).next()', 'p < 1', '1 in p', 'bool(p)', 'p.a', 'divmod(p, 2)', 'p ** 2', 'pow(p, 2, 3)', '{}[p]', '[][p]', 'p & p', 'float(p)', 'hash(p)', 'str(p)[:3]', 'p == x', 'x == p', 'p == p', 'not p', 'next(p)'):
        try: print e, eval(e)
        except Exception as y: print e, type(y).__name__, y
    p.a = 5; print x.a, p.a, p.__dict__; del p.a; print hasattr(x, 'a')
    p = dead(c); gc.collect()
    for e in ('p + 1', '1 + p', 'p * p', '-p', 'p[0]', 'p[:]', 'len(p)', 'p < 1', '1 == p', '1 in p', 'bool(p)', 'not p', 'p.a', 'str(p)', 'int(p)', 'iter(p)', 'hash(p)', 'divmod(p, p)', 'pow(2, p, 3)', 'isinstance(p, int)', 'p.__class__', 'unicode(p)', 'operator.iadd(p, 1)', 'operator.setitem(p, 1, 1)', 'setattr(p, "a", 1)', 'delattr(p, "a")', 'callable(p)', 'repr(p).split(" at")[0]', 'dir(p)', 'type(p)', 'p()', 'next(p)', 'p is p', 'id(p) == id(p)', 'weakref.getweakrefcount(p)', 'cmp(p, p)', 'p == p', 'weakref.proxy(p)'):
        try: print e, eval(e)
        except Exception as y: print e, type(y).__name__, y
