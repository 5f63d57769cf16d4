# urllib2: openers and handlers against a local server: redirects, errors, authentication, cookies, data, requests as objects.
import urllib2, BaseHTTPServer, threading, cookielib, urllib, os, base64
for k in os.environ.keys():
    if k.lower().endswith('_proxy'): del os.environ[k]
class H(BaseHTTPServer.BaseHTTPRequestHandler):
    def log_message(self, *a): pass
    def do_GET(self):
        b = self.rfile.read(int(self.headers.getheader('content-length', 0)))
        p = self.path
        if p.startswith('/r'): code, hs, out = int(p[2:5]), [('Location', '/final?from=' + p[2:5])], 'moved'
        elif p.startswith('/loop'): code, hs, out = 302, [('Location', '/loop' + p)], ''
        elif p.startswith('/ftp'): code, hs, out = 302, [('Location', 'ftpx://x/')], ''
        elif p.startswith('/e'): code, hs, out = int(p[2:5]), [('X-E', 'err')], 'body of error'
        elif p.startswith('/auth'):
            if self.headers.getheader('authorization') == 'Basic ' + base64.b64encode('user:pw'): code, hs, out = 200, [], 'let in'
            else: code, hs, out = 401, [('WWW-Authenticate', 'Basic realm="R"')], 'shut'
        elif p.startswith('/cookie'): code, hs, out = 200, [('Set-Cookie', 'a=b; Path=/'), ('Set-Cookie', 'c="d e"; Path=/; Max-Age=100'), ('Set-Cookie', 'gone=1; Max-Age=0')], ''
        else: code, hs, out = 200, [('X-Q', 'v')], '%s %s %r %s' % (self.command, p, b, sorted((k, v) for k, v in self.headers.items() if k not in ('host',)))
        self.send_response(code); [self.send_header(*h) for h in hs]; self.end_headers(); self.wfile.write(out)
    do_POST = do_PUT = do_GET
s = BaseHTTPServer.HTTPServer(('127.0.0.1', 0), H); th = threading.Thread(target=s.serve_forever, args=(0.003,)); th.daemon = True; th.start()
base = 'http://127.0.0.1:%d' % s.server_port; hide = lambda x: str(x).replace(str(s.server_port), 'PORT').replace('Python-urllib/2.7', 'UA')
def t(f, *a, **k):
    try: r = f(*a, **k)
    except urllib2.HTTPError as e: print 'HTTPError', e, e.code, e.msg, hide(e.geturl()), e.read(), e.hdrs.getheader('X-E'), e.reason
    except Exception as e: print type(e).__name__, hide(e)
    else: print r.code, r.msg, hide(r.geturl()), hide(r.read()), r.info().getheader('x-q'), r.getcode(); r.close()
t(urllib2.urlopen, base + '/x y'.replace(' ', '%20')); t(urllib2.urlopen, base + '/p', 'data=1'); t(urllib2.urlopen, urllib2.Request(base + '/h#frag', headers={'x-CAP': 'q', 'User-agent': 'me'}))
for c in (301, 302, 303, 307, 308, 300): t(urllib2.urlopen, base + '/r%d' % c); t(urllib2.urlopen, base + '/r%d' % c, 'post')
for c in (400, 404, 500, 206, 304): t(urllib2.urlopen, base + '/e%d' % c)
t(urllib2.urlopen, base + '/ftp'); t(urllib2.urlopen, 'nosuch:x'); t(urllib2.urlopen, 'noscheme'); t(urllib2.urlopen, base, timeout='x'); t(urllib2.urlopen, 'file:///no/such/file'); t(urllib2.urlopen, 'http://'); 
try: urllib2.urlopen(base + '/loop')
except urllib2.HTTPError as e: print e.code, e.msg.splitlines()[0]
t(urllib2.urlopen, base + '/auth')
pm = urllib2.HTTPPasswordMgrWithDefaultRealm(); pm.add_password(None, base, 'user', 'pw'); o = urllib2.build_opener(urllib2.HTTPBasicAuthHandler(pm)); t(o.open, base + '/auth'); o.addheaders = [('A-b', 'c')]; t(o.open, base + '/again')
cj = cookielib.CookieJar(); o = urllib2.build_opener(urllib2.HTTPCookieProcessor(cj)); t(o.open, base + '/cookie'); t(o.open, base + '/show'); print sorted((c.name, c.value, c.path, c.discard) for c in cj)
class Mine(urllib2.BaseHandler):
    handler_order = 100
    def my_open(self, req): print 'opening', req.get_full_url(), req.get_type(); return None
    def http_request(self, req): req.add_header('Added', 'yes'); return req
    def http_response(self, req, r): r.msg = 'changed'; return r
o = urllib2.build_opener(Mine, urllib2.HTTPHandler(debuglevel=0)); t(o.open, base + '/mine'); t(o.open, 'my:x'); print [h.__class__.__name__ for h in o.handlers]
r = urllib2.Request('http://h:80/p;x?q#f', 'd', {'a-B': 'c'}, 'origin', True)
print r.get_method(), r.get_type(), r.get_host(), r.get_selector(), r.get_full_url(), r.get_origin_req_host(), r.is_unverifiable(), r.has_data(), r.get_data(), r.header_items(), r.has_header('A-b'), r.get_header('A-b'), r.get_header('z', 5); r.add_unredirected_header('u-R', 'v'); print sorted(r.header_items()), r.unredirected_hdrs; r.add_data('x'); r.set_proxy('p:1', 'http'); print r.has_proxy(), r.get_host(), r.get_selector(), r.get_type()
for l in ('a', 'a, b', 'a="x, y", b', '"q\\"r", c', ''): print urllib2.parse_http_list(l), 
print urllib2.parse_keqv_list(['a=1', 'b="2"']), urllib2.request_host(r)
e = urllib2.URLError('why'); print e, repr(e), e.reason, e.args; e = urllib2.HTTPError('u', 404, 'm', {}, None); print e, repr(e), e.filename, isinstance(e, urllib2.URLError)
o.close(); s.shutdown(); s.server_close()
