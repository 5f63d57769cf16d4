# Packages beside the script: submodules, relative imports, __all__.
import _package
print _package.loaded, _package.__name__, hasattr(_package, 'inner')
import _package.inner
print _package.inner.value, _package.inner.__name__
import _package.sub.leaf
print _package.sub.leaf.up, _package.sub.leaf.sibling_value
import _package.inner as short
print short is _package.inner
from _package import inner, sub
print inner is short, sub.__path__ == _package.sub.__path__
from _package.sub import leaf
from _package.sub.leaf import up as renamed
print leaf.up == renamed, leaf.__package__ if hasattr(leaf, '__package__') else None


def local():
    import _package.sub.leaf
    return _package.loaded


print local()
try:
    import _package.missing
except ImportError as e:
    print e
try:
    from _package import missing
except ImportError as e:
    print e
try:
    import _package.inner.deeper
except ImportError as e:
    print e
from _package import *
print sorted(n for n in globals() if n in ('inner', 'sub', 'starred', 'loaded'))
import sys
print sorted(n for n in sys.modules if n.startswith('_package') and sys.modules[n])
print type(_package), len(_package.__path__)
m = __import__('_package.sub.leaf')
print m.__name__
m = __import__('_package.sub.leaf', {}, {}, ['up'])
print m.__name__
try:
    exec 'from . import nothing' in {'__name__': 'toplevel'}
except ValueError as e:
    print e
