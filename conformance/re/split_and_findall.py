# split, findall, finditer, scanner: empty matches, groups, positions.
import re

for p, s in ((',', 'a,b,,c'), ('(,)', 'a,b'), ('(,)|;', 'a,b;c'), ('', 'abc'), ('x*', 'axbxxc'), ('(x*)', 'axbc'), (r'\W+', 'a b.  c!'), (r'(\W+)', '.a b'), ('(?m)^', 'a\nb'), (r'\b', 'a b'), ('a', ''), ('(a)(b)?', 'xaby'), ('(?=b)', 'abab'), ('$', 'abc'), ('[,;]', u'a;b')):
    for limit in (0, 1, 2, -1):
        print repr(p), repr(s), limit, re.split(p, s, limit)
for p, s in (('a', 'banana'), ('(a)(n)?', 'banana'), ('', 'ab'), ('a*', 'baac'), ('(a*)', 'baac'), ('(?:ab)+', 'ababxab'), ('(ab)+', 'ababxab'), (r'\d+', 'a1b22'), ('x|(y)', 'xy'), (u'\xe9', u'\xe9\xe9'), ('.', 'a\nb'), ('(?s).', 'a\nb'), ('^.', 'a\nb'), ('(?m)^.', 'a\nb'), ('(?m).$', 'ab\ncd\n'), ('.$', 'ab\ncd\n'), (r'\Z', 'a\n'), (r'\A.', 'abc'), (r'\B', 'ab c')):
    print repr(p), repr(s), re.findall(p, s), [m.span() for m in re.finditer(p, s)]
r = re.compile('a.')
text = 'xaaabacad'
for pos, end in ((0, 99), (1, 4), (3, 3), (4, 2), (-5, 5), (2, -1), (9, 9), (50, 60)):
    m = r.match(text, pos, end)
    s = r.search(text, pos, end)
    print pos, end, r.findall(text, pos, end), m and m.span(), s and (s.span(), s.pos, s.endpos), [x.group() for x in r.finditer(text, pos, end)]
r = re.compile('^a')
print r.match('ba', 1), r.search('ba', 1), re.compile(r'\ba').match('ba', 1), re.compile(r'(?<=b)a').match('ba', 1) is not None, re.compile('a$').match('ab', 0, 1) is not None
scan = re.compile(r'(\d+)|(\w)').scanner('1a22b')
while True:
    m = scan.match()
    if m is None:
        break
    print m.group(), m.lastindex, m.span(),
print
scan = re.compile('b').scanner('abab')
print [scan.search().start(), scan.search().start(), scan.search()], scan.pattern.pattern
lexer = re.Scanner([(r'[a-z_]\w*', lambda s, t: ('NAME', t)), (r'\d+\.\d*', lambda s, t: float(t)), (r'\d+', lambda s, t: int(t)), (r'[=+*/-]', lambda s, t: t), (r'\s+', None)])
print lexer.scan('sum = 3*foo + 312.50+bar'), lexer.scan('a ?? b')
it = re.finditer('a', 'aa')
print it.next().start(), list(it)[0].start(), list(it), type(it).__name__
print re.escape('a.b*c\n\0_9 \xe9'), repr(re.escape(u'\xe9-a')), re.escape('')
n = 0
for i in xrange(3500):
    n += len(re.findall('1|(2)', '%d' % i)) + len(re.split('[05]', str(i)))
print n
