# Structures inside structures, shared and cyclic.
a = [1, [2, [3, [4]]], {'k': [5, {'deep': (6,)}]}]
print a[1][1][1][0], a[2]['k'][1]['deep'][0]
a[1][1].append('new')
a[2]['k'][0] += 10
a[2]['k'][1]['deep'] += (7,)
a[1][0], a[0] = a[0], a[1][0]
print a
shared = [0]
d = {'x': shared, 'y': shared, 'z': [shared, shared[:]]}
shared.append(1)
print sorted(d.items()), d['x'] is d['z'][0]
m = [[0] * 3 for i in range(3)]
for i in range(3):
    for j in range(3):
        m[i][j] = i * 3 + j
print m, [r[::-1] for r in m[::-1]], zip(*m), [sum(r) for r in m], sum(m, []), [m[i][i] for i in range(3)], map(list, zip(*m[::-1]))
grid = dict(((x, y), x * y) for x in range(3) for y in range(3))
print grid[2, 2], grid[(1, 2)], sorted(k for k, v in grid.items() if v > 1), len(grid), (5, 5) in grid


def deepcopy(x):
    if isinstance(x, list):
        return [deepcopy(v) for v in x]
    if isinstance(x, dict):
        return dict((k, deepcopy(v)) for k, v in x.items())
    if isinstance(x, tuple):
        return tuple(deepcopy(v) for v in x)
    return x


def flatten(x):
    out = []
    for v in x:
        if isinstance(v, (list, tuple)):
            out.extend(flatten(v))
        elif isinstance(v, dict):
            out.extend(flatten(sorted(v.items())))
        else:
            out.append(v)
    return out


c = deepcopy(a)
c[2]['k'][0] = 'only in the copy'
print a[2]['k'][0], c[2]['k'][0], flatten(a), a == deepcopy(a), a == c
l = [1]
l.append(l)
l2 = [l, l]
t = (l, {'l': l})
print l, l2, t, l[1][1][1] is l, len(l), repr(l)
e = {}
e['me'] = e
e['list'] = [e]
print sorted(e), repr(e)


class Node(object):
    def __init__(self, value, next=None):
        self.value, self.next = value, next

    def __repr__(self):
        return '%r -> %r' % (self.value, self.next)


chain = None
for i in range(5):
    chain = Node(i, chain)
print chain
previous = None
while chain:
    chain.next, previous, chain = previous, chain, chain.next
print previous
tree = {}
for word in 'to tea ted ten inn in'.split():
    node = tree
    for ch in word:
        node = node.setdefault(ch, {})
    node['$'] = True


def words(node, prefix=''):
    for k in sorted(node):
        if k == '$':
            yield prefix
        else:
            for w in words(node[k], prefix + k):
                yield w


print list(words(tree))
graph = {'a': ['b', 'c'], 'b': ['d'], 'c': ['d', 'e'], 'd': ['f'], 'e': ['f'], 'f': []}


def paths(g, start, end, path=()):
    path += (start,)
    if start == end:
        return [path]
    return [p for n in g[start] if n not in path for p in paths(g, n, end, path)]


print paths(graph, 'a', 'f')
order, seen = [], set()


def visit(n):
    if n not in seen:
        seen.add(n)
        for k in graph[n]:
            visit(k)
        order.insert(0, n)


for n in sorted(graph):
    visit(n)
print order
