# What a callback raises is shown as at the end of a program; SystemExit ends it.
import atexit
import sys
from ctypes import CFUNCTYPE, c_int

sys.stderr = sys.stdout


def hook(kind, value, trace):
    print 'hook', kind.__name__, value
    while trace:
        frame = trace.tb_frame
        print '  ', frame.f_code.co_name, trace.tb_lineno, sorted(frame.f_locals)
        trace = trace.tb_next


def answer(x):
    if x == 1:
        raise ValueError('a')
    if x == 2:
        return 'text'
    if x == 3:
        raise KeyError
    if x == 4:
        raise SystemExit('the end')
    return x


class Silent(object):
    def __call__(self, x):
        return answer(x)

    def __repr__(self):
        return '<silent>'


call = CFUNCTYPE(c_int, c_int)(Silent())
print call(0), call(7)
print call(1)
print sys.last_type, sys.last_value, sys.last_traceback.tb_next.tb_frame.f_code.co_name
print call(2)
print sys.last_type, sys.last_value
sys.excepthook = hook
print call(1)
print call(2)
sys.stderr = None
print call(3)
sys.stderr = sys.stdout


def failing(kind, value, trace):
    raise IndexError('of the hook')


sys.excepthook = failing
print call(1)
del sys.excepthook
print call(3)
atexit.register(lambda: sys.stdout.write('at exit\n'))
try:
    print call(4)
finally:
    print 'never printed'
