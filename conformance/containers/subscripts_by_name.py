# __getitem__, __setitem__, __delitem__ called by name: items that have numbers only, and others.
from collections import deque
import time
def t(f, *a):
    try:
        print repr(f(*a))
    except BaseException as e:
        print type(e).__name__, e

class N(object):
    def __index__(self): return 1
    def __len__(self): print 'len'; return 10
class D(deque):
    def __len__(self): print 'len'; return 10
for s in (xrange(5), deque([1,2,3,4,5]), buffer('abcde'), D([1,2,3]), bytearray('abc'), u'abc', 'abc', [1,2,3], (1,2,3), time.gmtime(0)):
    print type(s)
    for i in ({}, -1, 2**70, slice(0,1), N(), True,-7):
        t(s.__getitem__, i); t(lambda: s[i])
    try: s.__setitem__
    except: pass
    else:
        t(s.__setitem__,{},1)
        t(s.__setitem__,-1,1)
        t(s.__setitem__,2**70,1)
        t(s.__setitem__,-1,1,2)
        t(s.__delitem__,-1,1)
    t(s.__getitem__)
