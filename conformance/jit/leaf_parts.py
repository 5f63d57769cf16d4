# Functions that return early without a need for a frame, and call on otherwise.
import sys
import traceback


def fib(n):
    if n < 2:
        return n
    return fib(n - 1) + fib(n - 2)


print fib(21), fib(5), fib(1), fib(True), fib(2.5), fib(-3L)


class Node(object):
    def __init__(self, left, right, value):
        self.left, self.right, self.value = left, right, value

    def total(self):
        here = self.value
        if self.left is None:
            return here
        return here + self.left.total() + self.right.total()


def tree(depth):
    if depth == 0:
        return Node(None, None, 1)
    return Node(tree(depth - 1), tree(depth - 1), depth)


def check(node):
    if node is None:
        return 0
    return 1 + check(node.left) + check(node.right)


print tree(10).total(), check(tree(10)), check(None)


# A limit is reached where it is in CPython, by the last call too.
def down(n):
    if n == 0:
        return 0
    return down(n - 1) + 1


def deepest(f):
    low, high = 1, 5000
    while low + 1 < high:
        middle = (low + high) // 2
        try:
            f(middle)
            low = middle
        except RuntimeError as e:
            high = middle
    return low


for _ in range(300):
    down(50)
for limit in 200, 333:
    before = sys.getrecursionlimit()
    sys.setrecursionlimit(limit)
    n = deepest(down)
    sys.setrecursionlimit(before)
    print limit - n


# What the early part raises has the function in its traceback.
def half(n):
    if 10 // n > 4:
        return n
    if n > 90:
        return half(0)
    return half(n - 1)


def outer(n):
    return half(n) + 1


for i in range(3000):
    outer(i % 9 + 1)
for n in 90, 91:
    try:
        print outer(n)
    except ZeroDivisionError:
        lines = traceback.format_exc().splitlines()
        print len(lines), lines[1:3], lines[-3:]


# What was written before the call goes on is written once.
calls = []


class Counter(object):
    def __init__(self):
        self.n = 0

    def down(self, left):
        self.n += 1
        if left == 0:
            return self.n
        return self.down(left - 1)

    def listed(self, left):
        if left == 0:
            calls.append(left)
            return len(calls)
        return self.listed(left - 1)


c = Counter()
for i in range(1000):
    c.down(3)
    c.listed(2)
print c.n, len(calls)


# Arguments that are changed before the call goes on.
def gcd(a, b):
    a, b = b, a % b
    if b == 0:
        return a
    return gcd(a, b)


def digits(n, so_far=()):
    n, d = divmod(n, 10)
    so_far = so_far + (d,)
    if n == 0:
        return so_far
    return digits(n, so_far=so_far)


print sum(gcd(i + 1, 360) for i in range(2000)), [digits(i) for i in range(995, 1003)]


# The frame is there for who looks for it.
def looks(n):
    if n == 0:
        return 0
    if n == 1:
        return depth()
    return looks(n - 1)


def depth():
    f, n = sys._getframe(), 0
    while f is not None:
        n += f.f_code.co_name == 'looks'
        f = f.f_back
    return n


print [looks(i % 6) for i in range(1200)][-6:]

# And for who traces.
seen = []


def tracer(frame, event, arg):
    if frame.f_code.co_name in ('fib', 'down'):
        seen.append((event, frame.f_locals['n']))


sys.setprofile(tracer)
fib(4)
down(3)
sys.setprofile(None)
print len(seen), seen[:12]


# Caught around the call, in a function that is inlined itself.
def safe(n):
    try:
        return inverse(n)
    except ZeroDivisionError:
        return 'none'


def inverse(n):
    if n > 5:
        return n % (n - 6)
    return inverse(n + 3)


print [safe(i % 9) for i in range(2000)][-9:]


# Changed while it runs.
def ack(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ack(m - 1, 1)
    return ack(m - 1, ack(m, n - 1))


print ack(2, 9)
old = ack


def ack(m, n):
    if m == 1 and n > 1:
        return 100 + n
    return n + 1 if m == 0 else 7


print old(2, 3), old(1, 1), ack(2, 3)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


print [even(i % 40) for i in range(2000)].count(True), even(7), odd(7)


class Lazy(object):
    made = 0

    def __init__(self):
        self.kept = None

    def get(self):
        if self.kept is not None:
            return self.kept
        Lazy.made += 1
        self.kept = sorted(range(5), key=lambda x: -x)
        for i in range(3):
            self.kept.append(i)
        return self.kept

    value = property(get)


lazies = [Lazy() for i in range(50)]
print sum(len(l.get()) + len(l.value) for _ in range(40) for l in lazies), Lazy.made


# Handlers at what is still early.
def cleaned(n):
    ended = 0
    try:
        if 12 % n == 0:
            return n
        if n > 40:
            raise KeyError(n)
        n += 1
    finally:
        ended += 1
        if n == 7:
            return ended
    return cleaned(n)


def cleans(n):
    try:
        return cleaned(n)
    except (KeyError, ZeroDivisionError) as e:
        return type(e).__name__


print [cleans(i % 60) for i in range(2400)][-60:]
