# multiprocessing.dummy, thread pools, dummy_threading, future_builtins, hotshot-free odds of running things at once.
import multiprocessing.dummy as MD, multiprocessing.pool as MP, dummy_threading as DT, dummy_thread, future_builtins as FB, threading, time, Queue, operator, functools, itertools
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0]
def sq(x): return x * x
def boom(x): raise ValueError('boom %s' % x)
p = MP.ThreadPool(3); print p.map(sq, range(8)), p.map(sq, []), p.map(sq, range(5), 2), p.apply(pow, (2, 5)), p.apply(int, ('ff',), {'base': 16}), list(p.imap(sq, range(5))), sorted(p.imap_unordered(sq, range(5), 2)), p.map_async(sq, [3]).get(), [r.get() for r in [p.apply_async(sq, (i,)) for i in range(3)]]
t(p.map, boom, [1]); t(p.apply, boom, (2,)); it = p.imap(lambda x: 1 / (x - 1), range(3)); print it.next(), ; t(it.next); print it.next(), ; t(it.next); r = p.apply_async(time.sleep, (0.02,)); t(r.get, 0.0001); t(r.successful); r.wait(); print r.ready(), r.successful(), r.get(); out = []; r = p.apply_async(sq, (4,), callback=out.append); r.wait(); time.sleep(0.002); print out; p.close(); t(p.apply_async, sq, (1,)); p.join(); q = MP.ThreadPool(1); q.terminate(); q.join(); t(MP.ThreadPool, 0); t(MP.ThreadPool, 'x'); print repr(MP.ThreadPool)[:20]
def init(n): seen.append(n)
seen = []; p = MP.ThreadPool(2, init, ('i',)); p.map(sq, range(4)); p.close(); p.join(); print len(seen)
d = MD.Process(target=lambda: out.append('dummy')); d.start(); d.join(); print out[-1], d.exitcode, d.is_alive(), MD.current_process().name, len(MD.active_children()); a, b = MD.Pipe(); a.send({'x': 1}); print b.recv(), a.poll(), b.poll(0.001); l = MD.list([1]) if hasattr(MD, 'list') else [1]; ns = MD.Namespace(a=1); print ns.a, repr(ns), MD.Value('i', 5).value, list(MD.Array('i', [1, 2])), MD.Manager() is MD or 'module', MD.Lock().acquire(), MD.cpu_count() > 0 if hasattr(MD, 'cpu_count') else '', MD.Queue().empty(), MD.Pool(1).map(sq, [5]), MD.freeze_support()
x = DT.Thread(target=lambda: out.append('ran')); x.start(); print out[-1], x.isAlive(), DT.Lock().acquire(), DT.currentThread().getName(), DT.Event().isSet(), DT.activeCount(); t(dummy_thread.start_new_thread, 5, []); dummy_thread.start_new_thread(lambda: 0, ()); k = dummy_thread.allocate_lock(); print k.acquire(), k.locked(), k.acquire(0), k.release(), dummy_thread.get_ident(), dummy_thread.stack_size(), repr(k).split(' ')[0]; t(k.release); t(dummy_thread.stack_size, 5); t(dummy_thread.exit) if 0 else None
print FB.hex(255), FB.oct(8), FB.ascii(u'\xe9'), type(FB.map(None, [1])).__name__, list(FB.map(lambda a, b: (a, b), 'ab', 'c')), list(FB.zip('ab', [1, 2, 3])), list(FB.filter(None, [0, 1])), sorted(n for n in dir(FB) if n[0] != '_'); t(FB.hex, 1.5); t(FB.oct, 'x')
f = functools.partial(int, base=2); print f('101'), f.func, f.args, f.keywords, functools.reduce(operator.add, [1, 2, 3], 10), functools.cmp_to_key(lambda a, b: b - a)(1) < functools.cmp_to_key(lambda a, b: b - a)(0), sorted([3, 1, 2], key=functools.cmp_to_key(lambda a, b: b - a)); t(functools.reduce, operator.add, []); t(functools.partial); t(functools.partial, 5)
@functools.total_ordering
class T(object):
    def __init__(self, n): self.n = n
    def __lt__(self, o): return self.n < o.n
    def __eq__(self, o): return self.n == o.n
print T(1) <= T(1), T(2) > T(1), T(1) >= T(2), [m for m in ('__gt__', '__ge__', '__le__') if m in T.__dict__]; t(functools.total_ordering, type('E', (object,), {}))
def deco(f):
    @functools.wraps(f)
    def w(*a): 'w doc'; return f(*a)
    return w
@deco
def named(x): 'n doc'; return x
named.extra = 1; print named.__name__, named.__doc__, named.__module__, functools.update_wrapper(lambda: 0, named, ('__name__',), ()).__name__, functools.WRAPPER_ASSIGNMENTS, functools.WRAPPER_UPDATES; t(functools.update_wrapper, lambda: 0, functools.partial(int))
