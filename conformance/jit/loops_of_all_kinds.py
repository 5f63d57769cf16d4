# while, for over every iterable, else, break, continue, nested, hot.


def over(it):
    t = 0
    for x in it:
        t = (t * 3 + (x if isinstance(x, int) else len(str(x)))) % 1000003
    return t


n = 20000
print over(range(n)), over(xrange(n)), over(xrange(n, 0, -1)), over(xrange(0, n * 3, 7)), over([1] * n), over((2,) * n), over('s' * n), over(u'u' * 1000), over(dict.fromkeys(range(n))), over(set(range(n))), over(frozenset(range(n))), over(enumerate([5] * n)), over(reversed(range(n))), over(iter(range(n))), over(x for x in xrange(n)), over(zip(range(n), range(n)))
print over({'a': 1}.iteritems()), over(bytearray('bytes' * 100)), over(iter(lambda c=[0]: c.__setitem__(0, c[0] + 1) or c[0], n)), over(sorted(range(100), reverse=True))


class It(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def next(self):
        if self.n == 0:
            raise StopIteration
        self.n -= 1
        return self.n


class Old:
    def __init__(self, n):
        self.n = n

    def __getitem__(self, i):
        if i == self.n:
            raise IndexError
        return i


print over(It(n)), over(Old(n))


def find(l, x):
    for i, v in enumerate(l):
        if v == x:
            break
    else:
        return -1
    return i


l = range(50)
t = 0
for i in xrange(1000):
    t += find(l, i % 60)
print t


def continue_heavy(n):
    a = b = c = 0
    for i in xrange(n):
        if i % 2:
            a += 1
            continue
        if i % 3:
            b += 1
            continue
        c += 1
    return a, b, c


def while_else(n):
    i = r = 0
    while i < n:
        j = 0
        while j < 5:
            j += 1
            if (i + j) % 7 == 0:
                break
        else:
            r += 1
        i += 1
    else:
        r += 100000
    return r


def triple(n):
    t = 0
    for i in xrange(n):
        for j in xrange(i):
            for k in xrange(j):
                if (i ^ j) & k == 0:
                    t += 1
                elif k > 20:
                    break
            if t % 50 == 49:
                break
    return t


def changes_list(n):
    l = [1, 2, 3]
    t = 0
    for x in l:
        t += x
        if len(l) < n:
            l.append(x % 5 + 1)
    return t, len(l)


def shadow(n):
    for i in xrange(n):
        i = i * 2
    for i in xrange(3):
        for i in 'ab':
            pass
    return i


def many_locals(n):
    a = b = c = d = e = f = g = h = 0
    for i in xrange(n):
        a, b, c, d, e, f, g, h = b + i, c, d + a, e, f, g + 1, h, i % 9
    return a % 1000, b, c % 1000, d % 1000, e, f, g, h


def tuple_targets(n):
    t = 0
    pairs = [(i, (i + 1, [i + 2])) for i in range(100)]
    for r in xrange(n // 100):
        for a, (b, [c]) in pairs:
            t += a * b - c
    return t


def del_in_loop(n):
    e = 0
    for i in xrange(n):
        x = i
        if i % 10:
            del x
        try:
            x
        except UnboundLocalError:
            e += 1
    return e


def condition_calls(n):
    state = [0]

    def more():
        state[0] += 1
        return state[0] <= n
    t = 0
    while more() and t < 10 ** 9:
        t += state[0]
    return t


for f in [continue_heavy, while_else, changes_list, shadow, many_locals, tuple_targets, del_in_loop, condition_calls]:
    print f.__name__, f(20000), f(0) if f is not changes_list and f is not shadow else ''
print triple(60)
