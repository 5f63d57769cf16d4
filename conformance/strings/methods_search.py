# find, index, count, startswith, endswith, replace, partition.
s = 'spam and eggs and spam'
print s.find('spam'), s.find('spam', 1), s.find('x'), s.find(''), s.find('', 100), s.find('', 22), s.find('spam', 0, 3), s.find('spam', -4), s.find('and', 5, -5), s.find('s', None), s.find('s', 1, None), s.find('', 5, 3)
print s.rfind('spam'), s.rfind('spam', 0, 10), s.rfind('x'), s.rfind(''), s.rfind('', 0, 5), s.index('and'), s.rindex('and'), s.count('and'), s.count(''), s.count('a', 5, 10), s.count('spam', 1), ''.count(''), 'aaaa'.count('aa'), 'abc'.count('', 1, 2), 'abc'.count('', 5)
for bad in ["s.index('x')", "s.rindex('x')", "s.find()", "s.find(1)", "s.find('a', 'b')", "s.count(None)", "s.index('spam', 1, 5)", "s.startswith(1)", "s.startswith([1])", "s.startswith((1,))", "s.replace('a')", "s.replace(1, 2)", "s.replace('a', None)", "s.partition('')", "s.partition(1)", "s.split('')", "s.rsplit('')", "s.find('a', 1, 2, 3)"]:
    try:
        print eval(bad)
    except (ValueError, TypeError) as e:
        print bad, type(e).__name__, e
print s.startswith('spam'), s.startswith('and', 5), s.startswith(('x', 'spam')), s.startswith(()), s.startswith(''), s.startswith('', 100), s.startswith('spam', 0, 3), s.endswith('spam'), s.endswith(('eggs', 'am')), s.endswith('eggs', 0, 13), s.endswith(''), s.endswith('spam', 20), s.startswith(u'sp'), s.startswith('m', -1), 'ab'.endswith('abc')
print s.replace('spam', 'SPAM'), s.replace('spam', 'x', 1), s.replace('and', ''), 'aaa'.replace('a', 'aa'), 'abc'.replace('', '-'), 'abc'.replace('', '-', 2), ''.replace('', 'x'), ''.replace('a', 'b'), 'aaa'.replace('aa', 'b'), 'abc'.replace('b', 'bb', 0), 'abc'.replace('x', 'y') == 'abc', 'a.b.c'.replace('.', ''), 'aXbX'.replace('X', 'longer', -1)
print s.partition(' and '), s.rpartition(' and '), s.partition('x'), s.rpartition('x'), ''.partition('a'), 'aba'.partition('a'), 'aba'.rpartition('a'), 'a=b=c'.partition('=')
print 'abc'.find(u'b'), u'abc'.find('b'), u'\u20acx'.find(u'x'), u'ab'.replace('a', u'\xe9') == u'\xe9b', 'ab'.replace('a', u'x'), 'abc'.partition(u'b'), u'a'.startswith('a'), 'abcabc'.rfind('bc', 0, 5), 'x' * 10 in 'x' * 9, 'x' * 9 in 'x' * 10


def naive_find(text, pattern, start=0):
    for i in range(start, len(text) - len(pattern) + 1):
        if text[i:i + len(pattern)] == pattern:
            return i
    return -1


state = 12345
for trial in range(300):
    letters = []
    for i in range(40):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        letters.append('ab'[(state >> 16) & 1])
    text = ''.join(letters)
    n = 1 + (state >> 20) % 6
    pattern = text[7:7 + n] if trial % 3 else 'b' * n
    assert text.find(pattern) == naive_find(text, pattern)
    assert text.rfind(pattern) == (-1 if pattern not in text else len(text) - n - naive_find(text[::-1], pattern[::-1]))
    assert text.count(pattern) == len(text.split(pattern)) - 1
    assert pattern.join(text.split(pattern)) == text
    assert text.replace(pattern, '<>').count('<>') == text.count(pattern)
    a, b, c = text.partition(pattern)
    assert a + b + c == text and pattern not in a
print 'searches agree'
