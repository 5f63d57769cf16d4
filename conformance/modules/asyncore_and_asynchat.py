# asyncore and asynchat: dispatchers over a socket pair, terminators, producers, errors, files, the socket map.
import asyncore, asynchat, socket, os, sys
class Chat(asynchat.async_chat):
    def __init__(self, sock, m, name): asynchat.async_chat.__init__(self, sock, m); self.name, self.buf, self.got = name, [], []; self.set_terminator('\n')
    def collect_incoming_data(self, data): self.buf.append(data)
    def found_terminator(self): self.got.append(''.join(self.buf)); self.buf = []
    def handle_close(self): self.got.append('<closed>'); self.close()
    def log_info(self, msg, kind='info'): print kind, msg.split(' at 0x')[0]
a, b = socket.socketpair(socket.AF_UNIX); a, b = socket.socket(_sock=a), socket.socket(_sock=b)
m = {}; c = Chat(a, m, 'c'); print sorted(m) == [a.fileno()], c.readable(), c.writable(), c.connected, c.get_terminator()
def spin(n=6):
    for i in range(n): asyncore.loop(0, False, m, 1)
b.sendall('one\ntw'); spin(); print c.got, c.buf; b.sendall('o\nthree\n'); spin(); print c.got; del c.got[:]
c.set_terminator(5); b.sendall('12345678'); spin(1); print c.got, c.terminator; c.set_terminator('END'); b.sendall('xxENyyENDzE'); spin(); print c.got, c.buf, repr(c.ac_in_buffer); c.set_terminator(None); b.sendall('free'); spin(); print c.buf
c.push('abc'); c.push_with_producer(asynchat.simple_producer('x' * 1000, 400)); c.push(buffer('buf')); print [type(x).__name__ for x in c.producer_fifo], bool(c.writable()); spin(12); print len(b.recv(5000)), c.writable(); c.close_when_done(); spin(); print m, c.connected, repr(b.recv(10)); b.close()
for f in (asynchat.find_prefix_at_end,):
    for x, y in (('abcE', 'END'), ('abcEN', 'END'), ('abcEND', 'END'), ('abc', 'END'), ('', 'x')): print f(x, y),
print
p = asynchat.simple_producer('abcdefg', 3); print [p.more() for i in range(5)]
f = asynchat.fifo([1, 2]); print len(f), f.first(), f.pop(), f.is_empty(), f.push(3), f.pop(), f.pop(), f.pop(), f.is_empty()
class D(asyncore.dispatcher):
    def handle_read(self): raise ValueError('in read')
    def handle_error(self): t, v, tb, info = asyncore.compact_traceback()[1], asyncore.compact_traceback()[2], None, asyncore.compact_traceback()[0]; print t.__name__, v, info[1]; self.close()
    def log_info(self, msg, kind='info'): print kind, msg.split(' at 0x')[0]
a, b = socket.socketpair(); a, b = socket.socket(_sock=a), socket.socket(_sock=b)
d = D(a, m); b.send('x'); asyncore.poll(0, m); print m
b.close()
d = asyncore.dispatcher(None, m); print d.connected, d.accepting, d.addr, repr(d).startswith('<asyncore.dispatcher at'), d.readable()
for n in ('handle_expt', 'handle_read', 'handle_write', 'handle_connect', 'handle_accept'):
    d.log_info = lambda msg, kind='info': sys.stdout.write('%s %s\n' % (kind, msg)); getattr(d, n)()
try: d.nosuch
except AttributeError as e: print e
class Server(asyncore.dispatcher):
    def __init__(self): asyncore.dispatcher.__init__(self, map=m); self.create_socket(socket.AF_INET, socket.SOCK_STREAM); self.set_reuse_addr(); self.bind(('127.0.0.1', 0)); self.listen(5)
    def handle_accept(self): s, ad = self.accept(); print 'accepted', ad[0]; Echo(s, m)
class Echo(asyncore.dispatcher_with_send):
    def handle_read(self): d = self.recv(100); self.send(d.upper())
    def handle_close(self): print 'echo closed'; self.close()
class Client(asyncore.dispatcher):
    def __init__(self, addr, text): asyncore.dispatcher.__init__(self, map=m); self.create_socket(socket.AF_INET, socket.SOCK_STREAM); self.text, self.got = text, ''; self.connect(addr)
    def handle_connect(self): print 'connected'
    def writable(self): return bool(self.text) or not self.connected
    def handle_write(self): n = self.send(self.text); self.text = self.text[n:]
    def handle_read(self): self.got += self.recv(100); self.got and (self.text or self.close())
s = Server(); k = Client(s.socket.getsockname(), 'hello')
for i in range(30):
    asyncore.loop(0.01, i % 2, m, 1)
    if len(m) == 1: break
print k.got, len(m), k.connected; asyncore.close_all(m); print m
r, w = os.pipe(); f = asyncore.file_dispatcher(r, m); print f.connected, type(f.socket).__name__; f.handle_read = lambda: sys.stdout.write('file %s\n' % f.recv(10)); os.write(w, 'data'); asyncore.poll(0, m); f.close(); os.close(r); os.close(w); print m
fw = asyncore.file_wrapper(os.dup(1)); print fw.getsockopt(socket.SOL_SOCKET, socket.SO_ERROR); fw.close()
try: fw.getsockopt(1, 2)
except NotImplementedError as e: print e
