# Which lines and calls trace and profile functions hear of.
import sys


def run(f, *args):
    events = []
    base = f.__code__.co_firstlineno

    def trace(frame, event, arg):
        if frame.f_code.co_filename == f.__code__.co_filename:
            what = arg[0].__name__ if event == 'exception' else ''
            events.append('%d:%s%s' % (frame.f_lineno - base, event, what and ' ' + what))
            return trace
    sys.settrace(trace)
    try:
        try:
            f(*args)
        finally:
            sys.settrace(None)
    except Exception as e:
        events.append(type(e).__name__)
    print f.__name__, ', '.join(events)


def try_lines(x):
    try:
        y = 1 // x
    except TypeError:
        pass
    except ZeroDivisionError:
        pass
    except:
        y = 3
    else:
        y = 4
    return y


run(try_lines, 1)
run(try_lines, 0)
run(try_lines, None)
run(try_lines, 'x')


def bare(x):
    try:
        x.y
    except:
        pass


run(bare, 1)


def loops(n):
    while 1:
        n -= 1
        if n < 0:
            break
    for i in range(2):
        pass
    while n < 1:
        n += 1
    while 1: n = [1][n]


run(loops, 2)


def passes(a):
    if a:
        pass
    elif a is None:
        pass
    else:
        pass
    while True:
        try:
            if a:
                break
        finally:
            a = 1


run(passes, 1)
run(passes, None)
run(passes, 0)


def cell(out, default=3):
    def inner():
        yield out
        out.append(default)
    return list(inner())


run(cell, [])


def profile(f, *args):
    events = []

    def prof(frame, event, arg):
        if frame.f_code.co_filename == __file__ or frame.f_code is f.__code__:
            if event.startswith('c_'):
                if arg is sys.setprofile:
                    return
                arg = '%s %s' % (arg.__name__, type(arg.__self__).__name__)
            elif event == 'call':
                arg = frame.f_code.co_name
            events.append('%s %s' % (event, arg))
    sys.setprofile(prof)
    try:
        f(*args)
    except Exception as e:
        pass
    sys.setprofile(None)
    print events


def builtin_calls(x):
    len(x)
    x.append(3)
    str.upper('a')
    int('5')
    max(*[1, 2])
    'a'.join(x)


profile(builtin_calls, [])


def raises():
    try:
        getattr(1, 'absent')
    except AttributeError:
        pass
    raise KeyError


profile(raises)
