# -*- coding: utf-8 -*-
# Escapes of string literals, in every prefix and quote, and what is wrong with them.
def t(s):
    try:
        v = eval(s)
        print s.encode('string_escape') if isinstance(s, str) else s.encode('unicode_escape'), '->', type(v).__name__, repr(v)
    except (SyntaxError, UnicodeDecodeError, ValueError, TypeError) as e:
        print s.encode('string_escape'), '->', type(e).__name__, getattr(e, 'msg', None) or e
for p in ['', 'r', 'R', 'b', 'B', 'br', 'bR', 'Br', 'BR', 'u', 'U', 'ur', 'uR', 'Ur', 'UR', 'rb', 'ru', 'bu', 'ub', 'bb', 'f']:
    t(p + r"'a\tb\x41\101\u0041\'\"'")
for body in [r'\a\b\f\n\r\t\v\\', r'\'\"', r'\0\1\7\8\9', r'\00\000\0000\377\400\777', r'\x', r'\x4', r'\x4g', r'\x41', r'\xff\xFF',
             r'\u', r'\u1', r'\u12', r'\u123', r'\u1234', r'\u12345', r'\U', r'\U0001', r'\U00010000', r'\U0010ffff', r'\U00110000', r'\Uffffffff',
             r'\N', r'\N{', r'\N{}', r'\N{DIGIT ONE}', r'\N{digit one}', r'\N{NO SUCH}', r'\N{BULLET', r'\q\w\e\ ', '\\\nnext', r'\{', r'%\x25',
             r'\ud800', r'\udc00', r'\ud800\udc00', r'\U0000d800', r'\0a', r'\18', r'\n\
', '\\\r\nq']:
    for p in ['', 'u', 'r', 'ur']:
        t(p + "'" + body + "'")
for s in ["'", '"', "'''", '"""', "'a\nb'", "'a", "'''a", "'''a''", "'''a'b\"c'''", '"""a""b"""', "''''a'''", "'''a\\'''", "'a\\", "r'\\'", "r'\\\\'", "r'a\\'b'", "ur'\\'",
          "'a' 'b'", "'a' u'b'", "u'a' 'b'", "b'a' u'b'", "'a' b'b'", "'a'\n'b'", "('a'\n'b')", "('a' # c\n  'b')", "'a' 'b' 'c' * 2", "'%s' 'x' % 1", "u'a' '\\u0041'", "u'\\u0041' r'\\u0042'", "'\\xe9' u'\\xe9'", "r'\\n' '\\n'",
          "''", "u''", "'' ''", "u'' ''", "'\0'", "'\\0\\x00'", "'\t'", "'\x0c'"]:
    t(s)
for s in [u"'\xe9'", u"u'\xe9'", u"u'\u20ac'", u"'\u20ac'", u"ur'\u20ac\\u20ac'", u"u'\U0001f600'"]:
    v = eval(s)
    print s.encode('unicode_escape'), type(v).__name__, repr(v), len(v)
print repr('é'), repr(u'é'), len('é'), len(u'é'), repr(r'é\é'), repr(ur'é\u00e9'), repr('é'), repr('''é
é'''), repr(u'€' u'€')
print repr(u'\N{LATIN SMALL LETTER E WITH ACUTE}\N{HANGUL SYLLABLE GA}\N{CJK UNIFIED IDEOGRAPH-4E00}')
for q in range(256):
    c = chr(q)
    if q in (0, 10, 13, 39, 92): continue
    if eval("'" + c + "'") != c: print 'str', q
    if c in 'xX': continue
    v = eval("'\\" + c + "'")
    if v != '\\' + c: print 'escape', q, repr(v),
print
print [eval("'\\%o'" % n) == chr(n & 255) for n in (0, 1, 63, 64, 255, 256, 511)]
print repr('\
'), repr('a\
b'), repr(u'a\
b'), repr(r'a\
b'), repr('''a\
b''')
