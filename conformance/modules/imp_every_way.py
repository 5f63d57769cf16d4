# imp: suffixes, finding and loading by hand, modules made and reloaded, locks, null importers and their errors.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import imp, sys, os, tempfile, shutil
top = tempfile.mkdtemp(); sys.path.insert(0, top); sys.dont_write_bytecode = True
def seldom(n): return [os.remove(os.path.join(r, f)) for r, d, fs in os.walk(top) for f in fs if f.endswith('.pyc')]
def c(x): return repr(x).replace(top, 'TOP')
def put(n, s):
    p = os.path.join(top, n)
    if not os.path.isdir(os.path.dirname(p)): os.makedirs(os.path.dirname(p))
    open(p, 'w').write(s)
put('m1.py', 'x = 1\nprint "running", __name__, __file__ is not None\n'); put('pkg/__init__.py', 'print "pkg", __path__ is not None, __name__, __package__\n'); put('pkg/sub.py', 'print "sub", __name__, __package__\nfrom . import __name__ as n\n'); put('bad.py', 'raise ValueError("while importing")\n'); put('syn.py', 'def (:\n'); put('tabs.py', 'if 1:\n\tx=1\n        y=2\n'); put('data.txt', 'no code')
print [s for s in imp.get_suffixes() if s[2] != imp.C_EXTENSION], [getattr(imp, n) for n in sorted(dir(imp)) if n.isupper()]
def find(*a):
    try: f, p, d = imp.find_module(*a); print f and type(f).__name__, f and f.mode, c(p), d; f and f.close()
    except Exception as e: print type(e).__name__, e
find('m1'); find('pkg'); find('sys'); find('nosuch'); find('m1', [top]); find('sub', [os.path.join(top, 'pkg')]); find('m1', []); find('m1', 'x'); find('pkg.sub'); find(''); find(5); find('m1', 5); find('m1', [5]); find('m1', [None, top]); find('m1', None); find('m1', (top,)); find('a/b'); find('m1', [top, 'nosuchdir'][::-1]); find('m' * 5000)
f, p, d = imp.find_module('m1'); m = imp.load_module('m1', f, p, d); print m.x, m is sys.modules['m1'], c(m.__file__), f.closed; f.seek(0); m.y = 2; n = imp.load_module('m1', f, p, d); print n is m, m.y; f.close()
t(imp.load_module, 'q', None, p, d); t(imp.load_module, 'q', f, p, d); t(imp.load_module, 'q', 5, p, d); t(imp.load_module, 'q', open(p), p, ('', 'U', 99)); t(imp.load_module, 'q', open(p), p, ('', 'w', 1)); t(imp.load_module, 'q', open(p), p, 5); t(imp.load_module, 'q'); t(imp.load_module, 'sys2', None, '', ('', '', imp.C_BUILTIN)); print imp.load_module('pk2', None, os.path.join(top, 'pkg'), ('', '', imp.PKG_DIRECTORY)).__name__, imp.load_module('sys', None, '', ('', '', imp.C_BUILTIN)) is sys
s = imp.load_source('ls', os.path.join(top, 'm1.py')); print s.__name__, sys.modules['ls'] is s, c(s.__file__); s2 = imp.load_source('ls', 'elsewhere', open(os.path.join(top, 'm1.py'))); print s2 is s
t(imp.load_source, 'z', os.path.join(top, 'none.py')) if 0 else None; t(imp.load_source, 'z'); t(imp.load_source, 'bad', os.path.join(top, 'bad.py')); print 'bad' in sys.modules; t(imp.load_source, 5, 'x')
try: imp.load_source('syn', os.path.join(top, 'syn.py'))
except SyntaxError as e: print e.msg, e.lineno, c(e.filename), repr(e.text), 'syn' in sys.modules
try: imp.load_source('tabs', os.path.join(top, 'tabs.py'))
except SyntaxError as e: print type(e).__name__, e.msg, e.lineno
t(imp.load_compiled, 'lc'); t(imp.load_compiled, 5, 5); t(imp.load_package, 'lp', os.path.join(top, 'pkg'), 1); print imp.load_package('lp', os.path.join(top, 'pkg')).__name__
print imp.is_builtin('sys'), imp.is_builtin('os'), imp.is_builtin('__builtin__'), imp.is_frozen('__hello__'), imp.is_frozen('x'), imp.init_builtin('nosuch'), imp.init_builtin('sys') is sys, imp.init_frozen('nosuch'); t(imp.is_builtin, 5); t(imp.is_builtin); t(imp.get_frozen_object, 'nosuch'); t(imp.init_frozen, 5); t(imp.get_magic, 1); print len(imp.get_magic()), imp.get_magic()[2:]
n = imp.new_module('fresh'); print n, n.__dict__, n.__doc__; t(imp.new_module); t(imp.new_module, 5); t(imp.new_module, u'u\xe9'); print imp.new_module(u'uni').__name__, imp.new_module('').__name__ == '', imp.new_module('a.b')
print imp.lock_held(), imp.acquire_lock(), imp.lock_held(), imp.acquire_lock(), imp.release_lock(), imp.lock_held(), imp.release_lock(), imp.lock_held(); t(imp.release_lock); t(imp.acquire_lock, 1)
t(imp.NullImporter, ''); t(imp.NullImporter, top); t(imp.NullImporter); t(imp.NullImporter, 5); ni = imp.NullImporter('nosuch'); print ni.find_module('x'); t(ni.find_module); t(ni.find_module, 'a', 'b', 'c'); t(imp.NullImporter, os.path.join(top, 'm1.py')); t(imp.NullImporter, path='x')
t(reload, 5); t(reload, imp.new_module('notin')); put('m1.py', 'x = 100\n'); seldom(0); import m1; print reload(m1).x, reload(m1) is m1, m1.y; put('m1.py', 'x = 101\n1/0\n'); seldom(0); t(reload, m1); print m1.x, sys.modules['m1'] is m1; m1.__name__ = 'renamed'; t(reload, m1); m1.__name__ = 'm1'; os.unlink(os.path.join(top, 'm1.py')); seldom(0); t(reload, m1); import pkg.sub; print pkg.sub.n, reload(pkg.sub) is pkg.sub; del sys.modules['pkg']; t(reload, pkg.sub); print reload(sys) is sys
for stmt in ('import nosuch', 'import pkg.nosuch', 'import m1.x', 'from sys import nope', 'from pkg import nope', 'from . import x', 'from .x import y', 'from .. import z', 'import bad', 'from bad import x', 'import sys.path', 'from os.path import join as j', 'import data', 'from sys import *', 'import sys as s, os as o', 'from pkg import sub, nosuch'):
    try: exec stmt in {'__name__': '__main__'}; print stmt, 'ok'
    except Exception as e: print stmt, type(e).__name__, e
for a in ((), ('sys',), ('os.path',), ('os.path', {}, {}, ['join']), ('os.path', {}, {}, ['nope']), ('os.path', None, None, 'ab'), ('sys', {}, {}, [5]), ('',), (5,), ('.',), ('sys', {}, {}, [], 5), ('sys', {}, {}, [], -2), ('x', {'__name__': 'pkg.y', '__package__': None}, {}, [], 1), ('x', {'__package__': 5}, {}, [], 1), ('x', {'__package__': 'nopkg'}, {}, [], 1), ('', {'__package__': 'pkg', '__name__': 'q'}, {}, ['sub'], 1), ('sys', 5), ('sub', {'__package__': 'pkg'}, {}, [], 3), ('s\0s',), (u'sys',), ('sys.',), ('.sys',), ('a..b',)):
    try: print a, __import__(*a).__name__
    except Exception as e: print a, type(e).__name__, e
t(__import__, name='sys', level=0); t(__import__, 'sys', bad=1); sys.modules['nonemod'] = None; t(__import__, 'nonemod'); sys.modules['five'] = 5; t(__import__, 'five'); exec 'import five; print five'
shutil.rmtree(top)
