# Texts and positions of syntax errors.
cases = ['x = = 1', '1 = x', 'f() = 1', 'x + 1 = 2', '(a, 1) = 2', 'lambda: 1 = 2', 'None = 1',
         'def f(None): pass', 'x.None = 1', 'def f(a, a): pass', 'f(a=1, a=2)', 'f(a=1, 2)', 'f(**k, *a)',
         'f(*a, 1)', 'def f(a=1, b): pass', 'def f(*a, *b): pass', 'def f(**k, a): pass', 'break', 'continue',
         'return', 'yield 1', 'class C:\n return 1', 'class C:\n yield 1', 'def f():\n return 1\n yield 2',
         'def f():\n yield 1\n return 2', 'def f(x):\n global x', 'del f()', 'del 1', 'del x + 1', 'del (x, 1)',
         'for 1 in x: pass', 'for f() in x: pass', 'x += 1 += 2', '(x, y) += 1', 'f() += 1', 'None += 1',
         'import a.b as', 'from x import', 'from . import *', 'from __future__ import nothing',
         'from __future__ import braces', 'x = 1\nfrom __future__ import division', 'try: pass', 'else: pass',
         'print >>', 'exec', 'raise 1, 2, 3, 4', 'assert', 'if x = 1: pass', 'while x = 1: pass', 'a b', 'a..b',
         '@', '@1\ndef f(): pass', '[x for]', '[for x in y]', '(x for x in y', '{1: 2, 3}', '{1, 2: 3}', '"a" 1',
         'with x as 1: pass', 'f(x for x in y, 1)', 'f(1, x for x in y)', 'lambda x: yield', 'def f: pass',
         'class: pass', 'in', 'x not y', 'x is not', 'not', '*a = 1', 'a, *b = 1', 'print 1 2', '`x', 'x if y',
         'def f():\n def g():\n  return x\n exec "x = 1"', 'def f():\n x = 1\n def g(): return x\n exec "y"',
         'def f(a, (b, a)): pass', 'def f():\n for x in y:\n  def g(): return x\n  del x',
         '__debug__ = 1', 'def __debug__(): pass', 'x.__debug__ = 1', '(yield) = 1', '[x, y()] = 1', '() = 1',
         '"abc\n"', 'x = 5 5', 'nonlocal x', 'async def f(): pass', 'print "a" % , 1', '}', ')', '1 +* 2', 'x ! y',
         'import *', 'from a import (b', 'f(a.b=1)', 'f((a)=1)', 'f(1=2)', 'f(None=1)', 'f(True=1)', 'True = 2',
         'x = yield = 1', 'global x, 1', '0777L1', 'u"\\x"', 'if 1:\n  pass\n else:\n  pass']
for case in cases:
    try:
        compile(case, 'name', 'exec')
        print repr(case), 'compiles'
    except SyntaxError as e:
        print repr(case), type(e).__name__, e.msg, (e.filename, e.lineno, e.offset, e.text)
