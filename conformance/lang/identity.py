# is: what must be the same object, what must not.
a = [1]
b = a
print a is b, a is not b, a is [1], [] is [], {} is {}, None is None, True is True, () is ()
x = 1000
y = x
print x is y, x is not None, type(None) is type(None), type(1) is int, type(x) is type(y)


def f():
    pass


print f is f, f() is None, f.func_code is f.func_code


class C(object):
    def m(self):
        pass


c = C()
print c is c, c.m is c.m, c.__class__ is C, C.__dict__['m'] is C.__dict__['m'], type(c) is C
s = 'text'
t = s
print s is t, intern('abc') is intern('ab' + 'c'), s[:] is s, str(s) is s
tup = (1, 2)
print tup is tup, tup[:] is tup, tuple(tup) is tup, a[:] is a, list(a) is a
fs = frozenset([1])
print frozenset(fs) is fs, set(fs) is fs, fs.copy() is fs
print bool(1) is True, bool([]) is False, (1 == 1) is True, (not 1) is False, isinstance(1, int) is True
d = {'k': a}
print d['k'] is a, d.get('k') is a, d.values()[0] is a, d.copy()['k'] is a, d.copy() is d
keys = [object() for i in range(5)]
look = dict((k, i) for i, k in enumerate(keys))
print [look[k] for k in keys], all(any(k is q for q in look) for k in keys)
big = 10 ** 30
print big is big, big == 10 ** 30, (big, big)[0] is big
fl = 1.5
print fl is fl, [fl][0] is fl, (lambda v: v)(fl) is fl
print id(a) == id(b), id(a) == id([1, 2, 3]), id(None) == id(None)
ids = set()
objs = []
for i in range(100):
    objs.append(object())
    ids.add(id(objs[-1]))
print len(ids), [id(o) for o in objs] == [id(o) for o in objs]
e = Exception()
try:
    raise e
except Exception as caught:
    print caught is e
g = (i for i in [])
print iter(g) is g, iter(a) is iter(a)
l = [a, a]
print l[0] is l[1], l * 2 == [a, a, a, a], (l * 2)[3] is a
def default(v=[]):
    return v
print default() is default(), default([]) is default([])
print 1 is 1.0, 1 is True, 0 is False, '' is u'', NotImplemented is NotImplemented, Ellipsis is Ellipsis
