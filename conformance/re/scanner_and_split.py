# Scanners, split and findall: groups, empty matches, iterators half used.
import re
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
def span(m): return m and m.span()
sc = re.compile('a|(b)|').scanner('abxb')
print [span(sc.search()) for i in range(8)]
sc = re.compile('a|(b)|').scanner('abxb')
print [span(sc.match()) for i in range(6)]
sc = re.compile('\\w').scanner('ab cd', 1, 4); print [span(sc.match()) for i in range(4)], sc.pattern.pattern, [n for n in dir(sc) if n[0] != '_']
sc = re.compile('\\w').scanner('ab cd', 1, 4); print span(sc.search()), span(sc.match()), span(sc.search()), span(sc.search())
t(sc.search, 1); t(sc.match, 1); t(type(sc)); t(setattr, sc, 'x', 1); t(iter, sc)
it = iter(re.compile('.').scanner('abc').match, None); print [m.group() for m in it]
class MyStr(str): pass
for pat, s, n in ((',', 'a,b,c', 0), (',', 'a,b,c', 1), (',', 'a,b,c', -1), ('(,)', 'a,b', 0), ('(,)|(;)', 'a,b;c', 0), ('', 'abc', 0), ('x*', 'axbc', 0), ('(x*)', 'axbc', 0), ('(?m)$', 'a\nb', 0), (',', '', 0), (',', ',', 0), (',+', ',,a,,', 0), ('\\W*', 'a b', 0), ('(\\W)', ' a b ', 1), ('(?=b)', 'abab', 0), ('(a)(b)?', 'xacaby', 0), ('.', 'abc', 0), ('(.)', 'abc', 2), ('b', u'abc', 0), (u'b', 'abc', 0)):
    print repr(pat), repr(s), n,
    t(re.split, pat, s, n)
for a in ((), ('a',), ('a', 3), ('a', None), ('a', 'b', 'c'), (3, 'a'), ('a', 'bab', 1.5), ('a', 'bab', 2L)): t(re.split, *a)
for pat, s in (('', ''), ('', 'ab'), ('a', 'aaa'), ('(a)', 'aba'), ('(a)(b)?', 'aab'), ('(?:a)', 'aa'), ('(a)|b', 'ab'), ('((a)b)', 'abab'), ('()', 'ab'), ('a*', 'aab'), ('(a*)', 'aab'), ('\\b', 'ab cd'), ('(?i)A', 'aA'), ('(?P<x>.)(?P<y>.)', 'abcd')):
    print repr(pat), repr(s),
    t(re.findall, pat, s)
t(re.findall, 'a'); t(re.findall, 'a', 3); t(re.findall, 'a', None)
it = re.finditer('(.)', 'abc'); print type(it), iter(it) is it, it.next().group(), [m.group(1) for m in it]; t(it.next); t(re.finditer, 'a', 3); t(re.finditer, '(', 'a')
L = re.Scanner([('[a-z]+', lambda s, tok: ('word', tok)), ('[0-9]+', lambda s, tok: ('num', int(tok), s.match.span())), ('\\s+', None), ('[+*]', 'op')])
t(L.scan, 'ab 12+c'); t(L.scan, 'ab $ 12'); t(L.scan, ''); t(L.scan, 3)
try: re.Scanner([('(', None)])
except re.error as e: print e
def boom(s, tok): raise ValueError(tok)
t(re.Scanner([('.', boom)]).scan, 'x'); t(re.Scanner([('(a)(b)', lambda s, tok: (tok, s.match.groups()))]).scan, 'abab')
for s in ('abc', 'a.b*c', '', '\0x', 'a b\n', u'\xe9\u20ac_1', '\xff', 'a-b_c', '[]{}()\\^$|?+', 5, None, ['a', '.'], bytearray('a.b')):
    t(re.escape, s)
print re.match(re.escape(''.join(map(chr, range(256)))), ''.join(map(chr, range(256)))).end(), re.template('a').pattern, re.purge()
import sre_parse; print sre_parse.parse('a(b|c)*?[d-f]{2,3}(?=x)(?<!y)\\1(?(1)z)').data; print sre_parse.parse('(?i)a|b').getwidth(), sre_parse.parse('a{2,5}b*').getwidth(), sre_parse.parse('(ab|c)?').getwidth()
