# A trace function for frames that already run, as debuggers set it.
import sys
events = []


def trace(frame, event, arg):
    events.append('%s %d %s' % (frame.f_code.co_name, frame.f_lineno, event))
    return trace


def stop_here(raises=False):
    f = sys._getframe().f_back
    f.f_trace = trace
    sys.settrace(trace)
    if raises:
        raise ValueError


def program(x):
    y = x + 1
    stop_here()
    z = y + 1
    for i in range(2):
        z += i
    sys.settrace(None)
    return z


def fails():
    stop_here(True)


def catches():
    try:
        stop_here(True)
    except ValueError:
        sys.settrace(None)


def leaves():
    stop_here()


for f in [lambda: program(1), fails, catches, leaves]:
    try:
        print f()
    except ValueError as e:
        print 'ValueError'
    sys.settrace(None)
    print events
    del events[:]
