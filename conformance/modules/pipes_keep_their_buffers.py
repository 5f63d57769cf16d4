# What is buffered for a pipe stays there when other files are opened, looked at or imported.
import io
import os
import select

r, w = os.pipe()


def arrived():
    return bool(select.select([r], [], [], 0)[0])


for make in os.fdopen, io.open:
    f = make(os.dup(w), 'wb')
    f.write(b'abc')
    open(os.devnull).close()
    io.open(os.devnull).close()
    os.close(os.open(os.devnull, os.O_RDONLY))
    os.stat(os.devnull)
    import colorsys
    print arrived(),
    f.flush()
    print arrived(), os.read(r, 10)
    f.write(b'def')
    f.close()
    print os.read(r, 10)
