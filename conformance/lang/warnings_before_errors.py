# The compiler's warnings come before the error that ends the compilation, if they were found before it.
import warnings

LATE = '''def c():
    print d
    global d
'''
SOURCES = [
    'def e(a):\n    global a\n' + LATE,
    LATE + 'def f(x, x): pass\n',
    'def f(x, x): pass\n' + LATE,
    LATE + 'def q():\n    return 5\n    yield 6\n',
    LATE + 'None = 1\n',
    LATE + 'def g():\n    exec x\n    def h(): return y\n',
    LATE + 'break\n',
    LATE + 'from __future__ import nope\n',
    'assert (1, 2)\n' + LATE + 'continue\n',
    'assert (1, 2)\nclass A:\n    return 1\n' + LATE,
    LATE,
]
for source in SOURCES:
    with warnings.catch_warnings(record=True) as seen:
        warnings.simplefilter('always')
        try:
            compile(source, '<source>', 'exec')
            print 'compiled'
        except SyntaxError as e:
            print e.msg, e.lineno
        for w in seen:
            print '   ', w.category.__name__, w.message, w.lineno, w.filename
    with warnings.catch_warnings():
        warnings.simplefilter('error')
        try:
            compile(source, '<source>', 'exec')
        except (SyntaxError, SyntaxWarning) as e:
            print type(e).__name__, e
