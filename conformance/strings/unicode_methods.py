# Methods of unicode that differ from those of str: case of special letters, digits, decimals, splitting, titles, padding.
import unicodedata
chars = [u'\xdf', u'\u0130', u'\u0131', u'\u01c5', u'\ufb01', u'\u1e9e', u'\u03c2', u'\u0149', u'\u2160', u'\u24d0', u'\u0660', u'\xb2', u'\xbd', u'\u4e00', u'\u2028', u'\x85', u'\x1c', u'\x1f', u'\xa0', u'\u200b', u'\u180e', u'\u3000', u'\U00010400', u'\u0345', u'\xaa', u'_', u'\u0300', u'\u1f88', u'\ud800', u'\u10d0', u'\u13a0']
names = ('isalpha', 'isalnum', 'isdigit', 'isdecimal', 'isnumeric', 'isspace', 'isupper', 'islower', 'istitle')
for c in chars:
    print repr(c), ''.join(str(int(getattr(c, n)())) for n in names), repr(c.upper()), repr(c.lower()), repr(c.title()), repr(c.capitalize()), repr(c.swapcase()), len((u'a' + c + u'b').split()), len((u'a' + c + u'b').splitlines()), unicodedata.category(c)
for n in names:
    print n, [getattr(s, n)() for s in (u'', u'A', u'a1', u'Ab', u'AB c', u'A1', u' \t', u'Ab Cd', u'A b\u01c5', u'\u0661\u0662', u'\xb2\xb3')]
for s in (u"they're bill's", u'hello WORLD', u'\u01c6x', u'x\u0345a', u'', u'a1b', u'1a B', u'\xe9t\xe9 \xc9T'):
    print repr(s.title()), repr(s.swapcase()), repr(s.capitalize()), s.istitle()
def t(f):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
for f in (lambda: u'a'.center(5, u'\u1234'), lambda: u'a'.center(5, '\xff'), lambda: u'a'.ljust(4, u'xy'), lambda: 'a'.ljust(4, u'x'), lambda: u'a'.rjust(4, 'z'), lambda: u'-5'.zfill(5), lambda: u'+'.zfill(3), lambda: u'a\tb\u1234\tc'.expandtabs(4), lambda: u'a,b'.split(','), lambda: 'a,b'.split(u','), lambda: u'a\xe9b'.split('\xe9'), lambda: u' a  b '.split(None, 1), lambda: u' a  b '.rsplit(None, 1), lambda: u'abc'.split(u''), lambda: u'a\r\nb\x0bc\x1dd\u2029e'.splitlines(True), lambda: 'a\r\nb\x0bc\x1dd'.splitlines(True), lambda: u'abc'.partition('b'), lambda: 'abc'.partition(u'b'), lambda: u'abc'.partition(u''), lambda: u'xaxbx'.strip('x'), lambda: 'xaxbx'.strip(u'x'), lambda: u'\u2003a\x85'.strip(), lambda: u'abc'.startswith(('a', u'q')), lambda: 'abc'.startswith(u'a'), lambda: 'abc'.startswith((u'\u1234', 'a')), lambda: u'abc'.startswith(3), lambda: u'abc'.startswith((3,)), lambda: u'abc'.find('\xff'), lambda: 'abc'.find(u'c'), lambda: u'aXbX'.replace('X', u'\xe9', 1), lambda: 'aXb'.replace('X', u'\xe9'), lambda: '\xff'.replace('a', u'b'), lambda: u'a'.join(['b', u'c']), lambda: 'a'.join(['b', u'c']), lambda: '\xff'.join(['b', u'c']), lambda: u'a'.join(['b', 3]), lambda: u'a'.join(['\xff', u'b']), lambda: u'a'.join(u'xyz'), lambda: ''.join([u'x']), lambda: u'abc'.count(u''), lambda: u'abc'.index('z'), lambda: u'a' in 'abc', lambda: '\xff' in u'a', lambda: u'\xe9' in 'a\xe9', lambda: 3 in u'a', lambda: u'a' + '\xff', lambda: u'a' * -1, lambda: u'abc'[::-1], lambda: u'a' < 'b', lambda: cmp(u'a', 'a'), lambda: hash(u'a') == hash('a'), lambda: unicode('\xff'), lambda: unicode(3, 'ascii'), lambda: unicode(u'a', 'ascii'), lambda: unicode(None), lambda: unicode('a', 'ascii', 3), lambda: unicode(buffer('a'), 'ascii'), lambda: unicode(string='a', encoding='ascii', errors='strict'), lambda: u'\u0661'.isdigit(), lambda: u'a'.encode(errors='ignore'), lambda: u'\xe9'.encode(), lambda: 'a'.decode(encoding='ascii'), lambda: str(u'\xe9'), lambda: u'abc'.decode('ascii'), lambda: u'\xe9'.decode('utf-8'), lambda: 'a'.encode('utf-8'), lambda: '\xe9'.encode('utf-8'), lambda: unichr(0x110000), lambda: unichr(-1), lambda: ord(u'ab'), lambda: ord(u'\U00010400'), lambda: u'\N{BULLET}', lambda: len(u'\U00010400')):
    t(f)
n = 0
s = u''
for i in xrange(4000):
    s = (s + unichr(0x250 + i % 300) + u'Ab'[i % 2]).swapcase()[-20:]
    n += s.count(u'a') + s.find(u'B') + len(s.upper().split(u'A')) + ord(s[i % len(s)])
print n, repr(s[:4])
