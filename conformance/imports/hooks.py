# meta_path, path_hooks, path_importer_cache, imp.
import sys, imp

class Loader(object):
    def __init__(self, text):
        self.text = text
    def load_module(self, name):
        m = sys.modules.setdefault(name, imp.new_module(name))
        m.__file__ = '<virtual>'
        m.__loader__ = self
        if name == 'virt':
            m.__path__ = []
        exec self.text in m.__dict__
        return m

class Finder(object):
    texts = {'virt': 'x = 1', 'virt.sub': 'y = 2\nimport virt\nz = virt.x', 'bad': '1/0'}
    def find_module(self, name, path=None):
        print 'find', name, path
        if name in self.texts:
            return Loader(self.texts[name])

sys.meta_path.append(Finder())
import virt.sub
print virt.sub.z, virt.sub.__file__
try:
    import bad
except ZeroDivisionError, e:
    print e, 'bad' in sys.modules
try:
    import virt.other
except ImportError, e:
    print e
reload(virt)
del sys.meta_path[:]

class PathImporter(object):
    def __init__(self, path):
        if not path.startswith('mem:'):
            raise ImportError
        print 'hook', path
        self.path = path
    def find_module(self, name, path=None):
        print 'pfind', self.path, name, path
        if name == 'memory':
            return Loader('where = %r' % self.path)

sys.path_hooks.insert(0, PathImporter)
sys.path.insert(0, 'mem:a')
sys.path.insert(0, u'mem:b')
import memory
print memory.where
try:
    import nomemory
except ImportError, e:
    print e
print sorted(k for k in sys.path_importer_cache if k.startswith('mem:'))
del sys.path[:2]
del sys.path_hooks[0]

print imp.is_builtin('sys'), imp.is_builtin('nosuch'), imp.is_frozen('x')
print imp.lock_held()
imp.acquire_lock()
print imp.lock_held()
imp.release_lock()
try:
    imp.release_lock()
except RuntimeError, e:
    print e
m = imp.new_module('fresh')
print m, m.__name__, m.__doc__, 'fresh' in sys.modules
print [(s, mode, t) for s, mode, t in imp.get_suffixes() if s == '.py']
print imp.find_module('sys')
for args in [('nosuch',), ('x.y',), ('nosuch', ['/nonexistent'])]:
    try:
        imp.find_module(*args)
    except ImportError, e:
        print e
for path in ['/', '/nonexistent', '']:
    try:
        n = imp.NullImporter(path)
        print n.find_module('x')
    except ImportError, e:
        print repr(path), e
print imp.PY_SOURCE, imp.PKG_DIRECTORY, imp.C_BUILTIN, imp.IMP_HOOK
print imp.init_builtin('sys') is sys, imp.init_builtin('nosuch'), imp.init_frozen('x')
for bad in ['sys.meta_path = 5', 'sys.path_hooks = None', 'sys.path = ()']:
    keep = sys.meta_path, sys.path_hooks, sys.path
    exec bad
    try:
        import nosuchmodule
    except Exception, e:
        print type(e).__name__, e
    sys.meta_path, sys.path_hooks, sys.path = keep
