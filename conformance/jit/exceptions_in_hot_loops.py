# Exceptions thrown in and out of hot code, inside try.


def risky(i):
    if i % 1000 == 999:
        raise ValueError(i)
    return i


def catch_inside(n):
    good = bad = 0
    for i in xrange(n):
        try:
            good += risky(i)
        except ValueError as e:
            bad += e.args[0]
    return good, bad


def catch_outside(n):
    i = 0
    caught = []
    while i < n:
        try:
            while True:
                risky(i)
                i += 1
        except ValueError as e:
            caught.append(e.args[0])
            i += 1
    return len(caught), caught[:2], caught[-1], i


def zero_division(n):
    t = z = 0
    for i in xrange(n):
        try:
            t += 100 // (i % 50)
        except ZeroDivisionError:
            z += 1
    return t, z


def key_errors(n):
    d = dict((i, i) for i in range(0, 100, 2))
    hits = misses = 0
    for i in xrange(n):
        try:
            hits += d[i % 100]
        except KeyError as e:
            misses += e.args[0]
    return hits, misses


def index_errors(n):
    l = range(10)
    s = e = 0
    for i in xrange(n):
        try:
            s += l[i % 12]
        except IndexError:
            e += 1
    return s, e


def attribute_errors(n):
    class A(object):
        x = 1

    class B(object):
        pass
    objs = [A(), A(), B()]
    s = e = 0
    for i in xrange(n):
        try:
            s += objs[i % 3].x
        except AttributeError:
            e += 1
    return s, e


def finally_counts(n):
    f = c = 0
    for i in xrange(n):
        try:
            try:
                if i % 5 == 0:
                    continue
                if i % 7 == 0:
                    raise KeyError
                c += 1
            finally:
                f += 1
        except KeyError:
            c += 10
    return f, c


def nested_try(n):
    log = [0, 0, 0, 0]
    for i in xrange(n):
        try:
            try:
                if i % 3 == 0:
                    raise ValueError
                elif i % 3 == 1:
                    raise KeyError
                log[0] += 1
            except ValueError:
                log[1] += 1
                if i % 2:
                    raise
        except KeyError:
            log[2] += 1
        except ValueError:
            log[3] += 1
    return log


def late_failure(n):
    """Fine for long, then the error leaves the function."""
    x = [0]
    for i in xrange(n):
        x[0] += i
        if i == n - 1:
            x[i]
    return x


for f in [catch_inside, catch_outside, zero_division, key_errors, index_errors, attribute_errors, finally_counts, nested_try]:
    print f.__name__, f(30000), f(10)
for attempt in range(3):
    try:
        late_failure(20000)
    except IndexError as e:
        print e
import sys
print sys.exc_info()[0].__name__
sys.exc_clear()


def generator_errors(n):
    def gen():
        for i in xrange(n):
            if i == n - 5:
                raise RuntimeError('near the end')
            yield i
    s = 0
    try:
        for v in gen():
            s += v
    except RuntimeError as e:
        return s, str(e)


print generator_errors(20000)
