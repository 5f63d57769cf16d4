# Types that keep changing: code must settle, not recompile for ever.


def ident(x):
    return x


def add(a, b):
    return a + b


vals = [1, 2.5, 'x', 2 ** 70, None, [1], (2,), True, u'u', 1j]
t = 0
for i in xrange(40000):
    v = vals[i % len(vals)]
    if ident(v) is v:
        t += 1
print t


def cycle_types(n):
    x = 0
    kinds = {}
    for i in xrange(n):
        if isinstance(x, int):
            x = float(x)
        elif isinstance(x, float):
            x = long(x)
        elif isinstance(x, long):
            x = str(x)
        else:
            x = int(x) + 1
        k = type(x).__name__
        kinds[k] = kinds.get(k, 0) + 1
    return x, sorted(kinds.items())


print cycle_types(40000)


def phases(n):
    """Long stretches of one type each, so that each gets compiled for."""
    results = []
    for start, step in [(0, 1), (0.0, 0.5), (0L, 1L), ('', 'a'), (2 ** 63, 1), (0, 1), (1j, 1)]:
        x = start
        for i in xrange(n):
            x = add(x, step)
            if isinstance(x, str) and len(x) > 20:
                x = ''
        results.append(x)
    return results


print phases(12000)


def random_types(n):
    state = 1
    t = 0.0
    s = 0
    for i in xrange(n):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        k = (state >> 16) % 5
        if k == 0:
            v = state % 100
        elif k == 1:
            v = (state % 100) / 8.0
        elif k == 2:
            v = (state % 100) * 10 ** 18
        elif k == 3:
            v = 'abc'[state % 3]
        else:
            v = None
        if isinstance(v, str):
            s += ord(v)
        elif v is None:
            s -= 1
        elif v > 50:
            t += v % 7
        else:
            s += int(v)
    return t, s


print random_types(40000)


class A(object):
    def m(self):
        return 1


class B(object):
    def m(self):
        return 2.0


def make(i):
    class C(object):
        def m(self):
            return i
    return C()


def fresh_classes(n):
    """A new class every few calls: caches must not grow without end."""
    t = 0
    o = A()
    for i in xrange(n):
        if i % 20 == 0:
            o = make(i) if i % 40 else B()
        t += o.m()
    return t


print fresh_classes(20000)


def changing_globals(n):
    global G
    t = 0
    for i in xrange(n):
        G = i if i % 2 else i * 0.5
        t += G
    return t


G = 0
print changing_globals(30000)


def changing_callee(n):
    fs = [lambda x, k=k: x + k for k in range(3)]
    t = 0
    for i in xrange(n):
        t += fs[i % 3](i)
        if i % 1000 == 0:
            fs[i % 3] = lambda x, k=i: x - k
    return t


print changing_callee(30000)


def flip(n):
    a, b = 1, 1.0
    for i in xrange(n):
        a, b = b, a
        a = a + 1
    return a, b


print flip(30001)


def none_or_int(n):
    best = None
    for i in xrange(n):
        v = (i * 7919) % 10007
        if best is None or v > best:
            best = v
        if i % 5000 == 0:
            best = None
    return best


print none_or_int(30000)
