# Exceptions through every kind of call.
import sys
log = []


class Boom(Exception):
    pass


def boom(*args):
    raise Boom(*args)


class Special(object):
    __add__ = __radd__ = __getitem__ = __setitem__ = __delitem__ = __len__ = __iter__ = __contains__ = __call__ = __getattr__ = __eq__ = __lt__ = __cmp__ = __nonzero__ = __str__ = __repr__ = __int__ = __float__ = __neg__ = __enter__ = __iadd__ = __getslice__ = __setslice__ = __index__ = __coerce__ = __unicode__ = __format__ = lambda self, *a: boom('special')
    __hash__ = lambda self: boom('hash')
    __exit__ = lambda *a: log.append('exit called')


class BadIter(object):
    def __init__(self, n):
        self.n = n

    def __iter__(self):
        return self

    def next(self):
        self.n -= 1
        if self.n < 0:
            boom('next')
        return self.n


class BadDescr(object):
    def __get__(self, o, t):
        boom('get')

    def __set__(self, o, v):
        boom('set')


class Uses(object):
    d = BadDescr()


class BadInit(object):
    def __init__(self):
        boom('init')


class BadNew(object):
    def __new__(cls):
        boom('new')


s, u = Special(), Uses()
cases = '''s + 1
1 + s
s[0]
s[0:1]
s[0] = 1
s[0:1] = 1
del s[0]
len(s)
iter(s)
list(s)
1 in s
s()
s.attr
s == 1
s != 1
s < 1
cmp(s, 1)
bool(s)
not s
if s: pass
while s: pass
s and 1
[1 for i in [1] if s]
str(s)
repr(s)
'%s' % s
'%r' % (s,)
print s
`s`
int(s)
float(s)
-s
hash(s)
{s: 1}
{}[s]
s in {}
set([s])
[1].index(s)
[1, s].count(5)
sorted([s, s])
max([s, s])
s += 1
with s: pass
[1][s]
range(s)
format(s)
unicode(s)
u.d
u.d = 1
BadInit()
BadNew()
list(BadIter(2))
for x in BadIter(1): log.append(x)
tuple(BadIter(0))
a, b = BadIter(1)
sum(BadIter(2))
dict(BadIter(0))
[x for x in BadIter(2)]
list(x for x in BadIter(2))
set(BadIter(1))
max(BadIter(3))
','.join(BadIter(0))
zip([1, 2], BadIter(1))
map(None, BadIter(1))
map(boom, [1])
filter(boom, [1])
reduce(boom, [1, 2])
sorted([1, 2], key=boom)
sorted([1, 2], cmp=boom)
max([1, 2], key=boom)
boom(*BadIter(1))
len(*BadIter(1))
[].extend(BadIter(1))
eval('boom()')
exec 'boom()'
(lambda: boom())()
apply(boom)
getattr(u, 'd')
hasattr(u, 'd')
getattr(u, 'd', 'default')
isinstance(1, boom())
type('X', (boom(),), {})
class X(object): boom()
class X(boom()): pass
def f(x=boom()): pass
import_never = boom()
boom() if 1 else 2
[boom(), 1]
{boom(): 1}
{1: boom()}
x = boom(), 1
assert boom()
raise boom()
raise ValueError, boom()
lambda x=boom(): 1
iter(boom, 1).next()
enumerate(BadIter(0)).next()
reversed([1])[boom()]
any(BadIter(0))
all([1, 1, s])
next(BadIter(0), 'default')
print >>s, 1'''
for case in cases.split('\n'):
    try:
        exec case
        print case, '-> no error'
    except Boom as e:
        print case, '->', e.args
    except Exception as e:
        print case, '-> other', type(e).__name__, e
print log
