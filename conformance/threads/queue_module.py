# Queue: order, limits, timeouts, task_done, wrong use, with threads that wait.
import Queue, threading
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__module__, type(e).__name__, e
for Q in (Queue.Queue, Queue.LifoQueue, Queue.PriorityQueue):
    q = Q()
    for x in (3, 1, 2): q.put(x)
    print Q.__name__, [q.get() for i in range(3)], q.empty(), q.full(), q.qsize(), q.maxsize, q.unfinished_tasks
    t(q.get_nowait); t(q.get, False); t(q.get, True, 0.01); t(q.get, True, -1); t(q.get, timeout=0); t(q.get, block=False, timeout=-5)
    q = Q(2); q.put(1); q.put_nowait(2); print q.full(); t(q.put, 3, False); t(q.put_nowait, 3); t(q.put, 3, True, 0.01); t(q.put, 3, timeout=-1); t(q.put, 3, True, 'x').__class__
    q.task_done(); q.task_done(); t(q.task_done); t(q.put)
q = Queue.PriorityQueue(); [q.put(x) for x in ((2, 'b'), (1, 'z'), (1, 'a'), (3, None))]; print [q.get() for i in range(4)]
class NoCmp(object):
    def __lt__(self, o): raise ValueError('no order')
    __le__ = __lt__
q = Queue.PriorityQueue(); q.put(NoCmp()); t(q.put, NoCmp()); print q.qsize()
q = Queue.Queue(3); got = []
def consumer():
    while 1:
        x = q.get()
        if x is None: q.task_done(); return
        got.append(x * x); q.task_done()
th = [threading.Thread(target=consumer) for i in range(3)]
for x in th: x.start()
for i in range(50): q.put(i)
q.join(); print len(got), sum(got)
for x in th: q.put(None)
for x in th: x.join()
print q.empty(), q.unfinished_tasks, [x.isAlive() for x in th]
q = Queue.Queue(); late = threading.Timer(0.02, q.put, ['late']); late.start(); print q.get(timeout=5); late.join(); print Queue.Empty.__mro__[1], Queue.Full().args, Queue.Queue(0).maxsize, Queue.Queue(-5).full(), Queue.__all__; t(Queue.Queue, 1, 2)
class Custom(Queue.Queue):
    def _init(self, n): self.queue = set()
    def _put(self, x): self.queue.add(x)
    def _get(self): return self.queue.pop()
    def _qsize(self, len=len): return len(self.queue)
q = Custom(); q.put(1); q.put(1); print q.qsize(), q.get(), q.empty()
