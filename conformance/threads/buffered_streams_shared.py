# A buffered stream is used by one thread at a time, and not by its raw stream.
import io
import threading
import time


class Slow(io.RawIOBase):
    def __init__(self):
        self.written = []

    def writable(self):
        return True

    def write(self, data):
        data = data.tobytes()
        time.sleep(0.002)
        self.written.append(data)
        return len(data)


class Reentrant(Slow):
    def write(self, data):
        try:
            self.stream.write(b'more')
        except RuntimeError as e:
            print str(e).split(' <')[0]
        return Slow.write(self, data)


raw = Slow()
stream = io.TextIOWrapper(io.BufferedWriter(raw), line_buffering=True)
threads = [threading.Thread(target=stream.write, args=(u'line %d\n' % i,)) for i in range(10)]
for t in threads:
    t.start()
for t in threads:
    t.join()
print sorted(b''.join(raw.written).splitlines())

raw = Reentrant()
raw.stream = io.BufferedWriter(raw)
raw.stream.write(b'first')
raw.stream.flush()
print raw.written
