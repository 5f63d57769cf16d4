# Flags: case-blind over Latin-1 and unicode, multiline, dotall, verbose, the C locale, unicode classes.
import re
print [(n, getattr(re, n)) for n in sorted(dir(re)) if n.isupper() and isinstance(getattr(re, n), int)]
chars = [chr(i) for i in range(256)]
for cls in ('\\w', '\\d', '\\s', '\\W', '\\b', '.', '[\\w]', '[^\\W_]', '[a-z]', '[^a-z]'):
    for f in (0, re.L, re.I, re.I | re.L):
        print cls, f, ''.join('%02x' % ord(c) for c in chars if re.search(cls, c, f)).count('') , len([c for c in chars if re.match(cls, c, f)])
uc = [unichr(i) for i in range(0x250)] + list(u'\u0660\u06f1\u1680\u2000\u2028\u3000\u0391\u03b1\u2160\u4e00\uff21\ufb00\u00df\u1e9e\u0130\u0131\u017f\u212a\u212b\u03c2\u03c3\u01c5')
for cls in (u'\\w', u'\\d', u'\\s', u'\\W', u'[\\w]', u'[^\\W\\d]', u'[a-z]', u'[\\s\\d]'):
    for f in (0, re.U, re.I, re.I | re.U): print cls, f, len([c for c in uc if re.match(cls, c, f)]), repr(u''.join(c for c in uc[0x250:] if re.match(cls, c, f)))
pairs = [(u'\xe9', u'\xc9'), (u'a', u'A'), (u'\u0391', u'\u03b1'), (u'k', u'\u212a'), (u's', u'\u017f'), (u'\xdf', u'\u1e9e'), (u'\u03c2', u'\u03c3'), (u'\u03c2', u'\u03a3'), (u'\u0130', u'i'), (u'\u0131', u'I'), (u'\u01c4', u'\u01c5'), (u'\xb5', u'\u03bc'), (u'\xff', u'\u0178'), (u'[', u'{'), (u'@', u'`')]
for a, b in pairs:
    row = []
    for f in (re.I, re.I | re.U, re.I | re.L):
        for x, y in ((a, b), (b, a)):
            row.append(int(re.match(re.escape(x), y, f) is not None)); row.append(int(re.match(u'[' + re.escape(x) + u']', y, f) is not None)); row.append(int(re.match(u'[^' + re.escape(x) + u']', y, f) is not None)); row.append(int(re.match(u'(' + re.escape(x) + u')\\1', x + y, f) is not None))
    print repr((a, b)), row
for a, b in (('\xe9', '\xc9'), ('z', 'Z'), ('\xb5', '\xff')):
    print [int(re.match(a, b, f) is not None) for f in (re.I, re.I | re.L, re.I | re.U)], [int(re.match('[%s-%s]' % (a, a), b, f) is not None) for f in (re.I, re.I | re.L, re.I | re.U)]
for pat in ('^.', '.$', 'a.c', '^$', '\\Aa', 'c\\Z', '^a$', '.+'):
    for s in ('abc', 'a\nc', 'a\nc\n', '\n', '', 'x\na\nc', 'a\r\nc', 'a\rc'):
        print repr(pat), repr(s), [[m.span() for m in re.finditer(pat, s, f)] for f in (0, re.M, re.S, re.M | re.S)]
v = re.compile(r'''
   (?P<a> \d+ )   # digits
   [ ]            # one blank
   \#             # a sign
   [#a-z\ ]*      # not a comment in a class #
   (?: x | y )    (?# inline )
''', re.X)
for s in ('12 #ab #x', '12 #x', '12#x', '1 #y z'): m = v.match(s); print m and m.span(), m and m.groupdict()
print re.compile('a', re.I | re.M).flags, re.compile(u'a', re.U).flags, re.compile('(?im)a').flags, re.compile('(?x) (?i)').flags, re.compile('(?u)a').flags, re.compile(u'a').flags
print re.match('(?i)[^a]', 'A'), re.match('(?i)[^A]', 'a'), re.match('(?i)[@-Z]', 'a').span(), re.match('(?i)[Z-a]', 'b'), re.match('(?i)[_-a]', 'A').span() , re.findall('(?i)[k-m]', 'KLMklm\xe9')
