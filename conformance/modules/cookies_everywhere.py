# Cookie: morsels, quoting, serialised kinds, loading of odd headers, pickles.
import Cookie, pickle, copy, warnings
warnings.simplefilter('ignore')

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
for s in ('', 'a=b', 'a=b; c=d', 'a=b; Path=/; Max-Age=5', '$Version=1; a=b; $Path=/x', 'a="q\\"r\\073\\012"', 'a', 'a=', '=b', 'a b=c', 'a=b,c=d', 'a=b; secure; httponly', 'a=b; expires=Wed, 01-Jan-2020 00:00:00 GMT', 'x=1; x=2', u'u=v', 'a=\xe9', '"a"=b', 'a=b;;c=d', 'a={"x": 1}', 'a[1]=b', 'a:b=c', 5, None, {'k': 'v', 'n': 5}, {'bad key': 1}):
    for c in Cookie.SimpleCookie, Cookie.SerialCookie, Cookie.SmartCookie:
        try:
            k = c()
            k.load(s)
            print c.__name__, [(n, m.value, m.coded_value, sorted((a, b) for a, b in m.items() if b)) for n, m in sorted(k.items())], k.output(sep='|')
        except Exception as e:
            print c.__name__, type(e).__name__, e
c = Cookie.SimpleCookie()
for k, v in (('a', 'b'), ('n', 5), ('q', 'x;y"z\\'), ('u', u'uni'), ('e', ''), ('sp', ' s '), ('c', '\x01\xff'), ('bad key', 1), ('path', 1), ('', 1), ('none', None)):
    t(c.__setitem__, k, v)
print c
print c.output(['path'], 'H:', '|'), repr(c['a']), c['a'].OutputString(), c['a'].output(header='X')
m = c['a']
for k, v in (('path', '/'), ('max-age', 5), ('secure', True), ('Secure', ''), ('expires', 0) , ('foo', 1), ('HttpOnly', 1), ('version', 1), ('domain', ''), ('comment', 'a b')):
    if k != 'expires': t(m.__setitem__, k, v)
print m.OutputString(), m.isReservedKey('Path'), m.isReservedKey('x'), sorted(m)
print c.js_output(['path']).replace('\n', '|').replace('\t', '')[:60]
t(m.set, 'path', 1, 1)
t(m.set, 'a b', 1, 1)
t(m.set, 'k', 'v', 'cv')
print m.key, m.value, m.coded_value, c.value_decode('x'), c.value_encode(5)
print pickle.loads(pickle.dumps(c)).output() == c.output(), copy.deepcopy(m).OutputString()
for s in ('', 'abc', 'a b', 'a"b', 'a;b', '\n', '\xe9', 'a\\b', '"x"', '"a\\"b"', '"\\101\\x"', '"', '"a'):
    print repr(Cookie._quote(s)), repr(Cookie._unquote(s)), repr(Cookie._unquote(Cookie._quote(s)))
s = Cookie.SmartCookie()
s['i'], s['l'], s['s'] = 5, [1, 2], 'plain'
print s.output(sep='|')
s2 = Cookie.SmartCookie(s.output(header='', sep=';'))
print sorted((k, m.value) for k, m in s2.items())
print Cookie.CookieError.__mro__[1], Cookie.Morsel._reserved['max-age'], Cookie.Cookie is Cookie.SmartCookie
