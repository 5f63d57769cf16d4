# Coroutines that are sent values: primed by a decorator, broadcast, batched, windowed, with errors thrown back to their
# sources, close() that flushes, and trampolines which run generators that call one another by yielding.
import functools, itertools, collections, contextlib, types
def coroutine(f):
    @functools.wraps(f)
    def start(*a, **k): g = f(*a, **k); g.next(); return g
    return start
out = []
@coroutine
def sink(name, limit=None):
    n = 0
    try:
        while limit is None or n < limit:
            try: x = yield n
            except ValueError, e: out.append((name, 'refused', str(e))); continue
            n += 1; out.append((name, x))
    finally: out.append((name, 'end', n))
@coroutine
def batch(n, to):
    buf = []
    try:
        while 1:
            buf.append((yield len(buf)))
            if len(buf) == n: to.send(buf); buf = []
    except GeneratorExit:
        if buf: to.send(tuple(buf))
        to.close()
@coroutine
def broadcast(*to):
    alive = list(to)
    try:
        while alive:
            x = yield len(alive)
            for t in alive[:]:
                try: t.send(x)
                except StopIteration: alive.remove(t)
    finally:
        for t in alive: t.close()
@coroutine
def mapping(f, to):
    with contextlib.closing(to):
        while True:
            x = yield
            try: y = f(x)
            except ArithmeticError, e: to.throw(ValueError, 'at %r: %s' % (x, e))
            else: to.send(y)
@coroutine
def window(n, to):
    d = collections.deque(maxlen=n)
    try:
        while 1:
            d.append((yield))
            if len(d) == n: to.send(sum(d) / float(n))
    finally: to.close()
def feed(xs, to):
    sent = 0
    try:
        for x in xs: to.send(x); sent += 1
    except StopIteration: pass
    to.close()
    r, out[:] = out[:], []
    return sent, r
print feed(range(5), batch(2, sink('b')))
print feed([1, 0, 2], mapping(lambda x: 10 / x, sink('m')))
print feed('abcd', broadcast(sink('one', 1), sink('three', 3)))
print feed([1, 2, 3, 4], window(2, mapping(lambda v: v * 2, sink('w'))))
print feed([3, 1, 0, 9], broadcast(batch(3, sink('x')), mapping(lambda x: 9 % x, sink('y', 2))))
class Result(Exception):
    def __init__(self, v): self.value = v
def trampoline(g):
    stack, val, err = [g], None, None
    steps = 0
    while stack:
        steps += 1
        try:
            if err: e, err = err, None; r = stack[-1].throw(*e)
            else: r = stack[-1].send(val)
            val = None
        except StopIteration: stack.pop(); val = None; continue
        except Result, e: stack.pop(); val = e.value; continue
        except Exception, e: stack.pop(); err = (type(e), e); val = None; continue
        if isinstance(r, types.GeneratorType): stack.append(r)
        else: val = r
    if err: raise err[1]
    return val, steps
def fib(n):
    if n < 2: raise Result(n)
    a = yield fib(n - 1)
    b = yield fib(n - 2)
    raise Result(a + b)
print trampoline(fib(11))
def even(n):
    if n == 0: raise Result(True)
    raise Result((yield odd(n - 1)))
def odd(n):
    if n == 0: raise Result(False)
    raise Result((yield even(n - 1)))
print trampoline(even(3000)), trampoline(odd(501))
def risky(n):
    if n == 0: raise KeyError('bottom')
    try: yield risky(n - 1)
    except KeyError, e:
        if n == 3: raise LookupError('at %d: %s' % (n, e))
        raise
    finally: trail.append(n)
trail = []
def guarded():
    try: yield risky(5)
    except LookupError, e: got = str(e)
    x = yield 'plain'
    raise Result((got, x))
print trampoline(guarded()), trail
try: trampoline(risky(2))
except KeyError, e: print e, trail
def walk(t):
    if isinstance(t, list):
        for s in t:
            for x in walk(s): yield x
    else: yield t
def samefringe(a, b):
    end = object()
    return all(x == y for x, y in itertools.izip_longest(walk(a), walk(b), fillvalue=end))
print samefringe([1, [2, [3]]], [[1, 2], 3]), samefringe([1, 2], [1, [2, 3]]), samefringe([], [[], [[]]])
def permutations(xs):
    if len(xs) < 2: yield xs; return
    for p in permutations(xs[1:]):
        for i in range(len(xs)): yield p[:i] + xs[:1] + p[i:]
print list(permutations('abc')), sum(1 for _ in permutations(range(6))), sorted(permutations('abc')) == map(''.join, itertools.permutations('abc'))
@coroutine
def averager():
    total, n, avg = 0.0, 0, None
    while True:
        cmd = yield avg
        if cmd is None: continue
        if cmd == 'reset': total, n, avg = 0.0, 0, None; continue
        total += cmd; n += 1; avg = total / n
a = averager(); print [a.send(v) for v in (1, 2, None, 6, 'reset', None, 4)], a.next(), a.gi_frame.f_locals['n']
for op in (lambda: a.send('x'), lambda: a.send(1), lambda: a.next(), lambda: a.close(), lambda: a.throw(KeyError), lambda: averager.__name__):
    try: print op()
    except Exception, e: print type(e).__name__, e
