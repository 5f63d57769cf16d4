# Methods about case and character classes.
samples = ['', 'a', 'A', 'abc', 'Hello World', 'hELLO wORLD', '123', 'abc123', ' \t\n', 'a b', '\xe9', 'they\'re bill\'s', 'x-y_z', '3a', '\x00', 'ABC1', 'title Case', 'Title Case', 'A1b C2d']
for s in samples:
    print repr(s), s.upper(), s.lower(), repr(s.capitalize()), repr(s.title()), repr(s.swapcase())
    print s.isalpha(), s.isdigit(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle()
for s in [u'', u'stra\xdfe', u'\xc9t\xe9', u'\u0131', u'abc', u'\u01c6', u'123', u'\xbd', u'\u0663']:
    print repr(s.upper()), repr(s.lower()), repr(s.capitalize()), repr(s.title()), repr(s.swapcase())
    print s.isalpha(), s.isdigit(), s.isdecimal(), s.isnumeric(), s.isalnum(), s.isspace(), s.isupper(), s.islower(), s.istitle()
print 'abc'.center(9, '*'), 'abc'.ljust(6) + '|', 'abc'.rjust(6, '.'), '42'.zfill(5), '-42'.zfill(5), '+1'.zfill(4), 'x'.zfill(0), 'ab'.center(5), 'ab'.center(1), 'abc'.center(6, '-'), 'a'.center(4, '-'), '--5'.zfill(6)
for bad in ["'a'.center()", "'a'.center('x')", "'a'.center(5, 'xx')", "'a'.center(5, 1)", "'a'.upper(1)", "'a'.zfill('x')", "'a'.ljust(5, '')", "'a'.nothing", "'a'.upper.x", "'a'.isalpha(1)"]:
    try:
        print eval(bad)
    except (TypeError, AttributeError) as e:
        print bad, type(e).__name__, e
print 'a\tb\tcd\te'.expandtabs(), '\t|'.expandtabs(4), 'ab\tc\n\td'.expandtabs(3), 'a\tb'.expandtabs(0), 'a\tb'.expandtabs(-1), repr('a\r\tb'.expandtabs(4))
table = ''.join(chr(i) for i in range(256))
rot = table.replace('abc', 'bca')
print 'aabbcc'.translate(rot), 'hello'.translate(table, 'l'), 'hello'.translate(None, 'eo'), 'hello'.translate(None)
for bad in ["'a'.translate('short')", "'a'.translate()", "u'a'.translate(5)"]:
    try:
        print eval(bad)
    except (TypeError, ValueError) as e:
        print bad, e
print repr(u'abc'.translate({97: u'X', 98: None, 99: 0x20ac})), repr(u'\u20ac'.translate({0x20ac: u'EUR'}))
print len('abc'), 'abc'.__len__(), max('abc'), min('abc'), sorted('hello'), list('ab'), ''.join(reversed('abc')), 'a' in 'abc', '' in 'abc', 'bc' in 'abc', 'ac' in 'abc', 'x' not in 'abc', '' in ''
try:
    1 in 'abc'
except TypeError as e:
    print e
try:
    None in u'abc'
except TypeError as e:
    print e
