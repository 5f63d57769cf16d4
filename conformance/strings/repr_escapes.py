# repr and str of strings.
print repr(''.join(chr(i) for i in range(256)))
print repr("it's"), repr('say "hi"'), repr('both \' and "'), repr("'"), repr('"'), repr('\\'), repr('\n\r\t\0'), repr('\x7f\x80')
print repr(u'\x00\x1f ~\x7f\x80\xa0\xff\u0100\uffff\U00010000\U0010ffff'), repr(u"it's"), repr(u'say "hi"'), repr(u'\\'), repr(u'\n\t\r')
print str('abc'), ['a\n', u'\xe9'], ('x',), {'k': 'v\t'}, set(['s']), [u'u'], repr(['"', "'"]), `'b'`
print '%r %r %r' % ('a', u'b', 'c\n'), '%s' % ['x'], '%s %s' % ('plain', u'uni'), repr('%s' % 'a'), repr('%s' % u'a')
for s in ['a\nb', "q'", 'tab\t', '\\', '\x00', 'd"q', '\xc3\xa9']:
    assert eval(repr(s)) == s
for s in [u'a\nb', u"q'", u'\xe9\u20ac', u'\U0001F600', u'\\u0041']:
    assert eval(repr(s)) == s
print 'a\n'.encode('string_escape'), 'a\\n\\x41'.decode('string_escape') == 'a\nA', u'\u20ac\n'.encode('unicode_escape'), repr('\\u20ac'.decode('unicode_escape')), repr(u'\xe9'.encode('utf-8')), repr('\xc3\xa9'.decode('utf-8'))


class S(str):
    pass


class R(str):
    def __repr__(self):
        return 'R!'

    def __str__(self):
        return 'str of R'


print repr(S('x')), [S('x')], S('x'), '%s' % S('x'), type(str(S('x'))).__name__, repr(R('x')), [R('x')], R('x'), '%s' % R('x'), '%r' % R('x'), R('x') + 'y', str(R('x')), R('x') == 'x', hash(R('x')) == hash('x'), {'x': 1}[R('x')], type(R('x').upper()).__name__, type(R('x')[:]).__name__, len(R('abc')), ''.join([R('a'), R('b')])


class BadRepr(object):
    def __repr__(self):
        return 5

    def __str__(self):
        return None


for f in [repr, str, lambda o: '%s' % o, lambda o: [o].__repr__(), lambda o: '%r' % (o,), unicode]:
    try:
        print f(BadRepr())
    except TypeError as e:
        print e


class UniRepr(object):
    def __repr__(self):
        return u'uni'

    def __str__(self):
        return u'caf\xe9'

    def __unicode__(self):
        return u'unicode method'


print repr(UniRepr()), [UniRepr()], type(repr(UniRepr())).__name__, repr(unicode(UniRepr())), repr(u'%s' % UniRepr())
for f in [str, lambda o: '%s|' % o]:
    try:
        print repr(f(UniRepr()))
    except UnicodeEncodeError as e:
        print e
l = [1]
l.append(l)
d = {'self': None}
d['self'] = d
t = ([],)
t[0].append(t)
print l, d, t, repr([[], [[]], ()]), repr({}), repr({1: {2: {}}}), repr((1,)), repr(()), repr(set()), repr(frozenset([1])), repr(xrange(3)), repr(xrange(1, 9, 2)), repr(slice(1, None)), repr(Ellipsis), repr(buffer('x'))[:5], repr(None), repr(type), repr(iter([]))[:20]
