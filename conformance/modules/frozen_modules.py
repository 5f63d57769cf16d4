# The frozen modules that are there as examples, and what imp knows of frozen modules.
import imp
import sys


def tried(f, *args):
    try:
        print f(*args)
    except Exception as e:
        print type(e).__name__, e


import __hello__
print __hello__.__name__, __hello__.__file__, sorted(vars(__hello__)), __hello__, __hello__.__package__, __hello__.__doc__
import __phello__
print __phello__.__path__, __phello__.__file__, __phello__.__name__, __phello__.__package__
import __phello__.spam
print __phello__.spam, sorted(vars(__phello__.spam)), sorted(vars(__phello__))
tried(__import__, '__phello__.foo')
from __phello__ import spam
for name in ['__hello__', '__phello__', '__phello__.spam', 'sys', 'os', 'nope']:
    tried(imp.is_frozen, name)
    tried(imp.is_builtin, name)
    tried(imp.init_frozen, name)
tried(imp.get_frozen_object, 'sys')
code = imp.get_frozen_object('__hello__')
print code.co_filename, code.co_firstlineno, code.co_names
exec code
for args in [('__hello__',), ('spam', '__phello__'), ('eggs', '__phello__'), ('__phello__',), ('__hello__', [])]:
    tried(imp.find_module, *args)
for name, path in [('__hello__', '__hello__'), ('nope', 'nope'), ('nope', '__hello__'), ('__phello__', '')]:
    tried(imp.load_module, name, None, path, ('', '', imp.PY_FROZEN))
tried(reload, __hello__)
tried(reload, spam)
del sys.modules['__hello__']


def again():
    import __hello__ as h
    return h


print again() is __hello__, again() is sys.modules['__hello__']
