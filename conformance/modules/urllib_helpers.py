# urllib: quoting, splitting, paths, encodings of queries, files and data opened, proxies, cached objects.
import urllib, os, tempfile, sys; import warnings; warnings.simplefilter('ignore')
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)
for s in ('', 'abc', 'a b/c', '\xe9\xff', 'a+b%20', '~-_.!*\'()', u'abc', u'\xe9', '%', '\0\x7f', ''.join(map(chr, range(32, 127)))):
    t(urllib.quote, s); t(urllib.quote, s, ''); t(urllib.quote_plus, s); t(urllib.quote_plus, s, ' /'); t(urllib.quote, s, safe='\xe9 ')
t(urllib.quote, None); t(urllib.quote, 5); t(urllib.quote, 'x', None)
for s in ('', '%41%42', '%4', '%', '%zz', 'a+b', '%e9%FF', u'%e9', u'\xe9%41', '%25%32%35', 'x%2', '%%41'): t(urllib.unquote, s); t(urllib.unquote_plus, s)
for q in ({}, {'a': 1}, [('a', 'b c'), ('d', u'\xe9')], [('x', [1, 2]), ('y', 'z')], (('k', ()),), 'str', 5, [1], {'u': u'abc'}): t(urllib.urlencode, q); t(urllib.urlencode, q, 1)
for n in ('splittype', 'splithost', 'splituser', 'splitpasswd', 'splitport', 'splitnport', 'splitquery', 'splittag', 'splitattr', 'splitvalue', 'unwrap', 'basejoin'):
    f = getattr(urllib, n)
    for u in ('http://user:pw@host:80/path;a=b;c?q=1#frag', '//host', 'host:', 'h:x', 'a=b', '<URL:x>', ' y ', '', 'user@a@b', 'u:p:q', '//h/p?', 'x:y', '//[::1]:8/', 'path#a#b'):
        try: print repr(f(u) if n != 'basejoin' else f('http://b/c/', u)),
        except Exception as e: print type(e).__name__, e,
    print
for p in ('/a/b c', 'rel', '/\xe9', '', '//x', u'/\xe9'): t(urllib.pathname2url, p); t(urllib.url2pathname, p)
t(urllib.toBytes, u'abc'); t(urllib.toBytes, u'\xe9')
d = tempfile.mkdtemp(); p = os.path.join(d, 'a b.txt')
try:
    open(p, 'w').write('line1\nline2\n')
    f = urllib.urlopen('file://' + urllib.quote(p)); print f.read(5), f.readline(), f.readlines(), f.info().gettype(), f.info().getheader('content-length'), f.geturl() == 'file://' + urllib.quote(p), f.getcode(), type(f).__name__; f.close(); f.close()
    f = urllib.urlopen(p.replace(' ', '%20')); print list(f); f.close()
    t(urllib.urlopen, 'file:///no/such'); t(urllib.urlopen, 'nosuch://x'); t(urllib.urlopen, 'http:/x') ; t(urllib.urlopen, ''); t(urllib.urlopen, 5)
    o = []; n, h = urllib.urlretrieve('file://' + urllib.quote(p), os.path.join(d, 'out'), lambda *a: o.append(a)); print n == os.path.join(d, 'out'), o, open(n).read() == open(p).read(), h.gettype()
    n, h = urllib.urlretrieve('file://' + urllib.quote(p)); print n == p, h.getheader('Content-type')
    for u in ('data:,hello%20x', 'data:text/html;base64,PGI+', 'data:text/plain;charset=x,abc', 'data:bad', 'data:;base64,!!'):
        try: f = urllib.urlopen(u); print repr(f.read()), f.info().gettype(), f.info().getheader('content-length'), f.geturl()
        except Exception as e: print type(e).__name__, e
finally: __import__('shutil').rmtree(d)
for k in os.environ.keys():
    if k.lower().endswith('_proxy'): del os.environ[k]
print urllib.getproxies(), ; os.environ['http_proxy'] = 'http://p:1'; os.environ['NO_PROXY'] = 'localhost, .x.org:80,b.com'; print sorted(urllib.getproxies().items()), [urllib.proxy_bypass(h) for h in ('localhost', 'a.x.org', 'a.x.org:80', 'b.com', 'c.b.com', 'xb.com', '127.0.0.1')]; os.environ['REQUEST_METHOD'] = 'GET'; print urllib.getproxies(); del os.environ['http_proxy'], os.environ['NO_PROXY'], os.environ['REQUEST_METHOD']
class O(urllib.FancyURLopener):
    version = 'V'
    def prompt_user_passwd(self, h, r): return 'u', 'p'
    def open_my(self, u): return 'my ' + u
    def open_unknown(self, u, data=None): return 'unknown ' + u
o = O({}); print o.open('my:rest'), o.open('odd:rest'), o.addheaders, o.proxies, o.tries, o.maxtries; o.addheader('A', 'b'); print o.addheaders; o.cleanup(); e = urllib.ContentTooShortError('m', 'r'); print e, e.content, e.args, isinstance(e, IOError)
