# urlparse, urllib quoting and splitting: odd addresses, joins, queries, round trips.
import urlparse, urllib

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
urls = ['', 'http:', '//', 'http://', 'http://a', 'http://a/b;p?q#f', 'a:b', 'a:1', 'path:80', 'HTTP://User:Pa@ss@Host:80/', 'http://[::1]:8/x', 'http://[::1', 'http://a:b/', 'http://a:99999/', 'http://a:/', 'mailto:x@y', 'ftp://h/;t=a', 'x://y?z#w', '?q', '#f', ';p', '/a;b;c', 'http://a?b=c?d', 'http://a#b#c',
        'file:///x', 'file://h', 'svn+ssh://h/p', '1http://x', 'ht tp://x', u'http://\xe9/', 'http://a/b/../c', 'javascript:1', 'tel:+1', 'http://a\\b', 'http:///x', '::', 'a::b', 'http://u@/x', 'http://@h', 'http://:p@h']
for u in urls:
    for f in urlparse.urlparse, urlparse.urlsplit:
        try:
            r = f(u)
            print r, r.geturl() == u, r.username, r.password, r.hostname,
            print r.port
        except Exception as e:
            print type(e).__name__, e
    t(urlparse.urldefrag, u)
    for f in urllib.splittype, urllib.splithost, urllib.splituser, urllib.splitport, urllib.splitnport, urllib.splitquery, urllib.splittag, urllib.splitattr, urllib.splitvalue:
        print f(u),
    print
base = 'http://a/b/c/d;p?q'
for r in ('g:h', 'g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g#s', 'g?y#s', ';x', 'g;x', '', '.', './', '..', '../', '../g', '../..', '../../g', '../../../g', '/./g', '/../g', 'g.', '.g', 'g..', '..g', './../g', './g/.', 'g/./h', 'g/../h', 'http:g', 'http:', 'mailto:x', u'g\xe9', '///x', '../../../../g'):
    t(urlparse.urljoin, base, r)
    t(urlparse.urljoin, '', r)
    t(urlparse.urljoin, 'x/y', r)
for q in ('', 'a=1', 'a=1&a=2', 'a', 'a=', '=b', '&', ';', 'a=1;b=2', 'a%20b=c+d', 'a=%zz', '%E9=x', u'u=\xe9', 'a=b=c', '&&a=1', 'x' * 5 + '&y'):
    for k in (0, 1):
        for s in (0, 1):
            t(urlparse.parse_qsl, q, k, s)
    t(lambda: sorted(urlparse.parse_qs(q, True).items()))
for s in ('', 'a b', 'a/b', '%', '\xe9', '~', u'a', 5, None, ''.join(map(chr, range(30, 50)))):
    for f in urllib.quote, urllib.quote_plus, urllib.unquote, urllib.unquote_plus:
        t(f, s)
    t(urllib.quote, s, '')
    t(urllib.quote, s, 'a%')
for s in ('%', '%4', '%41', '%zz', '%%41', '%4a%4A', '+', '%2B', u'%e9', u'%E9\xe9', '%C3%A9', 'a%0'):
    t(urllib.unquote, s)
    t(urllib.unquote_plus, s)
for q in ({}, {'a': 1}, [('a', [1, 2])], [('a', 'b c'), ('a', u'\xe9')], 'ab', 5, [1], [('a', (1,)), ('b', None)], ()):
    for d in (0, 1):
        t(urllib.urlencode, q, d)
print urlparse.urlunparse(('a', 'b', 'c', 'd', 'e', 'f')), urlparse.urlunsplit(('', '', '', '', '')), urlparse.urlunsplit(('http', 'h', 'p', '', 'f'))
t(urlparse.urlunsplit, (1, 2, 3))
print urllib.pathname2url('/a b/\xe9'), urllib.url2pathname('/a%20b'), urllib.unwrap('<URL:http://x>'), urllib.basejoin('http://a/b', 'c')
