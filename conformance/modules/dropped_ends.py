# skip-modes: baseline baseline_warm optimised deopt_stress deopt_each
# Who reads a pipe or a socket gets its end when nothing refers to the other end any more, though nobody closed that.
# Compiled code may keep it longer.
import io
import os
import signal
import socket
import threading

signal.alarm(30)
r, w = os.pipe()
f = os.fdopen(w, 'w')
f.write('abc')
del f
print repr(os.read(r, 9))


def write(w):
    f = os.fdopen(w, 'w')
    f.write('data')


r, w = os.pipe()
write(w)
print repr(os.fdopen(r).read())
r, w = os.pipe()
write(w)
print repr(io.open(r, 'rb').read())


def client(port):
    s = socket.socket()
    s.connect(('127.0.0.1', port))
    s.send('hello')


server = socket.socket()
server.bind(('127.0.0.1', 0))
server.listen(5)
port = server.getsockname()[1]
for i in range(2):
    thread = threading.Thread(target=client, args=(port,))
    thread.start()
    connection, _ = server.accept()
    received = ''
    while True:
        piece = connection.recv(100)
        if not piece:
            break
        received += piece
    print received
    thread.join()

# A signal's handler runs while nothing comes, and the wait is over.
seen = []
signal.signal(signal.SIGALRM, lambda number, frame: seen.append(number))
signal.setitimer(signal.ITIMER_REAL, 0.02)
r, w = os.pipe()
try:
    os.read(r, 1)
except OSError as e:
    print e, seen == [signal.SIGALRM]
signal.setitimer(signal.ITIMER_REAL, 0.02)
try:
    server.accept()
except socket.error as e:
    print e, len(seen)
