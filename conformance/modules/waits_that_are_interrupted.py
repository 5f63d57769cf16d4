# Opening and reading pipes waits without the global lock; a signal ends the wait.
import io
import os
import shutil
import signal
import tempfile
import threading

folder = tempfile.mkdtemp()
fifo = os.path.join(folder, 'fifo')
os.mkfifo(fifo)


def open_later():
    open(fifo, 'w').close()


t = threading.Timer(0.05, open_later)
t.start()
print repr(open(fifo).read())
t.join()


def returns(*args):
    print 'returns'


def raises(*args):
    raise KeyError('handler')


def attempt(handler, f):
    signal.signal(signal.SIGALRM, handler)
    signal.setitimer(signal.ITIMER_REAL, 0.05)
    try:
        print repr(f())
    except Exception as e:
        print type(e).__name__, str(e).replace(folder, 'FOLDER')


for handler in returns, raises:
    attempt(handler, lambda: open(fifo))
    for method in 'read', 'readall', 'readinto':
        if method == 'readall' and handler is returns:
            # It goes on.
            continue
        r, w = os.pipe()
        raw = io.FileIO(r)
        argument = {'read': (1,), 'readall': (), 'readinto': (bytearray(3),)}[method]
        attempt(handler, lambda: getattr(raw, method)(*argument))
        raw.close()
        os.close(w)


def answers(w):
    def handler(*args):
        os.write(w, 'late\n')
        os.close(w)
    return handler


# Buffered streams go on reading.
for mode in 'rb', 'r':
    r, w = os.pipe()
    stream = io.open(r, mode)
    attempt(answers(w), stream.readline)
    stream.close()
shutil.rmtree(folder)
