# unicode objects, and their meeting with str.
u = u'caf\xe9 \u20ac \U0001F600'
print len(u), repr(u), repr(u[3]), repr(u[5]), repr(u[-1]), u == u'caf\u00e9 \u20ac \U0001f600', type(u).__name__, [hex(ord(c)) for c in u]
for enc in ['utf-8', 'utf-16-le', 'utf-16-be', 'utf-32-le', 'unicode_escape', 'raw_unicode_escape']:
    e = u.encode(enc)
    print enc, repr(e), e.decode(enc) == u
for enc, errors in [('ascii', 'replace'), ('ascii', 'ignore'), ('latin-1', 'replace'), ('ascii', 'xmlcharrefreplace'), ('ascii', 'backslashreplace')]:
    print enc, errors, repr(u.encode(enc, errors))
print repr('caf\xc3\xa9'.decode('utf-8')), repr('\xe9'.decode('latin-1')), repr('\xff\xfea'.decode('ascii', 'ignore')), repr('\xff'.decode('ascii', 'replace')), repr('a\xffb\xc3'.decode('utf-8', 'replace')), repr(unicode('abc')), repr(unicode('\xc3\xa9', 'utf-8')), repr(unicode('\xe9', 'latin1', 'strict')), repr(unicode(5)), repr(unicode([u'\xe9'])), repr(unicode())
for bad in ["u'\\xe9'.encode('ascii')", "u'\\u20ac'.encode('latin-1')", "'\\xe9'.decode('ascii')", "'\\xff'.decode('utf-8')", "'\\xc3'.decode('utf-8')", "'\\xe2\\x82'.decode('utf-8')", "str(u'\\xe9')", "unicode('\\xe9')", "'\\xe9' + u'a'", "u'a' + '\\xe9'", "'%s' % u'\\xe9' + '\\xe9'", "u'%s' % '\\xe9'", "''.join([u'a', '\\xe9'])", "'\\xe9'.encode('utf-8')", "u'x'.decode('hex') if 0 else u'a'.encode('no-such')", "'a'.decode('no-such')", "unicode(5, 'ascii')", "unichr(-1)", "unichr(0x110000)", "unichr('a')", "ord(u'ab')", "ord(u'')", "chr(u'a')", "'\\xed\\xa0\\x80'.decode('utf-8') if 0 else int(u'\\u20ac')", "float(u'\\u20ac')", "u'a'.encode('ascii', 'no-such')", "u'\\xe9'.encode('ascii', 'no-such')", "'a' in u'\\xe9'", "'\\xe9' in u'a'", "u'\\xe9' in '\\xe9'", "'\\xe9' == 5", "u'a'.find('\\xe9')", "getattr(1, u'\\xe9')"]:
    try:
        print bad, repr(eval(bad))
    except Exception as e:
        print bad, type(e).__name__, e
print 'a' == u'a', u'a' == 'a', hash('a') == hash(u'a'), {'a': 1}[u'a'], {u'a': 2}['a'], u'a' in ['a'], 'b' < u'c', u'b' > 'a', cmp('a', u'a'), sorted(['b', u'a', 'c']), u'a' + 'b', 'a' + u'b', repr('a' + u'b'), repr('a' * 2 + u''), repr(u'%s' % 'x'), max('a', u'b'), u'a'.__class__
print int(u'12'), float(u'1.5'), int(u'\u0661\u0662'), long(u'7'), str(u'abc'), repr(u'abc'.encode('utf-8')), getattr(u'x', u'upper')(), getattr('x', u'upper')(), u'abc'.upper(), repr(u'\xe9'.upper()), repr(u'\xdf'.upper()), u'A'.lower(), repr(u','.join(['a', 'b'])), u'a,b'.split(','), u'a b'.split(), repr(u'x' * 3), u'abc'[::-1], u'b' in u'abc', u'abc'.index(u'c'), u'a'.isalpha(), u'\u0661'.isdigit(), u'\u20ac'.isalnum()
print unichr(65), repr(unichr(0x20ac)), repr(unichr(0x1F600)), len(unichr(0x1F600)), ord(u'\U0001F600'), ord(u'a'), u'\ud83d\ude00' == u'\U0001F600', len(u'\ud83d\ude00')
print isinstance(u'', basestring), isinstance('', unicode), issubclass(unicode, basestring), basestring.__subclasses__()[:0], type(u'' + ''), type('' + u''), type('%s' % u''), bool(u''), not u'a'
d = {u'key': 1, 'other': 2}
print sorted(d), d['key'], d.get(u'other'), dict(**{'k': 1}), (lambda **k: k)(**{'uni': 1})


class A(object):
    pass


a = A()
setattr(a, u'name', 1)
print a.name, a.__dict__.keys(), [type(k).__name__ for k in a.__dict__]
print u'\N{EURO SIGN}' == u'\u20ac', ur'\u20ac\n' == u'\u20ac\\n', u'a' u'b' 'c', repr('a' u'b'), repr(u'a\
b'), u"""multi
line"""
print u'printed', u'ascii only'
