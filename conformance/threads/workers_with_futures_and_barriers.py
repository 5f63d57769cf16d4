# Threads as programs use them: a pool with futures and callbacks, a barrier and a read-write lock from conditions, a
# bounded pipeline, thread-local contexts, events with timeouts, and exceptions carried over with their tracebacks.
import threading, Queue, sys, traceback
class Future(object):
    def __init__(self): self.cond, self.state, self.value, self.calls = threading.Condition(), 'pending', None, []
    def set(self, state, value):
        with self.cond:
            if self.state != 'pending': raise RuntimeError('already ' + self.state)
            self.state, self.value = state, value; self.cond.notifyAll(); calls = self.calls
        for c in calls: c(self)
    def then(self, f):
        with self.cond:
            if self.state == 'pending': self.calls.append(f); return self
        f(self); return self
    def result(self, timeout=None):
        with self.cond:
            if self.state == 'pending': self.cond.wait(timeout)
            if self.state == 'pending': raise RuntimeError('timeout')
        if self.state == 'failed': raise self.value[0], self.value[1], self.value[2]
        return self.value
class Pool(object):
    stop = object()
    def __init__(self, n):
        self.jobs = Queue.Queue(); self.threads = [threading.Thread(target=self.work, name='w%d' % i) for i in range(n)]
        for t in self.threads: t.setDaemon(True); t.start()
    def work(self):
        while True:
            f, fn, a, k = self.jobs.get()
            try:
                if fn is self.stop: return
                try: r = fn(*a, **k)
                except Exception: f.set('failed', sys.exc_info())
                else: f.set('done', r)
            finally: self.jobs.task_done()
    def submit(self, fn, *a, **k): f = Future(); self.jobs.put((f, fn, a, k)); return f
    def map(self, fn, xs): return [f.result() for f in [self.submit(fn, x) for x in xs]]
    def __enter__(self): return self
    def __exit__(self, *exc):
        for t in self.threads: self.jobs.put((None, self.stop, (), {}))
        for t in self.threads: t.join()
def collatz(n):
    k = 0
    while n != 1: n = n // 2 if n % 2 == 0 else 3 * n + 1; k += 1
    return k
def fails(x): return {}[x]
with Pool(3) as p:
    print p.map(collatz, range(1, 300)) == map(collatz, range(1, 300)), sum(p.map(lambda s: len(s), ['a' * i for i in range(50)]))
    f = p.submit(fails, 'key')
    try: f.result()
    except KeyError, e: print e, [n for _, _, n, _ in traceback.extract_tb(sys.exc_info()[2])], f.state
    got = []; fs = [p.submit(pow, 2, i).then(lambda f: got.append(f.value)) for i in range(20)]; p.jobs.join(); print sorted(got) == [2 ** i for i in range(20)]
    p.submit(int, 'x').then(lambda f: got.append(f.value[0].__name__)); p.jobs.join(); print got[-1], p.submit(lambda: threading.currentThread().getName()[0]).result()
print [t.isAlive() for t in p.threads]
f = Future()
try: f.result(0.01)
except RuntimeError, e: print e
f.set('done', 5)
try: f.set('failed', None)
except RuntimeError, e: print e, f.then(lambda f: got.append('late')).result(), got[-1]
class Barrier(object):
    def __init__(self, n): self.n, self.count, self.turn, self.cond = n, 0, 0, threading.Condition()
    def wait(self):
        with self.cond:
            turn = self.turn; self.count += 1
            if self.count == self.n: self.count = 0; self.turn += 1; self.cond.notify_all(); return True
            while turn == self.turn: self.cond.wait()
def run(n, target, *args):
    ts = [threading.Thread(target=target, args=(i,) + args) for i in range(n)]
    for t in ts: t.start()
    for t in ts: t.join()
b, phases, lock, leaders = Barrier(4), [], threading.Lock(), []
def phase(i):
    for k in range(5):
        with lock: phases.append(k)
        if b.wait(): leaders.append(k)
        b.wait()
run(4, phase); print phases == sorted(phases), len(phases), leaders
class RW(object):
    def __init__(self): self.c = threading.Condition(threading.RLock()); self.readers = 0
    def read(self, f):
        with self.c: self.readers += 1
        try: return f()
        finally:
            with self.c: self.readers -= 1; self.c.notify()
    def write(self, f):
        with self.c:
            while self.readers: self.c.wait()
            with self.c: return f()
rw, data = RW(), {'a': 0, 'b': 0}; bad = []
def writes():
    data['a'] += 1; v = data['a']; sum(xrange(50)); data['b'] = v
def mix(i):
    for k in xrange(60):
        if (k + i) % 3: rw.read(lambda: data['a'] == data['b'] or bad.append(dict(data)))
        else: rw.write(writes)
run(4, mix); print data, bad
def stage(src, dst, f):
    while True:
        x = src.get()
        if x is None: dst.put(None); return
        dst.put(f(x))
qs = [Queue.Queue(2) for _ in range(4)]
ts = [threading.Thread(target=stage, args=(qs[i], qs[i + 1], f)) for i, f in enumerate([lambda x: x + 1, lambda x: x * x, repr])]
feeder = threading.Thread(target=lambda: map(qs[0].put, range(20) + [None]))
for t in ts + [feeder]: t.start()
print list(iter(qs[3].get, None))[-4:], [t.join() for t in ts + [feeder]]
class Context(threading.local):
    made = []
    def __init__(self, base): self.stack = [base]; Context.made.append(base)
    def push(self, x): self.stack.append(x); return len(self.stack)
ctx = Context('base'); ctx.push('main'); sizes = []
def uses(i):
    for k in range(i): ctx.push(k)
    sizes.append(len(ctx.stack))
run(4, uses); print sorted(sizes), ctx.stack, len(Context.made)
ev = threading.Event(); print ev.wait(0.001), ev.isSet(); w = threading.Thread(target=ev.wait); w.start(); ev.set(); w.join(); print ev.wait(), ev.is_set(), w.isAlive()
sem = threading.BoundedSemaphore(2); most = [0, 0]
def limited(i):
    for _ in range(10):
        with sem:
            with lock: most[0] += 1; most[1] = max(most)
            with lock: most[0] -= 1
run(5, limited); print most[0], most[1] in (1, 2)
try: sem.release()
except ValueError, e: print e
for wrong in (lambda: threading.Thread(target=len).join(), lambda: w.start(), lambda: threading.RLock().release(), lambda: threading.Condition().notify(), lambda: threading.Thread(None, None, 't', (), {}, 1), lambda: qs[0].get_nowait(), lambda: Queue.Queue(1).get(True, -1), lambda: threading.currentThread().join()):
    try: print wrong()
    except Exception, e: print type(e).__name__, e
