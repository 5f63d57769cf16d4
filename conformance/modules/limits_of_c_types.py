# What the module that tests the C API says of C's types, and some of what it can do without that API.
import _testcapi as t
for name in sorted(dir(t)):
    if name.endswith(('_MAX', '_MIN')):
        print name, repr(getattr(t, name))
print t.W_STOPCODE(5), t.error, issubclass(t.error, Exception)


class A:
    def __delitem__(self, i):
        print 'deleted', i


t.sequence_delitem(A(), 2)
print t.unicode_encodedecimal(u'\u0663.\u0661\u0664'), repr(t.unicode_encodedecimal(u'\u20033.14\u2002'))
for errors in ['strict', 'replace', 'ignore', 'xmlcharrefreplace', 'backslashreplace', 'nope']:
    try:
        print t.unicode_encodedecimal(u'123\u20ac\u20ac\u0660', errors)
    except (UnicodeError, LookupError) as e:
        print type(e).__name__, e
e = t.make_exception_with_doc('a.b', 'text', (KeyError,), {'x': 1})
print e, e.__doc__, e.x, issubclass(e, KeyError)
try:
    t.make_exception_with_doc('b')
except SystemError as e:
    print e
try:
    t.raise_exception(ValueError, 2)
except ValueError as e:
    print e.args
