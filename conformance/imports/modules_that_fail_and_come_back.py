# What remains when a module's code raises, in sys.modules, in packages, in names; reload; modules that replace themselves.
import imp
import os
import sys

from _written import remove, root, write


def show(*names):
    print [(n, n in sys.modules and type(sys.modules[n]).__name__) for n in names]


def attempt(f, *a):
    try:
        return f(*a)
    except Exception as e:
        print type(e).__name__, e


try:
    write('yy_fails.py', 'a = 1\nimport yy_helper\nraise ValueError("in the middle")\nb = 2\n')
    write('yy_helper.py', 'import sys\nseen = "yy_fails" in sys.modules, vars(sys.modules["yy_fails"]).get("a")\n')
    attempt(__import__, 'yy_fails')
    show('yy_fails', 'yy_helper')
    print sys.modules['yy_helper'].seen
    write('yy_fails.py', 'b = 3\n')
    import yy_fails
    print yy_fails.b, hasattr(yy_fails, 'a')
    write('yy_fails.py', 'c = 4\nraise KeyError("again")\n')
    kept = yy_fails
    attempt(reload, yy_fails)
    print sys.modules['yy_fails'] is kept, kept.b, kept.c
    write('yy_fails.py', 'def broken(:\n')
    attempt(reload, yy_fails)
    print kept.b, sys.modules['yy_fails'] is kept
    write('yy_fails.py', 'd = b + 1\n')
    print reload(yy_fails) is kept, kept.d

    write('yy_pkg/__init__.py', 'from yy_pkg import part\n')
    write('yy_pkg/part.py', 'import yy_pkg\nx = hasattr(yy_pkg, "part")\nraise OSError(2, "no")\n')
    attempt(__import__, 'yy_pkg')
    show('yy_pkg', 'yy_pkg.part')
    write('yy_pkg/part.py', 'import yy_pkg\nx = hasattr(yy_pkg, "part")\n')
    import yy_pkg
    print yy_pkg.part.x, hasattr(yy_pkg, 'part')
    del yy_pkg.part
    try:
        from yy_pkg import part
    except ImportError as e:
        print e, 'yy_pkg.part' in sys.modules, hasattr(yy_pkg, 'part')

    write('yy_cycle_a.py', 'import yy_cycle_b\nvalue = 1\nthen = yy_cycle_b.value\n')
    write('yy_cycle_b.py', 'import yy_cycle_a\nvalue = getattr(yy_cycle_a, "value", "not yet")\n')
    import yy_cycle_a
    print yy_cycle_a.then
    write('yy_cycle_c.py', 'from yy_cycle_d import y\nx = 1\n')
    write('yy_cycle_d.py', 'from yy_cycle_c import x\ny = 1\n')
    attempt(__import__, 'yy_cycle_c')
    show('yy_cycle_c', 'yy_cycle_d')

    write('yy_itself.py', 'import sys\nclass Lazy(object):\n    def __getattr__(self, n): return "lazy " + n\n'
                           'sys.modules[__name__] = Lazy()\n')
    import yy_itself
    from yy_itself import anything
    print type(yy_itself).__name__, anything
    attempt(reload, yy_itself)
    write('yy_gone.py', 'import sys\ndel sys.modules[__name__]\n')
    attempt(__import__, 'yy_gone')
    sys.modules['yy_none'] = None
    attempt(__import__, 'yy_none')
    del sys.modules['yy_fails']
    attempt(reload, yy_fails)
    attempt(reload, 'yy_fails')
    made = imp.new_module('yy_never')
    attempt(reload, made)
    again = imp.load_source('yy_named', os.path.join(root, 'yy_helper.py')) if 'yy_fails' in sys.modules else None
    print again
    from yy_pkg import *
    print 'part' in globals()
    write('yy_all.py', '__all__ = ["a", "_b", "missing"]\na = 1\n_b = 2\nc = 3\n')
    space = {}
    try:
        exec 'from yy_all import *' in space
    except AttributeError as e:
        print e
    print sorted(k for k in space if k != '__builtins__')
    write('yy_all.py', '__all__ = ["a", 5]\na = 1\n')
    reload(sys.modules['yy_all'])
    try:
        exec 'from yy_all import *' in {}
    except Exception as e:
        print type(e).__name__, e
finally:
    remove()
