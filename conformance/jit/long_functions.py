# Functions too long to optimise in one piece, and very many small ones.
body = ['def long_function(n):', '    a = b = c = 0', '    x = 1', '    for i in xrange(n):']
for k in range(150):
    body.append('        a = (a + i * %d) %% 100003' % (k + 1))
    body.append('        if a %% %d == 0:' % (k + 3))
    body.append('            b += a')
    body.append('        else:')
    body.append('            c = c ^ a')
body.append('    return a, b, c, x')
exec '\n'.join(body)
print long_function(200)
exprs = ' + '.join('(i * %d %% 17)' % k for k in range(1, 200))
exec 'def long_expression(n):\n    t = 0\n    for i in xrange(n):\n        t += %s\n    return t' % exprs
print long_expression(300)
many = []
for k in range(150):
    ns = {}
    exec 'def f(x):\n    return x * %d + %d' % (k, k % 7) in ns
    many.append(ns['f'])
t = 0
for i in xrange(30000):
    t += many[i % 150](i)
print t
dispatch = ['def switch(k, x):']
for k in range(120):
    dispatch.append('    %s k == %d: return x + %d' % ('if' if k == 0 else 'elif', k, k * k))
dispatch.append('    else: return -1')
exec '\n'.join(dispatch)
t = 0
for i in xrange(5000):
    t += switch(i % 125, i)
print t
nested = ['def deep(n):', '    t = 0']
indent = '    '
for k in range(15):
    nested.append('%sfor i%d in xrange(n if %d < 10 else 1):' % (indent, k, k) if k < 12 else '%sif i%d >= 0:' % (indent, k - 12))
    indent += '    '
nested.append(indent + 't += i0 + i11')
nested.append('    return t')
exec '\n'.join(nested)
print deep(2)
locals_ = ['def many_locals(n):'] + ['    v%d = %d' % (k, k) for k in range(250)] + ['    for i in xrange(n):'] + ['        v%d = v%d + 1' % (k, (k + 1) % 250) for k in range(0, 250, 5)] + ['    return sum([' + ', '.join('v%d' % k for k in range(250)) + '])']
exec '\n'.join(locals_)
print many_locals(500)
args = ', '.join('a%d' % k for k in range(60))
exec 'def many_args(%s):\n    return a0 + a30 * a59' % args
t = 0
values = range(60)
for i in xrange(3000):
    t += many_args(*values)
print t
tries = ['def many_tries(n):', '    t = 0', '    for i in xrange(n):']
for k in range(40):
    tries += ['        try:', '            t += 100 // ((i + %d) %% 5)' % k, '        except ZeroDivisionError:', '            t -= %d' % k]
tries.append('    return t')
exec '\n'.join(tries)
print many_tries(300)
strings = ['def many_strings():', '    l = []'] + ['    l.append("string constant %d" %% ())' % k for k in range(300)] + ['    return l']
exec '\n'.join(strings)
for i in xrange(50):
    r = many_strings()
print len(r), r[0], r[-1]
calls = 'def chain0(x): return x\n' + '\n'.join('def chain%d(x): return chain%d(x + 1)' % (k, k - 1) for k in range(1, 100))
exec calls
t = 0
for i in xrange(1000):
    t += chain99(i)
print t
