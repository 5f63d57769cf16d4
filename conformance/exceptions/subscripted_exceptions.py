# Exceptions have items and no length: negative subscripts, slices, and subclasses with a length.
def t(f, *a):
    try:
        print repr(f(*a))
    except BaseException as e:
        print type(e).__name__, e

e = ValueError(1, 2, 3)


class E(ValueError):
    def __len__(self): print 'len'; return 10
for i in ({},1.5,None,'a',-1,-3,-4,True,2**70,slice(0,2)):
    t(e.__getitem__,i); t(lambda: e[i])
    t(E(1,2,3).__getitem__,i); t(lambda: E(1,2,3)[i])
    t(BaseException.__getitem__,e,i)
t(e.__getslice__,0,2)
t(e.__getslice__,-2,3)
t(lambda: e[-2:])
t(lambda: E(1,2,3)[-2:])
t(lambda: E(1,2,3)[-12:2:1])
