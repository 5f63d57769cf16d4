# How deep generators, exec, containers and serialisers nest, and what the RuntimeError says of each.
import os
import sys

# Generators that die close to the limit cannot be ended there: who says so, and when, is not compared.
sys.stderr = open(os.devnull, 'w')


def probe(name, start):
    global n
    n = 0
    try:
        start()
        print name, 'ended', n
    except RuntimeError as e:
        print name, n, e
    except Exception as e:
        print name, n, type(e).__name__, e


def g():
    global n; n += 1
    for x in g(): yield x
probe('generator', lambda: list(g()))
def g():
    global n; n += 1
    for x in g(): yield x
probe('generator next', lambda: g().next())
def g():
    global n; n += 1
    yield next(g())
probe('generator next()', lambda: next(g()))
def g():
    global n; n += 1
    yield g().next()
probe('generator .next()', lambda: next(g()))
def g():
    global n; n += 1
    yield g().send(None)
probe('generator .send()', lambda: next(g()))
def g():
    global n; n += 1
    yield list(g())
probe('generator list', lambda: next(g()))
def g():
    global n; n += 1
    return list(g() for x in [1])
probe('genexpr', g)
def g():
    global n; n += 1
    return [g() for x in [1]]
probe('listcomp', g)
def g():
    global n; n += 1
    return {g() for x in [1]}
probe('setcomp', g)
def g():
    global n; n += 1
    return {g():1 for x in [1]}
probe('dictcomp', g)
def g():
    global n; n += 1
    exec 'g()'
probe('exec', g)
def g():
    global n; n += 1
    eval('g()')
probe('eval', g)
c = compile('g()', 'x', 'eval')
def g():
    global n; n += 1
    eval(c)
probe('eval code', g)
def g():
    global n; n += 1
    exec c in {'g': g}
probe('exec code', g)
import tempfile, os
fd, path = tempfile.mkstemp('.py'); os.write(fd, 'g()\n'); os.close(fd)
def g():
    global n; n += 1
    execfile(path, {'g': g})
probe('execfile', g)
os.remove(path)
import __builtin__
old = __builtin__.__import__
def imp(*a):
    global n; n += 1
    import foo
__builtin__.__import__ = imp
try:
    probe('import hook', imp)
finally: __builtin__.__import__ = old
class Finder(object):
    def find_module(self, name, path=None):
        global n; n += 1
        import foo_bar
sys.meta_path.append(Finder())
def g(): import foo_bar
probe('meta path', g)
sys.meta_path.pop()
def g(*a):
    global n; n += 1
    __import__('foo', *a)
l = []
for i in range(3000): l = [l]
probe('list repr', lambda: repr(l))
probe('list str', lambda: str(l))
probe('list %s', lambda: '%s' % l)
l2 = []
for i in range(3000): l2 = [l2]
probe('list eq', lambda: l == l2)
probe('list lt', lambda: l < l2)
probe('list cmp', lambda: cmp(l, l2))
probe('list in', lambda: l in [l2])
import pickle, copy, cPickle, marshal, json
probe('pickle', lambda: pickle.dumps(l))
probe('pickle2', lambda: pickle.dumps(l, 2))
probe('cpickle', lambda: cPickle.dumps(l))
probe('deepcopy', lambda: copy.deepcopy(l))
probe('marshal', lambda: marshal.dumps(l))
probe('json', lambda: json.dumps(l))
probe('json indent', lambda: json.dumps(l, indent=1))
t = ()
for i in range(3000): t = (t,)
t2 = ()
for i in range(3000): t2 = (t2,)
probe('tuple repr', lambda: repr(t))
probe('tuple eq', lambda: t == t2)
probe('tuple hash', lambda: hash(t))
d = {}
for i in range(3000): d = {1: d}
d2 = {}
for i in range(3000): d2 = {1: d2}
probe('dict repr', lambda: repr(d))
probe('dict eq', lambda: d == d2)
probe('dict cmp', lambda: cmp(d, d2))
probe('json loads', lambda: json.loads('[' * 3000 + ']' * 3000))
probe('json loads', lambda: json.loads('{"a":' * 3000 + '}' * 3000))
probe('json loads u', lambda: json.loads(u'[' * 3000 + ']' * 3000))
probe('isinstance', lambda: isinstance(1, t2))
def mk(i):
    t = (str,)
    for i in range(i): t = (t,)
    return t
probe('isinstance', lambda: isinstance(1, mk(3000)))
probe('issubclass', lambda: issubclass(int, mk(3000)))
class IC(type):
    def __instancecheck__(cls, x):
        global n; n += 1
        return isinstance(x, cls)
    def __subclasscheck__(cls, x):
        global n; n += 1
        return issubclass(x, cls)
class ICX(object): __metaclass__ = IC
probe('instancecheck', lambda: isinstance(1, ICX))
probe('subclasscheck', lambda: issubclass(int, ICX))
import collections
class DM(dict):
    def __missing__(self, k):
        global n; n += 1
        return self[k]
probe('missing', lambda: DM()[1])
dd = collections.defaultdict(lambda: tickdd())
def tickdd():
    global n; n += 1
    return dd[1]
probe('defaultdict', lambda: dd[1])
dq = collections.deque()
for i in range(3000): dq = collections.deque([dq])
probe('deque repr', lambda: repr(dq))
