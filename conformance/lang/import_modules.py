# Plain modules beside the script.
import sys
print 'before'
import _helper
import _helper as again
print _helper is again, _helper.__name__, _helper.VALUE
from _helper import VALUE, function as renamed
print VALUE, renamed(3)
_helper.VALUE = 'changed'
print VALUE, _helper.get_value()
print '_helper' in sys.modules, sys.modules['_helper'] is _helper
from _helper import (VALUE,
                     Klass,)
print VALUE, Klass().where()


def local_import():
    import _helper as h
    from _helper import function
    return h.counter, function(1), 'h' in globals()


print local_import()
try:
    import _no_such_module
except ImportError as e:
    print e
try:
    from _helper import nothing
except ImportError as e:
    print e
try:
    import _helper.sub
except ImportError as e:
    print e
try:
    import _broken
except ZeroDivisionError as e:
    print 'broken:', e
print '_broken' in sys.modules
try:
    import _syntax
except SyntaxError as e:
    print e.msg, e.lineno, e.text
import _cycle_a
print _cycle_a.name, _cycle_a.b.name, _cycle_a.b.seen
print __import__('_helper') is _helper
del sys.modules['_helper']
import _helper
print _helper.VALUE, again.VALUE, _helper is again
reload(_helper)
print _helper.__file__.endswith('_helper.py'), type(_helper)
print repr(_helper).startswith("<module '_helper' from '")
_helper.new_attribute = 1
print sorted(n for n in dir(_helper) if not n.startswith('__'))
try:
    _helper.missing
except AttributeError as e:
    print e
del _helper.new_attribute
try:
    del _helper.new_attribute
except AttributeError as e:
    print e
m = type(sys)('made', 'doc')
m.x = 1
print m, m.__doc__, sorted(m.__dict__)
sys.modules['virtual'] = m
import virtual
print virtual.x
sys.modules['blocked'] = None
try:
    import blocked
except ImportError as e:
    print e
