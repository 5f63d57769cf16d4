# Opening a FIFO waits for the other end: other threads run meanwhile, and signals end the wait. FileIO tells of a
# signal where buffers go on.
import bz2, io, os, shutil, signal, tempfile, threading, time
d = tempfile.mkdtemp()
os.chdir(d)
os.mkfifo('ff')
def later(f):
    t = threading.Thread(target=f)
    t.start()
    return t
def read(f):
    text = f.read()
    f.close()
    return text
t = later(lambda: open('ff', 'w').close())
print repr(read(open('ff')))
t.join()
t = later(lambda: bz2.BZ2File('ff', 'w').close())
print repr(bz2.decompress(read(open('ff'))))
t.join()

came = []
def returns(n, frame):
    came.append(n)
class Raised(Exception):
    pass
def raises(n, frame):
    came.append(n)
    if len(came) == 1:
        raise Raised('from the handler')

def interrupted(handler, f):
    # Signals come until f is done: one of them while it waits.
    signal.signal(signal.SIGUSR1, handler)
    del came[:]
    begun, done = [], []
    def send():
        while not begun:
            time.sleep(.01)
        while not done:
            os.kill(os.getpid(), signal.SIGUSR1)
            time.sleep(.05)
    t = later(send)
    try:
        begun.append(True)
        text = repr(f())
    except (Raised, EnvironmentError) as e:
        text = type(e).__name__ + ' ' + str(e)
    done.append(True)
    t.join()
    print text, len(came) > 0

for mode in 'r', 'w', 'a':
    interrupted(returns, lambda: open('ff', mode))
    interrupted(raises, lambda: file('ff', mode))
for mode in 'r', 'w':
    interrupted(returns, lambda: bz2.BZ2File('ff', mode))
    interrupted(raises, lambda: bz2.BZ2File('ff', mode))
interrupted(returns, lambda: os.open('ff', os.O_RDONLY))

r, w = os.pipe()
f = io.FileIO(r, closefd=False)
interrupted(returns, lambda: f.read(10))
interrupted(raises, lambda: f.read(10))
interrupted(returns, lambda: f.readinto(bytearray(10)))
interrupted(raises, lambda: f.readinto(bytearray(10)))

def giving(handler_text):
    def handler(n, frame):
        came.append(n)
        if len(came) == 1:
            os.write(w, handler_text)
    return handler
# These go on, with what the handler has written.
interrupted(giving('line\n'), lambda: f.readline())
b = io.open(r, 'rb', closefd=False)
interrupted(giving('ab'), lambda: b.read(2))
interrupted(giving('ab'), lambda: b.read1(2))
interrupted(giving('ab'), lambda: b.readinto(bytearray(2)))
interrupted(giving('cd\n'), lambda: b.readline())
def last(n, frame):
    came.append(n)
    if len(came) == 1:
        os.write(w, 'rest')
        os.close(w)
interrupted(last, lambda: f.readall())
os.close(r)

r, w = os.pipe()
import fcntl
flags = fcntl.fcntl(w, fcntl.F_GETFL)
def fill():
    fcntl.fcntl(w, fcntl.F_SETFL, flags | os.O_NONBLOCK)
    try:
        while True:
            os.write(w, 'x' * 4096)
    except OSError:
        pass
    fcntl.fcntl(w, fcntl.F_SETFL, flags)
fill()
f = io.FileIO(w, 'w', closefd=False)
interrupted(returns, lambda: f.write('abc'))
interrupted(raises, lambda: f.write('abc'))
def taking(n, frame):
    came.append(n)
    if len(came) == 1:
        os.read(r, 65536)
b = io.open(w, 'wb', closefd=False)
def flushed():
    b.write(b'abc')
    b.flush()
interrupted(taking, flushed)
os.close(r)
os.close(w)
os.chdir('/')
shutil.rmtree(d)
