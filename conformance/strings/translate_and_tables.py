# translate for str, unicode and bytearray; maketrans; deletions; odd tables.
import string
rot = string.maketrans(string.lowercase, string.lowercase[13:] + string.lowercase[:13])
def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
class S(str): pass
class U(unicode): pass
class Table(object):
    def __getitem__(self, k):
        if k == 98: raise KeyError(k)
        if k == 99: raise LookupError(k)
        if k == 100: raise ZeroDivisionError('d')
        return k + 1
for args in ((rot,), (rot, 'l'), (None,), (None, 'lo'), (rot, ''), ('short',), (rot, 3), (3,), (), (rot, 'a', 'b'), (unicode(rot, 'latin-1'),), (rot, u'l'), (u'x' * 256,), (bytearray(rot),), (buffer(rot), 'h'), (None, None), (rot, buffer('l'))):
    t('hello world'.translate, *args)
    t(bytearray('hello world').translate, *args)
for table in ({ord('h'): u'J', ord('l'): None, ord('o'): 0x1234}, {}, {104: ''}, {104: 3.5}, {104: -1}, {104: 0x110000}, {104: u'abc'}, {104: []}, [None] * 105, u'x' * 105, Table(), None, 3, {u'h': u'z'}, {104: True}, {104L: 65L}):
    t(u'hello'.translate, table)
t(u'abe'.translate, Table()); t(u'ace'.translate, Table()); t(u'ade'.translate, Table()); t(u'a'.translate); t(u'a'.translate, {}, {})
t(u'\U00010000a'.translate, {0x10000: u'q'}); t(u'a'.translate, {97: 0x10ffff})
print type(S('abc').translate(rot)), type(S('abc').translate(None, '')), type(U(u'abc').translate({})), 'abc'.translate(rot, 'abc') == ''
for a, b in (('ab', 'xy'), ('ab', 'x'), ('', ''), ('aa', 'xy'), (u'ab', u'xy'), (1, 'a'), ('\xff', 'a')):
    try:
        m = string.maketrans(a, b)
        print [(chr(i), m[i]) for i in range(256) if ord(m[i]) != i], len(m)
    except Exception as e:
        print type(e).__name__, e
n = 0
vowels = 'aeiou'
s = 'the quick brown fox jumps over the lazy dog'
for i in xrange(3000):
    s = s.translate(rot) if i % 3 else s.translate(rot, vowels[i % 5] if i < 10 else '')
    n += ord(s[i % len(s)])
print n, s
n = 0
for i in xrange(3000):
    n += len(u'abcdef'.translate({97 + i % 6: None, 97 + i % 5: u'xy', 97 + i % 4: i}))
print n
