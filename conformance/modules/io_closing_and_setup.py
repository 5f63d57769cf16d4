# A failing flush does not keep a stream open, and streams that are not set up are of no use.
import io
import os
import tempfile


def attempt(f, *args, **kwargs):
    try:
        print repr(f(*args, **kwargs))
    except (IOError, ValueError, TypeError, AttributeError) as e:
        print type(e).__name__, e


path = tempfile.mktemp()
try:
    for closefd in True, False:
        for mode, buffering in ('wb', 0), ('wb', -1), ('w', -1), ('rb', 0), ('rb', -1), ('r', -1):
            fd = os.open(path, os.O_RDWR | os.O_CREAT)
            f = io.open(fd, mode, buffering, closefd=closefd)
            log = []

            def flush():
                log.append(f.closed)
                raise IOError('bad')

            f.flush = flush
            attempt(f.close)
            print f.closed, log,
            try:
                os.close(fd)
                print 'open'
            except OSError:
                print 'closed'
finally:
    os.remove(path)

text = io.TextIOWrapper(io.BytesIO())
attempt(delattr, text, '_CHUNK_SIZE')
for size in 0, -1, 'a', 3.5, 2 ** 70, None, 7L:
    attempt(setattr, text, '_CHUNK_SIZE', size)
print text._CHUNK_SIZE
fresh = io.TextIOWrapper.__new__(io.TextIOWrapper)
for name in '_CHUNK_SIZE', 'errors':
    attempt(getattr, fresh, name)
attempt(repr, fresh)
attempt(fresh.__init__, io.BytesIO(), newline='xyzzy')
attempt(repr, fresh)
attempt(fresh.__init__, io.BytesIO(), newline='')
attempt(fresh.read)
