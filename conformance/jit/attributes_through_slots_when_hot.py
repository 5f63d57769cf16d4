# Slots in hot code: read, written, deleted, shadowed by subclasses, moved by __class__, replaced in the class, and
# bases with and without __dict__ that meet at one site.
class Node(object):
    __slots__ = ('key', 'left', 'right', 'size')
    def __init__(self, key): self.key = key; self.left = self.right = None; self.size = 1
class Tree(object):
    __slots__ = 'root', '_n', '__weakref__'
    node = Node
    def __init__(self): self.root = None; self._n = 0
    def add(self, key):
        if self.root is None: self.root = self.node(key); self._n += 1; return True
        n = self.root; path = []
        while 1:
            path.append(n)
            if key == n.key: return False
            if key < n.key:
                if n.left is None: n.left = self.node(key); break
                n = n.left
            else:
                if n.right is None: n.right = self.node(key); break
                n = n.right
        for p in path: p.size += 1
        self._n += 1
        return True
    def __iter__(self):
        st, n = [], self.root
        while st or n is not None:
            while n is not None: st.append(n); n = n.left
            n = st.pop(); yield n.key; n = n.right
def fill(t, n, seed):
    x = seed
    for i in xrange(n):
        x = (x * 1103515245 + 12345) % 2147483648
        t.add(x // 65536 % 4096)
    return t
t = fill(Tree(), 1500, 7); l = list(t)
print t._n, t.root.size, l == sorted(set(l)), l[:4], l[-2:]
class Wide(Node):
    __slots__ = 'extra',
    def __init__(self, key): Node.__init__(self, key); self.extra = -key
Tree.node = Wide; fill(t, 1500, 11)
print t._n, sum(isinstance(n, Wide) for n in [t.root.left, t.root.right]), len(list(t)) == t._n
class Loose(Node):
    def __init__(self, key): super(Loose, self).__init__(float(key)); self.note = 'n'
Tree.node = Loose; fill(t, 800, 13)
print t._n, sorted(set(type(k).__name__ for k in t)), t.root.size == t._n
def bump(ns, n):
    for i in xrange(n): ns[i % len(ns)].size += 1
    return [x.size for x in ns]
a, b, c = Node(1), Wide(2), Loose(3)
print bump([a, b, c], 3000)
del b.size
try: bump([a, b, c], 10)
except AttributeError, e: print e
print a.size, c.size
b.size = 0.5; print bump([a, b, c], 3000)
saved = Node.size
Node.size = property(lambda s: saved.__get__(s) * 10, lambda s, v: saved.__set__(s, v // 100))
print bump([a, b, c], 30)
del Node.size
for x in (a, b, c):
    try: print bump([x], 3)
    except AttributeError, e: print e
Node.size = saved; print [x.size for x in (a, b, c)]
class Twin(object):
    __slots__ = ('key', 'left', 'right', 'size')
def keys(ns, n):
    s = 0
    for i in xrange(n):
        s += ns[i % len(ns)].key
        if i == n // 2: a.__class__ = Twin
    return s
print keys([a, b, c], 3000), type(a).__name__, a.size
try: b.__class__ = Twin
except TypeError, e: print e
class Shadow(Node):
    __slots__ = 'key',
s = Shadow(9); print s.key, bump([s], 1000)
try: Node.key.__get__(s)
except AttributeError, e: print e
Node.key.__set__(s, 'base'); print s.key, Node.key.__get__(s), keys([s, s], 100)
