# What is each thread's own: exc_info, recursion depth, trace and profile functions, thread locals; errors in threads, locks misused, joins.
import thread, threading, sys, time
out = []
def run(f, *a):
    done = thread.allocate_lock(); done.acquire()
    def body():
        try: out.append(f(*a))
        except Exception as e: out.append((type(e).__name__, str(e)))
        finally: done.release()
    thread.start_new_thread(body, ()); done.acquire()
    return out.pop()
def exc(): return sys.exc_info()[0]
try: raise KeyError('main')
except KeyError:
    print run(exc), sys.exc_info()[0]
def exc_inside():
    try: raise ValueError
    except ValueError: return run(exc), sys.exc_info()[0].__name__
print run(exc_inside), sys.exc_info()[0]
def depth(n=0):
    try: return depth(n + 1)
    except RuntimeError: return n
old = sys.getrecursionlimit(); sys.setrecursionlimit(150)
def at(n): return run(depth) if n == 0 else at(n - 1)
a, b = run(depth), at(60)
print a == b, a > 100; sys.setrecursionlimit(old)
log = []
def tr(f, e, a): log.append(f.f_code.co_name); return None
sys.settrace(tr); run(exc); sys.settrace(None); print 'body' in log, 'exc' in log, 'run' in log
del log[:]; threading.settrace(tr); t = threading.Thread(target=exc); t.start(); t.join(); threading.settrace(None); print 'exc' in log
l = thread.allocate_lock()
def err(f, *a, **k):
    try: return f(*a, **k)
    except Exception as e: return type(e).__name__, str(e)
print err(l.release), l.acquire(), l.acquire(0), l.acquire(False), l.locked(), l.release(), l.locked(), err(l.acquire, 1, 2), err(l.acquire, 'x'), err(l.acquire, waitflag=0), err(l.release, 1), err(thread.LockType), err(thread.start_new_thread), err(thread.start_new_thread, 5, ()), err(thread.start_new_thread, len, 5), err(thread.start_new_thread, len, (), 5), err(thread.allocate_lock, 1), err(thread.stack_size, -1), err(thread.stack_size, 5), thread.stack_size(), err(thread.get_ident, 1), err(thread.interrupt_main, 1)
with l: print l.locked(),
print l.locked(), repr(l).split(' at 0x')[0], l.__enter__(), l.__exit__(None, None, None), l.acquire_lock(), l.locked_lock(), l.release_lock()
loc = threading.local(); loc.x = 1
def in_thread(): r = hasattr(loc, 'x'); loc.x = 'thread'; return r, loc.x, loc.__dict__
print run(in_thread), loc.x, loc.__dict__
class Loc(threading.local):
    n = 'class'
    def __init__(self, v): self.v = v; inits.append(v)
    def get(self): return self.v
    __slots__ = ()
inits = []
lo = Loc(5); lo.v = 6
print run(lambda: (lo.get(), lo.n)), lo.get(), inits, err(threading.local, 5), err(Loc), err(lambda: lo.nope), err(lambda: setattr(lo, '__dict__', {})), err(lambda: delattr(lo, 'zz'))
r = threading.RLock(); print r.acquire(), r.acquire(), r.release(), r.release(), err(r.release), run(lambda: err(r.release)), r.acquire(blocking=0), run(lambda: r.acquire(0)), run(lambda: err(r.release)), r.release()
c = threading.Condition(); print err(c.wait), err(c.notify), err(c.notifyAll)
with c: c.wait(0.001); c.notify(5); print err(c.notify, -1)
e = threading.Event(); print e.isSet(), e.wait(0.001), e.set(), e.wait(), e.is_set(), e.clear()
s = threading.Semaphore(2); print s.acquire(), s.acquire(), s.acquire(0), s.release(), err(threading.Semaphore, -1); bs = threading.BoundedSemaphore(1); print err(bs.release)
t = threading.Thread(target=lambda: 0, name='named'); print t.isAlive(), err(t.join), t.start(), t.join(), err(t.start), t.isAlive(), t.name, t.daemon, err(setattr, t, 'daemon', True), repr(t).split(',')[0], err(threading.Thread, 5), err(threading.current_thread().join), threading.current_thread().name, threading.activeCount()
q = []
def prod():
    for i in range(5): q.append(i)
def gen():
    for i in range(5): yield i
g = gen(); r1 = run(lambda: next(g)); r2 = next(g); print r1, r2, run(list, g)
def slow():
    time.sleep(0.01); yield 1
g = slow(); res = []
ts = [threading.Thread(target=lambda: res.append(err(next, g))) for _ in range(3)]
for t in ts: t.start()
for t in ts: t.join()
print sorted(map(repr, res))[-1], len(res)
counts = {}; lock = threading.Lock()
def count():
    for i in xrange(300):
        with lock: counts['n'] = counts.get('n', 0) + 1
ts = [threading.Thread(target=count) for _ in range(4)]
for t in ts: t.start()
for t in ts: t.join()
print counts
