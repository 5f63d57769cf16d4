# signal: a handler runs before a call that waits, when its signal came before that.
import os
import select
import signal
import socket
import thread
import time


class Stop(Exception):
    pass


def stop(n, frame):
    raise Stop(n)


signal.signal(signal.SIGUSR1, stop)
me = os.getpid()
r, w = os.pipe()
a, b = socket.socketpair()
lock = thread.allocate_lock()
lock.acquire()
poll = select.poll()
poll.register(r, select.POLLIN)
epoll = select.epoll()
epoll.register(r, select.EPOLLIN)
stream = os.fdopen(os.dup(r))

# The child ends all waits, should they ever begin.
child = os.fork()
if not child:
    time.sleep(20)
    os.write(w, 'late')
    os.write(b.fileno(), 'late')
    os._exit(0)

waits = [
    ('select', lambda: (os.kill(me, signal.SIGUSR1), select.select([r], [], [], 20))),
    ('poll', lambda: (os.kill(me, signal.SIGUSR1), poll.poll(20000))),
    ('epoll', lambda: (os.kill(me, signal.SIGUSR1), epoll.poll(20))),
    ('sleep', lambda: (os.kill(me, signal.SIGUSR1), time.sleep(20))),
    ('read', lambda: (os.kill(me, signal.SIGUSR1), os.read(r, 1))),
    ('recv', lambda: (os.kill(me, signal.SIGUSR1), a.recv(1))),
    ('accept', lambda: (os.kill(me, signal.SIGUSR1), a.recvfrom(1))),
    ('lock', lambda: (os.kill(me, signal.SIGUSR1), lock.acquire())),
    ('waitpid', lambda: (os.kill(me, signal.SIGUSR1), os.waitpid(child, 0))),
    ('wait4', lambda: (os.kill(me, signal.SIGUSR1), os.wait4(child, 0))),
    ('wait', lambda: (os.kill(me, signal.SIGUSR1), os.wait())),
    ('pause', lambda: (os.kill(me, signal.SIGUSR1), signal.pause())),
    ('readline', lambda: (os.kill(me, signal.SIGUSR1), stream.readline())),
]
for name, wait in waits:
    start = time.time()
    try:
        wait()
        print name, 'waited',
    except Stop as e:
        print name, 'stopped',
    print time.time() - start < 10

# A long call that nothing interrupts, then one that waits.
signal.signal(signal.SIGALRM, stop)
start = time.time()
try:
    signal.setitimer(signal.ITIMER_REAL, 0.001)
    n = sum(xrange(2 * 10 ** 6)); select.select([r], [], [], 20)
except Stop:
    print 'stopped', time.time() - start < 10
os.kill(child, signal.SIGKILL)
print os.waitpid(child, 0)[1]
