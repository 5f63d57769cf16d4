# An error in an except clause hides the first one.
import sys


def f():
    try:
        raise KeyError('first')
    except KeyError:
        print sys.exc_info()[0].__name__
        undefined_in_handler


try:
    f()
except NameError as e:
    print 'caught', e
    raise TypeError('raised while handling: %s' % e)
finally:
    print 'finally after'
