# A tuple whose place is taken again is nobody's: collections in between find nothing of it.
import gc, itertools
def junk(i):
    return [(i, j) for j in range(i % 5)] and i
n = 300
for r in range(3):
    s = map(id, ((i, junk(i)) for i in xrange(n)))
    s2 = map(len, ((i, junk(i), str(i)) for i in xrange(n)))
    s3 = map(id, itertools.izip((junk(i) for i in xrange(n)), (str(i) for i in xrange(n))))
    def g():
        for i in xrange(n):
            yield (i, junk(i))
            if i % 50 == 0: gc.collect()
    it = g()
    s4 = map(id, it)
    s6 = map(id, ((i, gc.collect()) for i in xrange(20)))
    print len(s), sum(s2), len(s3), len(s4), len(s6)
