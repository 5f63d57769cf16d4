# A generator that has not begun never runs when something is thrown into it; its frame is at the line of its `def`.
import sys
import traceback


def numbers():
    x = 1

    yield x
    yield 2


def show(g, *what):
    try:
        g.throw(*what)
    except Exception:
        traceback.print_exc(file=sys.stdout)
        inner = sys.exc_info()[2].tb_next
        print inner.tb_lineno, inner.tb_frame.f_lineno, inner.tb_lasti, inner.tb_frame.f_lasti, inner.tb_frame.f_locals
    print list(g), g.gi_frame


show(numbers(), ValueError, 'x')
show(numbers(), KeyError(2))
g = numbers()
next(g)
try:
    g.throw(ValueError, 'started')
except ValueError:
    traceback.print_exc(file=sys.stdout)


def tell(frame, event, arg):
    if event == 'exception':
        arg = arg[0].__name__
    print frame.f_code.co_name, event, frame.f_lineno, arg
    return tell


def profile(frame, event, arg):
    print 'profile', frame.f_code.co_name, event, getattr(arg, '__name__', arg)


def thrown():
    g = numbers()
    try:
        g.throw(ValueError, 'traced')
    except ValueError:
        pass


sys.settrace(tell)
thrown()
sys.settrace(None)
sys.setprofile(profile)
thrown()
sys.setprofile(None)
