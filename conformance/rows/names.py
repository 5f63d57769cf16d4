# Written by `xtask rows` from the tables in spec/.
# skip-modes: default optimised gc_stress deopt_stress deopt_each
from _kinds import kinds, names
from _rows import row

# load_global: A name in the globals, then the builtins.
SOURCE = '''if 'f' not in globals():
    def f(results):
        for n in xrange(40):
            x = abs
        return x
results.append(f(results))
'''
STEPS = [
    "abs = 'a global'",
    "abs = 2.5",
    "other = 1",
    "del abs",
    "__builtins__ = {'abs': 'of other builtins'}; abs = 3",
    "import __builtin__; __builtin__.more = 1",
    "import __builtin__; del __builtin__.more",
    "abs = 7; globals().pop('abs'); abs = 8",
    "globals().update(dict([('n%d' % i, i) for i in range(100)]))",
]
names('load_global', ["global", "builtin"], SOURCE, STEPS)

# load_name: A name in the locals mapping, the globals, the builtins.
SOURCE = '''for n in xrange(40):
    x = abs
results.append(x)
'''
STEPS = [
    "abs = 'a global'",
    "abs = 2.5",
    "other = 1",
    "del abs",
    "__builtins__ = {'abs': 'of other builtins'}; abs = 3",
    "import __builtin__; __builtin__.more = 1",
    "import __builtin__; del __builtin__.more",
    "abs = 7; globals().pop('abs'); abs = 8",
    "globals().update(dict([('n%d' % i, i) for i in range(100)]))",
]
names('load_name', ["global", "builtin"], SOURCE, STEPS)
