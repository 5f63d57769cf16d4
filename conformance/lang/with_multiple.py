# Several managers in one with, and with inside functions that leave in all ways.
log = []


class M(object):
    def __init__(self, name, swallow=()):
        self.name, self.swallow = name, swallow

    def __enter__(self):
        log.append('+' + self.name)
        return self

    def __exit__(self, kind, value, tb):
        log.append('-' + self.name + (':' + kind.__name__ if kind else ''))
        return kind in self.swallow


def flush(label):
    print label, ' '.join(log)
    del log[:]


def many():
    with M('a') as a, M('b'), M('c') as c:
        return a.name + c.name


print many()
flush('return')


def raises(swallow):
    with M('a', swallow), M('b'), M('c'):
        raise KeyError(1)
    return 'reached'


print raises((KeyError,))
flush('swallowed by the first')
try:
    raises(())
except KeyError:
    flush('by none')


def loops():
    for i in range(3):
        with M('x%d' % i), M('y'):
            if i == 0:
                continue
            with M('z', (ValueError,)):
                if i == 1:
                    raise ValueError
                break
    else:
        log.append('else')
    log.append('end')


loops()
flush('loops')


def gen():
    with M('g'):
        yield 1
        with M('h'):
            yield 2
    yield 3


for v in gen():
    log.append(str(v))
flush('generator run')
g = gen()
next(g), next(g)
g.close()
flush('closed')
g = gen()
next(g)
try:
    g.throw(IndexError)
except IndexError:
    log.append('out')
flush('thrown')


def with_finally():
    try:
        with M('w'):
            try:
                return 1
            finally:
                log.append('inner finally')
    finally:
        log.append('outer finally')


with_finally()
flush('with finally')


def exit_sees():
    import sys

    class See(object):
        def __enter__(self):
            return self

        def __exit__(self, *args):
            log.append(str(sys.exc_info()[0] is args[0]))
            return True
    with See():
        raise ValueError
    log.append(str(sys.exc_info()[0]))


exit_sees()
flush('exc_info')
