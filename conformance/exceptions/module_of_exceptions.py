# The module that exceptions say they are of is loaded from the start.
import inspect
import sys

print 'exceptions' in sys.modules, sys.modules['exceptions'].ValueError is ValueError
print inspect.getmodule(KeyError)
import exceptions
print exceptions is sys.modules['exceptions'], exceptions.__name__, exceptions.Warning.__module__
print sorted(n for n in vars(exceptions) if n.startswith('U'))
