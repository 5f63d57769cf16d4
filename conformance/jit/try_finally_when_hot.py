# finally, with and nested handlers in hot functions, left in every way.
log = [0] * 8


def leaves(i):
    """Five ways out of one function."""
    try:
        if i % 5 == 0:
            return 'return'
        elif i % 5 == 1:
            raise KeyError(i)
        elif i % 5 == 2:
            for j in range(3):
                try:
                    if j == 1:
                        break
                    if j == 0:
                        continue
                finally:
                    log[0] += 1
        elif i % 5 == 3:
            i = 'fell through'
    except KeyError as e:
        return e.args[0] % 7
    else:
        log[1] += 1
    finally:
        log[2] += 1
    return i


counts = {}
for i in xrange(20000):
    r = leaves(i)
    r = r if isinstance(r, str) else 'int' if r % 5 == 4 else 'other'
    counts[r] = counts.get(r, 0) + 1
print sorted(counts.items()), log


class M(object):
    depth = 0

    def __init__(self, swallow):
        self.swallow = swallow

    def __enter__(self):
        M.depth += 1
        return self

    def __exit__(self, kind, value, tb):
        M.depth -= 1
        log[3] += 1
        return self.swallow and kind is ValueError


def with_ways(i):
    with M(i % 3 == 0) as m:
        with M(False):
            if i % 4 == 0:
                raise ValueError(i)
            if i % 4 == 1:
                return i
    return -1


t = e = 0
for i in xrange(20000):
    try:
        t += with_ways(i)
    except ValueError:
        e += 1
print t, e, M.depth, log[3]


def rethrow(n):
    outer = inner = 0
    for i in xrange(n):
        try:
            try:
                x = 1 // (i % 3)
            except ZeroDivisionError:
                inner += 1
                if i % 2:
                    raise
            else:
                x += 1
        except ZeroDivisionError:
            outer += 1
    return outer, inner, x


print rethrow(30000)


def finally_overrides(i):
    while True:
        try:
            if i % 2:
                raise ValueError
            return 'body'
        finally:
            if i % 3 == 0:
                return 'finally'
            if i % 3 == 1:
                break
    return 'after'


counts = {}
for i in xrange(20000):
    try:
        r = finally_overrides(i)
    except ValueError:
        r = 'raised'
    counts[r] = counts.get(r, 0) + 1
print sorted(counts.items())
import sys


def exc_info_in_loop(n):
    bad = 0
    for i in xrange(n):
        try:
            raise (KeyError if i % 2 else ValueError)(i)
        except (KeyError, ValueError):
            kind, value, tb = sys.exc_info()
            if value.args != (i,) or tb.tb_frame is not sys._getframe():
                bad += 1
    return bad, sys.exc_info()[0].__name__


print exc_info_in_loop(10000)


def deep_finally(n, depth):
    order = []

    def go(k):
        try:
            if k == 0:
                raise KeyError('bottom')
            go(k - 1)
        finally:
            order.append(k)
    for i in xrange(n):
        del order[:]
        try:
            go(depth)
        except KeyError:
            pass
    return order


print deep_finally(1500, 12)


def handler_changes_type(n):
    x = 0
    for i in xrange(n):
        try:
            x = x + 1
            if i % 1000 == 500:
                x = x + 'a'
        except TypeError:
            x = float(x)
        if i % 2000 == 1999:
            x = int(x)
    return x


print handler_changes_type(20000)


def generator_finally(n):
    closed = [0]

    def g(k):
        try:
            while True:
                got = yield k
                if got == 'stop':
                    return
                k += 1
        finally:
            closed[0] += 1
    t = 0
    for i in xrange(n):
        it = g(i)
        t += next(it) + next(it)
        if i % 3 == 0:
            it.close()
        elif i % 3 == 1:
            try:
                it.send('stop')
            except StopIteration:
                pass
        else:
            try:
                it.throw(KeyError)
            except KeyError:
                t += 1
    return t, closed


print generator_finally(6000)
