# Recursion that becomes hot in the middle of itself.
import sys


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


print fib(20), fib(0), fib(1)


def ackermann(m, n):
    if m == 0:
        return n + 1
    if n == 0:
        return ackermann(m - 1, 1)
    return ackermann(m - 1, ackermann(m, n - 1))


print ackermann(2, 30), ackermann(1, 100)


def even(n):
    return True if n == 0 else odd(n - 1)


def odd(n):
    return False if n == 0 else even(n - 1)


t = 0
for i in xrange(300):
    t += even(i)
print t


def depth_sum(n, acc):
    if n == 0:
        return acc
    return depth_sum(n - 1, acc + n)


for i in range(60):
    r = depth_sum(500, 0)
print r, depth_sum(10, 0.5), depth_sum(5, 2 ** 64)


def fail_at_bottom(n):
    if n == 0:
        raise KeyError('bottom')
    return fail_at_bottom(n - 1) + 1


caught = 0
for i in xrange(200):
    try:
        fail_at_bottom(i % 150)
    except KeyError:
        caught += 1
print caught


def unwinding(n, log):
    try:
        if n == 0:
            raise ValueError
        unwinding(n - 1, log)
    except ValueError:
        log[0] += 1
        if n < 100:
            raise
    finally:
        log[1] += 1


log = [0, 0]
for i in xrange(150):
    try:
        unwinding(i, log)
    except ValueError:
        log[0] += 1000
print log


def quicksort(l):
    if len(l) <= 1:
        return l
    pivot = l[len(l) // 2]
    return quicksort([x for x in l if x < pivot]) + [x for x in l if x == pivot] + quicksort([x for x in l if x > pivot])


state = 42
data = []
for i in xrange(3000):
    state = (state * 1103515245 + 12345) & 0x7fffffff
    data.append(state % 10000)
s = quicksort(data)
print s == sorted(data), s[:5], s[-3:]
print quicksort(['b', 'a', 'c']), quicksort([2.5, 1, 3L])


class Tree(object):
    def __init__(self, key):
        self.key, self.left, self.right = key, None, None

    def insert(self, key):
        if key < self.key:
            if self.left is None:
                self.left = Tree(key)
            else:
                self.left.insert(key)
        elif key > self.key:
            if self.right is None:
                self.right = Tree(key)
            else:
                self.right.insert(key)

    def size(self):
        return 1 + (self.left.size() if self.left else 0) + (self.right.size() if self.right else 0)

    def height(self):
        return 1 + max(self.left.height() if self.left else 0, self.right.height() if self.right else 0)


root = Tree(data[0])
for k in data[1:]:
    root.insert(k)
print root.size() == len(set(data)), root.height()


def hanoi(n, a, b, c, moves):
    if n:
        hanoi(n - 1, a, c, b, moves)
        moves.append((a, c))
        hanoi(n - 1, b, a, c, moves)


moves = []
hanoi(12, 'A', 'B', 'C', moves)
print len(moves), moves[:3], moves[-1]


def too_deep(n):
    return too_deep(n + 1)


for i in range(5):
    try:
        too_deep(0)
    except RuntimeError as e:
        print e


def memo(n, cache={}):
    if n in cache:
        return cache[n]
    r = cache[n] = n if n < 2 else memo(n - 1) + memo(n - 2)
    return r


print memo(300)
