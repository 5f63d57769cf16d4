# Functions made anew of one code, and methods bound to objects, called from hot code.


def adder(k):
    def add(x):
        return x + k
    return add


def scaler(k):
    return lambda x: x * k


def closures(n):
    total = 0
    fs = [adder(i) for i in range(5)]
    for i in xrange(n):
        f = fs[i % 5]
        total += f(i)
        total += adder(i)(1)
        g = adder(2) if i % 2 else scaler(3)
        total += g(i)
    return total


print closures(4000)


def nested(n):
    def inner(a, b=2):
        return a * b + n
    total = 0
    for i in xrange(n):
        total += inner(i) + inner(i, 3) + inner(b=i, a=1)
    return total


print [nested(i) for i in (10, 700, 20, 1500)]


class Counter(object):
    def __init__(self, start):
        self.count = start

    def bump(self, by):
        self.count += by
        return self.count

    def fail(self, x):
        if x % 500 == 0:
            raise KeyError(x)
        return 1


class Other(Counter):
    def bump(self, by):
        return -by


class Old:
    def bump(self, by):
        return by * 2


def bound(n):
    c = Counter(1)
    bump = c.bump
    many = [Counter(i).bump for i in range(4)]
    mixed = [Counter(0).bump, Other(0).bump, Old().bump, len, lambda x: 5]
    total = 0
    for i in xrange(n):
        total += bump(i)
        total += many[i % 4](1)
        m = mixed[i % 5]
        total += m('ab' if m is len else i)
    return total, c.count


print bound(4000)


def errors(n):
    c = Counter(0)
    f = c.fail
    bad = 0
    seen = set()
    for i in xrange(n):
        try:
            f(i)
        except KeyError:
            bad += 1
        try:
            f()
        except TypeError as e:
            seen.add(str(e))
        try:
            adder(1)('x')
        except TypeError as e:
            seen.add(str(e))
        try:
            Counter.bump(3, 1)
        except TypeError as e:
            seen.add(str(e))
    return bad, sorted(seen)


print errors(2500)


def code_changes(n):
    def one(x):
        return x + 1

    def two(x):
        return x + 2
    total = 0
    for i in xrange(n):
        if i == n // 2:
            one.func_code = two.func_code
        total += one(i)
    return total


print code_changes(4000)


def operators(n):
    class V(object):
        def __init__(self, x):
            self.x = x

        def __add__(self, o):
            return V(self.x + o.x)

        def __mul__(self, k):
            return V(self.x * k)

        __rmul__ = __mul__

        def __lt__(self, o):
            return self.x < o.x

        def __getitem__(self, i):
            return self.x + i

        def __len__(self):
            return 3

        def __neg__(self):
            return V(-self.x)

        def __iadd__(self, o):
            self.x += o.x
            return self
    total = V(0)
    less = 0
    one = V(1)
    for i in xrange(n):
        v = V(i)
        total = total + v * 2 + 3 * v + -one
        total += one
        less += v < total
        less += total[i] > 0
        less += len(v)
    return total.x, less


print operators(3000)
