# _lsprof by counts: recursion, callers of builtins, methods, generators, threads, flags, and switching while it runs.
import _lsprof
import cProfile
import gc
import pstats
import sys
import threading


def name(code):
    if isinstance(code, str):
        return code.replace(' objects', '')
    if code.co_name == '<lambda>':
        return 'lambda of line %d' % code.co_firstlineno
    return code.co_name


def show(p):
    for s in sorted(p.getstats(), key=lambda s: name(s.code)):
        print '%-40s %d %d' % (name(s.code), s.callcount, s.reccallcount),
        print [(name(c.code), c.callcount, c.reccallcount) for c in sorted(s.calls or [], key=lambda c: name(c.code))]
    print


def profile(f, *args, **flags):
    p = _lsprof.Profiler(**flags)
    p.enable()
    try:
        f(*args)
    except Exception as e:
        print type(e).__name__, e
    p.disable()
    show(p)
    return p


def fib(n):
    return n if n < 2 else fib(n - 1) + fib(n - 2)


def even(n):
    return n == 0 or odd(n - 1)


def odd(n):
    return n != 0 and even(n - 1)


class Old:
    def __init__(self):
        self.x = []

    def __getattr__(self, name):
        return len(name)

    def __len__(self):
        return 3


class New(object):
    def __init__(self):
        self.items = [3, 1, 2]

    def __iter__(self):
        for i in self.items:
            yield i

    def __getitem__(self, i):
        return self.items[i]

    def __cmp__(self, other):
        return cmp(id(self), id(other))

    @property
    def size(self):
        return len(self.items)

    @classmethod
    def make(cls):
        return cls()

    @staticmethod
    def plain(x):
        return abs(x)


def methods():
    o = Old()
    o.anything
    len(o)
    n = New.make()
    n.size
    n.plain(-1)
    sorted(n)
    list(n)
    n[0]
    sum(n)
    max(n, key=lambda x: -x)
    [x for x in n]
    str(5), int('5'), dict(a=1), object()
    'a,b'.split(',')
    ''.join(map(str, n))
    getattr(o, 'z', None)
    isinstance(o, Old)
    reduce(lambda a, b: a + b, n)
    filter(None, n)
    zip(n)


def raises():
    try:
        int('x')
    except ValueError:
        pass
    try:
        {}['k']
    except KeyError:
        pass
    try:
        [].pop()
    except IndexError:
        pass
    len(5)


def generators():
    def g(n):
        for i in xrange(n):
            yield i
    list(g(3))
    it = g(5)
    next(it)
    it.next()
    it.close()
    it = g(2)
    next(it)
    try:
        it.throw(ValueError('thrown'))
    except ValueError:
        pass
    sum(x for x in g(4))


def decorated():
    def wrap(f):
        def inner(*a, **k):
            return f(*a, **k)
        return inner

    @wrap
    @wrap
    def f(x, y=1):
        return x + y
    f(1)
    f(1, y=2)
    eval('f(2)', {'f': f})
    exec 'f(3)' in {'f': f}
    apply(f, (4,))


for flags in ({}, {'subcalls': False}, {'builtins': False}, {'subcalls': False, 'builtins': False}):
    print sorted(flags)
    profile(fib, 6, **flags)
    profile(even, 7, **flags)
    profile(methods, **flags)
profile(raises)
profile(generators)
profile(decorated)


# The same function from hot loops: every call is counted.
def leaf(x):
    return x + 1


def loop(n):
    t = 0
    for i in xrange(n):
        t = leaf(t)
        if i & 1:
            t = abs(t)
    return t


print loop(3000)
profile(loop, 2000)
p = _lsprof.Profiler()
for i in range(3):
    p.enable(subcalls=i != 1, builtins=i != 2)
    loop(10)
    p.disable()
    show(p)

# On in one function, off in another; on twice; off twice; cleared in between.
def switch_on(p):
    p.enable()
    return leaf(1)


def switch_off(p):
    leaf(2)
    p.disable()
    leaf(3)


def both(p):
    switch_on(p)
    leaf(4)
    switch_off(p)
    leaf(5)


p = _lsprof.Profiler()
both(p)
show(p)
p.disable()
p.disable()
both(p)
show(p)
p.enable()
p.enable()
leaf(1)
p.clear()
leaf(2)
p.disable()
show(p)
p.clear()
show(p)

# Two profilers: the later one has it all.
p, q = _lsprof.Profiler(), _lsprof.Profiler()
p.enable()
leaf(1)
q.enable()
leaf(2)
print sys.getprofile() is q, sys.getprofile() is p
p.disable()
leaf(3)
q.disable()
show(p)
show(q)

# Another thread is another profile.
p = _lsprof.Profiler()
p.enable()
t = threading.Thread(target=loop, args=(5,))
p.disable()
p.clear()
p.enable()
leaf(1)
p.disable()
t.start()
t.join()
show(p)

# An entry's fields and what they are; the profiler as a class.
class Mine(_lsprof.Profiler):
    def __init__(self, *args):
        _lsprof.Profiler.__init__(self)
        self.notes = args


m = Mine(1, 2)
m.enable()
leaf(1)
m.disable()
e = [s for s in m.getstats() if s.code is leaf.func_code][0]
print m.notes, type(e).__name__, len(e), e.code is leaf.func_code, e[1] == e.callcount, e.totaltime >= 0, e.inlinetime >= 0, e.calls
print _lsprof.profiler_entry.__name__, _lsprof.profiler_entry.n_fields, _lsprof.profiler_entry.n_sequence_fields, _lsprof.profiler_subentry.n_fields
print sorted(n for n in dir(e) if n[:1] != '_'), issubclass(cProfile.Profile, _lsprof.Profiler)

# cProfile's table of statistics and its callers.
c = cProfile.Profile()
c.enable()
fib(4)
odd(3)
c.disable()
c.create_stats()
for k, v in sorted(c.stats.items(), key=lambda i: i[0][2]):
    print k[2], v[0], v[1], sorted((ck[2], cv[0] if isinstance(cv, tuple) else cv) for ck, cv in v[4].items())
s = pstats.Stats(c)
print s.total_calls, s.prim_calls, sorted(k[2] for k in s.top_level)
for label in ('<method \'disable\' of \'_lsprof.Profiler\' objects>', '<len>', leaf.func_code):
    print cProfile.label(label)[2]
try:
    print c.runcall(fib, 3), c.run('1/0')
except ZeroDivisionError as e:
    print e
print sys.getprofile()
