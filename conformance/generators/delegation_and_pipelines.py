# Generators that feed generators: trampolines, coroutines with state, recursive walks, pipelines, exceptions passed along.
def walk(tree):
    if isinstance(tree, (list, tuple)):
        for sub in tree:
            for leaf in walk(sub):
                yield leaf
    else:
        yield tree
print list(walk([1, [2, (3, [4]), []], ((5,),)]))
def coroutine(f):
    def start(*a, **k):
        g = f(*a, **k)
        g.next()
        return g
    return start
@coroutine
def averager():
    total = count = 0.0
    avg = None
    while True:
        try:
            v = yield avg
        except ValueError as e:
            avg = 'error %s' % e
            continue
        total += v
        count += 1
        avg = total / count
a = averager()
print a.send(10), a.send(20), a.throw(ValueError, 'skip'), a.send(30)
try:
    a.throw(KeyError('out'))
except KeyError as e:
    print 'KeyError', e
try:
    a.send(1)
except StopIteration as e:
    print 'stopped', e.args
@coroutine
def filt(pred, target):
    try:
        while True:
            v = yield
            if pred(v):
                target.send(v)
    finally:
        target.close()
        print 'filter closed'
@coroutine
def sink(out):
    try:
        while True:
            out.append((yield))
    except GeneratorExit:
        print 'sink closed'
out = []
p = filt(lambda v: v % 2, filt(lambda v: v > 3, sink(out)))
for i in range(10):
    p.send(i)
p.close()
print out
def trampoline(g):
    stack, value, error = [g], None, None
    while stack:
        try:
            r = stack[-1].throw(error) if error else stack[-1].send(value)
            value = error = None
            if hasattr(r, 'send'):
                stack.append(r)
            else:
                stack.pop().close()
                value = r
        except StopIteration:
            stack.pop()
            value = None
        except Exception as e:
            stack.pop()
            error = e
    if error:
        raise error
    return value
def fact(n):
    if n < 0:
        raise ValueError('negative')
    if n == 0:
        yield 1
    else:
        yield n * (yield fact(n - 1))
def safe(n):
    try:
        r = yield fact(n)
    except ValueError as e:
        r = 'caught %s' % e
    yield r
print trampoline(fact(30)), trampoline(safe(-1)), trampoline(safe(5)), len(str(trampoline(fact(1500))))
def sieve(n):
    def count():
        i = 2
        while True:
            yield i
            i += 1
    def without(g, p):
        for v in g:
            if v % p:
                yield v
    g = count()
    for _ in xrange(n):
        p = g.next()
        yield p
        g = without(g, p)
print list(sieve(60))[-5:]
def tasks(n):
    log = []
    def task(name, k):
        for i in range(k):
            log.append(name * (i + 1))
            yield
    queue = [task(chr(97 + i), i % 4) for i in range(n)]
    while queue:
        t = queue.pop(0)
        try:
            t.next()
            queue.append(t)
        except StopIteration:
            pass
    return log
print tasks(7)
def bits(n):
    while n:
        b = yield n & 1
        n = n >> 1 if b is None else b
t = 0
for i in xrange(3000):
    g = bits(i)
    t += sum(g) * (i % 5)
    h = bits(7)
    h.next()
    t += h.send(2) + h.next()
print t
