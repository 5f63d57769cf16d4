# Where `__builtins__` is neither a module nor a dict, code finds no builtins but None.
import types
module = types.ModuleType('m')
module.len = 5
sources = ['print len', 'def f(): return len\nprint f()', 'class A: pass', 'class A(object): pass', 'import sys', 'print None',
           'print True', 'assert 0', 'print __debug__', 'for i in (1, 2): print i', 'del len']
for builtins in (5, None, 's', [], 1.5, {}, {'len': 3, '__name__': 'n'}, module):
    for source in sources:
        try:
            exec source in {'__builtins__': builtins}
        except Exception as e:
            print type(e).__name__, e
