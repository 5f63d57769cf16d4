import _socket as S, os, thread
def t(f, *a, **k):
    try: print f(*a, **k)
    except Exception, e: print type(e).__name__, type(e).__module__, e.args, e
s = S.socket()
print repr(s).split(',')[1:], s.family, s.type, s.proto, s.timeout, s.gettimeout()
t(s.setsockopt, S.SOL_SOCKET, S.SO_REUSEADDR, 1)
t(s.getsockopt, S.SOL_SOCKET, S.SO_REUSEADDR)
t(s.getsockopt, S.SOL_SOCKET, S.SO_REUSEADDR, 10)
t(s.getsockopt, S.SOL_SOCKET, S.SO_REUSEADDR, 10000)
t(s.bind, ('127.0.0.1', 0))
t(s.bind, 'x'); t(s.bind, ('a',)); t(s.bind, (1, 2)); t(s.bind, ('127.0.0.1', 70000)); t(s.bind, ('127.0.0.1', 'x'))
t(s.listen, 1)
addr = s.getsockname(); print addr[0]
c = S.socket(S.AF_INET, S.SOCK_STREAM)
t(c.connect, addr)
a, pa = s.accept(); print pa == c.getsockname()
t(a.send, 'hello'); t(c.recv, 3); t(c.recv, 10); t(c.recv, -1)
t(c.settimeout, 0.05); t(c.recv, 1); t(c.gettimeout); t(c.settimeout, -1); t(c.settimeout, 'a'); t(c.settimeout, None)
t(c.setblocking, 0); t(c.recv, 1)
t(c.setblocking, 1)
def srv():
    d = ''
    while len(d) < 1000000: d += a.recv(65536)
    a.sendall(d[::-1]); a.close()
thread.start_new_thread(srv, ())
t(c.sendall, '0123456789'*100000)
d = ''
while 1:
    x = c.recv(10000)
    if not x: break
    d += x
print len(d), d[:12]
t(c.shutdown, 2); t(c.shutdown, 1)
t(c.close); t(c.send, 'x'); t(c.fileno); t(c.getsockname)
t(S.socket, 99); t(S.socket, 1, 2, 3, 4); t(S.socket, family=2, foo=1)
d = S.socket(S.AF_INET, S.SOCK_DGRAM); d.bind(('', 0)); da = ('127.0.0.1', d.getsockname()[1])
t(d.sendto, 'abc', da); x = d.recvfrom(10); print x[0], x[1] == da
t(d.sendto, 'abc', 0, da); t(d.recv, 2); t(d.sendto, 'a'); t(d.sendto, 1, da); t(d.sendto, u'\xe9', da)
t(S.inet_aton, '1.2.3.4'); t(S.inet_aton, '1.2.3.400'); t(S.inet_ntoa, 'abcd'); t(S.inet_ntoa, 'abc')
t(S.inet_pton, 2, '1.2.3.4'); t(S.inet_pton, 10, '::1'); t(S.inet_pton, 10, 'x'); t(S.inet_pton, 99, 'x')
t(S.inet_ntop, 2, 'abcd'); t(S.inet_ntop, 10, '\0'*15+'\1'); t(S.inet_ntop, 10, 'x'); t(S.inet_ntop, 77, 'abcd'); t(S.inet_ntop, 10, '\0'*10+'\xff\xff\1\2\3\4')
t(S.htons, 258); t(S.ntohs, -1); t(S.htonl, 1); t(S.ntohl, 2**32); t(S.ntohl, -1); t(S.ntohl, 'a'); t(S.htonl, 2**31); t(S.htons, 2**17)
t(S.getprotobyname, 'tcp'); t(S.getprotobyname, 'nope')
t(S.getaddrinfo, '127.0.0.1', 80); t(S.getaddrinfo, None, 'http', 2, 1); t(S.getaddrinfo, 'localhost', 1.5); t(S.getaddrinfo, 3, 4); t(S.getaddrinfo, '::1', 80, 10, 1)
p, q = S.socketpair(); t(p.send, 'xyz'); t(q.recv, 5); t(p.getsockname); t(p.getpeername)
print p.family, p.type, p.proto
u = S.socket(S.AF_UNIX); t(u.bind, '/tmp/sock'*30); t(u.connect, '/nonexistent/sock'); t(u.connect_ex, '/nonexistent/sock'); own = '\0th-abstract-%d' % os.getpid(); t(u.bind, own); print u.getsockname() == own
f = S.fromfd(p.fileno(), 1, 1); t(f.send, 'dup'); t(q.recv, 10)
t(S.setdefaulttimeout, 2.5); t(S.getdefaulttimeout); print S.socket().timeout; t(S.setdefaulttimeout, None); t(S.getdefaulttimeout)
t(S.setdefaulttimeout, -1)
six = S.socket(S.AF_INET6); t(six.bind, ('::1', 0)); print six.getsockname()[0], six.getsockname()[2:]
t(six.bind, ('::1', 0, 1, 2, 3)); t(six.bind, ('::1',)); t(six.connect, ('::1', 80, 2**20)) 
n = S.socket(); n.settimeout(1); free = S.socket(); free.bind(('127.0.0.1', 0)); t(n.connect, free.getsockname()); t(n.connect_ex, free.getsockname())
n.settimeout(0); t(n.connect_ex, s.getsockname())
s.settimeout(0.01); s.accept(); t(s.accept)
print S.error.__mro__, S.timeout.__mro__
t(s.recv_into, 'abc'); t(s.recv); t(s.recv, 1, 2, 3); t(s.accept, 1); t(s.bind); t(s.connect, 1, 2)
