# xmlrpclib: values marshalled and read back, faults, dates, binary, methods of odd names, documents that are damaged, transports scripted.
import xmlrpclib as X, datetime, StringIO, time, base64
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0]
    else: print repr(r).split(' at ')[0]
class O(object):
    def __init__(self): self.a, self.b = 1, [2]
class Old:
    def __init__(self): self.x = 'y'
for v in (1, -2 ** 31, True, 1.5, 1e100, 'a<&>', u'\u20ac', '\xe9', '', None, [], [1, ['x']], (1,), {}, {'a': {'b': 1}}, {1: 2}, {u'\xe9': 1}, 2 ** 31, 10L, 1j, O(), Old(), X.Binary('\0\xff'), X.Boolean(1), X.DateTime('20200102T03:04:05'), X.DateTime(0) if 0 else X.DateTime((2020, 1, 2, 3, 4, 5, 0, 0, 0)), datetime.datetime(2020, 1, 2, 3, 4, 5, 6), set(), object, len):
    for k in ({}, {'allow_none': 1}):
        try: d = X.dumps((v,), 'm', **k); p, m = X.loads(d); print d.replace('\n', '')[44:-30] if not k else len(d), [str(x) if isinstance(x, (X.Binary, X.DateTime)) else x for x in p], m,
        except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0],
    print
print X.dumps((1,), methodresponse=True), X.dumps(X.Fault(5, 'f<')), X.dumps((u'\xe9',), 'm', encoding='latin-1').__repr__(), X.dumps((), 'a.b-c_d'); t(X.dumps, 5); t(X.dumps, (1, 2), methodresponse=1); t(X.dumps, (1,), 5); l = [1]; l.append(l); t(X.dumps, (l,))
for s in ('<params><param><value>bare</value></param></params>', '<params><param><value><int>x</int></value></param></params>', '<params><param><value><boolean>2</boolean></value></param></params>', '<params><param><value><i4>5</i4></value></param><param><value><nil/></value></param></params>', '<fault><value><struct><member><name>faultCode</name><value><int>1</int></value></member><member><name>faultString</name><value>f</value></member></struct></value></fault>', '<params><param><value><array><data></data></array></value></param></params>', '', '<a', '<params><param><value><double>1e5</double></value></param></params>', '<params><param><value><dateTime.iso8601>20200101T00:00:00</dateTime.iso8601></value></param></params>', '<params><param><value><base64>YWJj\n</base64></value></param></params>', '<params><param><value><bogus>x</bogus></value></param></params>', '<params><param><value> sp </value></param></params>', '<methodCall><methodName>n</methodName></methodCall>', '<params><param><value><string>a&amp;b</string></value></param></params>'): print ; t(X.loads, s) if 'base64' not in s and 'date' not in s else t(lambda: str(X.loads(s)[0][0]))
print X.loads('<params><param><value><dateTime.iso8601>20200101T00:00:00</dateTime.iso8601></value></param></params>', use_datetime=1)
a, b = X.DateTime('20200101T00:00:00'), X.DateTime('20200102T00:00:00'); print a < b, a == '20200101T00:00:00', a == datetime.datetime(2020, 1, 1), cmp(a, b), a.timetuple()[:3], str(a), a != b, a <= b; t(lambda: a < 5); a.decode(' 19990101T00:00:00 '); print a; t(X.DateTime('junk').timetuple); x = X.Binary('abc'); print x, x == 'abc', x == X.Binary('abc'), x != 'q', x.data; o = StringIO.StringIO(); x.encode(o); print repr(o.getvalue()); t(X.Binary, u'\xe9') ; print X.boolean(5), X.boolean(0), X.boolean('a', {'a': 1}.get('a') and ('b', 'c')) if 0 else '', X.escape('<>&'), repr(X.Fault(1, 'x', z=2)), X.Fault(1, 'x').faultString, X.ProtocolError('u', 404, 'm', {}), X.Error.__mro__[1].__name__, X.getparser()[0].__class__.__name__, X.WRAPPERS[0].__name__ if 0 else ''
class Tr:
    def request(self, host, handler, body, verbose=0): log.append((host, handler, body.replace('\n', '')[22:80], verbose)); return X.loads(X.dumps((reply,), methodresponse=1))[0]
    def close(self): log.append('close')
log = []; reply = 'R'; p = X.ServerProxy('http://user:pw@h:1/path', transport=Tr(), verbose=1); print p.a.b.c(1, 'x'), p.system.x(), p('verbose') if 0 else '', log; reply = [1]; print p.m(), repr(p), p('transport').__class__.__name__; p('close')(); print log[-1]; t(p, 'bogus'); t(X.ServerProxy, 'gopher://x'); print X.ServerProxy('http://h')._ServerProxy__handler, p.meth.__class__.__name__; m = X.MultiCall(p); m.add(1).__class__; m.pow.x(2); reply = [[5], {'faultCode': 1, 'faultString': 'bad'}]; r = m(); print r[0]; t(lambda: r[1]); t(lambda: r[2]) ; print repr(m)[:10]
T = X.Transport(); print T.get_host_info('u:p@h:5'), T.get_host_info(('h', {'k': 'v'})), T.get_host_info('h'), T.user_agent[:9], T.accept_gzip_encoding; g = X.gzip_encode('data'); print X.gzip_decode(g), ; t(X.gzip_decode, 'junk'); t(X.gzip_decode, X.gzip_encode('x' * 100), 50)
