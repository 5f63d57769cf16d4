# Deeply nested blocks, expressions, functions and data.
def blocks(n):
    out = []
    for a in range(2):
        while True:
            try:
                with_depth = 0
                for b in range(2):
                    try:
                        if a == b:
                            for c in 'xy':
                                try:
                                    while True:
                                        try:
                                            if c == 'y':
                                                raise KeyError(c)
                                            for d in range(3):
                                                if d == 1:
                                                    continue
                                                if d == 2:
                                                    break
                                                out.append((a, b, c, d))
                                            break
                                        finally:
                                            out.append('f')
                                except KeyError as e:
                                    out.append(e.args[0])
                        else:
                            continue
                    finally:
                        out.append('g')
            finally:
                out.append('h')
            break
    return out


print blocks(1)
expr = '+'.join(['1'] * 500)
print eval(expr)
print eval('(' * 60 + '1' + ')' * 60)
print eval('[' * 50 + ']' * 50)
print eval('-' * 60 + '5'), eval('not ' * 61 + '0')
src = 'def f0():\n return 0\n'
for i in range(1, 200):
    src += 'def f%d():\n return f%d() + 1\n' % (i, i - 1)
exec src
print f199()
src = 'r = ' + 'lambda: ' * 15 + '"deep"'
exec src
while callable(r):
    r = r()
print r
long_if = 'def pick(n):\n if n == 0: return "zero"\n'
for i in range(1, 300):
    long_if += ' elif n == %d: return "%d"\n' % (i, i)
long_if += ' else: return "other"\n'
exec long_if
print pick(0), pick(150), pick(299), pick(300)
exec 'def many(' + ', '.join('a%d=%d' % (i, i) for i in range(200)) + '): return ' + ' + '.join('a%d' % i for i in range(200))
print many(), many(1000), many(a199=0), many.func_code.co_argcount
d = {}
exec '\n'.join('v%d = %d' % (i, i * i) for i in range(2000)) in d
print d['v1999'], len(d)
big = eval('[' + ','.join(str(i) for i in range(3000)) + ']')
print len(big), big[-1], eval('(' + ','.join(['"s"'] * 1000) + ')')[999]
bigd = eval('{' + ','.join('%d: %d' % (i, -i) for i in range(1000)) + '}')
print bigd[500], len(bigd)
try:
    exec '\n'.join(' ' * i + 'if 1:' for i in range(101)) + '\n' + ' ' * 101 + 'pass'
except SyntaxError as e:
    print type(e).__name__, e.msg


def locals_many():
    exec '\n'.join('x%d = %d' % (i, i) for i in range(100))
    return len(locals()), x99


print locals_many()
s = 'x'
for i in range(20):
    s = repr([s])[:50]
print s
data = 0
for i in range(50):
    data = (data, [i], {i: data}) if i < 5 else (data,)
print len(repr(data))
