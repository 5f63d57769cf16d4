# locals(), sys._getframe(), eval and exec in hot functions.
import sys


def shows_locals(n):
    x = 0
    out = []
    for i in xrange(n):
        x += i
        y = x * 0.5
        if i % 10000 == 9999:
            out.append(sorted((k, v) for k, v in locals().items() if k != 'out'))
    return out


for row in shows_locals(30000):
    print row


def caller_locals():
    f = sys._getframe(1)
    return sorted(f.f_locals.items()), f.f_code.co_name, f.f_lineno - f.f_code.co_firstlineno


def hot_with_rare_look(n):
    a = 1
    b = 'b'
    got = None
    for i in xrange(n):
        a = a * 3 % 1009
        if i == n - 1:
            got = caller_locals()
    return got


print hot_with_rare_look(30000)


def inner_small(v, deep):
    w = v + 1
    if deep:
        names = []
        f = sys._getframe()
        while f.f_code.co_name != '<module>':
            names.append((f.f_code.co_name, sorted(k for k in f.f_locals if k not in ('f', 'names'))))
            f = f.f_back
        return names
    return w


def inner_middle(v, deep):
    k = v * 2
    return inner_small(k, deep)


def outer(n):
    t = 0
    for i in xrange(n):
        t += inner_middle(i, False)
    return t, inner_middle(1, True)


print outer(30000)


def evals(n):
    secret = 7
    t = 0
    for i in xrange(n):
        if i % 5000 == 0:
            t += eval('secret * i')
        secret = 7 + i % 3
    return t, eval('sorted(locals())')


print evals(20001)


def execs(n):
    x = 1
    for i in xrange(n):
        if i == n // 2:
            exec 'x = 1000; fresh = 5'
        x += 1
    return x, fresh


print execs(20000)


def dirs(n):
    q = 0
    for i in xrange(n):
        q += 1
    r = dir()
    del q
    return r, dir()


print dirs(20000)


def line_numbers(n):
    first = sys._getframe().f_lineno
    for i in xrange(n):
        if i == n - 1:
            second = sys._getframe().f_lineno
    return second - first


print line_numbers(20000)


def frame_escapes(n):
    frames = []
    for i in xrange(n):
        v = i * 2
        if i % 9000 == 0:
            frames.append(sys._getframe())
    v = 'final'
    return frames


fs = frame_escapes(20000)
print len(fs), fs[0] is fs[1], fs[0].f_locals['v'], fs[0].f_locals['i']


def modifies_f_locals(n):
    m = 0
    for i in xrange(n):
        m += 1
        if i == n - 2:
            sys._getframe().f_locals['m'] = -1
            locals()['m'] = -2
    return m


print modifies_f_locals(20000)


def exc_frame(n):
    z = 0
    try:
        for i in xrange(n):
            z += i
            if i == n - 1:
                undefined
    except NameError:
        f = sys.exc_info()[2].tb_frame
        return f.f_locals['z'], f.f_locals['i'], sorted(f.f_locals)


print exc_frame(20000)


def args_in_frame((a, b), c=3, *d, **e):
    return sorted(sys._getframe().f_locals)


r = None
for i in xrange(20000):
    r = args_in_frame((1, 2), 4, 5, k=6)
print r
