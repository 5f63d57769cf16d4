# buffer and memoryview: construction, comparison, hash, concatenation, writing through, resized owners, wrong arguments.
from array import array
def t(f, *a):
    try:
        r = f(*a)
        print repr(r) if 'object at' not in repr(r) and ' at 0x' not in repr(r) else type(r).__name__,
    except Exception as e:
        print type(e).__name__, e, '|',
for c in (buffer, memoryview):
    print c.__name__
    for a in [(), (5,), ('abc',), (u'abc',), (bytearray('abc'),), (array('b', 'abc'),), ([1],), (None,), ('abc', 1), ('abc', 1, 1), ('abc', 1, -1), ('abc', -1), ('abc', 1, -2), ('abc', 10), ('abc', 0, 10), ('abc', 'x'), ('abc', 1, 2, 3), (buffer('abc'),), (memoryview('abc'),), ('abc', 2**70), ('abc', 1.5)]: t(lambda: str(c(*a)) if c is buffer else c(*a).tobytes())
    print
    t(lambda: c(object='abc')); t(lambda: c('abc', offset=1)); print
    x = c('abcde'); y = c(bytearray('abcde')); z = c('abd')
    for f in [lambda: x == y, lambda: x != y, lambda: x < z, lambda: cmp(x, z), lambda: x == 'abcde', lambda: 'abcde' == x, lambda: x == u'abcde', lambda: x == bytearray('abcde'), lambda: hash(x) == hash('abcde'), lambda: hash(y), lambda: len(x), lambda: x[0], lambda: x[-1], lambda: x[5], lambda: x[-6], lambda: str(x[1:3]) if c is buffer else x[1:3].tobytes(), lambda: x[::2], lambda: x[4:1], lambda: list(x), lambda: 'c' in x, lambda: 'cd' in x, lambda: 99 in x, lambda: str(x + x), lambda: x + 'z', lambda: 'z' + x, lambda: x * 2, lambda: 2 * x, lambda: x * -1, lambda: bool(c('')), lambda: bool(x), lambda: iter(x), lambda: reversed(x), lambda: sorted(x), lambda: ''.join(x), lambda: ''.join([x]), lambda: bytearray(x), lambda: str(bytearray(x)), lambda: unicode(x), lambda: unicode(x, 'ascii'), lambda: int(c('12')), lambda: float(c('1.5')), lambda: long(c('12')), lambda: complex(c('1')), lambda: 'abcde'.find(x), lambda: 'abc'.startswith(c('a')), lambda: 'a-b'.split(c('-')), lambda: 'a-b'.replace(c('a'), 'z'), lambda: 'x'.join(c('abc')), lambda: bytearray('abc').find(c('b')), lambda: {c('a'): 1}['a'], lambda: eval(c('1+1')), lambda: compile(c('1'), '', 'eval') and 1, lambda: getattr(5, c('real')), lambda: '%s' % c('q') if c is buffer else 0, lambda: ord(c('a')), lambda: c('a').__class__.__name__]: t(f)
    print
    b = bytearray('hello'); w = c(b)
    def st(k, v):
        w[k] = v
        return str(b)
    for k, v in [(0, 'J'), (0, 74), (-1, 'y'), (9, 'a'), (0, 'ab'), (0, ''), (slice(0, 2), 'XY'), (slice(0, 2), 'XYZ'), (slice(0, 2), bytearray('pq')), (slice(None), 'world'), (slice(0, 4, 2), 'zz'), (0, u'a'), ('a', 'b'), (0, None), (slice(1, 1), ''), (slice(0, 3), c('abc')), (slice(0, 2), 5), (1.5, 'a'), (2**70, 'a')]: t(st, k, v)
    def de(): del w[0]
    def ds(): del w[0:1]
    t(de); t(ds); t(lambda: c('ro').__setitem__(0, 'x')); t(lambda: c('ro').__setslice__(0, 1, 'x'))
    print
    for f in [lambda: b.append(1), lambda: b.extend('x'), lambda: b.pop(), lambda: b.__delitem__(0), lambda: b.insert(0, 1), lambda: b.__setitem__(slice(0, 1), 'abc'), lambda: b.__setitem__(slice(0, 1), 'a'), lambda: b.__iadd__('q'), lambda: b.__imul__(2), lambda: b.remove(ord('l')), lambda: b.reverse()]: t(f)
    print
    if c is memoryview: break
    a = array('h', [1, 2, 3]); w = c(a)
    t(lambda: len(w)); t(lambda: w[0]); t(lambda: a.append(4)); t(lambda: a.pop()); t(lambda: len(w)); print
m = memoryview('abcdef')
for n in ['format', 'itemsize', 'shape', 'ndim', 'strides', 'suboffsets', 'readonly', 'tolist', 'tobytes']: t(lambda: getattr(m, n)() if n.startswith('to') else getattr(m, n)); t(lambda: setattr(m, n, 1))
print
s = m[1:5]; print s.tobytes(), s[1:3].tolist(), len(s[10:]), s == 'bcde', m[1:1] == '', memoryview(m).tobytes(), memoryview(m[2:]).tolist(), m == memoryview(bytearray('abcdef')), m[0:2] == m[0:2], m != 5, m == None
print str(buffer(u'ab')) == str(buffer(u'ab')), len(buffer(u'ab')) in (4, 8), str(buffer(buffer('abcdef', 1, 4), 1, 2)), repr(buffer('abc', 1) + buffer('x')), buffer('a') == buffer('a'), buffer('abc')[1:2] , str(buffer('a')), cmp(buffer('a'), 'a') == cmp('buffer', 'str'), max(buffer('abc')), [k for k in buffer('ab')]
try: class_ = type('X', (buffer,), {})
except TypeError as e: print e
try: class_ = type('X', (memoryview,), {})
except TypeError as e: print e
