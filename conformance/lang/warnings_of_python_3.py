# The option -3 warns of what Python 3 does not have: operators, functions, methods, arguments, comparisons of unlike types.
import subprocess
import sys

PROGRAM = r'''
import sys, warnings


def show(message, category, filename, lineno, file=None, line=None):
    print category.__name__, message, lineno


warnings.showwarning = show
warnings.simplefilter('always')


def attempt(text):
    print text
    try:
        exec text in {'sys': sys, 'f': open('/dev/null')}
    except Exception as e:
        print type(e).__name__, e


for text in ('{}.has_key(1)', 'map({}.has_key, [1, 2])', 'print 1 <> 2', 'x = (1 <>\n2 <> 3)', 'print 1 != 2', 'print `1`', 'x = [1,\n`2`]', 'def f((a, b)): pass', 'lambda (a, b), c: a',
             'reduce(lambda a, b: a, [1])', 'import functools; functools.reduce(cmp, [1])', 'apply(cmp, (1, 2))', 'buffer("a")', 'coerce(1, 2)',
             'execfile("/dev/null")', 'f.xreadlines()', 'f.softspace', 'f.softspace = 1', 'sys.exc_clear()', 'sorted([1], cmp)', 'sorted([1], cmp=None)',
             'sorted([1], cmp=cmp)', '[1].sort(cmp)', '[].sort(None)', '[1].sort(cmp=cmp)', '{} < {}', '{} == {}', 'cmp({}, {})',
             'Exception(1)[0]', 'Exception(1)[:]', 'len < abs', 'len == abs', 'int < str', 'int != str', '1 < "a"', 'None < 1', '[] < ()', '1 < 2L',
             '1 < 1.5', 'cmp(1, "a")', '"a" < u"a"', '1 == "a"', 'max(1, "a") and None', 'import operator; operator.isCallable(1)',
             'import operator; operator.sequenceIncludes([], 1)', 'compile("1", "", "eval") < compile("2", "", "eval")', 'callable(1)', 'xrange(3)'):
    attempt(text)
warnings.simplefilter('error')
for text in ('{}.has_key(1)', '1 <> 2', '`1`', '1 < "a"', 'f.softspace', 'sorted([1, 2], cmp)'):
    attempt(text)
'''

for options in (['-3'], []):
    child = subprocess.Popen([sys.executable] + options + ['-c', PROGRAM], stdout=subprocess.PIPE)
    out = child.communicate()[0]
    print options, len(out.splitlines())
    if options:
        print out
