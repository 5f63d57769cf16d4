# plistlib and xmlrpclib: marshalled values, faults, dates, binaries, what cannot be marshalled.
import plistlib, xmlrpclib, datetime, StringIO

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
values = [1, -1, 2 ** 31 - 1, 2 ** 31, -2 ** 31 - 1, 2L, 1.5, 1e300, True, None, '', 'a<b>&"c', 'ctl\x01', u'\u20ac\x07', '\xe9', [], [1, 'x'], (1,), {}, {'a': {'b': []}}, {1: 2}, {u'k\xe9': 1}, datetime.datetime(2000, 1, 2, 3, 4, 5), datetime.date(2000, 1, 2), datetime.time(1), xmlrpclib.DateTime('20000102T03:04:05'), plistlib.Data('data\xff'),
          object, 1j, set(), float('inf'), xmlrpclib.Boolean(1), bytearray('x')]
class Obj(object):
    def __init__(self): self.a = 1
class Old:
    def __init__(self): self.b = [2]
values += [Obj(), Old()]
for v in values:
    try:
        s = plistlib.writePlistToString({'v': v})
        print repr(s[160:-18])
        print repr(plistlib.readPlistFromString(s)['v'])[:60].split(' at 0x')[0]
    except Exception as e:
        print type(e).__name__, str(e).split(' at 0x')[0]
    for none in 0, 1:
        try:
            s = xmlrpclib.dumps((v,), 'm', allow_none=none)
            print repr(s[44:-35])
            print repr(xmlrpclib.loads(s)).split(' at ')[0], repr(xmlrpclib.loads(s, 1)).split(' at ')[0]
        except Exception as e:
            print type(e).__name__, str(e).split(' at 0x')[0]
l = []
l.append(l)
t(xmlrpclib.dumps, (l,))
for s in ('<params/>', '<params><param><value>bare</value></param></params>', '<params><param><value><int>x</int></value></param></params>', '<params><param><value><nope/></value></param></params>', '<fault><value><struct><member><name>faultCode</name><value><int>4</int></value></member><member><name>faultString</name><value>no</value></member></struct></value></fault>', '<methodCall><methodName>m</methodName></methodCall>', '<x', '',
          '<params><param><value><boolean>2</boolean></value></param></params>', '<params><param><value><double> 1.5 </double></value></param></params>', '<params><param><value><i4>5</i4></value></param><param><value><nil/></value></param></params>', '<params><param><value><array><data></data></array></value></param></params>', '<params><param><value></value></param></params>'):
    t(xmlrpclib.loads, s)
f = xmlrpclib.Fault(3, 'msg')
print f, repr(f), f.faultCode, xmlrpclib.dumps(f)[22:60], isinstance(f, xmlrpclib.Error)
t(xmlrpclib.dumps, (1, 2), methodresponse=1)
t(xmlrpclib.dumps, [1])
print xmlrpclib.dumps((1,), methodresponse=True).replace('\n', '')
print xmlrpclib.dumps((u'\xe9',), encoding='latin-1').__class__, repr(xmlrpclib.dumps(('x',), encoding='latin-1')[:48])
d = xmlrpclib.DateTime((2001, 2, 3, 4, 5, 6, 0, 0, 0))
for e in ('d', 'str(d)', 'd == "20010203T04:05:06"', 'd < datetime.datetime(2002, 1, 1)', 'd == 5', 'd < xmlrpclib.DateTime(0) or 1', 'd.timetuple()[:6]', 'd != d', 'hash(d) and 1', 'cmp(d, 5)'):
    try: print e, str(eval(e)).split(' at ')[0]
    except Exception as x: print e, type(x).__name__, x
b = xmlrpclib.Binary('x')
print b == xmlrpclib.Binary('x'), b == 'x', b != 'y', str(b), b.data
m = xmlrpclib.MultiCall(None)
m.a(1); m.b.c('x')
print [(n, a) for n, a in [(x[0], x[1]) for x in m._MultiCall__call_list]]
for s in ('<plist version="1.0"><dict><key>a</key></dict></plist>', '<plist><string>x</string></plist>', '<plist><dict><string>x</string></dict></plist>', '<plist><array><true/><false/><integer>5</integer><real>1</real><date>2000-01-02T03:04:05Z</date><data>eA==</data></array></plist>', '<plist><integer>x</integer></plist>', '<plist><date>bad</date></plist>', '<nope/>', '<plist/>', ''):
    try:
        print plistlib.readPlistFromString(s)
    except Exception as e:
        print type(e).__name__, str(e).split(' at 0x')[0]
p = plistlib.Plist(a=1)
p.b = 2
print sorted(p.items()), plistlib.Dict(x=1).x, plistlib.Data('abc') == plistlib.Data('abc'), plistlib.Data('a') < plistlib.Data('b'), plistlib.Data.fromBase64('YQ==').data, repr(plistlib.Data('z').asBase64())
t(lambda: plistlib.Dict().nope)
