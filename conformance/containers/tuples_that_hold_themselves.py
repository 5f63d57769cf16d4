# What is printed to a file is shown item by item: there a tuple does not know itself again.
t=([],); t[0].append(t); print t
print t[0]
class T(tuple): pass
u=T(([],1)); u[0].append(u); print u; print u[0]
print str(u), repr(u), '%s' % (u,)
class R(tuple):
    def __repr__(self): return 'R'+tuple.__repr__(self)
r=R(([],)); r[0].append(r); print r, r[0]
d={}; v=(d,2); d[1]=v; print v, d
s=({1:[]},); s[0][1].append(s); print s
e=((),); print e
import collections
N=collections.namedtuple('N','a b'); n=N([],1); n.a.append(n); print n, n.a
class C: pass
import os,time
x=time.struct_time(([],)+(0,)*8); x[0].append(x); print x, x[0]
f=frozenset(); 
class H(tuple):
    __hash__=object.__hash__
    def __eq__(a,b): return a is b
h=H(([],)); h[0].append(h); print h, h[0], {h:h}, set([h])
l=[]; l.append((l,)); print l; l.append([l]); print l
w=(([],),); w[0][0].append(w); print w, w[0], w[0][0]
o=([],[]); o[0].append(o); o[1].append(o); print o
z=([],); z[0].extend([z,z]); print z
t=([],); t[0].append(t); print repr(t), str(t), '%s' % (t,), '%r' % (t,)
import sys
sys.displayhook(t)
class Shown(object):
    def __repr__(self): return repr(t)
print (Shown(), t), [Shown()]
class Out(object):
    def write(self, s): sys.__stdout__.write(s)
print >>Out(), t
