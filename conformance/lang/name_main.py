# args: one two
# __name__, sys.argv and the module's own attributes.
"""Doc string of the script."""
import sys
print __name__, __doc__, __file__
print sys.argv, len(sys.argv)
print sys.modules['__main__'].__name__, sys.modules['__main__'].__dict__ is globals()
if __name__ == '__main__':
    print 'run as a script'
import _helper
print _helper.__name__, _helper.__doc__


def f():
    """Doc of f."""
    "not doc"


class C:
    'doc of C'


def no_doc():
    x = 'not a doc'


def number():
    5


print f.__module__, C.__module__, f.__doc__, C.__doc__, no_doc.__doc__, number.__doc__
print __builtins__.__name__, __package__
print sorted(n for n in globals() if n.startswith('__'))
__name__ = 'renamed'


class D:
    pass


print D.__module__, D, f.__module__


def g():
    pass


print g.__module__
del __name__


class E:
    pass


print hasattr(E, '__module__')
sys.argv.append('three')
print sys.argv
sys.argv = None
print sys.argv
print sys.version_info[:3], sys.version.startswith('2.7.18'), sys.hexversion == 0x020712f0
print sys.byteorder, sys.maxint, sys.maxunicode, sys.getdefaultencoding()
