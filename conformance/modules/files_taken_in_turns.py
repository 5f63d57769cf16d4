# Threads use one file at the same time: each write arrives whole, nobody waits for ever, and who reads meanwhile
# another thread waits for a line gets the next one.
import os
import threading


def writers(count, each, buffering):
    r, w = os.pipe()
    out = os.fdopen(w, 'w', buffering)
    back = os.fdopen(r, 'r')

    def write(name):
        for i in range(each):
            out.write('%s%04d\n' % (name, i))

    threads = [threading.Thread(target=write, args=(chr(97 + i),)) for i in range(count)]
    for t in threads:
        t.start()
    lines = []

    def read():
        lines.extend(back)

    reader = threading.Thread(target=read)
    reader.start()
    for t in threads:
        t.join()
    out.close()
    reader.join()
    for i in range(count):
        name = chr(97 + i)
        own = [line for line in lines if line.startswith(name)]
        assert own == ['%s%04d\n' % (name, k) for k in range(each)], (name, own[:3])
    print count, each, buffering, len(lines), all(len(line) == 6 for line in lines)


writers(4, 200, 0)
writers(4, 500, 1)
writers(3, 1, 0)


def one_line_each(readers):
    r, w = os.pipe()
    back = os.fdopen(r, 'r', 0)
    got = []

    def read():
        got.append(back.readline())

    threads = [threading.Thread(target=read) for i in range(readers)]
    for t in threads:
        t.start()
    for i in range(readers):
        os.write(w, 'line %d\n' % i)
    for t in threads:
        t.join()
    os.close(w)
    print sorted(got), repr(back.readline())


one_line_each(1)
one_line_each(2)

# Asked in the middle.
r, w = os.pipe()
back = os.fdopen(r, 'r')
reader = threading.Thread(target=back.read)
reader.start()
print back.closed, back.mode, isinstance(back.fileno(), int)
os.write(w, 'end')
os.close(w)
reader.join()
print repr(back.read())
