# Recursive generators over trees and graphs, merged, interleaved, cut short; what runs when they are closed.
import heapq
import itertools


class Node(object):
    def __init__(self, key, left=None, right=None):
        self.key, self.left, self.right = key, left, right

    def __iter__(self):
        if self.left:
            for k in self.left:
                yield k
        yield self.key
        if self.right:
            for k in self.right:
                yield k

    def preorder(self, log):
        try:
            yield self.key
            for child in self.left, self.right:
                if child:
                    for k in child.preorder(log):
                        yield k
        finally:
            log.append(self.key)


def build(low, high):
    if low >= high:
        return None
    middle = (low + high) // 2
    return Node(middle, build(low, middle), build(middle + 1, high))


tree = build(0, 31)
print list(tree) == range(31), list(itertools.islice(tree, 5)), sum(tree), max(tree), 17 in tree, 99 in tree
log = []
walk = tree.preorder(log)
print [walk.next() for _ in range(6)], log
walk.close()
print log
log = []
for k in tree.preorder(log):
    if k == 9:
        break
print sorted(log)
log = []
walk = tree.preorder(log)
for _ in range(4):
    walk.next()
try:
    walk.throw(KeyError('stop'))
except KeyError as e:
    print e, log
print list(walk), walk.gi_frame, walk.gi_running


def same_fringe(a, b):
    return all(x == y for x, y in itertools.izip_longest(iter(a), iter(b)))


print same_fringe(tree, build(0, 31)), same_fringe(Node(1, Node(0)), Node(0, None, Node(1))), same_fringe(tree, Node(3))


def depth_first(graph, node, seen=None):
    seen = set() if seen is None else seen
    seen.add(node)
    yield node
    for other in graph[node]:
        if other not in seen:
            for n in depth_first(graph, other, seen):
                yield n


def breadth_first(graph, *starts):
    queue, seen = list(starts), set(starts)
    while queue:
        node = queue.pop(0)
        more = yield node
        for other in graph[node] + (more or []):
            if other not in seen:
                seen.add(other)
                queue.append(other)


graph = dict((n, [m for m in (n * 2 % 23, n * 3 % 23, n + 1) if m < 23]) for n in range(23))
print list(depth_first(graph, 1))
print list(breadth_first(graph, 1))
small = {1: [2], 2: [], 3: [4], 4: [1], 9: []}
walk = breadth_first(small, 1)
print walk.next(), walk.send([3]), walk.send(None), walk.send([9]), list(walk)


def paths(graph, a, b, path=()):
    path += a,
    if a == b:
        yield path
    for n in graph[a]:
        if n not in path:
            for p in paths(graph, n, b, path):
                yield p


print len(list(paths(graph, 1, 10))), min(paths(graph, 1, 10), key=len)


def permutations(items):
    if not items:
        yield []
    for i, x in enumerate(items):
        for rest in permutations(items[:i] + items[i + 1:]):
            yield [x] + rest


print list(permutations('abc')) == map(list, itertools.permutations('abc')), sum(1 for _ in permutations(range(6)))


def primes():
    yield 2
    found = []
    for n in itertools.count(3, 2):
        for p in found:
            if p * p > n:
                found.append(n)
                yield n
                break
            if n % p == 0:
                break
        else:
            found.append(n)
            yield n


print list(itertools.islice(primes(), 20)), next(itertools.dropwhile(lambda p: p < 2000, primes()))


def hamming():
    yield 1
    sources = [itertools.imap(lambda x, k=k: x * k, source) for k, source in zip((2, 3, 5), itertools.tee(hamming(), 3))]
    last = 1
    for x in heapq.merge(*sources):
        if x != last:
            yield x
            last = x


print list(itertools.islice(hamming(), 40))


def round_robin(*sources):
    sources = map(iter, sources)
    while sources:
        for s in list(sources):
            try:
                yield s.next()
            except StopIteration:
                sources.remove(s)


print ''.join(round_robin('abc', 'D', 'efgh', (c for c in 'IJ')))


def deep(n):
    if n:
        for x in deep(n - 1):
            yield x + 1
    else:
        yield 0


print list(deep(200))
try:
    print list(deep(2000))
except RuntimeError as e:
    print str(e)[:32]


def countdown(n):
    while n:
        got = yield n
        n = got if got is not None else n - 1


c = countdown(5)
print [c.next(), c.next(), c.send(10), c.next(), c.send(2), c.next()]
try:
    c.next()
except StopIteration as e:
    print 'done', e.args
