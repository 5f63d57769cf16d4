# Many suspended generators alive at once, resumed in mixed order.
def counter(start, step):
    n = start
    while True:
        got = yield n
        n += step if got is None else got


gens = [counter(i, i + 1) for i in range(200)]
for g in gens:
    next(g)
state = 1
total = 0
for round_ in range(5):
    for i in range(len(gens)):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        g = gens[(state >> 8) % len(gens)]
        if state % 5 == 0:
            total += g.send(-3)
        else:
            total += next(g)
print total, [next(g) for g in gens[:10]]
for i, g in enumerate(gens):
    if i % 2:
        g.close()
alive = 0
for g in gens:
    try:
        next(g)
        alive += 1
    except StopIteration:
        pass
print alive


def pipeline(n, depth):
    def source():
        for i in xrange(n):
            yield i

    def stage(it, k):
        for x in it:
            if x % (k + 2):
                yield x + k
    it = source()
    for k in range(depth):
        it = stage(it, k)
    return it


print sum(pipeline(500, 1)), sum(pipeline(500, 5)), list(pipeline(30, 8))


def locals_of_many_types():
    i, f, s, l, n, big = 1, 1.5, 'a', [], None, 2 ** 70
    while len(s) < 6:
        yield i, f, s, list(l), n, big
        i, f, s, n, big = i + 1, f * 2, s + 'b', not n, big + 1
        l.append(i)
        if i == 3:
            f, i = i, f
        if i == 4:
            s = unicode(s)


for v in locals_of_many_types():
    print v


def deep_stack(n):
    a = yield n
    b = [a, (yield n + 1), (yield n + 2)]
    c = {'k': (yield n + 3), 'l': [(yield n + 4) for i in range(2)]}
    yield b, sorted(c.items())


g = deep_stack(10)
out = [next(g)]
for reply in 'abcdef':
    out.append(g.send(reply))
print out[:-1], out[-1]


def collatz(n):
    while n != 1:
        yield n
        n = n // 2 if n % 2 == 0 else 3 * n + 1
    yield 1


print list(collatz(7)), max(len(list(collatz(i))) for i in range(1, 300)), sum(collatz(97))
zipped = zip(*[pipeline(40, d) for d in range(4)])
print len(zipped), zipped[-1]
merged = []
a, b = pipeline(50, 2), pipeline(50, 3)
x, y = next(a), next(b)
try:
    while True:
        if x <= y:
            merged.append(x)
            x = next(a)
        else:
            merged.append(y)
            y = next(b)
except StopIteration:
    print merged == sorted(merged), len(merged)


class Node(object):
    def __init__(self, v, *children):
        self.v, self.children = v, children

    def depth_first(self):
        yield self.v
        for c in self.children:
            for v in c.depth_first():
                yield v

    def breadth_first(self):
        queue = [self]
        while queue:
            n = queue.pop(0)
            yield n.v
            queue.extend(n.children)


tree = Node(1, Node(2, Node(4), Node(5, Node(8))), Node(3, Node(6), Node(7)))
print list(tree.depth_first()), list(tree.breadth_first())
