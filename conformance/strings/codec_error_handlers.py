# Error handlers: strict, ignore, replace, xmlcharrefreplace, backslashreplace, own handlers, with positions that move.
import codecs
bad = {'ascii': 'a\xe9\xffz', 'utf-8': 'a\xc3(\xe2\x82\xf0\x9f\x98z\xed\xa0\x80\xc0\x80\xf5\x80\x80\x80\xff', 'utf-16-le': 'a\0\0\xd8b\0\0\xdcx', 'utf-16-be': '\xd8\0\0a\0', 'utf-32-le': 'a\0\0\0\0\0\x11\0z\0\0', 'utf-7': 'a+@b+AGE-\xff+2D', 'unicode-escape': r'\x4 \u12 \U00110000 \N{nope} \N \q \777 \\'[:-1], 'raw-unicode-escape': r'a\u12 \U00110000 \\u0041', 'cp1252': 'a\x81\x8d', 'charmap': '\xff', 'hex': 'a', 'latin-1': '\xff', 'utf-8-sig': '\xef\xbb\xbfa\xff', 'utf-16': '\xff\xfea', 'utf-32': '\xff\xfe\0\0a'}
def log(e):
    seen.append((type(e).__name__, e.encoding, e.start, e.end, e.reason))
    return (u'<%s>' % (repr(e.object[e.start:e.end]).strip('u'),), e.end)
codecs.register_error('test.log', log)
for enc in sorted(bad):
    for errors in ('strict', 'ignore', 'replace', 'test.log', 'xmlcharrefreplace', 'backslashreplace', 'nope'):
        seen = []
        try:
            print enc, errors, repr(bad[enc].decode(enc, errors)), seen
        except Exception as e:
            print enc, errors, type(e).__name__, e, seen
text = u'a\xe9\u20ac\U0001f600\ud800z'
for enc in ('ascii', 'latin-1', 'utf-8', 'cp1252', 'utf-16-le', 'utf-7', 'cp437', 'iso8859-15', 'koi8-r', 'charmap', 'unicode-escape', 'raw-unicode-escape', 'idna', 'mac-roman', 'punycode'):
    for errors in ('strict', 'ignore', 'replace', 'xmlcharrefreplace', 'backslashreplace', 'test.log'):
        seen = []
        try:
            print enc, errors, repr(text.encode(enc, errors)), seen
        except Exception as e:
            print enc, errors, type(e).__name__, e, seen
for name, result in (('int', 5), ('pair', (u'x', 2)), ('none', None), ('negative', (u'-', -1)), ('far', (u'!', 99)), ('bytes', ('x', 2)), ('three', (u'a', 1, 2)), ('wide', (u'\u1234', 2))):
    codecs.register_error('test.' + name, lambda e, result=result: result)
    for f in (lambda: 'a\xffb'.decode('ascii', 'test.' + name), lambda: u'a\xffb'.encode('ascii', 'test.' + name), lambda: u'a\u1234b'.encode('latin-1', 'test.' + name)):
        try:
            print name, repr(f()),
        except Exception as e:
            print name, type(e).__name__, e,
    print
def raiser(e):
    raise KeyError('from handler')
codecs.register_error('test.raise', raiser)
for f in (lambda: '\xff'.decode('ascii', 'test.raise'), lambda: codecs.register_error('x', 3), lambda: codecs.lookup_error('zz'), lambda: codecs.strict_errors(3), lambda: codecs.ignore_errors(UnicodeEncodeError('e', u'abc', 1, 2, 'r')), lambda: codecs.replace_errors(UnicodeDecodeError('e', 'abc', 0, 2, 'r')), lambda: codecs.replace_errors(UnicodeTranslateError(u'abc', 0, 2, 'r')), lambda: codecs.replace_errors(UnicodeEncodeError('e', u'abc', 1, 3, 'r')), lambda: codecs.xmlcharrefreplace_errors(UnicodeEncodeError('e', u'a\u1234', 1, 2, 'r')), lambda: codecs.xmlcharrefreplace_errors(UnicodeDecodeError('e', 'a', 0, 1, 'r')), lambda: codecs.backslashreplace_errors(UnicodeEncodeError('e', u'\xe9\u1234\U00012345', 0, 3, 'r')), lambda: codecs.strict_errors(ValueError('v')), lambda: codecs.lookup_error('strict') is codecs.strict_errors):
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, e
e = UnicodeDecodeError('enc', 'abc', 1, 2, 'why')
print e, e.args, repr(e)
e.start, e.end, e.reason, e.encoding, e.object = 5, 99, 'other', 'q', 'xyz'
print e, e.args
for args in ((), ('a', u'b', 1, 2, 'r'), ('a', 'b', 'c', 2, 'r'), ('a', 'b', 1, 2), (1, 'b', 1, 2, 'r')):
    for t in (UnicodeDecodeError, UnicodeEncodeError):
        try:
            print repr(t(*args)), str(t(*args)) if args[4:] != (u'\u1234',) else ''
        except Exception as e:
            print type(e).__name__, e
