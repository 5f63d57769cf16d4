# Connections: handshakes, reading and writing, timeouts, names of servers, the end.
import errno
import select
import socket
import ssl
import struct
import threading

from _tls import client_context, connect, pair, raised, server_context

client, server = connect(client_context(), server_context())
print type(client), client.version() in ('TLSv1.2', 'TLSv1.3'), client.version() == server.version()
print client.cipher() == server.cipher(), client.cipher()[2], client.compression(), client.pending()
print sorted(client.getpeercert().items())
print len(client.getpeercert(True)), server.getpeercert(), server.getpeercert(True)
print client.selected_alpn_protocol(), client.get_channel_binding() == server.get_channel_binding()
print client.context.verify_mode, server.context.verify_mode

client.sendall('hello ')
client.write(bytearray('world'))
print client.send(u'!'), raised(client.send, 3), raised(client.write, '')
print repr(server.recv(2)), server.pending(), repr(server.read(100)), repr(server.recv(5)), repr(server.recv(1))
client.send('into')
room = bytearray(8)
print server.recv_into(room), repr(room)
client.send('more')
print server.recv_into(room, 2), server.recv_into(memoryview(room), 0), repr(room)
for arguments in ((-1,), ('x',), (5, 3), (5, 'abc'), (5, bytearray()), (0,), ()):
    print arguments, raised(server._sslobj.read, *arguments)
big = ''.join(map(chr, range(256))) * 4096
received = []


def receive():
    n = 0
    while n < len(big):
        received.append(server.recv(70000))
        n += len(received[-1])


thread = threading.Thread(target=receive)
thread.start()
client.sendall(big)
thread.join()
print ''.join(received) == big, max(map(len, received)) <= 16384

server.settimeout(0.02)
print raised(server.recv, 5)
server.setblocking(False)
print raised(server.recv, 5)
while True:
    sent = raised(server._sslobj.write, big)
    if isinstance(sent, tuple):
        print sent, server.send(big)
        break
client.close()
server.close()

print '-- lines of a file'
client, server = connect(client_context(), server_context())
f = client.makefile('rb')
server.sendall('one\ntwo\n')
print repr(f.readline()), repr(f.readline())
client.close()
server.sendall('three\n')
print repr(f.readline())
f.close()
print raised(client.recv, 1)
server.close()

print '-- the end, as it should be'
client, server = connect(client_context(), server_context())
server.settimeout(5)
thread = threading.Thread(target=lambda: server.unwrap())
thread.start()
print repr(client.recv(5)), type(client.unwrap())
thread.join()
client.close()

print '-- reset'
client, server = connect(client_context(), server_context())
client.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack('ii', 1, 0))
client.close()
print raised(server.recv, 5)
server.close()

print '-- something else'
plain, other = pair()
other.sendall('HTTP/1.0 200 OK\r\n\r\n')
print raised(client_context().wrap_socket, plain)
plain, other = pair()
plain.sendall('GET / HTTP/1.0\r\n\r\n')
print raised(server_context().wrap_socket, other, server_side=True)
plain, other = pair()
plain.settimeout(0.02)
print raised(client_context().wrap_socket, plain)
plain, other = pair()
plain.setblocking(False)
late = client_context().wrap_socket(plain, do_handshake_on_connect=False)
print raised(late.do_handshake), raised(late.recv, 1), raised(late.getpeercert), late.cipher()

print '-- verification'
untrusting = ssl.SSLContext(ssl.PROTOCOL_TLS)
untrusting.verify_mode = ssl.CERT_REQUIRED
print connect(untrusting, server_context())
checking = client_context()
checking.check_hostname = True
client, server = connect(checking, server_context())
print type(client), type(server)
print connect(checking, server_context(), 'elsewhere')[0]
careless = ssl.SSLContext(ssl.PROTOCOL_TLS)
client, server = connect(careless, server_context(), None)
print client.getpeercert()
old = client_context()
old.set_ciphers('AES128-SHA256')
old.options |= ssl.OP_NO_TLSv1_3
new = server_context()
new.set_ciphers('AES256-SHA256')
print connect(old, new)

print '-- application protocols'
for offered in (['one', 'two'], ['three'], ['two', 'two']):
    mine, theirs = client_context(), server_context()
    mine.set_alpn_protocols(offered)
    theirs.set_alpn_protocols(['two', 'four'])
    client, server = connect(mine, theirs)
    print offered, client.selected_alpn_protocol(), server.selected_alpn_protocol()

print '-- names'
other = server_context()


def named(socket, name, context):
    print type(socket), repr(name), context is theirs, context is socket.context
    socket.context = other
    return answer


for answer in (None, ssl.ALERT_DESCRIPTION_ACCESS_DENIED):
    for name in ('localhost', u'b\xfccher.example', None):
        theirs = server_context()
        theirs.set_servername_callback(named)
        client, server = connect(client_context(), theirs, name)
        print client if answer else server.context is other
theirs.set_servername_callback(None)
client, server = connect(client_context(), theirs)
print type(client), raised(setattr, server, 'context', 3)

print '-- wrap_socket'
plain, other = pair()
wrap = client_context()._wrap_socket
for arguments in ((), (plain, False), (plain._sock, 'x'), (plain._sock, False, 3), (plain._sock, False, 'x\0y'),
                  (plain._sock, False, None, 3)):
    print len(arguments), raised(wrap, *arguments)
