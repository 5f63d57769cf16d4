# Modules written to a temporary directory and run: reload() with what it keeps, star imports and __all__, circular imports, names
# rebound under functions that use them, modules replacing themselves, imports inside functions, __builtins__ of their own.
import sys, os, tempfile, shutil, types, warnings
sys.dont_write_bytecode = True
home = tempfile.mkdtemp(); sys.path.insert(0, home)
def write(name, text):
    path = os.path.join(home, *name.split('/'))
    if not os.path.isdir(os.path.dirname(path)): os.makedirs(os.path.dirname(path))
    open(path, 'w').write(text); return path
def t(f, *a):
    try: r = f(*a)
    except Exception, e: print type(e).__name__, str(e).replace(home, 'HOME')
    else: print r
try:
    write('one.py', "'doc one'\nimport sys\ncount = globals().get('count', 0) + 1\nclass K(object):\n    version = 1\n    def m(self): return 'm1', count\ndef f(): return helper() + count\ndef helper(): return 10\ngone = True\n")
    import one; k, f = one.K(), one.f; print one.__doc__, one.count, k.m(), f(), one.__name__, sorted(n for n in vars(one) if n[:2] != '__')
    write('one.py', "count = count + 1\nclass K(object):\n    version = 2\n    def m(self): return 'm2', count\ndef helper(): return 20\n")
    r = reload(one); print r is one, one.count, one.gone, one.__doc__, k.m(), type(k).version, one.K.version, isinstance(k, one.K), f(), one.f is f
    write('one.py', "count += 1\nhelper = lambda: 30\nraise ValueError('half')\n"); t(reload, one); print one.count, f(), sys.modules['one'] is one
    write('one.py', "def broken(:\n"); t(reload, one); print f(); t(reload, 'one'); t(reload, types.ModuleType('one')); t(reload, types.ModuleType('nobody')); del sys.modules['one']; t(reload, one)
    write('one.py', "count = 100\n"); import one as again; print again is one, again.count, one.count, f()
    write('stars.py', "__all__ = ['a', 'b']\na, b, c, _d = 1, 2, 3, 4\n"); write('stars2.py', "a, _b, __c__, c = 5, 6, 7, 8\nimport os\n"); write('stars3.py', "__all__ = ['a', 'nope']\na = 9\n"); write('stars4.py', "__all__ = 5\n"); write('stars5.py', "__all__ = [u'a', 3]\na = 1\n"); write('stars6.py', "class A(object):\n    def __getitem__(self, i):\n        if i > 1: raise IndexError\n        return 'xy'[i]\n__all__ = A(); x = 1; y = 2; z = 3\n")
    for m in 'stars stars2 stars3 stars4 stars5 stars6'.split():
        ns = {}
        try: exec 'from %s import *' % m in ns
        except Exception, e: print m, type(e).__name__, e,
        ns.pop('__builtins__'); print m, sorted((n, v if n != 'os' else 'os') for n, v in ns.items())
    write('left.py', "print 'left starts'\nfrom_left = 1\nimport right\nprint 'left sees', right.from_right, hasattr(right, 'late')\nlate = 2\n"); write('right.py', "print 'right starts'\nfrom_right = 1\nimport left\nprint 'right sees', left.from_left, hasattr(left, 'late')\ntry:\n    from left import late\nexcept ImportError, e: print e\nlate = 3\ndef use(): from left import late; return late\n")
    import left, right; print right.use(), left.right is right, right.left is left
    write('pack/__init__.py', "from pack import inner\nimport sub\nfrom . import other as o\nname = __name__, __package__, len(__path__)\n"); write('pack/inner.py', "import pack\nhas = hasattr(pack, 'inner')\n"); write('pack/sub.py', "from .inner import has\nfrom . import inner\nimport inner as i2\nsame = inner is i2\nimport sys\n"); write('pack/other.py', "import string, pack.sub\nfrom .. import nothing\n")
    t(__import__, 'pack'); print sorted(n for n in sys.modules if n.startswith('pack')), 'pack' in sys.modules
    write('pack/other.py', "from __future__ import absolute_import\nimport string\nfrom pack import sub as s\nok = string.__name__, s.same, __package__\n")
    for n in sys.modules.keys():
        if n.startswith('pack'): del sys.modules[n]
    import pack; print pack.o.ok, pack.name, pack.inner.has, pack.sub.same, sorted(n for n in sys.modules if n.startswith('pack') and sys.modules[n] is None), pack.o.__name__
    write('selfish.py', "import sys\nclass M(object):\n    __name__ = 'fancy'\n    def __getattr__(self, n):\n        if n.startswith('__'): raise AttributeError(n)\n        return n * 2\nsys.modules[__name__] = M()\n"); import selfish; print type(selfish).__name__, selfish.ab; from selfish import xy as z; print z; t(reload, selfish)
    write('vanish.py', "import sys\ndel sys.modules[__name__]\n"); t(__import__, 'vanish')
    write('clean.py', "x = 1\ndef get(): return x\nclass D(object):\n    def __del__(self): pass\n"); import clean; g = clean.get; print g(); clean.x = 2; print g(), g.func_globals is vars(clean); del clean.x; t(g); vars(clean)['x'] = 3; print g()
    ns = {'__builtins__': {'len': lambda x: 'mylen', 'None': None}, '__name__': 'odd'}; exec "def f(): return len([1])\ndef g(): return sum([1])\nclass C: pass\n" in ns; print ns['f'](), ns['C'].__module__; t(ns['g']); t(ns['f'].func_globals['__builtins__'].keys)
    ns = {'__builtins__': {}}; t(eval, 'len', ns); t(eval, '__import__("os")', ns); t(eval, 'None', ns); t(eval, 'True', ns)
    try: exec 'import os' in {'__builtins__': {}}
    except ImportError, e: print e
    try: exec 'class A(object): pass' in {'__builtins__': {'object': object}}
    except Exception, e: print type(e).__name__, e
    def fake(name, g=None, l=None, fromlist=None, level=-1): return '%s/%s/%s' % (name, fromlist, level)
    ns = {'__builtins__': {'__import__': fake}}; exec 'import a.b.c\nimport a as d\n' in ns; print ns['a'], ns['d'] if 'd' in ns else ''
    t(lambda: eval(compile('from x import y', '', 'exec'), ns))
    write('hotmod.py', "scale = 2\ndef value(n): return n * scale\ndef other(n): return n - scale\n"); import hotmod
    def hot(n):
        total = 0
        for i in xrange(n):
            total += hotmod.value(i) + abs(-1)
            if i == n // 4: hotmod.scale = 2.5
            elif i == n // 2: hotmod.value = hotmod.other
            elif i == n // 2 + 50: write('hotmod.py', "scale = 7\ndef value(n, k=3): return k\n"); reload(hotmod)
            elif i == n - 100: hotmod.__dict__['value'] = lambda n: len(str(n))
            elif i == n - 50: hotmod.__dict__.update(abs=1); hotmod.__class__; globals()['abs'] = lambda x: 100
        return total
    print hot(2000), hot(3); del globals()['abs']; print abs(-4)
finally: shutil.rmtree(home)
