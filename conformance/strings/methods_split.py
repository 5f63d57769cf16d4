# split, rsplit, splitlines, join, strip.
print 'a b  c'.split(), 'a b  c'.split(' '), ' a '.split(), ' a '.split(' '), ''.split(), ''.split(' '), '   '.split(), 'abc'.split('b'), 'abc'.split('x'), 'a,b,,c,'.split(','), 'aXXbXXc'.split('XX'), 'aXXX'.split('XX')
print 'a b c d'.split(None, 2), 'a b c d'.split(' ', 2), '  a  b  c  '.split(None, 1), 'a b'.split(None, 0), ' a b '.split(None, 0), 'a,b,c'.split(',', 0), 'a,b,c'.split(',', -1), 'a,b,c'.split(',', 10)
print 'a b c d'.rsplit(None, 2), 'a,b,c,d'.rsplit(',', 2), '  a  b  '.rsplit(None, 1), 'a b'.rsplit(), 'aXXbXXc'.rsplit('XX', 1), 'aaa'.rsplit('aa'), 'aaa'.split('aa'), ''.rsplit(','), ' a b '.rsplit(None, 0)
print '\ta\nb\x0bc\x0cd\re\x1cf g'.split(), u'a\xa0b\u2003c\x1cd'.split(), 'a\xa0b'.split()
print 'a\nb\r\nc\rd'.splitlines(), 'a\nb\r\nc\rd\n'.splitlines(True), ''.splitlines(), '\n'.splitlines(), 'a\n\nb'.splitlines(), 'a\x0bb\x0cc'.splitlines(), u'a\x0bb\x85c\u2028d'.splitlines(), 'no newline'.splitlines(1)
print ','.join([]), ','.join(['a']), ','.join(['a', 'b']), ''.join('abc'), '-'.join('abc'), ', '.join(('x', 'y')), ','.join({'k': 1}), ''.join(str(i) for i in range(5)), '<>'.join(c for c in 'ab'), repr(','.join(['a', u'b'])), repr(u','.join(['a', 'b']))
for bad in ["','.join(5)", "','.join([1])", "','.join(['a', None])", "','.join()", "','.join(['a'], 1)", "','.join(['a', 'b', 3L])", "u','.join([1])", "'abc'.split(1)", "'a'.split(',', 'x')", "'a'.splitlines('x')", "'a'.strip(1)", "','.join(x for x in [1])", "'%s'.join(None)"]:
    try:
        print eval(bad)
    except TypeError as e:
        print bad, e
print repr('  a b  '.strip()), repr('  a '.lstrip()), repr(' a  '.rstrip()), 'xxaxbxx'.strip('x'), 'abcba'.strip('ab'), 'abc'.strip(''), repr('\n\t a\x00'.strip()), 'xyz'.lstrip('yx'), 'xyz'.rstrip('zy'), 'aaa'.strip('a') == '', repr(' a '.strip(None)), repr(u'\xa0a\u2003'.strip()), repr('\xa0a'.strip()), 'abc'.strip(u'a'), u'abc'.strip('c'), 'www.example.com'.strip('cmowz.')
lines = 'key=value\n# comment\n\n other = thing \n'
print [tuple(part.strip() for part in line.split('=')) for line in lines.splitlines() if line.strip() and not line.startswith('#')]
words = 'the quick brown fox jumps over the lazy dog the end'.split()
counts = {}
for w in words:
    counts[w] = counts.get(w, 0) + 1
print sorted(counts.items(), key=lambda kv: (-kv[1], kv[0]))[:3]
print ' '.join(w.capitalize() for w in words), ' '.join(reversed(words)), '-'.join(sorted(set(words), key=len, reverse=True)[:2][:0] or ['none'])
print ''.join(['ab'] * 3), ''.join(('a', '', 'b')), 'x'.join(['', '', '']), len(''.join(['x' * 1000] * 100))
