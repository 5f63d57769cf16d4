# A proxy built by a loop over the special names: what it forwards, what it must not, how reflected and in-place
# operators, iteration, contexts, pickling and isinstance see it; lazily made subjects; proxies of proxies and old instances.
import operator, copy, pickle, gc
class Proxy(object):
    __slots__ = '_subject', '__weakref__'
    def __init__(self, subject): object.__setattr__(self, '_subject', subject)
    def __getattribute__(self, name):
        if name == '__class__': return type(get(self))
        return getattr(get(self), name)
    def __setattr__(self, name, value): setattr(get(self), name, value)
    def __delattr__(self, name): delattr(get(self), name)
get = Proxy.__dict__['_subject'].__get__
log = []
def forward(name):
    def method(self, *args, **kw): log.append(name); return getattr(get(self), name)(*args, **kw)
    method.__name__ = name; return method
for n in '''abs add and call cmp coerce contains delitem delslice div divmod enter eq exit float floordiv ge getitem getslice gt hash hex iadd
    iand idiv ifloordiv ilshift imod imul index int invert ior ipow irshift isub iter itruediv ixor le len long lshift lt mod mul ne neg nonzero oct or pos pow
    radd rand rdiv rdivmod repr reversed rfloordiv rlshift rmod rmul ror rpow rrshift rshift rsub rtruediv rxor setitem setslice str sub truediv unicode xor
    dir format complex trunc'''.split(): setattr(Proxy, '__%s__' % n, forward('__%s__' % n))
def t(label, f):
    del log[:]
    try: r = f(); r = get(r) if type(r) is Proxy else r
    except Exception, e: r = '%s: %s' % (type(e).__name__, e)
    print '%-14s' % label, r if isinstance(r, str) else repr(r), ' '.join(log)
P = Proxy
i, s, l, d, f = P(6), P('text'), P([3, 1, 2]), P({'a': 1}), P(2.5)
t('add', lambda: i + 2); t('radd', lambda: 2 + i); t('both', lambda: i + P(4)); t('sub', lambda: 10 - i); t('pow', lambda: 2 ** i); t('divmod', lambda: divmod(20, i)); t('neg', lambda: -i); t('abs', lambda: abs(P(-6)))
t('floats', lambda: f * i); t('floats', lambda: i * f); t('int', lambda: int(f)); t('float', lambda: float(i)); t('long', lambda: long(f)); t('oct', lambda: oct(i)); t('hex', lambda: hex(i)); t('complex', lambda: complex(f)); t('coerce', lambda: coerce(f, 1)); t('coerce', lambda: coerce(1, f))
t('index', lambda: 'abcdefgh'[i]); t('slice', lambda: 'abcdefgh'[P(1):i]); t('range', lambda: range(i)); t('mul', lambda: 'ab' * P(2)); t('cmp', lambda: (cmp(i, 6), i == 6, 6 == i, i < 7, 7 < i, i != 6)); t('hash', lambda: {6: 'six'}[i]); t('hash', lambda: {i: 'six'}[6]); t('bool', lambda: (bool(P(0)), not i, 1 if P([]) else 2))
t('str+', lambda: s + '!'); t('+str', lambda: '!' + s); t('join', lambda: ','.join([s])); t('join', lambda: ','.join(s)); t('%', lambda: '%s %r %d' % (s, s, i)); t('% of', lambda: P('<%s>') % 3); t('format', lambda: '{0:>6}|{0!r}|{1:04}'.format(s, i)); t('unicode', lambda: unicode(s)); t('startswith', lambda: 'text!'.startswith(s)); t('in', lambda: 'ex' in s); t('in', lambda: s in 'a text'); t('replace', lambda: 'a.b'.replace('.', s)); t('iter', lambda: list(s)); t('exec', lambda: eval(P('1 + 1')))
t('list', lambda: list(l)); t('len', lambda: len(l)); t('sorted', lambda: sorted(l)); t('+ list', lambda: [0] + l); t('list +', lambda: l + [0]); t('reversed', lambda: list(reversed(l))); t('getslice', lambda: l[1:]); t('extended', lambda: l[::2]); t('*', lambda: (lambda *a: a)(*l)); t('unpack', lambda: (lambda (a, b, c): b)(l)); t('extend', lambda: [].extend(l)); t('sort', lambda: (l.sort(), list(l))); t('slice=', lambda: operator.setitem([0, 0], slice(0, 1), l)); t('sum', lambda: sum(l)); t('tuple', lambda: tuple(l)); t('==', lambda: (l == [1, 2, 3], [1, 2, 3] == l)); t('map', lambda: map(None, l)); t('zip', lambda: zip(l, l)); t('max', lambda: max(l))
t('dict', lambda: dict(d)); t('**', lambda: (lambda **k: k)(**d)); t('update', lambda: {}.update(d)); t('get', lambda: d['a']); t('missing', lambda: d['b']); t('in', lambda: 'a' in d); t('items', lambda: d.items()); t('% map', lambda: '%(a)d' % d); t('eval', lambda: eval('a', {}, d)); t('eval', lambda: eval('a', d))
t('isinstance', lambda: (isinstance(i, int), isinstance(s, basestring), isinstance(d, dict), isinstance(i, Proxy), type(i) is Proxy, issubclass(i.__class__, int))); t('repr', lambda: repr(l)); t('dir', lambda: dir(i) == dir(6)); t('call', lambda: P(max)(3, 4)); t('key', lambda: sorted('bA', key=P(str.lower))); t('doc', lambda: i.__doc__ == int.__doc__)
def inplace(subject, other, *ops):
    p = P(subject); out = []
    for op in ops:
        try: p = op(p, other); out.append((type(p).__name__, p if type(p) is not Proxy else get(p)))
        except Exception, e: out.append(str(e))
    return out
t('i-ops', lambda: inplace([1], [2], operator.iadd, operator.iconcat)); t('i-ops', lambda: inplace(5, 3, operator.iadd, operator.ixor)); t('i-ops', lambda: inplace(set([1]), set([2]), operator.ior, operator.iand))
def setting():
    l[0] = 'z'; l[1:2] = 'yx'; del l[-1]; d['n'] = P(1); del d['a']; d.setdefault('k', []).append(i); return list(l), sorted(d.keys()), d['n'] == 1
t('setting', setting)
class Subject:
    def __init__(self): self.a = 1
    def __getattr__(self, n):
        if n[:2] == '__' and n not in ('__enter__', '__exit__'): raise AttributeError, n
        return lambda *a: (n,) + a[:1]
    def __del__(self): log.append('gone')
o = P(Subject()); o.b = 2; del o.a
t('old', lambda: (sorted(o.__dict__), o.anything(3), o.__class__.__name__, isinstance(o, Subject)))
def ctx():
    with o as v: return v
t('with', ctx); t('len', lambda: len(o)); t('add', lambda: o + 1); t('1 +', lambda: 1 + o); t('call', lambda: o()); t('bool', lambda: bool(o)); t('str', lambda: str(P(P(P('deep'))))); t('deep', lambda: P(P(4)) + P(P(5))); t('nested', lambda: (P(P([1])) == [1], len(P(P('abc'))), list(P(P({1: 2})))))
t('copy', lambda: copy.copy(P([1, 2]))); t('pickle', lambda: pickle.dumps(P(4), 2) == pickle.dumps(4, 2)); t('getattr', lambda: getattr(i, 'real')); t('getattr', lambda: i.nope); t('setattr', lambda: setattr(i, 'nope', 1)); t('hasattr', lambda: (hasattr(i, 'bit_length'), hasattr(l, 'append'), hasattr(s, 'nope')))
class Lazy(Proxy):
    __slots__ = 'make',
    def __init__(self, make): Proxy.make = None; object.__setattr__(self, 'make', make)
def run(n):
    total = 0; p = P(1)
    for k in xrange(n):
        total += p + k - (p * 2) + len(l) + (k in l); p += 1
        if k == n // 2: p = P(float(get(p)) if type(p) is Proxy else float(p)); Proxy.__len__ = lambda self: 100
        elif k % 3 == 0: p = P(p)
    return total
del o; gc.collect(); print log
t('hot', lambda: (run(600), log.__delslice__(0, len(log)))[0])
