# Start and end of the errors of unicode conversion are numbers: what is none is refused when it is assigned, and leaves -1; what
# was deleted shows in the message.
def attempt(f, *args):
    try:
        print f(*args),
    except Exception as e:
        print type(e).__name__, e,


for T, args in ((UnicodeEncodeError, ('a', u'b', 1, 2, 'c')), (UnicodeDecodeError, ('a', 'b', 1, 2, 'c')), (UnicodeTranslateError, (u'b', 1, 2, 'c'))):
    for name in ('start', 'end'):
        e = T(*args)
        for v in (2 ** 70, -2 ** 70, 2 ** 62, 1, -5, 1.5, 'a', u'a', None, True, 3L, [], -2 ** 63, 2 ** 63):
            attempt(setattr, e, name, v)
            print repr(getattr(e, name)), str(e)
        attempt(delattr, e, name)
        print e.start, e.end
    for name in ('reason', 'encoding', 'object'):
        e = T(*args)
        if hasattr(e, name):
            for v in (1, 'x', u'x', None, []):
                if name != 'object':
                    setattr(e, name, v)
                    print repr(getattr(e, name)), str(e)
            delattr(e, name)
            print repr(getattr(e, name)),
            if name != 'object':
                print str(e)
    attempt(T, *(args[:-3] + (2 ** 70, 2, 'c')))
    attempt(T, *(args[:-3] + (1, 2 ** 70, 'c')))
    attempt(T, *args[:-1])
    attempt(T, *(args[:-1] + (u'c',)))
    e = T.__new__(T)
    print e.start, e.end, e.object, e.reason, repr(str(e))
