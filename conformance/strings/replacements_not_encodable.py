# What an error handler gives in place of what cannot be encoded may not be encodable itself.
import codecs

codecs.register_error('worse', lambda e: (u'\u20ac', e.end))
for encoding in 'ascii', 'latin-1', 'rot13':
    for text in u'a\u1234\u1235b', u'\u1234', u'ab\u1234', u'\U00012345x':
        try:
            print repr(text.encode(encoding, 'worse'))
        except UnicodeEncodeError as e:
            print e, e.start, e.end
