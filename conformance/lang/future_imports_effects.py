# What each future import changes, how it spreads to compile(), exec and eval, and where it may stand.
import __future__
def t(src, flags=0, inherit=0):
    ns = {}
    try:
        c = compile(src, '<t>', 'exec', flags, inherit)
        exec c in ns
        print repr(src), '->', sorted((k, v) for k, v in ns.items() if k != '__builtins__' and type(v).__name__ not in ('_Feature', 'function', 'module', 'classobj')), hex(c.co_flags & 0x3f000)
    except SyntaxError as e:
        print repr(src), '-> SyntaxError', e.msg, e.lineno
t('a = 1 / 2')
t('from __future__ import division\na = 1 / 2; b = 1 // 2; a /= 1; c = 1.0 / 2')
t('a = 1 / 2', __future__.division.compiler_flag)
t('from __future__ import unicode_literals\na = "x"; b = b"x"; c = u"x"; d = r"\\u0041"; e = "\\u0041"; f = "\\x41" "b"')
t('a = "x"', __future__.unicode_literals.compiler_flag)
t('"""doc"""\nfrom __future__ import unicode_literals\na = __doc__')
t('from __future__ import unicode_literals\ndef f():\n    "doc"\na = f.__doc__; b = f.__name__')
t('from __future__ import print_function\na = print')
t('from __future__ import print_function\nprint "a"')
t('from __future__ import print_function\nprint("a", "b", sep="-", end=".\\n")')
t('from __future__ import print_function\nprint = 5\na = print')
t('print = 5')
t('a = print', __future__.print_function.compiler_flag)
t('from __future__ import with_statement\nwith_ = 1')
t('from __future__ import absolute_import')
t('from __future__ import generators, nested_scopes')
t('from __future__ import division, print_function, unicode_literals, absolute_import, with_statement')
t('from __future__ import (division, print_function,)')
t('from __future__ import division as d\na = 1 / 2')
t('from __future__ import nothing')
t('from __future__ import braces')
t('from __future__ import division, braces')
t('from __future__ import *')
t('import __future__\na = 1 / 2')
t('a = 1\nfrom __future__ import division')
t('"doc"\n"not doc"\nfrom __future__ import division')
t('"doc"\nfrom __future__ import division\na = 1 / 2')
t('# comment\n\n"doc" "doc2"\n\nfrom __future__ import division; a = 1 / 2; from __future__ import print_function')
t('from __future__ import division\nfrom __future__ import print_function\na = 1 / 2')
t('from __future__ import division\nimport sys\nfrom __future__ import print_function\na = 1 / 2')
t('def f():\n    from __future__ import division\n')
t('if 1:\n    from __future__ import division\n')
t('class A:\n    from __future__ import division\n')
t('from __future__ import division\ndef f(): return 1 / 2\na = f(); b = [1 / 4 for i in "a"]; c = (lambda: 3 / 2)()\nclass A(object): d = 1 / 2\ne = A.d; del A')
t('from __future__ import division\nexec "a = 1 / 2"\nb = eval("1 / 2"); c = []\nexec compile("d = 1 / 2", "", "exec")\nexec compile("e = 1 / 2", "", "exec", 0, 1)')
t('from __future__ import unicode_literals\nexec b"a = \'x\'"\nb = eval(b"\'x\'")')
for bad in [(1 << 20,), (-1,), (1,)]:
    try:
        compile('1', '', 'eval', *bad)
    except Exception as e:
        print type(e).__name__, e
for n in __future__.all_feature_names:
    f = getattr(__future__, n)
    print n, f.getOptionalRelease(), f.getMandatoryRelease(), f.compiler_flag, f
class Num(object):
    def __div__(self, o): return 'div'
    def __truediv__(self, o): return 'truediv'
    def __rdiv__(self, o): return 'rdiv'
    def __rtruediv__(self, o): return 'rtruediv'
    def __idiv__(self, o): return 'idiv'
    def __itruediv__(self, o): return 'itruediv'
class OnlyDiv(object):
    def __div__(self, o): return 'div'
class OldTrue:
    def __truediv__(self, o): return 'old truediv'
    def __rdiv__(self, o): return 'old rdiv'
src = '''
for a, b in [(Num(), 1), (1, Num()), (OnlyDiv(), 1), (OldTrue(), 1), (1, OldTrue()), ('a', 1), (1j, 2), (7L, 2), (True, 2), (2**70, 2**69), (1, 0), (1.0, 0), (1L, 0L), (1j, 0)]:
    try: print a / b,
    except Exception as e: print type(e).__name__, e,
    try:
        a /= b
        print a
    except Exception as e: print type(e).__name__, e
'''
exec src in dict(globals())
exec compile(src, '', 'exec', __future__.division.compiler_flag) in dict(globals())
