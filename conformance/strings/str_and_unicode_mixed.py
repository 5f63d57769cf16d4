# str against unicode in every operation: results' types, implicit decoding, failures, comparison with warnings as errors, dict keys, hashes, subclasses.
import operator, warnings, sys
warnings.simplefilter('error')
def t(f, *a):
    try: r = f(*a); print type(r).__name__[0] + repr(r),
    except Exception as e: print type(e).__name__ + ':', str(e)[:70], '|',
A = ['', 'a', 'ab', '\xe9', 'a\xe9']; B = [u'', u'a', u'ab', u'\xe9', u'a\xe9', u'\u20ac', u'\U0001f600']
for op in (operator.add, operator.eq, operator.ne, operator.lt, cmp, operator.contains, operator.mod, max):
    print op.__name__,
    for a in A:
        for b in B: t(op, a, b); t(op, b, a)
    print
for m, n in [('find', 1), ('count', 1), ('index', 1), ('startswith', 1), ('endswith', 1), ('split', 1), ('rsplit', 1), ('partition', 1), ('rpartition', 1), ('strip', 1), ('lstrip', 1), ('replace', 2), ('join', 1), ('ljust', 2), ('center', 2), ('translate', 1)]:
    print m,
    for a in ['ab\xe9', 'aba'] + [u'ab\xe9', u'aba']:
        for b in ['a', '\xe9', u'a', u'\xe9', '']:
            if m == 'replace': t(a.replace, b, u'z'); t(a.replace, u'a', b); t(a.replace, 'a', b)
            elif m == 'join': t(a.join, [b, u'x']); t(a.join, [b, 'x']); t(a.join, [b])
            elif m in ('ljust', 'center'): t(getattr(a, m), 5, b)
            elif m == 'translate': t(a.translate, b * 256)
            elif m in ('startswith', 'endswith'): t(getattr(a, m), b); t(getattr(a, m), ('q', b)); t(getattr(a, m), (u'q', b))
            else: t(getattr(a, m), b)
    print
d = {'a': 1, u'\xe9': 2}
print d[u'a'], d[u'\xe9'], hash('a') == hash(u'a'), hash('ab' * 50) == hash(u'ab' * 50), u'a' in d, len({'a', u'a'}), hash('') == hash(u'')
t(lambda: d['\xe9']); t(lambda: {u'\xe9': 1}.get('\xe9')); t(lambda: ['\xe9'].index(u'\xe9')); t(lambda: u'\xe9' in ['\xe9']); t(lambda: sorted(['\xe9', u'a'])); t(lambda: set(['\xe9', u'\xe9']) and 1); t(lambda: '\xe9' == u'\xe9'); t(lambda: '\xe9' is u'\xe9'); print
class S(str):
    def __str__(self): return 'S.str'
    def __unicode__(self): return u'S.uni'
    def __add__(self, o): return 'S.add'
    def __eq__(self, o): return 'S.eq'
    def __hash__(self): return 1
    def decode(self, *a): return u'S.decode'
class U(unicode):
    def __str__(self): return 'U.str'
    def __unicode__(self): return u'U.uni'
    def __radd__(self, o): return 'U.radd'
    def __eq__(self, o): return 'U.eq'
    def encode(self, *a): return 'U.encode'
s, u = S('x'), U(u'x')
for f in [lambda: s + u, lambda: u + s, lambda: 'a' + u, lambda: u'a' + s, lambda: u'' + s, lambda: ''.join([s]), lambda: ''.join([s, u]), lambda: u''.join([s, u]), lambda: u''.join([u]), lambda: str(s), lambda: str(u), lambda: unicode(s), lambda: unicode(u), lambda: '%s' % s, lambda: '%s' % u, lambda: u'%s' % s, lambda: u'%s' % u, lambda: '{}'.format(s), lambda: '{}'.format(u), lambda: u'{}'.format(u), lambda: s == u, lambda: u == s, lambda: 'x' == s, lambda: 'x' == u, lambda: u'x' == s, lambda: s == 'x', lambda: unicode(s, 'ascii'), lambda: unicode(u, 'ascii'), lambda: s[:], lambda: u[:], lambda: type(s[:]), lambda: type(s * 1), lambda: type(u + u''), lambda: type(s.strip()), lambda: type(u.replace(u'q', u'z')), lambda: type(''.join([s])), lambda: type(u''.join([u])), lambda: repr(s), lambda: s.upper(), lambda: type(s.ljust(0)), lambda: str.__str__(s), lambda: unicode.__str__(u), lambda: getattr(5, u'real'), lambda: getattr(5, u'\xe9'), lambda: getattr(5, s), lambda: setattr(type('X', (), {})(), u'\xe9', 1), lambda: hasattr(5, u'\xe9'), lambda: int(u'\xe9'), lambda: int(s), lambda: float(u), lambda: str(u'\xe9'), lambda: unicode('\xe9'), lambda: unicode('\xe9', 'latin1'), lambda: unicode(u'a', 'latin1'), lambda: unicode(5, 'latin1'), lambda: unicode('a', u'latin1'), lambda: unicode('a', 'latin1', u'strict'), lambda: unicode(buffer('ab'), 'ascii'), lambda: unicode(bytearray('ab'), 'ascii'), lambda: unicode(bytearray('ab')), lambda: unicode(object='a'), lambda: unicode(string='a'), lambda: unicode('a', errors='x'), lambda: unicode('\xe9', errors='ignore'), lambda: unicode('\xe9', 'no-such'), lambda: u'\xe9'.encode('no-such'), lambda: u'\xe9'.encode('ascii', 'no-such'), lambda: 'a'.encode('utf8'), lambda: '\xe9'.encode('utf8'), lambda: u'\xe9'.decode('utf8'), lambda: u'a'.decode('hex'), lambda: u'61'.decode('hex'), lambda: 'a'.encode('hex'), lambda: u'a'.encode('rot13'), lambda: 'a'.encode('rot13'), lambda: 'YQ=='.decode('base64'), lambda: u'\xe9'.encode(5), lambda: u'a'.encode(None), lambda: u'a'.encode('ascii', None), lambda: u'a'.encode(encoding='ascii', errors='strict'), lambda: u'a'.encode(foo=1), lambda: ord(u'\U0001f600'), lambda: ord(''), lambda: ord('ab'), lambda: ord(u'ab'), lambda: unichr(0x1f600), lambda: chr(256), lambda: u'a' 'b' == 'ab', lambda: 'a' < u'b' < 'c', lambda: sorted([u'b', 'a', u'a', 'b']), lambda: min(u'a', 'a'), lambda: max('a', u'a'), lambda: 'a' * True, lambda: u'ab' * 2L, lambda: 'ab' * -1, lambda: 'a' + None, lambda: u'a' + None, lambda: None + u'a', lambda: 'a' + 1, lambda: u'a' + ['b'], lambda: 'a' + bytearray('b'), lambda: u'a' + bytearray('b'), lambda: bytearray('a') + u'b', lambda: 'a' + buffer('b'), lambda: u'a' + buffer('b'), lambda: 'a' in u'a', lambda: 1 in 'a', lambda: None in u'a', lambda: u'' in '', lambda: bytearray('a') in 'a', lambda: 'a' in bytearray('a'), lambda: u'a' in bytearray('a'), lambda: buffer('a') in 'a']: t(f)
print
