# exec and eval of the same text again and again: in other namespaces, modes, with other futures, and hot.
import sys
import warnings


def evaluate(text, n, **names):
    out = None
    for i in xrange(n):
        names['i'] = i
        out = eval(text, names)
    return out


print evaluate('i * 2', 5), evaluate('i * 2', 300), evaluate('x + i', 200, x=0.5), evaluate('x + i', 3, x=2 ** 70)
print evaluate('[j for j in range(i)]', 4), evaluate('(lambda a: a * k)(i)', 150, k='ab')[:6]
print evaluate('  i', 3), evaluate(u'i', 3), evaluate(u'"\xe9"', 3) == '\xc3\xa9', evaluate('"\xe9"', 3) == '\xe9'


def execute(text, n):
    total = 0
    for i in xrange(n):
        exec text
    return total


print execute('total += i', 200), execute('total = [total, i][i & 1]', 5)
space = {}
for i in range(150):
    exec 'def f(a, b=[]):\n    b.append(a)\n    return len(b)\nf(1)' in space
    f = space['f']
    exec 'counts = [f(2), f(3)]' in space
print space['counts'], f.func_code.co_filename, f.func_code.co_firstlineno

# The same text in another mode.
for i in range(3):
    exec '1 + 1'
    print eval('1 + 1'),
print
sys.stdout.write('-')
for i in range(3):
    exec compile('1 + 1', '<string>', 'single')

# Divisions of the two kinds.
def truly():
    from_future = compile('from __future__ import division\nout = [eval("7 / 2") for i in range(3)]', '<truly>', 'exec')
    space = {}
    exec from_future in space
    return space['out']


print [eval('7 / 2') for i in range(3)], truly(), [eval('7 / 2') for i in range(3)]

# Errors, each time anew.
for text in ['1 +', 'x = 1', 'undefined_name', '1 / 0', 'a\0b', '\n\n  1', '(yield)', 'return 1']:
    for i in range(3):
        try:
            print eval(text, {}),
        except Exception as e:
            print type(e).__name__, e.args[0],
    try:
        exec text in {}
    except Exception as e:
        print type(e).__name__, e.args[0]
    else:
        print

# Warnings as well.
with warnings.catch_warnings(record=True) as seen:
    warnings.simplefilter('always')
    for i in range(3):
        exec 'assert (1, "always true")'
print len(seen), seen[0].message, seen[0].filename

# A traceback's lines, and frames.
for i in range(3):
    try:
        exec '\n\nraise KeyError(i)'
    except KeyError:
        tb = sys.exc_info()[2].tb_next
        print tb.tb_lineno, tb.tb_frame.f_code.co_name, tb.tb_frame.f_code.co_filename, tb.tb_frame.f_code.co_names


# Text that runs itself, and a namespace that answers.
class Answers(dict):
    def __missing__(self, key):
        return key.upper()


print [eval('a + b', {}, Answers(b='!')) for i in range(3)]
depth = 0
again = 'depth += 1\nif depth < 20: exec again'
exec again
exec again
print depth
print execfile.__name__, [eval(str(i)) for i in range(600)][-1], eval('1' * 30), sum(eval('i+%d' % (i % 7)) for i in range(100))
