# Errors where nobody can catch them; errors inside handlers, hooks and comparisons.
import sys


class Writer(object):
    def __init__(self):
        self.lines = []

    def write(self, s):
        self.lines.append(s)


def captured(f):
    saved, sys.stderr = sys.stderr, Writer()
    try:
        f()
    finally:
        w, sys.stderr = sys.stderr, saved
    return ''.join(w.lines)


def show_exception():
    try:
        raise ValueError('shown by hook')
    except ValueError:
        sys.excepthook(*sys.exc_info())


text = captured(show_exception)
print text.split('\n')[0], text.split('\n')[-2]
print captured(lambda: sys.excepthook(KeyError, KeyError('k'), None)).strip()
print captured(lambda: sys.excepthook(ValueError, 'text', None)).strip()


class Unprintable(Exception):
    def __str__(self):
        raise RuntimeError('cannot')


print captured(lambda: sys.excepthook(Unprintable, Unprintable(), None)).strip()
print captured(lambda: sys.excepthook(SyntaxError, SyntaxError('msg', ('f.py', 3, 5, 'a b c\n')), None)).strip()
sys.displayhook(None)
sys.displayhook(5)
import __builtin__
print __builtin__._
sys.displayhook('text')
print repr(_)


class Handler(object):
    """An error in __exit__ replaces the one in flight."""
    def __enter__(self):
        return self

    def __exit__(self, *a):
        raise KeyError('from __exit__')


try:
    with Handler():
        raise ValueError('lost')
except Exception as e:
    print type(e).__name__, e


class EqFails(object):
    def __eq__(self, other):
        raise ValueError('eq')

    def __hash__(self):
        return 1


d = {EqFails(): 'a'}
for f in [lambda: d[EqFails()], lambda: d.get(EqFails()), lambda: d.pop(EqFails()), lambda: EqFails() in d, lambda: d.setdefault(EqFails(), 1), lambda: d.update({EqFails(): 2}), lambda: set([EqFails(), EqFails()]), lambda: d == {EqFails(): 1}, lambda: [EqFails()].remove(1), lambda: (1,).index(EqFails())]:
    try:
        f()
        print 'fine'
    except ValueError as e:
        print e,
print len(d)


def handler_fails():
    try:
        try:
            raise KeyError(1)
        except undefined_class:
            print 'never'
    except NameError as e:
        return e


print handler_fails()


def handler_expression_fails():
    try:
        try:
            raise KeyError(1)
        except (ValueError, 1 / 0):
            print 'never'
    except ZeroDivisionError as e:
        return e


print handler_expression_fails()


def target_fails():
    class T(object):
        def __setattr__(self, n, v):
            raise RuntimeError('cannot store %s' % type(v).__name__)
    t = T()
    try:
        try:
            raise KeyError(1)
        except KeyError as t.x:
            print 'never'
    except RuntimeError as e:
        return e


print target_fails()
old = sys.stdout
try:
    sys.stdout = None
    try:
        print 'lost'
    except AttributeError as e:
        err = e
finally:
    sys.stdout = old
print 'stdout None:', err


class BadOut(object):
    def write(self, s):
        raise IOError('write failed')


sys.stdout = BadOut()
try:
    print 'x'
except IOError as e:
    sys.stdout = old
    print e
del sys.stdout
try:
    print 'x'
except RuntimeError as e:
    sys.stdout = old
    print e
for bad in ['sys.exc_info(1)', 'sys.excepthook()', 'sys.excepthook(1)', 'sys._getframe("x")', 'sys._getframe(-1).f_code.co_name', 'sys.setrecursionlimit("x")', 'sys.getrefcount()', 'sys.exit(1, 2)', 'sys.intern']:
    try:
        print bad, eval(bad)
    except Exception as e:
        print bad, type(e).__name__, e
