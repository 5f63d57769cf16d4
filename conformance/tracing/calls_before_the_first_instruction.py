# When a tracer is told of a call, f_lasti is -1; it is not when a generator goes on. So coverage tools know the start of
# a function from a generator that is entered again.
import sys


def plain(x):
    y = x
    return y


def generator():
    for i in range(2):
        yield i
    yield 3


def early():
    yield 1
    yield 2


class Made(object):
    def __init__(self):
        pass


def tracer(frame, event, arg):
    if frame.f_code.co_filename == __file__.replace('.pyc', '.py'):
        print frame.f_code.co_name, event, frame.f_lasti if frame.f_lasti < 0 else 'inside'
    return None


for i in range(2):
    sys.settrace(tracer)
    plain(1)
    list(generator())
    list(early())
    Made()
    (lambda: 0)()
    sys.settrace(None)
