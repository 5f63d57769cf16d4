# Exceptions raised inside generators, and what the consumer sees.
import sys


def bad(n):
    for i in range(n):
        yield i
    raise ValueError('after %d' % n)


out = []
try:
    for v in bad(3):
        out.append(v)
except ValueError as e:
    print out, e
g = bad(1)
print next(g)
for i in range(2):
    try:
        next(g)
    except Exception as e:
        print type(e).__name__, e


def raises_stop():
    yield 1
    raise StopIteration
    yield 2


def calls_next(it):
    it = iter(it)
    while True:
        yield next(it), next(it)


print list(raises_stop()), list(calls_next([1, 2, 3, 4])), list(calls_next([1, 2, 3]))


def tb_names():
    names = []
    tb = sys.exc_info()[2]
    while tb:
        names.append(tb.tb_frame.f_code.co_name)
        tb = tb.tb_next
    return names


def level1():
    for x in level2():
        yield x


def level2():
    for x in level3():
        yield x


def level3():
    yield 1
    1 / 0


try:
    list(level1())
except ZeroDivisionError:
    print tb_names()


def handles(it):
    it = iter(it)
    while True:
        try:
            yield next(it)
        except KeyError as e:
            yield 'handled %s' % e


class Flaky(object):
    def __init__(self):
        self.n = 0

    def __iter__(self):
        return self

    def next(self):
        self.n += 1
        if self.n % 2 == 0:
            raise KeyError(self.n)
        if self.n > 5:
            raise StopIteration
        return self.n


print list(handles(Flaky()))


def exc_state():
    try:
        raise KeyError('in generator')
    except KeyError:
        yield sys.exc_info()[0]
        yield sys.exc_info()[0]
    yield sys.exc_info()[0]


g = exc_state()
print next(g), sys.exc_info()[0]
try:
    raise ValueError('outside')
except ValueError:
    print next(g), sys.exc_info()[0]
    print next(g), sys.exc_info()[0]
sys.exc_clear()


def reraise():
    try:
        yield 1
    except ValueError:
        yield 2
        raise


g = reraise()
next(g)
print g.throw(ValueError('kept across yield'))
try:
    next(g)
except Exception as e:
    print type(e).__name__, e


def finally_order(log):
    try:
        try:
            yield 1
        finally:
            log.append('inner')
        log.append('unreached')
    finally:
        log.append('outer')


log = []
for x in finally_order(log):
    try:
        raise KeyError
    except KeyError:
        pass
    break
del x
log2 = []
try:
    for x in finally_order(log2):
        raise RuntimeError('from the loop body')
except RuntimeError as e:
    print e
print list(finally_order([])), log2 in ([], ['inner', 'outer'])


def with_manager(log):
    class M(object):
        def __enter__(self):
            log.append('enter')

        def __exit__(self, *a):
            log.append(('exit', a[0] and a[0].__name__))
    with M():
        yield 1
        yield 2


log = []
g = with_manager(log)
next(g)
g.close()
print log
log = []
print list(with_manager(log)), log
log = []
g = with_manager(log)
next(g)
try:
    g.throw(IndexError)
except IndexError:
    print log
