# SimpleXMLRPCServer and xmlrpclib: dispatching, introspection, multicalls, faults, documentation server, over a local socket.
import SimpleXMLRPCServer, DocXMLRPCServer, xmlrpclib, threading, datetime, os
for k in os.environ.keys():
    if k.lower().endswith('_proxy'): del os.environ[k]
class Api(object):
    'An api.'
    def add(self, a, b): 'Adds.'; return a + b
    def echo(self, *a): return list(a)
    def fail(self): raise KeyError('k')
    def fault(self): raise xmlrpclib.Fault(7, 'mine')
    def none(self): return None
    def _secret(self): return 'secret'
    class sub: 
        @staticmethod
        def deep(x): return x * 2
d = SimpleXMLRPCServer.SimpleXMLRPCDispatcher(allow_none=False, encoding=None)
d.register_instance(Api(), allow_dotted_names=True); d.register_function(lambda x: x, 'ident'); d.register_introspection_functions(); d.register_multicall_functions(); d.register_function(divmod)
print d.system_listMethods(), d.system_methodHelp('add'), repr(d.system_methodHelp('nosuch')), d.system_methodSignature('add')
def call(name, *a):
    r = d._marshaled_dispatch(xmlrpclib.dumps(a, name))
    try: print xmlrpclib.loads(r)
    except xmlrpclib.Fault as e: print e
call('add', 1, 2); call('add', 'a', 'b'); call('add', 1); call('echo', 1.5, True, [1, 'x'], {'k': (1,)}); call('fail'); call('fault'); call('none'); call('_secret'); call('sub.deep', 21); call('sub._x'); call('nosuch'); call('ident', u'\u20ac<&>'); call('divmod', 7, 2); call('divmod', 7, 0); call('system.listMethods'); call('system.multicall', [{'methodName': 'add', 'params': [1, 2]}, {'methodName': 'fail', 'params': []}, {'methodName': 'fault', 'params': []}])
print d._dispatch.__name__, repr(d._marshaled_dispatch('not xml'))[:150]
for a in ('a.b', '_a', 'a._b', 'sub.deep'):
    try: print SimpleXMLRPCServer.resolve_dotted_attribute(Api(), a, a != 'a.b').__class__.__name__
    except Exception as e: print type(e).__name__, e
print SimpleXMLRPCServer.list_public_methods(Api()), SimpleXMLRPCServer.remove_duplicates([1, 2, 1]) if hasattr(SimpleXMLRPCServer, 'remove_duplicates') else 'none'
s = SimpleXMLRPCServer.SimpleXMLRPCServer(('127.0.0.1', 0), logRequests=False, allow_none=True); s.register_instance(Api()); s.register_function(pow); s.register_multicall_functions(); s.register_introspection_functions()
t = threading.Thread(target=s.serve_forever, args=(0.003,)); t.daemon = True; t.start()
p = xmlrpclib.ServerProxy('http://127.0.0.1:%d/RPC2' % s.server_address[1], allow_none=True)
print p.add(2, 3), p.echo(u'\xe9', 'b', None, -5, 2.25), p.none(), p.pow(2, 10), p.system.listMethods()
for f in (p.fail, p.nosuch, p.fault):
    try: f()
    except xmlrpclib.Fault as e: print repr(e), e.faultCode
for v in (2 ** 31, 1j, object(), {1: 2}, [None], xmlrpclib.Binary('\0\xff'), xmlrpclib.DateTime('20200102T03:04:05'), datetime.datetime(2020, 1, 2, 3, 4, 5), float('1e300'), 'x\x00'[:1], True, -2 ** 31):
    try: r = p.echo(v); print type(r[0]).__name__, r if not isinstance(r[0], (xmlrpclib.Binary, xmlrpclib.DateTime)) else repr(str(r[0]))
    except Exception as e: print type(e).__name__, str(e).split(' at 0x')[0][:90]
m = xmlrpclib.MultiCall(p); m.add(1, 2); m.pow(2, 3); m.fail(); r = m(); print r[0], r[1], 
try: r[2]
except xmlrpclib.Fault as e: print e
print repr(m)[:12], repr(p).replace(str(s.server_address[1]), 'PORT'), p('transport').__class__.__name__, p.__class__.__name__
bad = xmlrpclib.ServerProxy('http://127.0.0.1:%d/other' % s.server_address[1])
try: bad.add(1, 2)
except xmlrpclib.ProtocolError as e: print e.errcode, e.errmsg, sorted(e.headers)[:2]
for u in ('ftp://x', 'nothing'):
    try: xmlrpclib.ServerProxy(u)
    except Exception as e: print type(e).__name__, e
p('close')(); s.shutdown(); s.server_close()
h = SimpleXMLRPCServer.CGIXMLRPCRequestHandler(); h.register_function(lambda: 'cgi', 'f'); h.handle_xmlrpc(xmlrpclib.dumps((), 'f')); h.handle_get() if 0 else None
x = DocXMLRPCServer.DocCGIXMLRPCRequestHandler(); x.set_server_title('T'); x.set_server_name('N'); x.set_server_documentation('D see http://x.org and RFC 822'); x.register_instance(Api()); x.register_function(divmod); doc = x.generate_html_documentation(); print '<strong>divmod</strong>' in doc, 'Adds.' in doc, 'href="http://x.org"' in doc, 'rfc0822' in doc
