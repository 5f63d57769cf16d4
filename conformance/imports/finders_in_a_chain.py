# sys.meta_path and sys.path_hooks: who is asked, in which order, with what; loaders that misbehave.
import imp
import sys


class Finder(object):
    def __init__(self, label, sources):
        self.label, self.sources = label, sources

    def find_module(self, name, path=None):
        if name.startswith('zz') or name in self.sources:
            print '  %s: %s %s' % (self.label, name, path)
        return self if name in self.sources else None

    def load_module(self, name):
        source = self.sources[name]
        if callable(source):
            return source(name)
        module = sys.modules.setdefault(name, imp.new_module(name))
        module.__file__ = '<%s>' % name
        module.__loader__ = self
        if name + '.*' in self.sources:
            module.__path__ = [self.label + '/' + name]
        exec source in module.__dict__
        return module


def broken(name):
    sys.modules[name] = imp.new_module(name)
    raise RuntimeError('cannot load ' + name)


def leaves_nothing(name):
    return imp.new_module(name)


def other_thing(name):
    sys.modules[name] = 'a string'
    return 5


first = Finder('first', {'zz_a': 'x = 1', 'zz_pkg': 'y = 2', 'zz_pkg.*': '', 'zz_pkg.inner': 'import zz_a\nz = zz_a.x + 1',
                         'zz_broken': broken, 'zz_thing': other_thing})
second = Finder('second', {'zz_a': 'x = "never"', 'zz_b': 'from zz_pkg.inner import z\nw = z * 10', 'zz_none': leaves_nothing,
                           'zz_pkg.late': 'late = True'})
sys.meta_path[:0] = [first, second]


def attempt(statement):
    print statement
    space = {}
    try:
        exec statement in space
        print '  ->', sorted((n, v) for n, v in space.items() if not n.startswith('__') and not hasattr(v, '__loader__'))
    except Exception as e:
        print '  ->', type(e).__name__, e


for s in ('import zz_a', 'import zz_a', 'from zz_a import x', 'import zz_pkg.inner', 'from zz_pkg import inner, late, y',
          'from zz_pkg import nothing', 'import zz_b; v = zz_b.w', 'import zz_broken', 'import zz_broken', 'import zz_none as m',
          'import zz_thing', 'import zz_thing as t', 'from zz_thing import upper; s = upper(); del upper', 'import zz_nobody', 'import zz_a.sub',
          'from zz_pkg.late import *'):
    attempt(s)
print sorted(n for n in sys.modules if n.startswith('zz'))
print zz_pkg if 'zz_pkg' in globals() else 'no name here', sys.modules['zz_pkg'].__path__
reload(sys.modules['zz_a'])
del sys.modules['zz_a'].__loader__
reload(sys.modules['zz_a'])
print sys.modules['zz_a'].x
del sys.meta_path[:2]
try:
    reload(sys.modules['zz_a'])
except ImportError as e:
    print e


class Hook(object):
    """Imports from dictionaries named like zz://..."""
    shelves = {'zz://one': {'zz_book': 'title = "one"'}, 'zz://two': {'zz_book': 'title = "two"', 'zz_other': 'n = 2'}}

    def __init__(self, path):
        if path not in self.shelves:
            raise ImportError('not mine')
        print '  hook for', path
        self.inner = Finder(path, self.shelves[path])

    def find_module(self, name, path=None):
        return self.inner.find_module(name, path)


sys.path_hooks.insert(0, Hook)
sys.path[:0] = ['zz://none', 'zz://one', 'zz://two']
attempt('import zz_book; t = zz_book.title')
attempt('import zz_other; t = zz_other.n')
print [(p, type(sys.path_importer_cache.get(p)).__name__) for p in sys.path[:3]]
sys.path_importer_cache.clear()
del sys.modules['zz_book']
sys.path[:3] = ['zz://two', 'zz://one']
attempt('import zz_book; t = zz_book.title')
