# The module strop: every function with good, odd and wrong arguments; what it returns unchanged; its own names in messages.
import warnings
warnings.simplefilter('ignore')
import strop
def t(f, *a):
    n = repr((f.__name__,) + a).split(' at 0x')[0]
    try: print n, repr(f(*a))
    except Exception as e: print n, type(e).__name__, e
print sorted(n for n in dir(strop) if not n.startswith('_')), repr(strop.lowercase), repr(strop.uppercase), repr(strop.whitespace)
for f in (strop.lower, strop.upper, strop.capitalize, strop.swapcase, strop.strip, strop.lstrip, strop.rstrip):
    for a in ('', 'abC', ' \tX\n', 'ABC', 'abc', '\xe9\xc9', u'Uni', 3, None, bytearray('bA')): t(f, a)
    s = 'already'; print f(s) is s, f(s) == s
for a in (('abcabc', 'c'), ('abcabc', 'c', 3), ('abcabc', 'c', -1), ('abcabc', 'bc', 0, 2), ('', ''), ('abc', '', 3), ('abc', '', 4), ('abc', 'zz'), ('abc',), ('abc', 1), (u'abc', u'b'), ('abc', 'b', 1.5), ('abc', 'a', -100, 100)):
    t(strop.find, *a); t(strop.rfind, *a); t(strop.count, *a)
for a in (('a b  c',), ('a,b,,c', ','), ('a,b,,c', ',', 1), ('a,b,,c', ',', 0), ('a,b', ''), (' a ', None), (' a b c ', None, 2), ('abcab', 'ab'), ('abc', 3), (5,), ('a b', None, -1)):
    t(strop.split, *a); t(strop.splitfields, *a)
for a in ((['a', 'b'],), (['a', 'b'], '-'), (('a',), '-'), ([], '-'), (['a', 1],), ('abc', '.'), ([u'a'],), (5,), (['a', 'b'], 3), (iter(['a']),)):
    t(strop.join, *a); t(strop.joinfields, *a)
for a in (('abc', 'b', 'X'), ('aaa', 'a', 'b', 2), ('aaa', 'a', 'b', 0), ('aaa', 'a', 'b', -1), ('aaa', '', 'b'), ('aaa', 'z', 'b'), ('aaa', 'a'), ('aaa', 'aa', '')): t(strop.replace, *a)
for a in (('a\tb',), ('a\tb', 4), ('\t', 1), ('a\tb', 0), ('a\n\tb\t', 3), ('a', -1)): t(strop.expandtabs, *a)
for a in (('12',), (' 12 ',), ('-7',), ('ff', 16), ('0x1f', 16), ('0x1f', 0), ('z', 36), ('1', 1), ('1', 37), ('',), (' ',), ('1x',), ('12', 2), ('999999999999999999999',), ('1\0',), ('1L',), (12,), ('011', 0), ('08', 0)):
    t(strop.atoi, *a); t(strop.atol, *a)
for a in (('1.5',), (' 1e3 ',), ('inf',), ('nan',), ('',), (' ',), ('1.5x',), ('0x1',), ('1e999',), (1.5,), ('1\0',)): t(strop.atof, *a)
m = strop.maketrans('abc', 'xyz'); print len(m), m[97:100], m[:97] == ''.join(map(chr, range(97)))
t(strop.maketrans, 'a', 'bc'); t(strop.maketrans, '', ''); t(strop.maketrans, 1, 2)
for a in (('aabbcc', m), ('aabbcc', m, 'b'), ('zzz', m), ('abc', 'short'), ('abc', m, ''), (u'abc', m), ('abc', None), ('', m)): t(strop.translate, *a)
