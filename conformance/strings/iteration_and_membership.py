# Strings as sequences.
print [c for c in 'abc'], list('xyz'), tuple('ab'), set('aab') == {'a', 'b'}, dict.fromkeys('ab', 0) == {'a': 0, 'b': 0}, enumerate('ab').next(), zip('ab', 'cd', 'e'), map(ord, 'AB'), filter(lambda c: c in 'aeiou', 'education'), reduce(lambda a, b: b + a, 'abc'), max('hello'), sum(map(ord, 'ab')), any('a'), all(''), sorted('cab', reverse=True), ''.join(reversed('abc'))
it = iter('ab')
print it.next(), next(it), next(it, 'end'), iter('x') is not iter('x'), type(iter('')).__name__, hasattr('', '__iter__'), hasattr(u'', '__iter__'), hasattr([], '__iter__')
for c in u'\xe9\u20ac\U0001F600':
    print repr(c), len(c), ord(c),
print
a, b, c = 'xyz'
(d, e), f = 'pq', 'r'
print a, b, c, d, e, f
for i, ch in enumerate('spam'):
    if ch == 'p':
        continue
    print i, ch,
else:
    print 'done'
print 'x' * 3, 3 * 'ab', 'x' * 0, 'x' * -5, 'ab' * True, 'a' * 2L, u'\xe9' * 2 == u'\xe9\xe9', 'abc'.__contains__('b'), 'abc'.__mul__(2), 'abc'.__rmul__(2), 'abc'.__add__('d'), 'a'.__eq__('a'), 'a'.__lt__('b'), 'a'.__eq__(1), 'a'.__hash__() == hash('a'), 'abc'.__len__(), 'abc'.__getitem__(-1), 'a'.__str__(), 'a'.__repr__(), 'a'.__mod__(()), 'a'.__format__('>3'), 'a'.__class__, 'a'.__getnewargs__()


def is_palindrome(text):
    letters = [c.lower() for c in text if c.isalpha()]
    return letters == letters[::-1]


def caesar(text, n):
    out = []
    for c in text:
        if c.isalpha():
            base = ord('a') if c.islower() else ord('A')
            c = chr((ord(c) - base + n) % 26 + base)
        out.append(c)
    return ''.join(out)


def run_length(text):
    out = []
    i = 0
    while i < len(text):
        j = i
        while j < len(text) and text[j] == text[i]:
            j += 1
        out.append(text[i] + (str(j - i) if j - i > 1 else ''))
        i = j
    return ''.join(out)


def edit_distance(a, b):
    row = range(len(b) + 1)
    for i, x in enumerate(a):
        new = [i + 1]
        for j, y in enumerate(b):
            new.append(min(row[j] + (x != y), row[j + 1] + 1, new[j] + 1))
        row = new
    return row[-1]


print is_palindrome('A man, a plan, a canal: Panama'), is_palindrome('No'), caesar('Hello, World!', 3), caesar(caesar('Zebra', 5), -5), run_length('aaabccdddd'), run_length(''), edit_distance('kitten', 'sitting'), edit_distance('', 'abc')
print str(), unicode(), str(5), str(u'a'), str([1]), repr(str), str is str, type('').__name__, str.__mro__, isinstance('a', str), 'a'.__doc__ is not None, str.upper('abc'), str.join('-', 'abc'), map(str.strip, [' a ', 'b ']), sorted(['b', 'A'], key=str.lower)
for bad in ["str(1, 2, 3)", "str.upper(1)", "str.upper()", "str.upper(u'a')", "'a'.x", "'a'.x = 1" if 0 else "'a'.y", "'a'()", "-'a'", "'a' & 'b'", "iter('a').x", "chr('a')", "chr(256)", "chr(-1)", "ord('')", "ord(5)", "ord('ab')", "len()", "'a'.join", "'abc'.__getitem__('x')", "intern(u'a')", "intern(5)", "str(object=1, x=2)", "unicode('a', 5)"]:
    try:
        print bad, repr(eval(bad)).split(' at ')[0]
    except Exception as e:
        print bad, type(e).__name__, e
