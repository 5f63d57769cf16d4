import thread, sys
l = thread.allocate_lock()
done = []
def f(n):
    x = 0
    for i in xrange(200000):
        x += i
    done.append(n)
for i in range(5):
    thread.start_new_thread(f, (i,))
while len(done) < 5 or thread._count(): pass
print sorted(done), thread._count()
loc = thread._local()
loc.x = 1
def g():
    print hasattr(loc, 'x')
    loc.x = 2
    l.release()
l.acquire()
thread.start_new_thread(g, ())
l.acquire()
print loc.x, loc.__dict__
def bad():
    try: raise SystemExit("oops")
    finally: l.release()
thread.start_new_thread(bad, ())
with thread.allocate_lock() as z: print z
l.acquire()
try: l.release(); l.release()
except thread.error, e: print repr(e), thread.error
class L(thread._local):
    n = 0
    def __init__(self, a, b=2):
        print 'init', a, b; self.a = a
q = L(5, b=3)
def h():
    print q.a, q.__dict__
    l.release()
l.acquire()
thread.start_new_thread(h, ())
l.acquire()
try: thread._local(1)
except TypeError, e: print e
try: q.__dict__ = {}
except AttributeError, e: print e
print thread.stack_size(), thread.stack_size(100000), thread.stack_size(0)
def rec(n): return rec(n+1)
def r():
    try: rec(0)
    except RuntimeError, e: print e
    l.release()
thread.start_new_thread(r, ())
l.acquire()
try: thread.start_new_thread(1, ())
except TypeError, e: print e
try: thread.start_new_thread(rec, [])
except TypeError, e: print e
try: thread.start_new_thread(rec)
except TypeError, e: print e
