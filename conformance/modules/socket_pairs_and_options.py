# socket: pairs, makefile, options, shutdown, buffers, names, errors of wrong arguments.
import socket, errno, array, os
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
a, b = socket.socketpair()
print type(a).__name__, a.family, a.type, a.proto, a.getsockname(), a.getpeername()
print a.send('hello'), b.recv(2), b.recv(10, socket.MSG_PEEK), b.recv(10)
print a.sendall('x' * 100), len(b.recv(100))
buf = bytearray(5)
a.send('abc'); print b.recv_into(buf), buf
a.send('abcdef'); print b.recv_into(buf, 2), buf; t(b.recv_into, buf, 10); t(b.recv_into, 'ro'); t(b.recv_into, buf, -1)
print b.recv(10)
m = array.array('c', 'zzzzzz'); a.send('qrs'); print b.recv_into(m, 3), m
a.send(buffer('buf')); a.send(memoryview('mem')); a.send(bytearray('by')); print b.recv(20)
t(a.send, u'uni'); print repr(b.recv(5)); t(a.send, u'\xe9'); t(a.send, 5); t(a.send); t(a.send, 'x', 'y'); t(a.sendall, None); t(b.recv, -1); t(b.recv, 'x'); t(b.recv)
b.setblocking(0); t(b.recv, 5); print b.gettimeout(); b.settimeout(0.001); t(b.recv, 5); print b.gettimeout(); b.settimeout(None); print b.gettimeout()
t(b.settimeout, -1); t(b.settimeout, 'x'); t(b.settimeout); t(b.setblocking, 'x'); b.settimeout(5); print b.gettimeout()
f = b.makefile(); print type(f).__name__, f.mode, f.name, f.closed, f.softspace
a.sendall('line1\nline2\nrest'); print repr(f.readline()), repr(f.readline(3)), repr(f.readline()), repr(f.read(2))
a.shutdown(socket.SHUT_WR); print repr(f.read()), repr(f.read(5)), repr(f.readline()), f.readlines()
f.close(); print f.closed, repr(f)[:10]
g = b.makefile('wb', 0); g.write('unbuf'); print a.recv(10); g.writelines(['a', 'b', 3 and 'c']); print a.recv(3), ; t(g.write, 5); g.close()

g = b.makefile('w'); g.write('kept'); a.setblocking(0); t(a.recv, 5); g.flush(); print a.recv(5); g.write('more'); g.close(); print a.recv(10)
g = b.makefile('w', 1); g.write('no line'); t(a.recv, 9); g.write('\n'); print repr(a.recv(20)); g.close()
S = socket
for o, v in ((S.SO_REUSEADDR, 1), (S.SO_KEEPALIVE, 1), (S.SO_KEEPALIVE, 0), (S.SO_LINGER, '\1\0\0\0\2\0\0\0')):
    s = S.socket(); s.setsockopt(S.SOL_SOCKET, o, v); print s.getsockopt(S.SOL_SOCKET, o) != 0, len(s.getsockopt(S.SOL_SOCKET, o, 8)), ; s.close()
print
s = S.socket(S.AF_INET, S.SOCK_DGRAM); print s.getsockopt(S.SOL_SOCKET, S.SO_TYPE) == S.SOCK_DGRAM; t(s.getsockopt, 1); t(s.setsockopt, 1, 2); t(s.setsockopt, 1, 2, None); t(s.setsockopt, 99, 99, 1); t(s.getsockopt, S.SOL_SOCKET, S.SO_TYPE, -1); t(s.getsockopt, S.SOL_SOCKET, S.SO_TYPE, 5000)
for ad in (5, None, (), ('a',), ('127.0.0.1', 'x'), ('127.0.0.1', -1), ('127.0.0.1', 70000), (5, 5), ['127.0.0.1', 0], ('127.0.0.1', 0, 0)): t(s.bind, ad)
t(s.connect, ('127.0.0.1', 70000)); t(s.sendto, 'x'); t(s.sendto, 'x', 5); t(s.sendto, 'x', 0, 0, 0); t(s.sendto, 'x', 'y', ('127.0.0.1', 1)); t(s.listen, 'x'); t(s.listen); t(s.accept); t(s.shutdown, 9)
s.close(); t(s.recv, 5); t(s.fileno); t(s.getsockname); s.close(); print type(s._sock).__name__
t(S.socket, 999); t(S.socket, S.AF_INET, 99); t(S.socket, 'x'); t(S.socket, 1, 2, 3, 4, 5); t(S.socketpair, S.AF_INET); t(S.fromfd, -1, 1, 1); t(S.fromfd, 'x', 1, 1)
d = b.dup(); print d.fileno() != b.fileno(), d.family == b.family; fd = S.fromfd(a.fileno(), S.AF_UNIX, S.SOCK_STREAM); print type(fd).__name__; fd.close()
a.close(); print repr(b.recv(5)); b.close(); print repr(d.recv(3)); t(d.send, 'x'); d.close()
print S.error.__mro__[1].__name__, S.timeout.__mro__[1].__name__, S.herror.__mro__[1].__name__, S.gaierror.__name__, S.error.__module__, issubclass(S.error, IOError), S.timeout('x').args
print S._GLOBAL_DEFAULT_TIMEOUT.__class__.__name__, S.SocketType is S._socketobject, S.getdefaulttimeout(); S.setdefaulttimeout(2.5); s = S.socket(); print s.gettimeout(), S.getdefaulttimeout(); S.setdefaulttimeout(None); t(S.setdefaulttimeout, 'x'); t(S.setdefaulttimeout, -1)
