# What holds itself shows so: a tuple by way of a list, an attribute, or a dict.
t = ([],)
t[0].append(t)
print repr(t), str(t), '%r' % (t,)
print t
print t[0]
print repr(t[0])


class Pair(tuple):
    pass


p = Pair(([], 2))
p[0].append(p)
print repr(p)
print p
d = {}
u = (d, 1)
d['u'] = u
print repr(u), repr(d)
print u
print d
print repr((t, t)), [t, t]
