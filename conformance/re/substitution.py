# sub, subn: templates, callables, empty matches, counts, types of the result.
import re

cases = [('a', 'b', 'banana'), ('', '-', 'abc'), ('x*', '-', 'abxd'), ('b*', '<>', 'abbc'), ('$', '!', 'a\n'), ('(?m)$', '!', 'a\nb\n'), ('(?m)^', '> ', 'a\n\nb'), (r'\b', '|', 'hi you'),
         ('(a)(b)?', r'[\1]', 'abaa'), ('(.)', r'\1\1', 'xyz'), ('(?P<n>\\w)', r'\g<n>\g<0>', 'ab'), ('.', r'\\', 'ab'), ('.', '\\n', 'a'), ('.', r'\x', 'a'), ('.', r'\q', 'a'), ('.', r'\0', 'a'), ('.', r'\07', 'a'), ('.', r'\101', 'a'),
         ('(.)', r'\10', 'a'), ('(.)', r'\g<1>0', 'a'), ('(.)', r'\8', 'a'), ('a', '\\', 'a'), ('a|b|', '.', 'xaby'), ('(?i)A', 'z', 'aAbB'), ('(a)|b', r'<\1>', 'ab'), ('', '', ''), ('a', u'\xe9', 'cat'), (u'a', 'b', u'cat')]
for p, r, s in cases:
    try:
        print repr((p, r, s)), repr(re.subn(p, r, s))
    except Exception as e:
        print repr((p, r, s)), type(e).__name__, e
for count in (0, 1, 2, 99, -1, True, 1L):
    try:
        print count, re.sub('a', 'b', 'aaaa', count)
    except Exception as e:
        print count, type(e).__name__, e


def upper(m):
    seen.append((m.start(), m.end(), m.group()))
    return m.group().upper()


seen = []
print re.sub('[aeiou]+', upper, 'queueing is ok'), seen
for r in (lambda m: None, lambda m: 3, lambda m: u'\u1234', lambda m: '\\1', lambda m: 1 / 0, lambda: 'x', 3, None, ['x'], bytearray('q'), len):
    try:
        print repr(re.sub('(b)', r, 'abc'))
    except Exception as e:
        print type(e).__name__, e


class S(str):
    pass


s = S('hello')
print type(re.sub('z', 'y', s)), type(re.sub('l', S('L'), s)), re.sub('z', 'y', s) is s, type(re.sub('', '', s))
print repr(re.sub('a', 'b', bytearray('aa'))), repr(re.sub('x', 'b', buffer('aa'))), repr(re.sub(u'\xe9', 'e', u'\xe9t\xe9'))
for args in ((u'a', 'b', '\xff'), ('\xff', 'b', u'\xff'), (u'\xff', 'b', '\xff'), ('a', '\xff', u'a'), ('a', 'b', 3), ('a', 'b', None), (3, 'b', 'c')):
    try:
        print repr(re.sub(*args))
    except Exception as e:
        print type(e).__name__, e
p = re.compile('(\\d)(?=(\\d{3})+$)')
print p.sub(r'\1,', '1234567'), p.subn(r'\1,', '12')
nested = re.compile('a(.)')
print nested.sub(lambda m: nested.sub('<%s>' % m.group(1), 'aXaY'), 'abac')
total = 0
for i in xrange(4000):
    total += len(re.sub('(%d)' % (i % 10), r'<\1>', str(i)))
print total
words = re.compile(r'\w+')
print reduce(lambda text, i: words.sub(lambda m: m.group()[::-1], text, i % 3), xrange(3001), 'one two three four')
