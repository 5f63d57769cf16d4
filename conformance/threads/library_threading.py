import threading, time, Queue
q = Queue.Queue()
def w():
    while 1:
        x = q.get()
        if x is None: break
        time.sleep(0.001)
        q.task_done()
ts = [threading.Thread(target=w) for i in range(4)]
for t in ts: t.start()
for i in range(100): q.put(i)
q.join()
for t in ts: q.put(None)
for t in ts: t.join()
print "ok", threading.active_count()
def late():
    time.sleep(0.2); print "late"
threading.Thread(target=late).start()
e = threading.Event(); print e.wait(0.05)
def bad(): raise ValueError(1)

d = threading.Thread(target=lambda: time.sleep(100)); d.daemon = True; d.start()
