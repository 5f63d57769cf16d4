# socket: conversions of addresses and byte orders, services, address information, refused connections, datagrams.
import socket as S
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
for f in (S.ntohs, S.ntohl, S.htons, S.htonl):
    for v in (0, 1, 0x1234, 0xffff, 0x12345678, 0xffffffff, 0xffffffffL, 0x10000, -1, 2**32, 2**70, 1.5, 'x', None): print f.__name__, v, ; t(f, v)
for v in ('127.0.0.1', '1.2', '1', '0x7f.1', '256.1.1.1', '', 'abc', '255.255.255.255', '1.2.3.4.5', u'1.2.3.4', 5): t(S.inet_aton, v); t(S.inet_pton, S.AF_INET, v)
for v in ('::1', '::', '1:2:3:4:5:6:7:8', '::ffff:1.2.3.4', 'fe80::1', ':::', 'g::', '1::2::3'): t(S.inet_pton, S.AF_INET6, v)
for v in ('\x7f\0\0\1', 'abc', 'abcde', '', u'abcd', bytearray('abcd'), buffer('wxyz'), 5): t(S.inet_ntoa, v); t(S.inet_ntop, S.AF_INET, v)
for v in ('\0' * 15 + '\1', 'a' * 16, '\0' * 10 + '\xff\xff\1\2\3\4', 'abcd'): t(S.inet_ntop, S.AF_INET6, v)
t(S.inet_ntop, 99, 'abcd'); t(S.inet_pton, 99, '1.2.3.4')
for n in ('http', 'ftp', 'nosuchservice', ''): t(S.getservbyname, n, 'tcp')
t(S.getservbyname); t(S.getservbyname, 5); t(S.getservbyport, 80, 'tcp'); t(S.getservbyport, -1); t(S.getservbyport, 70000); t(S.getservbyport, 'x'); t(S.getprotobyname, 'tcp'); t(S.getprotobyname, 'nosuch')
print S.getaddrinfo('127.0.0.1', 80, S.AF_INET, S.SOCK_STREAM), S.getaddrinfo(None, '80', 0, S.SOCK_STREAM, 0, S.AI_PASSIVE | S.AI_NUMERICHOST)[0][4]
t(S.getaddrinfo, '127.0.0.1', None, S.AF_INET, S.SOCK_DGRAM); t(S.getaddrinfo, 5, 80); t(S.getaddrinfo, '127.0.0.1', 1.5); t(S.getaddrinfo, '127.0.0.1'); t(S.getaddrinfo, '1.2.3.4', 80, 99); t(S.getaddrinfo, 'x y', 80, 0, 0, 0, S.AI_NUMERICHOST); t(S.getaddrinfo, u'127.0.0.1', 8080, S.AF_INET, 1)
t(S.getaddrinfo, '::1', 80, S.AF_INET6, 1); t(S.getaddrinfo, None, None)
t(S.getnameinfo, ('127.0.0.1', 80), S.NI_NUMERICHOST | S.NI_NUMERICSERV); t(S.getnameinfo, ('127.0.0.1', 80), S.NI_NUMERICHOST); t(S.getnameinfo, 5, 0); t(S.getnameinfo, ('127.0.0.1',), 0); t(S.getnameinfo, ('::1', 80, 0, 0), 3); t(S.getnameinfo, ('x', 'y'), 0); t(S.getnameinfo, ('::1', 80, -1, 0), 3)
t(S.gethostbyname, '127.0.0.1'); t(S.gethostbyname_ex, '127.0.0.1'); t(S.gethostbyname, 5); t(S.gethostbyname, '255.255.255.255'); t(S.gethostbyname, '')
print isinstance(S.gethostname(), str), isinstance(S.getfqdn('127.0.0.1'), str); t(S.gethostname, 1)
l = S.socket(); l.bind(('', 0)); port = l.getsockname()[1]; l.close()
s = S.socket(); t(s.connect, ('127.0.0.1', port)); s.close(); s = S.socket(); print s.connect_ex(('127.0.0.1', port)); s.close()
t(S.create_connection, ('127.0.0.1', port), 2); t(S.create_connection, 5)
l = S.socket(); l.bind(('127.0.0.1', 0)); l.listen(1); c = S.create_connection(l.getsockname(), 5, ('127.0.0.1', 0)); k, addr = l.accept(); print addr == c.getsockname(), k.getpeername() == addr, c.gettimeout(), k.gettimeout(), type(k).__name__
l2 = S.socket(); t(l2.bind, l.getsockname()); l2.close(); l.settimeout(0.001); t(l.accept); l.setblocking(False); t(l.accept); t(l.recv, 4)
c.send('abc'); print k.recv(3), ; k.close(); print repr(c.recv(5)); c.close(); l.close()
u, v = S.socket(2, 2), S.socket(2, 2); u.bind(('127.0.0.1', 0)); v.bind(('127.0.0.1', 0))
print u.sendto('hello', v.getsockname()), ; d, ad = v.recvfrom(3); print d, ad == u.getsockname(); print u.sendto('again', 0, v.getsockname()), ; b = bytearray(9); n, ad = v.recvfrom_into(b); print n, b, ad == u.getsockname()
t(v.recvfrom, -1); t(v.recvfrom_into, b, -1); t(v.recvfrom_into, b, 100); t(v.recvfrom_into, 'ro'); v.settimeout(0.001); t(v.recvfrom, 5); v.connect(u.getsockname()); v.send(''); print u.recvfrom(5)[0] == ''; print v.connect_ex(u.getsockname()), v.getpeername() == u.getsockname(); t(u.getpeername); u.close(); v.close()
x = S.socket(S.AF_UNIX); t(x.bind, 'x' * 200); t(x.connect, '/nonexistent/sock'); x.bind('\0pyston-test-abstract-%d' % __import__('os').getpid()); print repr(x.getsockname()[:13]); x.close()
print S.has_ipv6, S.AF_INET, S.SOCK_STREAM, S.IPPROTO_TCP, S.SOL_SOCKET, S.SHUT_RDWR, S.INADDR_ANY, S.SOMAXCONN, S.EBADF
