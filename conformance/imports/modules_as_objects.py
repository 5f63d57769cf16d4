# Module objects and import machinery seen as objects: new modules, sys.modules tricks, __import__ forms, reload, import of odd names, errors half way.
import sys, types, imp
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0].split(' from ')[0],
    except Exception as e: print type(e).__name__ + ':', str(e).split(' at 0x')[0], '|',
M = types.ModuleType
for a in [(), ('m',), ('m', 'doc'), (5,), (u'm',), ('m', 5), ('m', 'd', 1), ('',)]: t(M, *a)
t(M, name='k', doc='d'); print
m = M('m', 'doc'); print m.__name__, m.__doc__, sorted(m.__dict__), m, type(m.__dict__)
for n, v in [('__name__', 'new'), ('__name__', 5), ('__file__', 'f.py'), ('__file__', 5), ('__dict__', {}), ('__doc__', 1), ('x', 1)]: t(setattr, m, n, v); print repr(m)[:40],
for n in ['x', 'x', '__name__', '__doc__', '__dict__', '__class__']: t(delattr, m, n)
t(lambda: m.nope); t(repr, m); t(lambda: m == m); t(lambda: m()); t(lambda: m.__dict__.clear()); t(repr, m); t(lambda: M.__new__(M)); t(lambda: M.__new__(M).__dict__); t(lambda: M.__new__(M).x); t(repr, M.__new__(M)); t(setattr, M.__new__(M), 'x', 1); print
class MS(M):
    def __getattr__(self, n): return 'hook ' + n
    cls = property(lambda s: 'prop')
ms = MS('ms'); sys.modules['ms'] = ms
import ms as z; print z is ms, z.anything, z.cls
from ms import foo, bar as baz; print foo, baz
def star(): exec "from ms import *" in {}
t(star); ms.__all__ = ['a', 'b']; ns = {}; exec "from ms import *" in ns; print sorted(k for k in ns if k[0] != '_'),
for al in ['abc', ('q',), [5], [u'u']]: ms.__all__ = al; t(star)
print
sys.modules['none'] = None
for s in ['import none', 'from none import x', 'import none.sub']:
    try: exec s
    except ImportError as e: print e,
for v in [5, 'str', object(), {}]:
    sys.modules['odd'] = v
    try:
        import odd; print type(odd).__name__,
        from odd import real; print real,
    except ImportError as e: print e,
    try: exec "import odd.sub"
    except ImportError as e: print e,
print
for a in [(), ('',), (5,), (None,), (u'sys',), ('sys', 5), ('sys', {}, {}, 5), ('sys', {}, {}, [], 'x'), ('sys', {}, {}, [], -2), ('sys', {}, {}, [], 1), ('os.path',), ('os.path', {}, {}, ['x']), ('os.path', None, None, []), ('.',), ('..sys',), ('sys.',), ('sys..x',), ('sys.x',), ('a b',), ('os.nope',), ('nope.os',), ('sys', {}, {}, [5]), ('sys', {}, {}, ['*']), ('os', {}, {}, ['path', 'nope']), ('sys\0x',), ('x' * 300,), ('sys', {'__name__': 5}), ('os', {'__package__': 5}), ('', {'__name__': 'm'}, {}, [], 1), ('', {}, {}, [], 0)]: t(__import__, *a)
print
t(__import__, name='sys', level=0); t(__import__, 'sys', fromlist=('x',)); t(reload, 5); t(reload, M('nowhere')); t(reload); t(reload, sys); print
import __builtin__
real = __builtin__.__import__; calls = []
def hook(*a, **k):
    calls.append((a[0], a[3] if len(a) > 3 else None)); return real(*a, **k)
__builtin__.__import__ = hook
try:
    import sys, os.path as q
    from os import path, sep as s
    exec "import imp"
    def f():
        from sys import maxint
        import os.path
    f()
finally: __builtin__.__import__ = real
print calls
def no_import():
    exec "import sys" in {'__builtins__': {}}
t(no_import)
def odd_import():
    exec "import sys; x = sys" in {'__builtins__': {'__import__': lambda *a: 'fake'}}
t(odd_import)
d = {'__builtins__': {'__import__': lambda n, g, l, fl, lv=-1: (n, sorted(l) if l else l, fl, lv)}}
exec "import a.b.c as q" in {'__builtins__': {'__import__': lambda *a: type('X', (), {'b': type('Y', (), {'c': 'deep'})})}}, d; print d['q']
exec "import yy" in {'__builtins__': d['__builtins__']}, d; print d['yy'][0], d['yy'][2]
for a in [(), ('nope',), ('os', 5), ('os', []), (5,), ('sys',)]: t(imp.find_module, *a)
t(imp.new_module, 'nm'); t(imp.new_module); t(imp.get_suffixes) if 0 else None; t(imp.is_builtin, 'sys'); t(imp.is_builtin, 'nope'); t(imp.is_frozen, 'x'); t(imp.init_builtin, 'nope'); t(imp.lock_held); t(imp.acquire_lock); t(imp.lock_held); t(imp.release_lock); t(imp.release_lock); t(imp.load_module, 'x', None, '', ('', '', 99)); t(imp.get_magic) if 0 else None; print
import tempfile, os, shutil
tmp = tempfile.mkdtemp(); sys.path.insert(0, tmp); sys.dont_write_bytecode = True
def w(n, s):
    p = os.path.join(tmp, n)
    if not os.path.isdir(os.path.dirname(p)): os.makedirs(os.path.dirname(p))
    open(p, 'w').write(s)
w('fails.py', 'x = 1\nimport sys\nkept = sys.modules[__name__]\n1/0\n'); w('syn.py', 'x = \n'); w('selfdel.py', 'import sys\ndel sys.modules[__name__]\nv = 1\n'); w('replaces.py', 'import sys\nclass R(object): v = "replaced"\nsys.modules[__name__] = R\n'); w('pkg/__init__.py', 'from sub import v\nimport sub as s2\n'); w('pkg/sub.py', 'v = __name__, __package__\nimport os\nfrom . import other\n'); w('pkg/other.py', 'o = __name__\ntry:\n    from . import nothing\nexcept ImportError as e: err = str(e)\ntry:\n    from ... import toofar\nexcept ValueError as e: err2 = str(e)\n'); w('pkg/bad/__init__.py', 'import nope_inside\n'); w('a1.py', 'import b1\nx = b1.y\n'); w('b1.py', 'import a1\ny = 5\ntry: z = a1.x\nexcept AttributeError as e: z = str(e)\n'); w('noinit/m.py', ''); w('empty.py', '')
for n in ['fails', 'fails', 'syn', 'selfdel', 'replaces', 'pkg', 'pkg.sub', 'pkg.nope', 'pkg.bad', 'pkg.sub.x', 'a1', 'noinit.m', 'empty']:
    try: mod = __import__(n); print n, type(mod).__name__, n in sys.modules,
    except Exception as e: print n, type(e).__name__, str(e).replace(tmp, 'TMP'), n in sys.modules,
print
import pkg, a1, b1, empty; print pkg.v, pkg.s2 is pkg.sub, pkg.sub.other.err, pkg.sub.other.err2, b1.z, a1.x, sorted(k for k, v in sys.modules.items() if k.startswith('pkg')), sorted(empty.__dict__), empty.__file__.replace(tmp, 'TMP'), pkg.__path__[0].replace(tmp, 'TMP'), pkg.__package__, empty.__package__
w('empty.py', 'new = 1\n'); os.utime(os.path.join(tmp, 'empty.py'), (1, 1)); empty.old = 2; reload(empty); print empty.new, empty.old; w('empty.py', '1/0\n'); os.utime(os.path.join(tmp, 'empty.py'), (2, 2)); t(reload, empty); print empty.new, 'empty' in sys.modules; del sys.modules['empty']; t(reload, empty); print
shutil.rmtree(tmp)
