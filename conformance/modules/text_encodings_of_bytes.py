# base64, binascii, quopri, uu and urllib quoting: round trips and malformed input.
import base64
import binascii
import quopri
import StringIO
import urllib
import urlparse
import uu


def t(f, *a, **k):
    try:
        print getattr(f, '__name__', ''), repr(a), repr(f(*a, **k))
    except Exception as e:
        print getattr(f, '__name__', ''), repr(a), type(e).__name__, e


data = ''.join(map(chr, range(0, 256, 5)))
for n in (0, 1, 2, 3, 7, 51):
    d = data[:n]
    for enc, dec in ((base64.b64encode, base64.b64decode), (base64.b32encode, base64.b32decode), (base64.b16encode, base64.b16decode), (base64.urlsafe_b64encode, base64.urlsafe_b64decode), (base64.encodestring, base64.decodestring), (quopri.encodestring, quopri.decodestring), (urllib.quote, urllib.unquote), (urllib.quote_plus, urllib.unquote_plus)):
        e = enc(d)
        print e if n < 8 else hash(e), dec(e) == d,
    print
for s in ('', 'A', 'AA', 'AA==', 'AAA', 'AA=A', '####', 'A A=', u'AA==', 'mZXW6===', 'MZXW6===', 'MZXW6YQ', 'M1======', 'ABCDEFG1', '0a', '0A', 'GG', None):
    t(base64.b64decode, s); t(base64.b32decode, s); t(base64.b16decode, s)
t(base64.b32decode, 'mzxw6===', True); t(base64.b32decode, 'ML023456', True, 'L'); t(base64.b32decode, 'ML023456', True, 'I'); t(base64.b16decode, 'ff', True); t(base64.b64encode, '\xfb\xff', '-_'); t(base64.b64decode, '-_8=', '-_')
for s in ('a=b', 'end ', 'tab\t\n', 'x' * 80, '\xe9', '.', 'a_b c', 'line\r\n', '=3D', '=zz', '=\n', '=4', 'soft=\nline'):
    print repr(s), repr(quopri.encodestring(s)), repr(quopri.encodestring(s, 1)), repr(quopri.decodestring(s)), repr(binascii.b2a_qp(s, header=True)), repr(binascii.a2b_qp(s, header=True)), repr(binascii.b2a_qp(s, istext=False))
out = StringIO.StringIO()
uu.encode(StringIO.StringIO(data), out, 'name.bin', 0600)
print out.getvalue()
back = StringIO.StringIO()
uu.decode(StringIO.StringIO('junk\n' + out.getvalue()), back)
print back.getvalue() == data
for bad in ('', 'begin 644\n', 'begin 644 f\n!!!\nend\n', 'begin 644 f\n#86)C\n', 'begin 999 f\n#86)C\n \nend\n'):
    t(uu.decode, StringIO.StringIO(bad).__class__(bad) and None or StringIO.StringIO(bad), StringIO.StringIO()) if False else None
    try:
        o = StringIO.StringIO()
        uu.decode(StringIO.StringIO(bad), o)
        print repr(bad), repr(o.getvalue())
    except Exception as e:
        print repr(bad), type(e).__name__, e
for f, a in ((urllib.quote, ('a/b c~',)), (urllib.quote, ('a/b', '')), (urllib.quote, (u'a b',)), (urllib.quote, (None,)), (urllib.quote, ('',)), (urllib.unquote, ('%zz%4%41%',)), (urllib.unquote, (u'%e9%41',)), (urllib.unquote_plus, ('a+b%2B',)), (urllib.urlencode, ([('a', 1), ('b c', 'd&e')],)), (urllib.urlencode, ([('a', [1, 2]), ('b', u'\xe9')], 1)), (urllib.urlencode, (5,)), (urllib.urlencode, ('ab',)), (urllib.splittype, ('HTTP:x',)), (urllib.splithost, ('//h:1/p',)), (urllib.splitport, ('h:80',)), (urllib.splitnport, ('h:x',)), (urllib.splitquery, ('/p?q?r',)), (urllib.splituser, ('u@v@h',)), (urllib.pathname2url, ('/a b',)),
             (urlparse.parse_qs, ('a=1&a=2&b=&c',)), (urlparse.parse_qs, ('a=1&b=', True)), (urlparse.parse_qsl, ('a=%41+b;c=d',)), (urlparse.parse_qsl, ('a', 0, 1))):
    t(f, *a)
for u in ('http://u:p@Host:80/a;p?q=1#f', '//h/p', 'mailto:a@b', 'a/b', '', 'http://[::1]:8/x', 'http://[::1', 'x:80', 'path:80', 'http:///p', 'HTTP://H?q', 'file:///a//b', u'http://\xe9/', 'svn+ssh://h/p?q#f', 'http://h:99999/', 'http://h:p/'):
    try:
        p = urlparse.urlparse(u)
        print repr(u), tuple(p), p.hostname, p.username, p.geturl() == u, urlparse.urldefrag(u)[0], p.port
    except ValueError as e:
        print repr(u), 'ValueError', e
for r in ('g', './g', 'g/', '/g', '//g', '?y', 'g?y', '#s', 'g;x', '.', './', '..', '../g', '../../g', '../../../g', '/../g', 'g..', './../g', 'g/./h', 'http:g', '', 'ftp://x/y', ';x'):
    print r, urlparse.urljoin('http://a/b/c/d;p?q', r),
print
h = 0
for i in xrange(3000):
    s = chr(i % 256) * (i % 5) + str(i)
    h = hash((h, base64.b64encode(s), urllib.quote(s), binascii.hexlify(s)))
    assert base64.b64decode(base64.b64encode(s)) == s and urllib.unquote(urllib.quote(s)) == s
print h
