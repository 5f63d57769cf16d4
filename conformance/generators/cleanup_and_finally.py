# finally in generators that end in different ways.
def worker(log, n):
    log.append('open')
    try:
        for i in range(n):
            try:
                yield i
            finally:
                log.append('inner%d' % i)
    except ZeroDivisionError:
        log.append('zde')
        yield 'recovered'
    else:
        log.append('else')
    finally:
        log.append('close')


def run(label, consume):
    log = []
    g = worker(log, 3)
    try:
        result = consume(g)
    except Exception as e:
        result = '%s: %s' % (type(e).__name__, e)
    g.close()
    print label, result, log


def throw_then_next(g):
    next(g)
    a = g.throw(ZeroDivisionError)
    return a, list(g)


run('all', list)
run('first only', next)
run('nothing', lambda g: None)
run('two', lambda g: [next(g), next(g)])
run('throw handled', throw_then_next)
run('throw other', lambda g: [next(g), g.throw(KeyError('k'))])
run('throw first', lambda g: g.throw(ZeroDivisionError('z')))
run('close', lambda g: [next(g), g.close()])
run('send', lambda g: [next(g), g.send('x'), g.send('y')])


def returning_finally():
    try:
        yield 1
        raise ValueError('dropped')
    finally:
        return


print list(returning_finally())


def loop_finally(log):
    while True:
        try:
            x = yield
            if x == 'break':
                break
            if x == 'continue':
                continue
            if x == 'raise':
                raise KeyError(x)
            log.append(('body', x))
        except KeyError as e:
            log.append(('except', e.args[0]))
        finally:
            log.append(('finally', x))
    log.append('after loop')


log = []
g = loop_finally(log)
next(g)
for cmd in ['a', 'continue', 'raise', 'b', 'break']:
    try:
        g.send(cmd)
    except StopIteration:
        log.append('stop')
print log


def nested_with_generators(log):
    def inner(name):
        log.append('+' + name)
        try:
            yield name
        finally:
            log.append('-' + name)
    for a in inner('a'):
        for b in inner('b'):
            yield a + b
            for c in inner('c'):
                yield a + b + c


log = []
print list(nested_with_generators(log)), log


def try_in_loop():
    results = []
    for i in range(4):
        try:
            if i % 2:
                raise IndexError(i)
            yield ('ok', i)
        except IndexError as e:
            yield ('err', e.args[0])
        else:
            results.append(i)
        finally:
            results.append('f')
    yield results


print list(try_in_loop())


def deferred(log):
    stack = []
    try:
        while True:
            item = yield len(stack)
            stack.append(item)
    finally:
        while stack:
            log.append(stack.pop())


log = []
d = deferred(log)
next(d)
print [d.send(c) for c in 'xyz']
d.close()
print log


def generator_with_return_in_try():
    for i in range(3):
        try:
            if i == 1:
                return
            yield i
        finally:
            yield 'f%d' % i


print list(generator_with_return_in_try())
