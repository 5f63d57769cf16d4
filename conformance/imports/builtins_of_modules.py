# `__builtins__` is the module in the main program, and its dict in modules that are imported.
import __builtin__
import colorsys
import imp

print type(__builtins__), __builtins__ is __builtin__
print type(colorsys.__builtins__), colorsys.__builtins__ is __builtin__.__dict__
print colorsys.__builtins__.get('max')

d = {}
exec "x = __builtins__" in d
print d['x'] is __builtin__.__dict__, d['__builtins__'] is d['x']
print eval('__builtins__', {}) is __builtin__.__dict__
m = imp.new_module('m')
exec "y = __builtins__" in m.__dict__
print m.y is __builtin__.__dict__

print hasattr(imp.new_module('n'), '__builtins__')
