# from M import *, with and without __all__.
VALUE = 'mine'
from _helper import *
print VALUE, function(2), '_private' in globals()
from _star import *
print sorted(n for n in globals() if not n.startswith('__'))
print public(), _underscored
try:
    hidden
except NameError as e:
    print e
try:
    from _star_bad import *
except AttributeError as e:
    print e


def f():
    from _star import public
    return public()


print f()
ns = {}
exec 'from _star import *' in ns
print sorted(k for k in ns if k != '__builtins__')
print function.__module__, public.func_globals['hidden']
import __builtin__
print __builtin__.len is len
__builtin__.everywhere = 'seen in all modules'
print everywhere
import _uses_builtin
del __builtin__.everywhere
