# sys.excepthook sees uncaught exceptions.
import sys


def hook(kind, value, tb):
    print 'hook:', kind.__name__, value, tb.tb_lineno > 0
    sys.stderr.write('hook wrote this\n')


sys.excepthook = hook
print sys.__excepthook__ is not hook
raise LookupError('seen by hook')
