# A call that its trace function refuses has a traceback entry before its first instruction.
import sys


def callee():
    return 1


def trace(frame, event, arg):
    if event == 'call' and frame.f_code is callee.__code__:
        print frame.f_lasti
        raise ValueError('refused')


sys.settrace(trace)
try:
    callee()
except ValueError:
    sys.settrace(None)
    tb = sys.exc_info()[2]
    while tb.tb_next is not None and tb.tb_next.tb_frame.f_code is not trace.__code__:
        tb = tb.tb_next
    print tb.tb_frame.f_code.co_name, tb.tb_lasti, tb.tb_frame.f_lasti
    print tb.tb_lineno - callee.__code__.co_firstlineno


def generator():
    yield 1


g = generator()
print g.gi_frame.f_lasti, g.gi_frame.f_lineno - generator.__code__.co_firstlineno
next(g)
print g.gi_frame.f_lasti >= 0, g.gi_frame.f_lineno - generator.__code__.co_firstlineno
