# Told of a return from a generator, a tracer finds f_lasti at a yield only if it yields; f_lineno is the line told of last,
# also where control jumps to the end of another. Conditions known to be true have lines, if not literally.
import sys


def run():
    yield lambda: 100


def run_twice(x):
    yield 1
    if x:
        yield 3
    else:
        x = 4


def run_debug(value):
    if value:
        if not __debug__:
            x = 4
    else:
        x = 6


def run_while(v):
    if v:
        if __debug__:
            return 2
        return 3
    x = 0
    while not __debug__:
        x += 4
    x = __debug__
    if not 0:
        x += 1
    if not 1:
        x += 3
    if __debug__ and x:
        x += 1
    return x and 3


def trace(frame, event, arg):
    code = frame.f_code
    if code.co_name.startswith('run'):
        line = frame.f_lineno - code.co_firstlineno
        if event == 'return':
            print event, line, code.co_code[frame.f_lasti] == 'V'
        else:
            print event, line
    return trace


sys.settrace(trace)
list(run())
list(run_twice(0))
list(run_twice(1))
run_debug(1)
run_debug(0)
run_while(1)
run_while(0)
sys.settrace(None)
