# Queue and threading: bounds, timeouts, priorities, conditions, events, semaphores, timers, locals, names, errors.
import threading, Queue, time, sys, thread
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
q = Queue.Queue(2); q.put(1); q.put_nowait(2); print q.full(), q.qsize(), q.empty(); t(q.put, 3, False); t(q.put, 3, True, 0.001); t(q.put, 3, True, -1); print q.get(), q.get_nowait(), q.queue, q.maxsize, q.unfinished_tasks; t(q.get, False); t(q.get, timeout=0.001); t(q.get, True, -1); q.task_done(); q.task_done(); t(q.task_done); q.join()
p = Queue.PriorityQueue(); [p.put(x) for x in ((3, 'c'), (1, 'a'), (2, 'b'))]; l = Queue.LifoQueue(); [l.put(x) for x in 'abc']; print [p.get() for i in range(3)], [l.get() for i in range(3)], Queue.Empty.__mro__[1].__name__, Queue.__all__
out = []; q = Queue.Queue()
def worker():
    while 1:
        x = q.get()
        if x is None: break
        out.append(x * x); q.task_done()
ts = [threading.Thread(target=worker) for i in range(3)]; [x.start() for x in ts]; [q.put(i) for i in range(20)]; q.join(); [q.put(None) for x in ts]; [x.join() for x in ts]; print sorted(out)
L = threading.Lock(); print L.acquire(), L.acquire(0), L.locked(), L.release(), L.locked(); t(L.release); t(L.acquire, 'x'); print type(L).__name__
with L: print L.locked()
R = threading.RLock(); print R.acquire(), R.acquire(), R.release(), repr(R).split(' at')[0].split('owner')[0], R.release(); t(R.release); t(R.__exit__, 1, 2, 3)
C = threading.Condition(); t(C.wait); t(C.notify); t(C.notifyAll); t(C.release)
with C: print C.wait(0.001), C.notify_all(), repr(C).split('RLock')[0]
C = threading.Condition(threading.Lock()); got = []; ready = []
def consume():
    with C:
        while not ready: C.wait()
        got.append(ready.pop())
ts = [threading.Thread(target=consume) for i in range(2)]; [x.start() for x in ts]
for i in range(2):
    with C: ready.append(i); C.notify()
    time.sleep(0.001)
[x.join(5) for x in ts]; print sorted(got)
S = threading.Semaphore(2); print S.acquire(), S.acquire(0), S.acquire(blocking=False), S.release(), S.release(), S.release(), S.acquire(), S.acquire(), S.acquire(0), S.acquire(0); t(threading.Semaphore, -1); B = threading.BoundedSemaphore(1); t(B.release); 
with B: pass
E = threading.Event(); print E.isSet(), E.wait(0.001), E.set(), E.is_set(), E.wait(), E.clear(), E.is_set(), repr(E).split(' object')[0]
fired = []; T = threading.Timer(0.001, lambda *a, **k: fired.append((a, k)), [1], {'x': 2}); T.start(); T.join(5); print fired; T = threading.Timer(100, fired.append); T.start(); T.cancel(); T.join(5); print len(fired), type(T).__name__
th = threading.Thread(name='N', target=lambda x, y: out.append((x, y)), args=(1,), kwargs={'y': 2}); print th, th.ident, th.isAlive(), th.daemon, th.getName(), th.isDaemon(); t(th.join); th.start(); t(th.start); th.join(); print th.is_alive(), repr(th).split(' ')[0], 'stopped' in repr(th), out[-1], th.ident is not None; t(setattr, th, 'daemon', True); th.name = 5; print th.name; th.setName('q'); print th.getName(); t(threading.currentThread().join); t(threading.Thread, 5); t(threading.Thread, group=None, target=None, zz=1)
class Sub(threading.Thread):
    def run(self): self.result = threading.currentThread() is self, threading.currentThread().name == self.name
s = Sub(); s.start(); s.join(0); s.join(); print s.result
class Bad(threading.Thread):
    def __init__(self): pass
t(Bad().start); t(repr, Bad()) ; t(Bad().join)
loc = threading.local(); loc.x = 1; seen = []
class Loc(threading.local):
    c = 5
    def __init__(self, a, b=2): self.a, self.n = a, b; seen.append('init')
m = Loc('A'); 
def other(): seen.append((hasattr(loc, 'x'), m.a, m.c, m.n)); m.a = 'changed'; loc.x = 2
x = threading.Thread(target=other); x.start(); x.join(); print seen, loc.x, m.a, loc.__dict__, sorted(m.__dict__.items()); t(threading.local, 1); t(getattr, loc, 'zz'); t(delattr, loc, 'zz'); del loc.x; t(getattr, loc, 'x'); t(setattr, loc, '__dict__', {})
print threading.activeCount(), [x.name for x in threading.enumerate()], threading.stack_size(), ; t(threading.stack_size, 100); t(threading.stack_size, 'x'); print threading.stack_size(262144), threading.stack_size(0)
e = sys.stderr; sys.stderr = __import__('StringIO').StringIO(); x = threading.Thread(target=lambda: 1 / 0, name='dies'); x.start(); x.join(); y = threading.Thread(target=sys.exit); y.start(); y.join(); z = sys.stderr.getvalue(); sys.stderr = e; print z.splitlines()[0], z.splitlines()[-1], len(z.splitlines()) > 3
calls = []; threading.settrace(lambda f, e, a: calls.append(e)); x = threading.Thread(target=lambda: None); x.start(); x.join(); threading.settrace(None); print 'call' in calls
for f in (threading._shutdown, threading._allocate_lock): print callable(f),
t(thread.start_new_thread, 5, ()); t(thread.start_new_thread, len, 5); t(thread.start_new_thread, len, (), 5); print thread.error.__name__, thread.get_ident() == threading.current_thread().ident, thread.LockType.__name__
