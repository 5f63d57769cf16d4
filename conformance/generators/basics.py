# Generator functions: laziness, state, exhaustion.
log = []


def gen(n):
    log.append('start')
    for i in range(n):
        log.append('before %d' % i)
        yield i
        log.append('after %d' % i)
    log.append('end')


g = gen(2)
print log, type(g).__name__, iter(g) is g, g.__name__, g.gi_running, g.gi_frame is not None, g.gi_code is gen.func_code
print g.next(), log
print next(g), log
for attempt in range(3):
    try:
        g.next()
    except StopIteration as e:
        print 'stopped', e.args, log[-1]
print g.gi_frame, list(gen(3)), list(g), sum(gen(4)), max(gen(5)), tuple(gen(0)), [x * 2 for x in gen(3)], dict(zip(gen(2), gen(2))), sorted(gen(3), reverse=True), 2 in gen(5), next(gen(0), 'default')


def empty():
    return
    yield


def bare():
    x = yield
    print 'bare got', x
    yield


def infinite():
    n = 0
    while True:
        yield n
        n += 1


def fib():
    a, b = 0, 1
    while 1:
        yield a
        a, b = b, a + b


def take(n, it):
    out = []
    for x in it:
        if len(out) == n:
            break
        out.append(x)
    return out


print list(empty()), next(bare()), take(5, infinite()), take(10, fib()), take(3, infinite())[-1], fib().next()
a, b, c = gen(3)
print a, b, c


def parameters(a, b=2, *rest, **kw):
    yield a
    yield b
    for r in rest:
        yield r
    for k in sorted(kw):
        yield k, kw[k]


print list(parameters(1)), list(parameters(1, 3, 4, 5, z=6, y=7))
try:
    parameters()
except TypeError as e:
    print 'at call:', e


def returns_early(n):
    for i in range(10):
        if i == n:
            return
        yield i


def nested(n):
    if n:
        for x in nested(n - 1):
            yield x
        yield n
        for x in nested(n - 1):
            yield x


print list(returns_early(3)), list(nested(3)), list(returns_early(0))


class Tree(object):
    def __init__(self, v, left=None, right=None):
        self.v, self.left, self.right = v, left, right

    def __iter__(self):
        if self.left:
            for x in self.left:
                yield x
        yield self.v
        if self.right:
            for x in self.right:
                yield x


t = Tree(5, Tree(2, Tree(1), Tree(3)), Tree(8))
print list(t), 3 in t, max(t), list(t)
gs = [gen(2) for i in range(3)]
print [next(x) for x in gs], [next(x) for x in gs[:2]], list(gs[2])
for code in ['gen()', 'g.nothing', 'g.gi_frame = 1', 'g.x = 1', 'g.__name__ = "x"', 'g()', 'len(g)', 'g[0]', 'g.send()', 'g.throw()', 'g.close(1)', 'next(gen)', 'g + g', 'g.next(1)', 'type(g)()']:
    try:
        exec code
        print code, 'ok'
    except Exception as e:
        print code, type(e).__name__, e


def locals_kept():
    x = [1]
    for i in range(3):
        x.append(i)
        y = 'y%d' % i
        yield list(x), y, sorted(locals())


for v in locals_kept():
    print v
