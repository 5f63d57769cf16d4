# Every form of raise.
import sys


def attempt(f):
    try:
        f()
    except BaseException as e:
        print f.__name__, type(e).__name__, e.args, sys.exc_info()[1] is e
    except:
        print f.__name__, 'other', sys.exc_info()[0], sys.exc_info()[1]
    else:
        print f.__name__, 'nothing raised'


class Old:
    def __init__(self, *a):
        self.a = a

    def __repr__(self):
        return 'Old%r' % (self.a,)


class OldSub(Old):
    pass


class Two(Exception):
    def __init__(self, a, b):
        Exception.__init__(self, a, b)


class Fails(Exception):
    def __init__(self):
        raise KeyError('constructor failed')


class NewNotExc(object):
    pass


class ReturnsOther(Exception):
    def __new__(cls, *a):
        return ValueError('made by __new__')


forms = '''raise ValueError
raise ValueError('x')
raise ValueError, 'x'
raise ValueError, ('x', 1)
raise ValueError, None
raise ValueError, ValueError('inst')
raise ValueError, KeyError('k')
raise LookupError, KeyError('subclass instance stays')
raise ValueError('a'), None
raise ValueError('a'), 'b'
raise ValueError, 'x', None
raise ValueError, 'x', 5
raise Two(1, 2)
raise Two, (1, 2)
raise Two, 1
raise Two
raise Fails
raise ReturnsOther
raise Old
raise Old(1)
raise Old, 2
raise Old, (3, 4)
raise Old, OldSub(5)
raise OldSub, Old(6)
raise NewNotExc
raise NewNotExc()
raise 'string'
raise 'string', 'value'
raise u'unicode'
raise 5
raise None
raise []
raise ()
raise (ValueError, KeyError)
raise ((ValueError, 'x'), 'y')
raise ValueError, ()
raise ValueError, []
raise type
raise Exception.__new__(Exception, 'via new')
raise type('Made', (Exception,), {})('m')
raise [ValueError][0]('indexed')
raise StopIteration
raise SystemExit(5)
raise KeyboardInterrupt
raise GeneratorExit'''
for i, form in enumerate(forms.split('\n')):
    ns = dict(globals())
    exec 'def f(): ' + form in ns
    ns['f'].__name__ = form
    attempt(ns['f'])


def bare():
    raise


try:
    sys.exc_clear()
    bare()
except TypeError as e:
    print e


def with_traceback():
    try:
        1 / 0
    except ZeroDivisionError:
        kind, value, tb = sys.exc_info()
    try:
        raise kind, value, tb
    except ZeroDivisionError:
        return sys.exc_info()[2].tb_next is tb, sys.exc_info()[1] is value


print with_traceback()
try:
    raise ValueError('keeps identity')
except ValueError, e1:
    try:
        raise e1
    except ValueError, e2:
        print e1 is e2
try:
    raise Old(7)
except Old, o:
    print o, isinstance(o, Old)
try:
    raise OldSub, 8
except Old, o:
    print o, o.__class__.__name__
try:
    try:
        raise Old('not an Exception')
    except Exception:
        print 'no'
except:
    print sys.exc_info()[0], sys.exc_info()[1], sys.exc_type, sys.exc_value
