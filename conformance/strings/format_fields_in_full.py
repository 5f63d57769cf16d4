# str.format and unicode.format: field names, conversions, nested fields, automatic numbers, errors of the mini-language, and hooks.
def t(s, *a, **k):
    try:
        r = repr(s.format(*a, **k))
        print repr(s), '->', r.split(' at 0x')[0]
    except Exception as e:
        print repr(s), '->', type(e).__name__, e
class A(object):
    x = 5
    l = [1, [2, 3], {'k': 'v', '1': 'one', 1: 'int one'}]
    def __format__(self, spec): return 'A<%s>' % spec
    def __repr__(self): return 'A()'
    def __str__(self): return 'a str'
    def __getitem__(self, k): return 'item %r' % (k,)
class Old:
    x = 6
    def __str__(self): return 'old'
class U(object):
    def __format__(self, spec): return u'u\xe9' + spec
class Bad(object):
    def __format__(self, spec): return 5
class BadRepr(object):
    def __repr__(self): return u'\xe9'
a = A()
for s in ['{}', '{0}', '{0.x}', '{0[1]}', '{0[a]}', '{0[-1]}', '{0[ a ]}', '{0[]}', '{0.l[1][0]}', '{0.l[2][k]}', '{0.l[2][1]}', '{0.l[01]}', '{0.l[99999999999999999999]}', '{0.l[-1]}', '{0.l[1].x}', '{0.}', '{0.x.}', '{0..x}', '{0[}', '{0]}', '{0[1]x}', '{0[1].real}',
          '{0.x.real}', '{0!r}', '{0!s}', '{0!r:>10}', '{0!x}', '{0!}', '{0!r', '{0!rr}', '{0!r }', '{0:}', '{0: }', '{0:abc}', '{0:{1}}', '{0:{1}{1}}', '{0:{1:{2}}}', '{0:{{}}}', '{0:}}', '{', '}', '{{', '}}', '{{}}', '{{{0}}}', '{{{}}}', '}{', '{0', '{0:', '{0}}', '{ 0}', '{0 }', '{ }', '{-1}', '{+1}', '{1.}', '{1e}', '{:}{:}', '{}{1}', '{1}{}', '{0}{}', '{}{x}', '{x}{}', '{[0]}', '{.x}', '{!r}', '{:>5}', '{0:s}', '{999}', '{99999999999999999999}', '{name}', '{na me}', '{x[y]}', '{x.y}', '{x!r:{y}}', '{x!r:{z}}', '{:{}}', '{:{}{}}', '{:{w}}', '{0:\x00}', '\x00{0}\x00']:
    t(s, a, 'b', 'c', x=a, y=8, w='wide')
for s in ['{}', '{!r}', '{:>6}', '{:s}', '{:d}']:
    t(unicode(s), 5); t(s, 'x'); t(s, None); t(s, True); t(s, 2**70); t(s, U()); t(unicode(s), U()); t(s, Bad()); t(s, [1]); t(s, object) ; t(s, 1j)
    t(s, u'\xe9'); t(unicode(s), u'\xe9'); t(unicode(s), '\xe9'); t(s, BadRepr())
t('{}'); t('{}', *range(3)); t('{a}', a=1, **{'b c': 2}); t('{b c}', **{'b c': 2}); t('{0}', 1, a=2); t('{a}', *[1]); t('{}' * 12, *range(12)); t(''); t('plain'); t(u'')
t('{0.__class__.__name__}', 5); t('{0[0][0]}', [[7]]); t('{0[a.b]}', {'a.b': 1}); t('{0[a[b]}', {'a[b': 1}); t('{0[!]}', {'!': 1}); t('{0[:]}', {':': 1}); t('{0[}]}', {'}': 1}); t('{0[{]}', {'{': 1})
t('{a.b:{a.c}}', a=type('X', (), {'b': 1, 'c': '>4'})); t('{0:{0}}', 3); t('{0:0{0}.{0}f}', 7)
t(u'{\u20ac}', **{'a': 1}); t(u'{0.\u20ac}', a)
class D(dict):
    def __missing__(self, k): return 'missing ' + k
t('{d[a]}', d=D()); t('{a}', **D())
class S(str):
    def __format__(self, spec): return 'S' + spec
    def format(self): return 'mine'
print S('a').format(), '{:>3}'.format(S('a')), '{!s:>3}'.format(S('a')), format(S('a'), 'q'), S.__mod__(S('%s'), S('x'))
for v, spec in [(1, None), (1, 5), (1, u'd'), (u'a', '>3'), ('a', u'>3'), (a, u'z'), (Old(), ''), (object, ''), (None, 'd'), (object(), 'd'), ([], 's'), (U(), u'')]:
    try:
        r = format(v, spec)
        print repr(r) if 'object at' not in r else 'object'
    except Exception as e:
        print type(e).__name__, e
for args in [(), (1, 2, 3)]:
    try: format(*args)
    except TypeError as e: print e
print repr('a{0}'._formatter_parser().next()), list('a{0.x!r:{1}}b{{c'._formatter_parser()), 'a.b[c][1].d'._formatter_field_name_split()[0], list('a.b[c][1].d'._formatter_field_name_split()[1])
