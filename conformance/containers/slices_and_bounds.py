"""Slices with and without bounds, of lists, strings and what only looks like them; bounds that are no ints."""


def f(x, i, j):
    return x[i:j]


def g(x, i):
    return x[i:]


def h(x, j):
    return x[:j]


def k(x):
    return x[:]


class L(list): pass
class S(str): pass
class G(list):
    def __getslice__(self,i,j): return ('g',i,j)
class I(object):
    def __index__(self): return 1
for x in ([1,2,3,4,5],'abcdef',u'abcde',(1,2,3),L([1,2,3]),S('abcd'),G([1,2]),[], ''):
    for rep in range(3):
        print repr(k(x))
        for i in (0,1,-1,-2,3,10,-10,None,True,2L,10**30,-10**30,I(),2**62,-2**62, 2**48):
            print repr(g(x,i)),repr(h(x,i)),
            for j in (0,2,-1,100,None,1L,False, -2**63): print repr(f(x,i,j)),
    print
for bad in (1.5,'a',[]):
    for fn in (g,h):
        for x in ([1],'a'):
            try: fn(x,bad); print 'no'
            except TypeError as e: print e
for x in (3,None,{}):
    for fn in (lambda x:k(x),lambda x:g(x,1)):
        try: fn(x)
        except TypeError as e: print e
s='hello'
print k(s) is s, k([]) is not None
a=[1,2,3]; b=k(a); b.append(4); print a,b
t=0
for q in xrange(2000):
    t+=len(a[1:])+len('hello'[:q%7])+len(a[:])+len(a[q%5:q%3])
print t


# What is returned is the caller's own: a part of a list is a new list, however it was made.
def parts(rows):
    out = []
    for n, row in enumerate(rows):
        first, rest, same = row[:1], row[1:], row[:]
        same.append(n)
        first += rest
        out.append((first, rest, same, row[n % 3:-1], row[-2:n]))
    return out


for kind in (list, str, tuple):
    rows = [kind('abcdef'[:n % 7]) for n in range(60)]
    try:
        print(parts(rows)[-3:])
    except (AttributeError, TypeError) as e:
        print(kind.__name__, e)
print(parts([list(range(n % 5)) for n in range(400)])[-5:])
