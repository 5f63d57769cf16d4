# State after exceptions at every position of a statement.
log = []


def t(x):
    log.append(x)
    return x


def e(x):
    log.append('!%s' % x)
    raise ValueError(x)


class Obj(object):
    def __init__(self):
        self.__dict__['data'] = {}

    def __setattr__(self, n, v):
        log.append(('setattr', n, v))

    def __getitem__(self, k):
        log.append(('getitem', k))
        return 1

    def __setitem__(self, k, v):
        log.append(('setitem', k, v))


o = Obj()
for stmt in ['o.a = e(1)', 'o[e(1)] = t(2)', 'o[t(1)] = e(2)', 'o.a = o.b = e(1)', 'o.a, o.b = t(1), e(2)', 'o[t(0)] += e(1)', 't(1) + e(2) + t(3)', 't(0) and e(1)', 't(1) and e(1)', '[t(1), e(2), t(3)]', '{t(1): e(2)}', '{e(1): t(2)}', 't(1) < e(2) < t(3)', 't(2) < t(1) < e(3)', '(lambda *a: a)(t(1), e(2), t(3))', '(lambda **k: k)(a=t(1), b=e(2))', 't(1) if e(0) else t(2)', '[t(x) for x in (1, 2) if e(x)]', 'x = y = e(1)', 'del o[e(1)]', 'print t(1), e(2), t(3)', 'assert t(0), e(1)', 'assert t(1), e(1)', 'for i in t((1, 2)): e(i)', 'while t(1): e(2)', 'with e(1): t(2)', 'o.a.b = t(1)', 'raise e(1)', 'return_ = t(1), e(2)', 'exec e(1)', 'o[t(1):e(2)]', '`e(1)`', 'class C(t(object)): e(1)', 'def f(a=t(1), b=e(2)): pass', 'import sys; e(1)', 't(1); e(2); t(3)', 'a, (b, c) = t(1), e(2)', 'o[t(1)], o[e(2)] = 3, 4', 'not e(1)', '-e(1)', 't([])[e(0)]', 'e(1)[t(0)]', 'e(1).x', 'e(1)(t(2))', 't(len)(e(1))']:
    del log[:]
    try:
        exec stmt
        print stmt, 'ok', log
    except Exception as err:
        print stmt, type(err).__name__, err, log


def locals_after():
    a = 1
    try:
        a = 2
        b = 3
        1 / 0
        c = 4
    except ZeroDivisionError:
        pass
    return sorted(locals().items())


print locals_after()


def partial_unpack():
    a = b = c = 'old'
    try:
        a, (b, c) = 1, (2,)
    except ValueError:
        pass
    return a, b, c


print partial_unpack()


def loop_state():
    total = 0
    i = 'unset'
    try:
        for i in range(10):
            total += i
            if total > 10:
                raise StopIteration
    except StopIteration:
        pass
    return i, total


print loop_state()


def mutate_then_fail(l):
    try:
        l.append(1)
        l[0] = 'changed'
        l.extend(x if x < 3 else 1 / 0 for x in range(5))
    except ZeroDivisionError:
        pass
    return l


print mutate_then_fail([0])


def nested_values():
    r = []
    for x in [1, 0, 'a', None, 2]:
        try:
            try:
                y = 10 / x
            except TypeError as err:
                y = 'type'
                if x is None:
                    raise KeyError(x)
            else:
                y += 1
            finally:
                r.append(('f', x))
        except ZeroDivisionError:
            y = 'zero'
        except KeyError as err:
            y = err.args
        r.append(y)
    return r


print nested_values()


def recursion(n):
    try:
        if n == 0:
            raise ValueError('bottom')
        recursion(n - 1)
    except ValueError as err:
        if n % 3 == 0:
            raise KeyError(n)
        raise
    except KeyError as err:
        if n % 2:
            raise ValueError(n)
        raise
    finally:
        order.append(n)


order = []
try:
    recursion(7)
except Exception as err:
    print type(err).__name__, err, order
