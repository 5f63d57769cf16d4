# A signal's handler ends what a socket waits for, with a timeout or without; sendall goes on.
import signal
import socket
import threading
import time

hits = []
received = []
waiting = {}


def ring(signum, frame):
    hits.append(signum)


def again_and_again():
    signal.setitimer(signal.ITIMER_REAL, 0.05, 0.05)


def never():
    signal.setitimer(signal.ITIMER_REAL, 0)


def boom(signum, frame):
    # A signal that came before the timer stopped may be served after this one.
    if waiting.pop('for boom', None):
        never()
        raise KeyError('boom')


signal.signal(signal.SIGALRM, ring)
a, b = socket.socketpair()
listener = socket.socket()
listener.bind(('127.0.0.1', 0))
listener.listen(1)
datagrams = socket.socket(socket.AF_INET, socket.SOCK_DGRAM)
datagrams.bind(('127.0.0.1', 0))

for s, what in ((a, lambda: a.recv(1)), (a, lambda: a.recv_into(bytearray(3))),
                (listener, listener.accept), (datagrams, lambda: datagrams.recvfrom(10))):
    for timeout in (60, None):
        s.settimeout(timeout)
        again_and_again()
        try:
            print what()
        except socket.error as e:
            never()
            print timeout, type(e).__name__, e.args
print bool(hits)


def read():
    time.sleep(0.3)
    n = 0
    while n < 3000000:
        n += len(a.recv(65536))
    received.append(n)


b.settimeout(60)
a.settimeout(None)
t = threading.Thread(target=read)
t.start()
again_and_again()
print b.sendall('x' * 3000000)
never()
t.join()
print received

signal.signal(signal.SIGALRM, boom)
for timeout in (60, None):
    a.settimeout(timeout)
    waiting['for boom'] = True
    try:
        again_and_again()
        a.recv(1)
    except KeyError as e:
        print timeout, repr(e)
a.settimeout(0.05)
try:
    a.recv(1)
except socket.timeout as e:
    print type(e).__name__, e
