# thread and threading: locks, RLock, Condition, Event, Semaphore misuse and results in one thread; locals with subclasses and arguments.
import thread, threading, weakref, gc
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
l = thread.allocate_lock()
print type(l), type(l) is thread.LockType, l.locked(), l.acquire(), l.locked(), l.acquire(0), l.acquire(False), l.release(), l.locked()
t(l.release); t(l.acquire, 'x'); t(l.acquire, None); t(l.release) if l.locked() else None; t(l.acquire, 1, 2); t(thread.LockType); t(lambda: l.x); print sorted(n for n in dir(l) if not n.startswith('__')), l.locked_lock() if l.locked() else '-'
if l.locked(): l.release()
with l: print l.locked()
try:
    with l: raise KeyError('k')
except KeyError as e: print e, l.locked()
t(l.__exit__); t(l.__exit__, None, None, None)
t(thread.start_new_thread); t(thread.start_new_thread, 1, ()); t(thread.start_new_thread, len, []); t(thread.start_new_thread, len, (), []); t(thread.stack_size); t(thread.stack_size, 1); t(thread.stack_size, 'x'); t(thread.stack_size, 1 << 20); t(thread.stack_size, 0); print type(thread.get_ident()), thread.error
done = thread.allocate_lock(); done.acquire()
out = []
def run(*a, **k): out.append((a, sorted(k.items()))); done.release()
thread.start_new_thread(run, (1, 2), {'x': 3}); done.acquire(); print out
def ex():
    try: thread.exit()
    except SystemExit as e: out.append(repr(e))
    done.release()
thread.start_new_thread(ex, ()); done.acquire(); print out[-1]
r = threading.RLock()
print r.acquire(), r.acquire(0), r.release(), r.release(); t(r.release)
with r:
    with r: print r._is_owned()
c = threading.Condition()
t(c.wait); t(c.notify); t(c.notifyAll)
with c: print c.wait(0.01), c.notify(), c.notify_all()
c2 = threading.Condition(threading.Lock()); c2.acquire(); print c2.wait(0), c2.release()
s = threading.Semaphore(2); print s.acquire(), s.acquire(), s.acquire(False), s.release(), s.acquire(0)
b = threading.BoundedSemaphore(1); t(b.release); b.acquire(); b.release(); t(b.release); t(threading.Semaphore, -1); t(threading.BoundedSemaphore, -1)
e = threading.Event(); print e.is_set(), e.isSet(), e.wait(0.01), e.set(), e.wait(), e.clear(), e.is_set()
class L(threading.local):
    kind = 'class'
    def __init__(self, a, b=2): print 'init', a, b; self.a = a; self.n = 0
loc = L(1)
loc.n = 5; print loc.a, loc.n, loc.kind, sorted(loc.__dict__.items())
def other():
    print 'other', loc.a, loc.n, sorted(loc.__dict__.items())
    loc.mine = 1; del loc.a
    t(lambda: loc.a)
th = threading.Thread(target=other); th.start(); th.join()
t(lambda: loc.mine); t(threading.local, 1); t(threading.local, x=1); t(lambda: setattr(loc, '__dict__', {})); print loc.a, threading.local().__dict__
class NoInit(threading.local): pass
t(NoInit, 1); x = NoInit(); x.y = 1; t(lambda: delattr(x, 'z')); print vars(x)
th = threading.Thread(name='n1', args=(1,), target=lambda v: out.append(v)); print repr(th).split('(')[0], th.name, th.ident, th.daemon, th.is_alive(); t(th.join); th.start(); th.join(); t(th.start); print th.is_alive(), out[-1]; t(lambda: setattr(th, 'daemon', True))
t(threading.Thread, 1); t(threading.Thread, group=5); t(threading.current_thread().join); print threading.current_thread().name, threading.enumerate() == [threading.current_thread()], threading.active_count()
t(threading.Timer, 1); tm = threading.Timer(30, None); tm.start(); tm.cancel(); tm.join(); print tm.finished.is_set()
class Boom(threading.Thread):
    def __init__(self): pass
t(Boom().start); t(lambda: Boom().name)
