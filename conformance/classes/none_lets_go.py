# A local variable that is bound to None lets go of what it was bound to.
import weakref
class A(object):
    def __del__(self): print 'del'
def f(n):
    a = A()
    a = None
    print 'after 1'
    b = A(); c = b
    b = None
    print 'after 2'
    c = None
    print 'after 3'
    for i in range(2):
        d = None
        d = A()
    d = None
    print 'after 4'
    if n:
        e = A()
        r = weakref.ref(e, lambda r: 'gone')
        e = None
        print r() is None
    n = None
    g = None
    print n, g
    if g:
        h = 1
    h = None
    h = None
    print h
f(1); f(0)
p = None


def proxied():
    global p
    s = set('gallahad')
    p = weakref.proxy(s)
    print str(p) == str(s)
    s = None
    try:
        str(p)
    except ReferenceError:
        print 'gone'
    else:
        print 'there'


proxied()
proxied()
