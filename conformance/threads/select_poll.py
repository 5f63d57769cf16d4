import select, socket, os
def t(f, *a, **k):
    try: print f(*a, **k)
    except Exception, e: print type(e).__name__, type(e).__module__, e.args, e
r, w = os.pipe()
print len(select.select([r], [w], [], 0)[1])
t(select.select, [r], [], [], 0.01); t(select.select, 1, [], []); t(select.select, [-1], [], []); t(select.select, ['a'], [], []); t(select.select, [5000], [], [], 0); t(select.select, [], [], [], 'x'); t(select.select, [], []); t(select.select, [], [], [], -1)
a, b = socket.socketpair()
print select.select([a], [b], [], 0)[1] == [b]
b.send('x'); print select.select([a], [b], [], 0)[0] == [a]
p = select.poll(); p.register(a, select.POLLIN); p.register(b); print len(p.poll(0)), len(p.poll())
t(p.poll, 'x'); t(p.unregister, 999); t(p.modify, 999, 1); t(p.register, 'x'); p.unregister(a); print len(p.poll(10))
t(select.poll().poll, 1)
e = select.epoll(); e.register(a.fileno(), select.EPOLLIN); print len(e.poll(0)), e.closed; e.modify(a, select.EPOLLOUT); print e.poll(1)[0][1]; e.unregister(a); print e.poll(0); e.close(); t(e.fileno); print e.closed; t(e.poll)
t(select.epoll, -2)
print select.error, sorted((k, v) for k, v in vars(select).items() if isinstance(v, int))
ba = bytearray(5); b.sendall(bytearray('hello')); a.recv(1); print a.recv_into(ba, 3), ba; print a.recv_into(memoryview(ba)[3:]), ba
t(a.recv_into, 'abc'); t(a.recv_into, ba, 10); t(a.recv_into, ba, -1); b.send(buffer('qq')); print a.recvfrom_into(ba)[0], ba
s = socket.socket(); s.bind(('127.0.0.1', 0)); s.listen(1)
c = socket.create_connection(s.getsockname(), 5); x, _ = s.accept(); x.sendall('line1\nline2\nrest'); x.close()
f = c.makefile('rb'); print f.readline(), f.readlines(); f.close(); c.close()
