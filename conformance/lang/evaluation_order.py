# Every operand is evaluated left to right, with the known exceptions.
log = []


def t(x):
    log.append(x)
    return x


def flush(label):
    print label, log
    del log[:]


class Box(object):
    def __getitem__(self, i):
        log.append(('get', i))
        return 10

    def __setitem__(self, i, v):
        log.append(('set', i, v))

    def __setattr__(self, n, v):
        log.append(('attr', n, v))

    def __call__(self, *a, **k):
        log.append(('call', a, sorted(k)))
        return self


t(1) + t(2) * t(3) - t(4)
flush('binary')
t(2) ** t(3) ** t(2)
flush('power')
t(1) < t(2) < t(3)
t(1) < t(0) < t(3)
flush('compare')
t(0) or t(1) and t(2) or t(3)
flush('bool')
t('then') if t(True) else t('else')
flush('conditional')
(t(1), t(2)), [t(3), t(4)]
flush('displays')
{t('k1'): t('v1'), t('k2'): t('v2')}
flush('dict: value first')
{t('s1'), t('s2')}
flush('set')
Box()(t('a'), t('b'), *t([1, 2]), **t({'z': 1}))
flush('call')
Box()(t('a'), k=t('kw'))
flush('keywords')
b = Box()
b[t('i')] = t('rhs')
flush('store: rhs first')
b[t('i'):t('j')] = t('rhs')
flush('slice store')
b[t('i')], b[t('j')] = t(1), t(2)
flush('tuple store')
b.x = b[t('m')] = t('chain')
flush('chained')
b[t('i')] += t(5)
flush('augmented')
[t((x, y)) for x in t([1, 2]) for y in t([3, 4]) if t(x != y)]
flush('comprehension')


def d(x):
    log.append(('deco', x))
    return lambda f: log.append(('apply', x)) or f


@d('outer')
@d('inner')
def f(a=t('default a'), b=t('default b')):
    pass


flush('decorators')


class C(t(object)):
    t('body')


flush('class')
lambda x=t('lam'): t('never')
flush('lambda')
try:
    raise t(ValueError), t('message'), t(None)
except ValueError:
    pass
flush('raise')
assert t(True), t('unused')
flush('assert')
b[t('p')][t('q'):t('r')] if 0 else b[t('p')]
flush('subscript')
