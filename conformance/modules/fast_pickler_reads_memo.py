# A fast pickler of cPickle puts nothing into its memo, but gets what is there.
import cPickle
import cStringIO

f = cStringIO.StringIO()
for protocol in 0, 1, 2:
    p = cPickle.Pickler(f, protocol)
    a = [1]
    p.dump(a)
    p.fast = 1
    p.dump([a, a, [2]])
    p.fast = 0
    t = (a, [a])
    p.dump(t)
    p.fast = 1
    p.clear_memo()
    p.dump([a, a])
print repr(f.getvalue())
