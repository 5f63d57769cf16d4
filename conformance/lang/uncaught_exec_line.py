# Tracebacks walk the frames; the innermost comes last.
import sys


def c(n):
    return 1 // n


def b(n):
    return c(n - 1)


def a(n):
    return [b(n) for i in range(1)]


try:
    a(1)
except ZeroDivisionError:
    tb = sys.exc_info()[2]
    names = []
    while tb is not None:
        names.append((tb.tb_frame.f_code.co_name, tb.tb_lineno))
        tb = tb.tb_next
    print names
a(1)
