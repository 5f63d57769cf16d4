# Sets, ranges, categories, flags LOCALE, UNICODE, IGNORECASE, VERBOSE, DOTALL, escapes.
import re

allc = ''.join(map(chr, range(256)))
uni = u''.join(map(unichr, range(0, 0x250) + [0x660, 0x966, 0x2028, 0x2029, 0x3000, 0x4e00, 0xff21]))
for p in (r'\d', r'\D', r'\s', r'\S', r'\w', r'\W', '[a-f]', '[^\\w]', r'[\d\s]', '[]a]', '[^]a]', '[a-]', '[-a]', '[a\\-z]', r'[\]]', '[[]', r'[\n\t\\]', '.', r'[\x41-\x43]', r'[\101\060]', r'[\b]', '[^\n]', r'[\w-]', r'[+--]', '[a-c-e]', '[^^]', '[\\^a]', '[\xe0-\xe5]', r'[\W\d]'):
    a = re.findall(p, allc)
    b = re.findall(p, uni)
    c = re.findall(p, uni, re.U)
    i = re.findall(p, allc, re.I)
    print p.encode('string_escape'), len(a), hash(''.join(a)) % 9973, len(b), len(c), len(i), len(re.findall('(?L)' + p, allc)), repr(''.join(a))[:24]
for p in (u'\xe9', u'[\xe0-\xe5]', u'\u0130', u'\u0131', u'ss', u'\xdf', u'\u03c3', u'[\u0391-\u03a9]', u'\xb5', u'k', u's', u'\u01c5'):
    print repr(p), [repr(c) for c in uni + u'\u03c2\u03c3\u212a\u017f\u03bc' if re.match(p, c, re.I)], [repr(c) for c in uni + u'\u03c2\u03c3\u212a\u017f\u03bc' if re.match(p, c, re.I | re.U)]
print re.match(u'[\U00010000-\U00010fff]', u'\U00010400') is not None, re.findall(u'.', u'\U00010400a'), re.match(u'[^a]', u'\U00010400').group() == u'\U00010400'
for p in (r'\a\f\v', r'\x4', r'\x', r'\xzz', r'\u1234', r'\N', r'\_', r'\8', r'\400', r'\377', r'\777', r'[\400]', r'[\x]', r'[\z]', r'\g', r'[z-\d]', r'[\d-z]', r'[a-\w]', r'[a-b-\s]', '[:alpha:]', r'\Aa\Z', r'[\Z]', r'[\A]', r'[\B]', r'[\1]'):
    try:
        print p.encode('string_escape'), re.findall(p, 'aA1-zu1234N:lph_8\x07\x0c\x0b\x04g\xff\x01ZB')
    except Exception as e:
        print p.encode('string_escape'), type(e).__name__, e
verbose = r'''
  (\d+)   # digits
  [ #]    # space or hash in a class
  \ \#    # escaped
  (?x: y) # unknown in this dialect
'''
try:
    print re.compile(verbose, re.X).pattern == verbose
except Exception as e:
    print type(e).__name__, e
print re.match('a b # c', 'ab', re.X).group(), re.match('(?x) a\n b', 'ab').group(), re.match('a (?x) b', 'ab') is not None, re.match('a(?i)B', 'Ab').group(), re.match(r"a{ 2 }", "a{2}", re.X) is None
print re.compile('(?imsxu)a').flags, re.compile('a', re.I | re.M).flags, re.compile('(?L)a').flags, re.compile(u'a').flags, re.I | re.L | re.M | re.S | re.U | re.X | re.DEBUG | re.T
n = 0
r = re.compile(r'[a-c\d_][^\s,]', re.I)
for i in xrange(5000):
    if r.match(chr(i % 128) + chr(i * 7 % 128)):
        n += i
print n
