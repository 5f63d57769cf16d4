# SocketServer: request handlers of both kinds, timeouts, errors in handlers, verification, mixed-in threads.
import SocketServer, socket, threading, sys
log = []
class H(SocketServer.StreamRequestHandler):
    def setup(self): log.append('setup'); SocketServer.StreamRequestHandler.setup(self)
    def handle(self):
        l = self.rfile.readline().strip()
        if l == 'boom': raise ValueError('boom')
        self.wfile.write(l.upper() + '\n')
    def finish(self): log.append('finish'); SocketServer.StreamRequestHandler.finish(self)
class Srv(SocketServer.TCPServer):
    allow_reuse_address = True
    def handle_error(self, request, addr): log.append('error %s %s' % (sys.exc_info()[0].__name__, addr[0]))
    def verify_request(self, request, addr): log.append('verify'); return not self.refuse
    def handle_timeout(self): log.append('timeout')
    def server_activate(self): log.append('activate'); SocketServer.TCPServer.server_activate(self)
    refuse = False
s = Srv(('127.0.0.1', 0), H); print s.server_address[0], s.socket.getsockname() == s.server_address, s.fileno() == s.socket.fileno(), s.request_queue_size, s.address_family, s.timeout
def ask(text):
    c = socket.create_connection(s.server_address, 5); c.sendall(text + '\n'); s.handle_request(); r = c.makefile().read(); c.close(); return r
print repr(ask('hello')), log; del log[:]
print repr(ask('boom')), log; del log[:]
s.refuse = True; print repr(ask('x')), log; del log[:]
s.timeout = 0.001; s.handle_request(); print log; s.refuse = False; s.server_close()
class T(SocketServer.ThreadingMixIn, Srv): daemon_threads = True
s = T(('127.0.0.1', 0), H); t = threading.Thread(target=s.serve_forever, args=(0.005,)); t.start()
out = []
def client(i):
    c = socket.create_connection(s.server_address, 5); c.sendall('c%d\n' % i); out.append(c.makefile().read()); c.close()
ts = [threading.Thread(target=client, args=(i,)) for i in range(3)]; [x.start() for x in ts]; [x.join() for x in ts]; s.shutdown(); t.join(); s.server_close(); print sorted(out)
class U(SocketServer.DatagramRequestHandler):
    def handle(self): self.wfile.write(self.rfile.read()[::-1] + str(type(self.request[1]).__name__))
s = SocketServer.UDPServer(('127.0.0.1', 0), U); c = socket.socket(2, 2); c.settimeout(5); c.sendto('abc', s.server_address); s.handle_request(); print c.recv(100), s.max_packet_size; s.server_close(); c.close()
try: Srv(('127.0.0.1', 70000), H)
except Exception as e: print type(e).__name__, e
class Base(SocketServer.BaseServer):
    def fileno(self): return 0
b = Base('addr', H); print b.server_address, b.RequestHandlerClass is H, b.process_request.__name__; b.finish_request = lambda r, a: log.append((r, a)); b.shutdown_request = lambda r: log.append(('down', r)); del log[:]; b.process_request('req', 'cli'); print log
print SocketServer.__all__, [x.__name__ for x in SocketServer.ThreadingUDPServer.__bases__]
old, sys.stdout = sys.stdout, __import__('StringIO').StringIO()
sys.stderr = sys.stdout
try: 1 / 0
except ZeroDivisionError: b.handle_error(None, ('h', 1))
v = sys.stdout.getvalue(); sys.stdout = old
print v.splitlines()[0], v.splitlines()[1]
