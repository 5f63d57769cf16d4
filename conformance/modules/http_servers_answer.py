# BaseHTTPServer and SimpleHTTPServer: request lines, versions, headers, errors, logs, files and listings, by raw sockets.
import BaseHTTPServer, SimpleHTTPServer, socket, threading, os, tempfile, shutil, re, sys
log = []
class H(SimpleHTTPServer.SimpleHTTPRequestHandler):
    server_version, sys_version = 'S/1', 'P/2'
    def date_time_string(self, timestamp=None): return 'DATE' if timestamp is None else 'MTIME'
    def log_message(self, f, *a): log.append(f % a)
    def do_POST(self):
        n = int(self.headers.getheader('content-length', 0)); b = self.rfile.read(n)
        self.send_response(201, 'Made'); self.send_header('X-Path', self.path); self.end_headers(); self.wfile.write(b[::-1])
    def do_FAIL(self): self.send_error(418); self.send_error(404, 'no <b> & such') 
d = tempfile.mkdtemp(); cwd = os.getcwd(); os.chdir(d)
try:
    open('a.txt', 'w').write('text of a'); os.mkdir('sub'); open('sub/z<1>.bin', 'w').write('\0\1'); open('sub/a b.html', 'w').write('<p>'); os.mkdir('idx'); open('idx/index.html', 'w').write('index!'); open('x.tar.gz', 'w').write('gz')
    s = BaseHTTPServer.HTTPServer(('127.0.0.1', 0), H)
    print s.server_port == s.server_address[1], type(s.server_name).__name__
    def ask(raw):
        c = socket.create_connection(s.server_address, 5); c.sendall(raw); c.shutdown(1); s.handle_request(); r = c.makefile().read(); c.close()
        print repr(raw[:40]), '->'; print r.replace('\r', '\\r').replace(str(s.server_port), 'PORT'); print log; del log[:]
    for raw in ('GET /a.txt HTTP/1.0\r\n\r\n', 'HEAD /a.txt HTTP/1.0\r\n\r\n', 'GET /a.txt\r\n', 'GET /sub/ HTTP/1.0\r\n\r\n', 'GET /sub HTTP/1.0\r\n\r\n', 'GET /sub?q=1 HTTP/1.0\r\n\r\n', 'GET /idx/ HTTP/1.0\r\n\r\n', 'GET /none HTTP/1.0\r\n\r\n', 'GET /x.tar.gz HTTP/1.0\r\n\r\n', 'GET /../../a.txt HTTP/1.0\r\n\r\n', 'GET /%61.txt?x#y HTTP/1.0\r\n\r\n', 'POST /p HTTP/1.1\r\nContent-Length: 3\r\nConnection: close\r\n\r\nabc', 'FAIL / HTTP/1.0\r\n\r\n', 'NOPE / HTTP/1.0\r\n\r\n', 'GET / HTTP/2.0\r\n\r\n', 'GET / HTTP/x\r\n\r\n', 'GET / HTTQ/1.0\r\n\r\n', 'POST /\r\n', 'A B C D\r\n', 'ONE\r\n', '\r\n', 'GET / HTTP/1\r\n\r\n', 'GET /' + 'x' * 65540 + '\r\n'):
        if len(raw) < 65000: ask(raw)
finally: os.chdir(cwd); shutil.rmtree(d)
s.server_close()
class Bare(H):
    def __init__(self): pass
h = Bare(); h.path = '/'
for p in ('/a/../b', '/%2e%2e/x', '/a//b/', '/a?x/y', '/./.', '/c:\\x', '/~u'): print os.path.relpath(h.translate_path(p)), 
print
for p in ('a.TXT', 'b', 'c.py', 'd.JPG', 'e.tar.gz', 'f.unknownext', 'g.Z'): print h.guess_type(p),
print
print BaseHTTPServer.BaseHTTPRequestHandler.date_time_string.im_func(h, 0), h.weekdayname[0], h.responses[404], sorted(h.responses)[-3:], h.protocol_version, h.version_string()
