# time and threading: sleeping threads in order, events that wait, conditions with timeouts, locals that die with their threads.
import threading, time, Queue
order = []; lock = threading.Lock(); q = Queue.Queue()
def worker(n, ev, nxt):
    ev.wait(5)
    with lock: order.append(n)
    if nxt: nxt.set()
evs = [threading.Event() for i in range(6)]; ts = [threading.Thread(target=worker, args=(i, evs[i], evs[i + 1] if i < 5 else None)) for i in range(6)]
for t in reversed(ts): t.start()
evs[0].set(); [t.join() for t in ts]; print order, [e.is_set() for e in evs]
c = threading.Condition(); state = [0]
def ping(mine, other, n):
    for i in range(n):
        with c:
            while state[0] != mine: c.wait(5)
            order.append(mine); state[0] = other; c.notifyAll()
del order[:]; a, b = threading.Thread(target=ping, args=(0, 1, 5)), threading.Thread(target=ping, args=(1, 0, 5)); a.start(); b.start(); a.join(); b.join(); print order
with c: s = time.time(); c.wait(0.005); print time.time() - s >= 0.004
done = []
class Local(threading.local): 
    def __init__(self): self.v = []
loc = Local(); loc.v.append('main')
def use(n): loc.v.append(n); done.append(list(loc.v))
ts = [threading.Thread(target=use, args=(i,)) for i in range(3)]; [t.start() for t in ts]; [t.join() for t in ts]; print sorted(done), loc.v
sem = threading.BoundedSemaphore(2); inside, most = [0], [0]
def limited():
    with sem:
        with lock: inside[0] += 1; most[0] = max(most[0], inside[0])
        time.sleep(0.0005)
        with lock: inside[0] -= 1
ts = [threading.Thread(target=limited) for i in range(6)]; [t.start() for t in ts]; [t.join() for t in ts]; print most[0] <= 2, inside
p = Queue.PriorityQueue(3)
def produce():
    for x in (5, 1, 3, 9, 7, 2): p.put(x)
    p.put(None if 0 else 100)
t = threading.Thread(target=produce); t.start(); got = [p.get(timeout=5) for i in range(7)]; t.join(); print sorted(got), p.empty()
timers = []; [threading.Timer(d, timers.append, [d]).start() for d in (0.12, 0.001)]
while len(timers) < 2: time.sleep(0.002)
print timers, threading.activeCount() >= 1
r = threading.RLock(); depth = []
def deep(n):
    with r: depth.append(n); n and deep(n - 1)
ts = [threading.Thread(target=deep, args=(3,)) for i in range(2)]; [t.start() for t in ts]; [t.join() for t in ts]; print depth
err = []
def catch():
    try: r.release()
    except RuntimeError as e: err.append(str(e))
with r: t = threading.Thread(target=catch); t.start(); t.join()
print err; d = threading.Thread(target=time.sleep, args=(30,)); d.daemon = True; d.start(); print d.isAlive(), d.daemon, d.join(0.001), d.isAlive()
