# A frame with a trace function stays at the line that this was told of last, for f_lineno and tracebacks alike, when
# nothing is traced any more.
import sys
import traceback


def off_after(n):
    def tracer(frame, event, arg):
        if event == 'line' and frame.f_lineno - frame.f_code.co_firstlineno == n:
            sys.settrace(None)
        return tracer
    return tracer


def here():
    frame = sys._getframe(1)
    return frame.f_lineno - frame.f_code.co_firstlineno, frame.f_trace is not None


def walk(divisor):
    print here()
    x = 1
    print here()
    if x:
        print here()
        return x / divisor


def shown(divisor):
    try:
        print walk(divisor)
    except ZeroDivisionError:
        tb = sys.exc_info()[2].tb_next
        print 'raised', tb.tb_lineno - walk.__code__.co_firstlineno
        print traceback.extract_tb(tb)[0][3]
        print tb.tb_frame.f_lineno - walk.__code__.co_firstlineno


for n in (1, 3, 5, 0, 9):
    for divisor in (1, 0):
        sys.settrace(off_after(n))
        shown(divisor)
        sys.settrace(None)
        print '--'


def let_go():
    sys._getframe().f_trace = off_after(0)
    print here()

    print here()
    del sys._getframe().f_trace
    print here()


let_go()


def numbers():
    yield here()
    yield here()

    yield here()


sys.settrace(off_after(2))
g = numbers()
print next(g)
print next(g)
sys.settrace(None)
print next(g)
print g.gi_frame.f_lineno - numbers.__code__.co_firstlineno
del g.gi_frame.f_trace
print g.gi_frame.f_lineno - numbers.__code__.co_firstlineno
