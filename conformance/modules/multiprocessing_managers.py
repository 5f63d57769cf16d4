# multiprocessing managers: shared lists, dicts, namespaces, queues and classes of one's own, by proxies; errors from the server.
import multiprocessing as mp, multiprocessing.managers as mm
class Counter(object):
    def __init__(self, n): self.n = n
    def up(self, by=1): self.n += by; return self.n
    def get(self): return self.n
    def bad(self): raise KeyError('bad')
    def _hidden(self): return 'h'
class M(mm.BaseManager): pass
M.register('Counter', Counter)
M.register('view', lambda: {'a': 1}, exposed=('keys', '__len__'), proxytype=mm.MakeProxyType('V', ('keys', '__len__')))
def t(f, *a):
    try: print repr(f(*a))
    except Exception as e: print type(e).__name__, str(e).splitlines()[-1] if str(e) else ''
def work(c, l, d, ns): c.up(10); l.append('child'); d['c'] = 1; ns.x += 1
if __name__ == '__main__':
    m = M(); t(m.Counter, 5); m.start(); t(m.start); c = m.Counter(5); print c.up(), c.up(by=3), c.get(); t(c.bad); t(lambda: c._hidden()); t(lambda: c.n); print type(c).__name__, str(c).split(' ')[0]; v = m.view(); print v.keys(), len(v), type(v).__name__
    s = mp.Manager(); l, d, ns = s.list([1, 2]), s.dict(a=1), s.Namespace(); ns.x = 5; p = mp.Process(target=work, args=(c, l, d, ns)); p.start(); p.join(); print c.get(), l[:], sorted(d.items()), ns.x, len(l), l[0], 'a' in d, d.get('zz', 0), str(l), repr(l)[:11]
    l.extend([4, 3]); l.sort(key=str); print l, l.pop(), l.index(3), l * 2 if 0 else '', l.count(1); l += [9]; print l, type(l).__name__; t(l.index, 77); t(d.__getitem__, 'no'); d.update({'z': 2}); print sorted(d.keys()), d.pop('z'), d.copy() == dict(d.items()), d.has_key('q'); t(d.popitem, 1)
    t(getattr, ns, 'nope'); del ns.x; t(getattr, ns, 'x'); q = s.Queue(2); q.put(5); print q.get(), q.empty(), q.qsize(); t(q.get_nowait); e = s.Event(); print e.is_set(), e.set(), e.is_set(); k = s.Lock(); print k.acquire(), k.acquire(False), k.release(); a = s.Array('i', [1, 2]); print a[1], a, len(a); x = s.Value('d', 2.5); x.value += 1; print x.value, x.get(), x; r = s.RLock(); 
    with r: print 'in'
    m.shutdown(); s.shutdown(); t(c.get) if 0 else None; print mm.Token('t', 'a', 'i'), mm.State.STARTED, sorted(mm.SyncManager._registry)
