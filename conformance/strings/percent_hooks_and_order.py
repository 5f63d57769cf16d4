# % of str and unicode: mappings, tuples, star, order of conversions, switches to unicode half way, subclasses and hooks, all errors.
def t(s, v):
    try:
        r = repr(s % v)
        print repr(s), '->', r.split(' at 0x')[0]
    except Exception as e:
        print repr(s), '->', type(e).__name__, e
class L(object):
    def __init__(self, n): self.n = n
    def __str__(self): print 'str', self.n,; return 'S' + self.n
    def __repr__(self): print 'repr', self.n,; return 'R' + self.n
    def __int__(self): print 'int', self.n,; return 7
    def __float__(self): print 'float', self.n,; return 1.5
    def __long__(self): print 'long', self.n,; return 9L
    def __unicode__(self): print 'unicode', self.n,; return u'U' + self.n
    def __hex__(self): print 'hex', self.n,; return '0xfoo'
    def __index__(self): print 'index', self.n,; return 3
for c in 'sdiuroxXeEfFgGc%aqb':
    t('%' + c, L('a')); t('%' + c, (L('a'),)); t(u'%' + c, L('a')); t('%5' + c + '|', 'x'); t('%-5' + c + '|', 65); t('%05.2' + c, 3.7); t('%(k)' + c, {'k': L('k')})
t('%s %s', (L('1'), L('2'))); t('%s %s %s', (L('1'), u'\xe9', L('2'))); t('%s %s', (L('1'), u'x')); t('%r %s', (L('1'), u'x')); t('%d %s', (L('1'), u'x'))
t('%s %s', (L('1'),)); t('%s', (L('1'), L('2'))); t('%s %s', L('1')); t('%s', ()); t('', ()); t('', (1,)); t('', 1); t('', {}); t('', {1: 2}); t('', [1]); t('', 'a'); t('', u'a'); t('', None); t('', L('x')); t('%%', ()); t('%%', 5); t('%%', {}); t('a', [])
t('%*d|', (5, 42)); t('%-*d|', (5, 42)); t('%*d|', (-5, 42)); t('%.*f', (2, 3.14159)); t('%.*f', (-2, 3.14159)); t('%*.*f|', (8, 2, 3.14159)); t('%*d', (5,)); t('%*d', ('a', 5)); t('%*d', (5L, 5)); t('%*d', (True, 5)); t('%.*d', (2**40, 5)); t('%(a)*d', {'a': 5}); t('%*d', 5); t('%*%|', (5,)); t('%.*s|', (2, 'abc')); t('%*s|', (1.5, 'a'))
t('%(a)s %(b)s', {'a': 1, 'b': 2}); t('%(a)s', {}); t('%(a)s', []); t('%(a)s', 5); t('%(a)s', (1,)); t('%(a)s', ({'a': 1},)); t('%(a)s %s', {'a': 1}); t('%s %(a)s', {'a': 1}); t('%()s', {'': 1}); t('%(a(b)c)s', {'a(b)c': 1}); t('%(a', {'a': 1}); t('%(a)', {'a': 1}); t('%(a)%', {'a': 1}); t('%(a)s', 'str'); t('%(a)s', u'str'); t(u'%(a)s', {'a': 1}); t('%(a)s', {u'a': 1}); t(u'%(\xe9)s', {u'\xe9': 1}); t('%(a)s%(a)s', {'a': L('z')})
class M(object):
    def __getitem__(self, k): print 'get', repr(k),; return k * 2
t('%(a)s %(b)r', M()); t(u'%(a)s', M()); t('%s', M) ; t('%d', M())
class D(dict):
    def __missing__(self, k): return 'missing'
    def __getitem__(self, k): return 'got ' + k if k != 'm' else dict.__getitem__(self, k)
t('%(a)s %(m)s', D())
class T(tuple):
    def __getitem__(self, i): return 'hooked'
    def __len__(self): return 1
    def __iter__(self): return iter('z')
t('%s %s', T((1, 2))); t('%s', T((1, 2))); t('%s', T())
class S(str):
    def __str__(self): return 'S.__str__'
    def __mod__(self, o): return 'mod'
    def __rmod__(self, o): return 'rmod'
t('%s', S('x')); t('%r', S('x')); t(S('%s'), 1); t(u'%s', S('x')); t('%10s|', S('x')); t(u'%s', u'x')
class US(unicode):
    def __str__(self): return 'US str'
    def __unicode__(self): return u'US unicode'
    def __rmod__(self, o): return 'urmod'
t('%s', US(u'x')); t(u'%s', US(u'x')); t('%s %s', (US(u'x'), 1))
class R(object):
    def __rmod__(self, o): return 'R rmod ' + o
t('%s', R()); t(u'%s', R())
class BS(object):
    def __str__(self): return 5
    def __repr__(self): return None
    def __unicode__(self): return 'bytes \xe9'
class US2(object):
    def __str__(self): return u'\xe9'
t('%s', BS()); t('%r', BS()); t(u'%s', BS()); t('%s', US2()); t('%s %s', (US2(), 'b')); t('%r', US2)
for bad in ['%', '%5', '%.', '%5.', '%l', '%ll', '%y', '%-', '%#', '%(', '%z %s', '%.5', '% ', '%\x00', '%\xe9', u'%\u20ac', '%hd', '%ld', '%Lf', '%lld', '%99999999999999999999d', '%.99999999999999999999d', '%.2147483648d', '%.500f', '%.120f', '%.51d', '%+ s', '%++d', '%-05d|', '%0-5d|', '% +d', '%+ d', '%#x', '%#o', '%#X', '%#5.3x', '%.0x', '%#.0f', '%#g', '%.3x', '%.10d', '%+.3d']:
    t(bad, 42) if '999999' not in bad or 1 else 0
t('%c', 65); t('%c', 'a'); t('%c', 'ab'); t('%c', ''); t('%c', 256); t('%c', -1); t('%c', 255); t(u'%c', 255); t(u'%c', 0x110000); t(u'%c', 0x10ffff); t('%c', u'\xe9'); t('%c', u'\u20ac'); t(u'%c', '\xe9'); t('%c', 65.5); t('%c', None); t('%c', 65L); t('%c', 2**70); t('%c', True); t('%5c|', 'a'); t('%-5c|', 'a'); t('%05c|', 'a'); t('%.0c', 'a')
