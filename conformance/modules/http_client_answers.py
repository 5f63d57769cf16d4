# httplib: responses of all shapes from a stream of bytes, states of connections, headers sent, errors.
import httplib, StringIO
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e, getattr(e, 'args', None)
    else: print repr(r).split(' at 0x')[0]
class Fake:
    def __init__(self, text): self.text, self.sent = text, ''
    def makefile(self, mode, size=None): return StringIO.StringIO(self.text)
    def sendall(self, d): self.sent += d
    def close(self): pass
    def settimeout(self, n): pass
for text in ('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello', 'HTTP/1.0 200 OK\r\n\r\nuntil end', 'HTTP/1.1 200\r\n\r\nx', 'HTTP/1.1 204 No\r\n\r\nignored', 'HTTP/1.1 304 Not\r\nContent-Length: 9\r\n\r\n', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n1;ext=1\r\n \r\n0\r\nTrailer: x\r\n\r\n', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\nzz\r\nhello', 'HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n9\r\nshort', 'HTTP/1.1 200 OK\r\nContent-Length: 9\r\n\r\nshort', 'HTTP/1.1 200 OK\r\nContent-Length: -3\r\n\r\nabc', 'HTTP/1.1 200 OK\r\nContent-Length: x\r\n\r\nabc', '', 'garbage\r\n\r\n', 'HTTP/1.1 abc OK\r\n\r\n', 'HTTP/1.1 99 Low\r\n\r\n', 'HTTP/9 200 OK\r\n\r\n', 'HTTP/2.0 200 OK\r\n\r\n', 'HTTP/1.1 100 Continue\r\nA: b\r\n\r\nHTTP/1.1 200 OK\r\nX: y\r\nContent-Length: 0\r\n\r\n', 'HTTP/1.1 200 OK\r\nSet-Cookie: a\r\nSet-Cookie: b\r\nX:  folded\r\n more\r\nConnection: close\r\n\r\nbody', 'HTTP/1.0 200 OK\r\nConnection: keep-alive\r\nContent-Length: 1\r\n\r\nab'):
    r = httplib.HTTPResponse(Fake(text), buffering=True)
    try: r.begin()
    except Exception as e: print repr(text[:20]), type(e).__name__, e; continue
    print repr(text[:17]), r.version, r.status, repr(r.reason), sorted(r.getheaders()), r.getheader('x', 'dflt'), r.length, r.chunked, r.will_close, r.isclosed(), ; t(r.read, 2); t(r.read); t(r.read); print r.isclosed()
r = httplib.HTTPResponse(Fake('HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\nhello'), method='HEAD'); r.begin(); print repr(r.read()), r.length, r.isclosed(); t(r.fileno) if 0 else None; r = httplib.HTTPResponse(Fake('x')); t(r.getheader, 'x'); t(r.getheaders); t(r.read)
def conn(text=''): c = httplib.HTTPConnection('example.org', 81); c.sock = Fake(text); return c
for m, u, b, h in (('GET', '/', None, {}), ('POST', '/p', 'body', {}), ('PUT', '', '', {'X-A': 1}), ('GET', '/u', None, {'Host': 'other', 'Accept-Encoding': 'gz'}), ('POST', '/f', StringIO.StringIO('file'), {}), ('DELETE', '/d', None, {'content-length': '7'}), ('POST', '/n', None, {}), ('PATCH', '/q', ['a', 'bc'], {})):
    c = conn('HTTP/1.1 200 OK\r\nContent-Length: 0\r\n\r\n')
    try: c.request(m, u, b, h)
    except Exception as e: print type(e).__name__, e
    print m, repr(c.sock.sent)
c = conn('HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nokHTTP/1.1 404 No\r\n\r\n'); t(c.getresponse); t(c.putheader, 'a', 'b'); t(c.endheaders); c.putrequest('GET', '/a'); t(c.putrequest, 'GET', '/b'); c.putheader('A', 'b', 'c'); c.putheader('N', 5); t(c.putheader, 'bad name\n', 'x'); t(c.putheader, 'X', 'a\r\nb'); t(c.putheader, ':x', 'y'); c.endheaders('msg'); r = c.getresponse(); print r.status; t(c.getresponse); t(c.putrequest, 'GET', '/'); print r.read(), repr(c.sock.sent)
for u in ('/a b', '/\n', '/ok', '/\x7f', '/\xe9'): c = conn(); t(c.putrequest, 'GET', u)
for m in ('G ET', 'GET\r\n'): c = conn(); t(c.putrequest, m, '/')
for hp in (('h', None), ('h:8', None), ('h:', None), ('h:x', None), ('[::1]:80', None), ('[::1]', None), ('h', 5), ('h:70', 6), ('h\n', None)):
    try: c = httplib.HTTPConnection(*hp); print hp, c.host, c.port
    except Exception as e: print hp, type(e).__name__, e
c = conn(); t(c.set_tunnel, 'x'); c.sock = None; c.set_tunnel('t', 99, {'P': 'q'}); t(c._get_hostport, 'x:5', None); print c._tunnel_host, c._tunnel_port, c._tunnel_headers; c = conn(); c.sock = None; t(c.set_tunnel, 'x')
for e in (httplib.IncompleteRead('abc'), httplib.IncompleteRead('abc', 5), httplib.BadStatusLine(''), httplib.BadStatusLine('x'), httplib.LineTooLong('header'), httplib.UnknownProtocol('v'), httplib.CannotSendRequest()): print type(e).__name__, str(e), repr(e), e.args, type(e).__mro__[1].__name__
print httplib.responses[404], httplib.OK, httplib.HTTP_PORT, httplib.HTTPS_PORT, len(httplib.responses), sorted(httplib.__all__)[:4]
m = httplib.HTTPMessage(StringIO.StringIO('A: 1\r\nB: 2\r\nA: 3\r\nbad line\r\nC: 4\r\n\r\nbody'), 0); print sorted(m.items()), m.getallmatchingheaders('a'), m.status, m.headers
