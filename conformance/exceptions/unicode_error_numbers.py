# The places that Unicode errors are made with: any that a C integer holds; messages show them within the object.


def made(cls, *args):
    try:
        e = cls(*args)
        print e.start, e.end, e
    except Exception as e:
        print type(e).__name__, e


for start, end in [(-1, 2), (0, 0), (1, 10), (5, 6), (3, 1), (100, 100), (2 ** 40, 1), (0, -5), (2L, 2), (True, 3),
                   (2 ** 70, 1), (-2 ** 70, 1), (1, 2 ** 63), (1.5, 2), ('1', 2), (None, 2)]:
    made(UnicodeEncodeError, 'ascii', u'abc', start, end, 'why')
    made(UnicodeDecodeError, 'ascii', 'abc', start, end, 'why')
    made(UnicodeTranslateError, u'abc', start, end, 'why')
