# CGIHTTPServer, xml.etree.ElementInclude, imputil and ihooks, Bastion-like wrapping, user-made importers: hooks of all ages.
import warnings; warnings.simplefilter('ignore')
import CGIHTTPServer as CG, xml.etree.ElementInclude as EI, xml.etree.ElementTree as E, imputil, ihooks, sys, os, imp, types
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0]
for p in ('/cgi-bin/x', '/cgi-bin/a/../x?q', '/a/b', '//cgi-bin//x', '/cgi-bin', '/..', '/a/..', '/./x/', 'rel', ''): print p, ; t(CG._url_collapse_path, p)
class H(CG.CGIHTTPRequestHandler):
    def __init__(self): pass
h = H()
for p in ('/cgi-bin/s.py/extra?q=1', '/htbin/x', '/other', '/cgi-bin', '/cgi-binx/y'): h.path = p; print p, h.is_cgi(), getattr(h, 'cgi_info', None)
print h.is_python('a.PY'), h.is_python('a.sh'), h.is_executable('/bin/sh'), CG.executable('/none'), h.cgi_directories, CG.nobody_uid() > 0
docs = {'a.xml': '<a><b/></a>', 't.txt': u'text\xe9'}
def loader(href, parse, encoding=None):
    if href not in docs: return None
    return E.XML(docs[href]) if parse == 'xml' else docs[href]
X = 'xmlns:xi="http://www.w3.org/2001/XInclude"'
for s in ('<r %s><xi:include href="a.xml"/>tail</r>', '<r %s>x<xi:include href="t.txt" parse="text"/>y</r>', '<r %s><p/><xi:include href="t.txt" parse="text"/></r>', '<r %s><xi:include href="none.xml"/></r>', '<r %s><xi:include href="a.xml" parse="bad"/></r>', '<r %s><xi:fallback/></r>'):
    r = E.XML(s % X)
    try: EI.include(r, loader); print E.tostring(r)
    except Exception as e: print type(e).__name__, e
class Finder(object):
    mods = {'virt': 'x = 1\n', 'virtpk': '__path__ = []\n', 'virtpk.sub': 'y = __name__\n', 'virtbad': '1/0\n', 'virtsyn': 'x = (\n'}
    def find_module(self, name, path=None): log.append((name, path)); return self if name in self.mods else None
    def load_module(self, name):
        m = sys.modules.setdefault(name, imp.new_module(name)); m.__loader__, m.__file__ = self, '<virtual>'
        if name == 'virtpk': m.__path__ = []
        m.__package__ = name if name == 'virtpk' else name.rpartition('.')[0]
        exec compile(self.mods[name], '<virtual>', 'exec') in m.__dict__; return m
log = []; f = Finder(); sys.meta_path.append(f); import virt, virtpk.sub; print virt.x, virtpk.sub.y, virt.__loader__ is f, log; del log[:]
for n in ('virtbad', 'virtsyn', 'virtnone', 'virtpk.none'):
    try: __import__(n)
    except Exception as e: print n, type(e).__name__, e if not isinstance(e, SyntaxError) else e.msg, n in sys.modules
from virtpk import sub; print sub is virtpk.sub, log, reload(virt).x; sys.meta_path.remove(f)
class Hook(object):
    def __init__(self, p):
        if not p.startswith('hook:'): raise ImportError
        self.p = p
    def find_module(self, name, path=None): return f if name == 'hooked' else None
Finder.mods['hooked'] = 'z = 3\n'; sys.path_hooks.append(Hook); sys.path.append('hook:x'); import hooked; print hooked.z, type(sys.path_importer_cache['hook:x']).__name__; sys.path.pop(); sys.path_hooks.pop()
class Bad(object):
    def find_module(self, name, path=None): return 5
sys.meta_path.append(Bad())
try: import zzz_none
except Exception as e: print type(e).__name__, e
sys.meta_path.pop(); old = __builtins__.__import__; calls = []
def imp_(name, g=None, l=None, fl=None, lv=-1): calls.append((name, fl, lv)); return old(name, g or {}, l or {}, fl or [], lv)
__builtins__.__import__ = imp_
import os.path, string as st
from os import path, sep
__builtins__.__import__ = old; print calls, st.digits
m = ihooks.ModuleLoader(); s = m.find_module('string'); print s[2] if s else None, type(m.load_module('string', s)).__name__, ihooks.BasicModuleLoader().find_builtin_module('sys'), ihooks.Hooks().is_builtin('sys'), ihooks.ModuleImporter(m).import_module('string').__name__; i = ihooks.ModuleImporter(m); i.install(); import textwrap as tw; i.uninstall(); print tw.__name__; b = imputil.BuiltinImporter(); print b.get_code(None, 'sys', 'sys') and 1, b.get_code(None, 'nope', 'nope'); g = imputil.ImportManager(); t(g.add_suffix, '.x', 5); print [x for x, y in g.suffixes] if hasattr(g, 'suffixes') else ''
