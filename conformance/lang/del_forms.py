# del of names, attributes, items, slices, nested tuples.
class T(object):
    def __delattr__(self, name):
        print 'delattr', name

    def __delitem__(self, key):
        print 'delitem', key

    def __delslice__(self, i, j):
        print 'delslice', i, j


t = T()
del t.x, t[1], t['k'], t[1:2], t[:5]
del t[::2], t[1:2, 3], t[...]
del (t.a, (t.b, [t.c]))
a = b = c = 1
del a, (b, c)
for name in ['a', 'b', 'c']:
    print name in globals()
try:
    del a
except NameError as e:
    print e
try:
    print a
except NameError as e:
    print e
l = range(10)
del l[0], l[-1], l[2:4]
print l
del l[::2]
print l
del l[:]
print l
d = {1: 2, 3: 4}
del d[1]
print d
for code in ['del d[1]', 'del l[0]', 'del (1).real', 'del t.__class__', 'del "abc"[0]',
             'del (1, 2)[0]', 'del undefined', 'del d.x']:
    try:
        exec code
    except Exception as e:
        print type(e).__name__, e


def f():
    x = 1
    del x
    try:
        x
    except UnboundLocalError as e:
        print e
    try:
        del x
    except UnboundLocalError as e:
        print e
    x = 2
    print x
    for i in range(3):
        y = i
        del y
    return sorted(locals())


print f()


def g():
    global gone
    gone = 1
    del gone
    print 'gone' in globals()


g()
