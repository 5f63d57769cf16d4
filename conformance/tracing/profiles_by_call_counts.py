# A profiler of one's own by sys.setprofile: who calls whom, how often, native functions, exceptions, generators.
import functools  # which reduce() imports
import sys
from collections import defaultdict


class Profiler(object):
    def __init__(self):
        self.calls = defaultdict(int)
        self.native = defaultdict(int)
        self.stack = ['<top>']
        self.deepest = 0

    def __call__(self, frame, event, arg):
        if event == 'call':
            name = frame.f_code.co_name
            self.calls[self.stack[-1], name] += 1
            self.stack.append(name)
            self.deepest = max(self.deepest, len(self.stack))
        elif event == 'return':
            if len(self.stack) > 1:
                self.stack.pop()
        elif event == 'c_call':
            self.native[self.stack[-1], arg.__name__] += 1
        elif event == 'c_exception':
            self.native[self.stack[-1], arg.__name__ + ' failed'] += 1

    def run(self, f, *args):
        sys.setprofile(self)
        try:
            return f(*args)
        except Exception as e:
            return type(e).__name__
        finally:
            sys.setprofile(None)

    def report(self):
        for (a, b), n in sorted(self.calls.items()):
            print '  %s -> %s %d' % (a, b, n)
        native = sorted((k, n) for k, n in self.native.items() if k[1] != 'setprofile')
        print '  native', native, 'deepest', self.deepest


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def sums(n):
    return sum(x * x for x in xrange(n))


def squares(n):
    for i in range(n):
        yield i * i


def uses_generators(n):
    out = []
    for x in squares(n):
        out.append(x)
    g = squares(n)
    next(g)
    g.close()
    return len(out)


def fails(n):
    if n == 0:
        return int('x')
    try:
        return fails(n - 1)
    except ValueError:
        if n == 2:
            raise KeyError(n)
        raise


class Thing(object):
    def __init__(self, n):
        self.n = n

    def __cmp__(self, other):
        return cmp(self.n, other.n)

    def __getattr__(self, name):
        if name == 'x':
            return self.n
        raise AttributeError(name)

    @property
    def twice(self):
        return self.n * 2

    def __len__(self):
        return self.n


def objects():
    a, b = Thing(1), Thing(2)
    return a < b, a.x, a.twice, len(b), getattr(a, 'y', None), hasattr(b, 'z'), sorted([b, a], key=lambda t: t.n)[0] is a


def with_callbacks():
    return map(lambda x: x + 1, [1, 2]), filter(len, ['a', '']), reduce(lambda a, b: a + b, [1, 2, 3]), ''.join(str(i) for i in (1, 2))


def hot(n):
    total = 0
    for i in xrange(n):
        total += fib(3)
    return total


for f, args in ((fib, (6,)), (sums, (4,)), (uses_generators, (3,)), (fails, (3,)), (objects, ()), (with_callbacks, ()), (hot, (500,))):
    p = Profiler()
    print f.__name__, p.run(f, *args)
    p.report()


def changes_profile():
    events = []

    def second(frame, event, arg):
        events.append((event, frame.f_code.co_name))

    def first(frame, event, arg):
        if event == 'call':
            sys.setprofile(second)
    sys.setprofile(first)
    fib(1)
    abs(1)
    fib(2)
    sys.setprofile(None)
    return events


print changes_profile()
print sys.getprofile()


def raises(frame, event, arg):
    raise IndexError('from the profiler')


try:
    sys.setprofile(raises)
    fib(1)
except IndexError as e:
    print e, sys.getprofile()
sys.setprofile(None)
