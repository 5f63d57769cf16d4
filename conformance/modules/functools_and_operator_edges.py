# functools and operator: partial objects, cmp_to_key, wraps, total_ordering, getters, protocol functions.
import functools
import operator
import pickle

p = functools.partial(int, base=2)
print p('101'), p.func, p.args, p.keywords, p('12', base=3), functools.partial(p, '11')(), functools.partial(p, '11').args
p.note = 'x'
print p.__dict__, functools.partial(dict, a=1)(b=2) == {'a': 1, 'b': 2}, functools.partial(dict, a=1)(a=2)
for f in (lambda: functools.partial(), lambda: functools.partial(3), lambda: functools.partial(int, x=1)(), lambda: setattr(p, 'func', 1), lambda: setattr(p, '__dict__', 3), lambda: delattr(p, '__dict__'), lambda: functools.reduce(operator.add, []), lambda: functools.reduce(operator.add, 3), lambda: functools.cmp_to_key(3)(1) < 2, lambda: hash(functools.cmp_to_key(cmp)(1))):
    try:
        print repr(f()).split(' object at')[0]
    except Exception as e:
        print type(e).__name__, e
q = pickle.loads(pickle.dumps(functools.partial(max, 3, key=abs), 2))
print q(-9, 1), q.args, q.keywords == {'key': abs}


class P(functools.partial):
    tag = 'sub'

    def __call__(self, *args):
        return 'P', functools.partial.__call__(self, *args)


print P(pow, 2)(5), P(pow, 2).tag, isinstance(functools.partial(P(pow, 2), 3), P)


class M(object):
    meth = functools.partial(lambda *a: a, 1)


print M().meth(2)
K = functools.cmp_to_key(lambda a, b: cmp(len(a), len(b)))
print sorted(['ccc', 'a', 'bb', 'd'], key=K), K('a') == K('b'), K('a') < K('bb'), K('aa') >= K('b'), K('x').obj
try:
    K('a') < 3
except Exception as e:
    print type(e).__name__, e


@functools.total_ordering
class V(object):
    def __init__(self, n):
        self.n = n

    def __eq__(self, o):
        return self.n == o.n

    def __lt__(self, o):
        return self.n < o.n


print [(V(1) <= V(2), V(2) > V(1), V(2) >= V(2), V(1) >= V(2))], sorted(n for n in vars(V) if n[:3] in ('__l', '__g', '__e')), V.__le__.__doc__ == int.__le__.__doc__
try:
    functools.total_ordering(type('E', (object,), {}))
except ValueError as e:
    print e


def deco(f):
    @functools.wraps(f)
    def inner(*a):
        "inner doc"
        return f(*a)
    return inner


@deco
def named():
    "doc"


named.attr = 1
print named.__name__, named.__doc__, named.__module__, deco(named).attr
try:
    functools.wraps(functools.partial(int))(lambda: 0)
except AttributeError as e:
    print e
print functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES
for getter, obj in ((operator.itemgetter(1), 'abc'), (operator.itemgetter(2, 0), 'abc'), (operator.itemgetter('k'), {'k': 5}), (operator.itemgetter(slice(1, 3)), range(5)), (operator.attrgetter('real'), 3), (operator.attrgetter('real', 'imag'), 2j), (operator.attrgetter('__class__.__name__'), 1), (operator.attrgetter(u'real'), 1), (operator.methodcaller('split', ','), 'a,b'), (operator.methodcaller('split', None, 1), 'a b c'),
                    (operator.itemgetter(9), 'a'), (operator.attrgetter('nope'), 1), (operator.attrgetter('real.nope'), 1), (operator.methodcaller('nope'), 1), (operator.methodcaller('format', x=1), '{x}')):
    try:
        print getter(obj),
    except Exception as e:
        print type(e).__name__, e,
print
for f in (lambda: operator.itemgetter(), lambda: operator.attrgetter(), lambda: operator.attrgetter(3), lambda: operator.methodcaller(), lambda: operator.methodcaller(3), lambda: operator.itemgetter(1)(), lambda: operator.attrgetter('')(1), lambda: operator.attrgetter('a..b')(1), lambda: operator.concat(1, 2), lambda: operator.indexOf([1], 2), lambda: operator.countOf(3, 1), lambda: operator.repeat([1], 'x'), lambda: operator.sequenceIncludes([1], 1), lambda: operator.isCallable(len),
          lambda: operator.index(1.5), lambda: operator.index(True), lambda: operator.getslice(range(9), 1, -1), lambda: operator.setslice([1, 2], 0, 1, 'xy'), lambda: operator.delitem([1], 3), lambda: operator.contains('abc', 'bc'), lambda: operator.isMappingType([]), lambda: operator.isSequenceType({}), lambda: operator.isNumberType(1), lambda: operator.truth([]), lambda: operator.inv(5), lambda: operator.irepeat([1], 2), lambda: operator.iconcat([1], (2,)), lambda: operator.ipow(2, 10), lambda: operator.not_(1), lambda: operator.is_not(1, 1)):
    try:
        print repr(f()).split(' object at')[0]
    except Exception as e:
        print type(e).__name__, e
t = 0
get, call, part = operator.itemgetter(1, 0), operator.methodcaller('__add__', 3), functools.partial(divmod, 100)
for i in xrange(1, 4000):
    a, b = get((i, i + 1))
    t += call(a) - b + part(i)[1]
print t
