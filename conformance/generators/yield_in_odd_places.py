# yield as an expression everywhere: in calls, subscripts, defaults, comprehension sources, with, try, lambda, assignments.
def drive(g, values):
    out = []
    try:
        out.append(g.next())
        for v in values:
            out.append(g.send(v))
    except StopIteration:
        out.append('stop')
    except Exception as e:
        out.append('%s %s' % (type(e).__name__, e))
    return out
def args():
    r = dict([((yield 'a'), (yield 'b'))], k=(yield 'c'))
    yield sorted(r.items(), key=repr)
def sub():
    d = {}
    d[(yield 'key')] = yield 'value'
    d['n'] = [1, 2, 3][(yield 'from'):(yield 'to')]
    d['x'] = 1
    d['x'] += yield 'aug'
    yield sorted(d.items())
def order():
    x = ((yield 1) - (yield 2)) * (yield 3)
    y = (yield 4) if (yield 5) else (yield 6)
    z = (yield 7) or (yield 8) and (yield 9)
    yield x, y, z
def cmps():
    yield (yield 1) < (yield 2) < (yield 3)
def defaults():
    def f(a=(yield 'default')):
        return a
    class C((yield 'base')):
        attr = f()
    yield f(), C.__bases__, C.attr
def deco():
    f = yield 'decorator'
    @f
    def g():
        return 1
    yield g
def excs():
    try:
        raise (yield 'raise')
    except (yield 'which') as e:
        yield 'caught %s' % e
    finally:
        yield 'finally'
    assert (yield 'assert'), (yield 'message')
    yield 'end'
def prints():
    print (yield 'p1'), (yield 'p2')
    exec (yield 'code') in {}
    del [0, 1][(yield 'del')]
    yield
def loops():
    for x in (yield 'seq'):
        if (yield x):
            break
    else:
        yield 'else'
    while (yield 'while'):
        pass
    yield [v for v in (yield 'comp') if v], list(w for w in (yield 'gen'))
class Ctx(object):
    def __enter__(self): return 'entered'
    def __exit__(self, *a): print 'exit', a[0] and a[0].__name__; return a[0] is KeyError
def withs():
    with (yield 'ctx') as c:
        got = yield c
        if got:
            raise got
    yield 'after'
def unpack():
    a, (b, c) = yield 'pair'
    a, b = b, (yield a, c)
    yield a, b
lam = lambda: (yield)
def bare():
    yield
    x = yield
    x = (yield), (yield)
    yield x
def nested():
    yield (yield (yield 1))
def ret():
    try:
        yield 1
        return
    finally:
        yield 'in finally'
def backquote():
    yield `(yield 1)` + '%s%s' % ((yield 2), (yield 3))
for g, vs in ((args, 'AB3'), (sub, ['k', 'v', 1, 3, 10]), (order, [9, 2, 3, 0, 6, 0, 5, 0]), (order, [9, 2, 3, 1, 4, 7]), (cmps, [1, 2, 3]), (cmps, [5, 2]), (defaults, [5, object]), (deco, [lambda f: 'decorated %s' % f()]), (excs, [KeyError('k'), KeyError, 0, 1, 0]), (excs, [KeyError('k'), ValueError, 0]), (excs, [KeyError('k'), KeyError, 0, 0, 0, 'msg']), (prints, ['x', 'y', 'print "exec"', 0]), (loops, [[1, 2], 0, 0, 0, 0, [0, 5], 'ab']), (loops, [[1, 2], 1, 1, 0]), (withs, [Ctx(), None]), (withs, [Ctx(), KeyError]), (withs, [Ctx(), IOError]), (withs, [3]), (unpack, [(1, 'bc'), 'z']), (unpack, [(1, 2)]), (lam, [1]), (bare, [0, 1, 2, 3]), (nested, 'ab'), (ret, [0, 0]), (backquote, ['q', 2, 3])):
    print g.__name__, drive(g(), vs)
def source():
    total = 0
    while True:
        total = (total * 3 + (yield total)) % 10007 if total % 2 else (yield total) + total
s = source()
s.next()
r = 0
for i in xrange(5000):
    r = (r + s.send(i)) % 99991
print r
