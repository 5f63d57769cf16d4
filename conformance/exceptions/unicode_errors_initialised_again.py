# Initialised again with what does not fit, an error knows nothing any more but its numbers.
for cls, good in ((UnicodeDecodeError, ('utf-8', 'abc', 0, 1, 'r')), (UnicodeEncodeError, ('utf-8', u'abc', 0, 1, 'r')), (UnicodeTranslateError, (u'abc', 0, 1, 'r'))):
    for bad in ((1, 2, 3, 4, 5), ('utf-8',), (), ('utf-8', 'abc', 0, 1, 5), (u'x', 0, 1, 5), ('a', u'x', 0, 'z', 'q')):
        e = cls(*good)
        try:
            e.__init__(*bad)
        except TypeError as x:
            print cls.__name__, x
        for n in ('encoding', 'object', 'start', 'end', 'reason'):
            try:
                print n, repr(getattr(e, n)),
            except (AttributeError, TypeError) as x:
                print n, type(x).__name__, x,
        print
        try:
            print repr(str(e)), e.args
        except TypeError as x:
            print x, e.args
for cls in (UnicodeDecodeError, UnicodeEncodeError, UnicodeTranslateError):
    e = cls.__new__(cls)
    print repr(str(e)), repr(e)
