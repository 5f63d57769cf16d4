# Producers and consumers over conditions, semaphores, events, timers and queues, in an order that does not depend on luck.
import Queue
import threading
import time


class Buffer(object):
    def __init__(self, size):
        self.items, self.size = [], size
        self.changed = threading.Condition()
        self.log = []

    def put(self, x):
        with self.changed:
            while len(self.items) >= self.size:
                self.changed.wait()
            self.items.append(x)
            self.log.append(('put', x))
            self.changed.notifyAll()

    def get(self):
        with self.changed:
            while not self.items:
                self.changed.wait()
            x = self.items.pop(0)
            self.log.append(('get', x))
            self.changed.notify_all()
            return x


b = Buffer(1)
got = []
consumer = threading.Thread(target=lambda: [got.append(b.get()) for _ in range(20)])
consumer.start()
for i in range(20):
    b.put(i)
consumer.join()
print got == range(20), b.log[:4], b.log[-2:]

turns = [threading.Semaphore(int(i == 0)) for i in range(4)]
written = []


def take_turns(k):
    for n in range(5):
        turns[k].acquire()
        written.append((n, k))
        turns[(k + 1) % 4].release()


workers = [threading.Thread(target=take_turns, args=(k,), name='worker %d' % k) for k in range(4)]
for w in workers:
    w.start()
for w in workers:
    w.join()
print written == [(n, k) for n in range(5) for k in range(4)], [w.name for w in workers], [w.is_alive() for w in workers]

bounded = threading.BoundedSemaphore(2)
print bounded.acquire(), bounded.acquire(False), bounded.acquire(False)
bounded.release()
bounded.release()
try:
    bounded.release()
except ValueError as e:
    print e
try:
    threading.Semaphore(-1)
except ValueError as e:
    print e

gate = threading.Event()
passed = []


def passes(n):
    gate.wait()
    passed.append(n)


waiting = [threading.Thread(target=passes, args=(n,)) for n in range(5)]
for t in waiting:
    t.setDaemon(True)
    t.start()
print gate.isSet(), passed, gate.wait(0.001)
gate.set()
for t in waiting:
    t.join()
print sorted(passed), gate.wait(), gate.is_set()
gate.clear()
print gate.is_set()

rung = threading.Event()
timer = threading.Timer(0.001, lambda *a, **k: (passed.append((a, k)), rung.set()), [1], {'x': 2})
timer.start()
rung.wait()
timer.join()
print passed[-1]
timer = threading.Timer(100, rung.clear)
timer.start()
timer.cancel()
timer.join()
print rung.is_set()

again = threading.RLock()
print again.acquire(), again.acquire(), again._is_owned()
result = []
t = threading.Thread(target=lambda: result.append(again.acquire(False)))
t.start()
t.join()
print result
again.release()
again.release()
for lock in again, threading.Condition(), threading.Condition(threading.Lock()):
    try:
        lock.release() if lock is again else lock.notify()
    except Exception as e:
        print type(e).__name__, e
try:
    threading.Condition().wait(0.001)
except RuntimeError as e:
    print e
c = threading.Condition()
with c:
    print c.wait(0.001)

stages = [Queue.Queue(2) for _ in range(4)]
DONE = object()


def stage(k, work):
    while True:
        x = stages[k].get()
        stages[k].task_done()
        if x is DONE:
            stages[k + 1].put(DONE)
            return
        stages[k + 1].put(work(x))


works = [lambda x: x + 1, lambda x: x * x, str]
line = [threading.Thread(target=stage, args=(k, w)) for k, w in enumerate(works)]
for t in line:
    t.start()
feeder = threading.Thread(target=lambda: [stages[0].put(x) for x in range(30) + [DONE]])
feeder.start()
out = list(iter(stages[3].get, DONE))
for t in line + [feeder]:
    t.join()
print out == [str((x + 1) ** 2) for x in range(30)], [q.empty() for q in stages]

for bad in (lambda: threading.Thread(1), lambda: threading.Thread(target=len).join(), lambda: threading.currentThread().join(),
            lambda: line[0].start(), lambda: threading.Thread(group=None, name=5).getName(),
            lambda: setattr(line[0], 'daemon', 1) or line[0].daemon, lambda: threading.Thread(nothing=1)):
    try:
        print bad()
    except Exception as e:
        print type(e).__name__, e
local = threading.local()
local.x = 1
seen = []


def looks():
    seen.append(hasattr(local, 'x'))
    local.x = 2
    local.y = 3


t = threading.Thread(target=looks)
t.start()
t.join()
print seen, local.__dict__, threading.activeCount(), threading.current_thread().name
