# listen and shutdown of sockets take numbers of any kind.
import socket

s = socket.socket()
for f in s.listen, s.shutdown:
    for n in 1.5, 2 ** 40, -2 ** 70, 'a', None, True, 3L:
        try:
            print f(n)
        except socket.error as e:
            print 'socket.error', e.errno
        except (TypeError, OverflowError) as e:
            print type(e).__name__, e
s.close()
