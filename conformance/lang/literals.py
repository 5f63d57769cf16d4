# Literals of every kind.
print 0, 7, 017, 0o17, 0x1F, 0XfF, 0b101, 0B1, 00, 1L, 0xFFL, 0777l, 123456789012345678901234567890
print 2147483647, 2147483648, 9223372036854775807, 9223372036854775808, -9223372036854775808
print type(9223372036854775807).__name__, type(9223372036854775808).__name__, type(-9223372036854775808).__name__
print 0xFFFFFFFFFFFFFFFF, 0x7FFFFFFFFFFFFFFF, 1e3, 1.5e-3, .5, 5., 1E5, 0e0, 1e400, 010.5, 09.5
print 1j, 2.5J, 1e2j, .5j, 0x10, -0x10
print 'a' "b" '''c''' """d""", 'it''s', "say ""hi"
print 'a\
b', '''x
y''', """p\
q"""
print repr('\a\b\f\n\r\t\v\\\'\"\0\x41\101\7\q\
'), len('\0\1')
print repr(r'\n\'\x41'), repr(R"\""), repr(ur'\u0041\n'), repr(u'\u0041\N{LATIN SMALL LETTER A}\x41\101'), repr(b'bytes'), repr(br'\x'), repr(bR'\y')
print repr('\1234'), repr('\x4142'), repr('\8'), repr('\xff\377')
print repr(u'\xe9\u20ac\U0001F600'), len(u'\U0001F600')
print (), (1,), (1, 2), [], [1, ], [1, 2, ], {}, {1: 2, }, {1, 2}, ((),), [[]]
print 1, 2; print 3
print (1,)[0], 'abc'[1], [1, 2][-1], {1: 'v'}[1], (lambda: 5)()
print 1 .real, 1..real, 1.5.real, 1L.imag, 'x'.upper()
print True, False, None, Ellipsis, NotImplemented
print 1if 1else 2, [0x1for x in (1, 2)] if 0 else 'packed'
print "tab	inside", 'unicode bytes: \xc3\xa9' == '\xc3' '\xa9'
for bad in ['08', '0x', '0b2', '1__0', "'abc", '0o8', '"""abc', "u'\\u12'", "'\\x1'", "u'\\N{NO SUCH}'", '1a', '$', 'a?b', '0xg', '1e', '1.e+']:
    try:
        print bad, eval(bad)
    except SyntaxError as e:
        print bad, 'SyntaxError:', e.msg
    except ValueError as e:
        print bad, 'ValueError:', e
x = 1,
print x
print -1 ** 2, (-1) ** 2, 2 ** -1, -2 ** -2, not 1 == 2, 1 + 2 * 3 % 2 - 4 // 3, 1 << 2 + 1, 7 & 3 | 8 ^ 1
print 10 - 2 - 3, 2 ** 3 ** 2, 100 / 10 / 2, 100 % 30 % 7, ~-1, - -1, -+-1, not not 0
print 1 < 2 == True, 1 | 2 == 2, 5 & 4 == 4, 'a' 'b' * 2, 'a' + 'b' 'c'
