# Locks, events, conditions, semaphores, timers, locals: what they refuse and what they return.
import threading, thread, time
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__module__, type(e).__name__, str(e).split(' at 0x')[0]
l = thread.allocate_lock(); print l.acquire(), l.acquire(0), l.acquire(False), l.locked(), l.release(), l.locked(); t(l.release); t(l.acquire, 'x'); t(l.acquire, 1, 2); t(l.release, 1); t(l.locked, 1); t(l.__enter__); t(l.__exit__, None, None, None); t(l.__exit__); t(l.acquire_lock); t(l.locked_lock); t(l.release_lock)
with l: print l.locked()
try:
    with l: raise KeyError('in')
except KeyError: print l.locked()
print type(l), [n for n in dir(l) if n[0] != '_'], thread.LockType is type(l); t(type(l)); t(setattr, l, 'x', 1); t(thread.allocate_lock, 1)
t(thread.start_new_thread); t(thread.start_new_thread, 5, ()); t(thread.start_new_thread, len, 5); t(thread.start_new_thread, len, (), 5); t(thread.start_new_thread, len, [1]); t(thread.stack_size, 'x'); t(thread.stack_size, 1); t(thread.stack_size, -1); print thread.stack_size(), thread.stack_size(2**18), thread.stack_size(0); t(thread.get_ident, 1); print type(thread.get_ident()), thread._count(); t(thread.exit); 
try: thread.exit()
except SystemExit as e: print 'SystemExit', e.args
try: thread.interrupt_main()
except KeyboardInterrupt: print 'interrupted'
try: time.sleep(0)
except KeyboardInterrupt: print 'interrupted'
r = threading.RLock(); print r.acquire(), r.acquire(), r.release(), r.release(); t(r.release); print repr(r).split('(')[0][:7]; c = threading.Condition(); t(c.wait); t(c.notify); t(c.notifyAll); t(c.release)
with c: print c.wait(0.01), c.notify(), c.notify_all()
s = threading.Semaphore(1); print s.acquire(), s.acquire(False), s.release(), s.release(), s.acquire(0), s.acquire(0), s.acquire(0); t(threading.Semaphore, -1); b = threading.BoundedSemaphore(1); t(b.release); print b.acquire(), b.release()
e = threading.Event(); print e.is_set(), e.wait(0.01), e.set(), e.isSet(), e.wait(), e.clear(), e.wait(0)
loc = threading.local(); loc.x = 1; seen = []
def other():
    seen.append(hasattr(loc, 'x')); loc.x = 2; seen.append(loc.__dict__)
th = threading.Thread(target=other, name='T!'); print th.name, th.daemon, th.ident, th.is_alive(), th.isDaemon(), repr(th).split('(')[1]; t(th.join); th.start(); th.join(); print seen, loc.x, th.is_alive(), th.ident is not None, repr(th).split('(')[1].split(' ')[1][:7]; t(th.start); t(setattr, th, 'daemon', True); t(threading.Thread, 5); t(threading.Thread, None, 5, 'n', (), {}); t(threading.Thread, group=1) if 0 else None; t(threading.current_thread().join)
class L(threading.local):
    n = 0
    def __init__(self, a, b=2): self.a = a; L.n += 1
x = L(5); th = threading.Thread(target=lambda: seen.append((x.a, x.__dict__))); th.start(); th.join(); print seen[-1], L.n; t(threading.local, 5); t(threading.local, x=5); t(delattr, x, 'zz'); t(lambda: x.zz); t(setattr, x, '__dict__', {}); del x.a; t(lambda: x.a)
print threading.current_thread().name, threading.active_count(), threading.enumerate() == [threading.current_thread()], threading.currentThread() is threading.current_thread(), threading.activeCount(); t(threading.setprofile, None); t(threading.settrace, None); t(threading.stack_size); n = []; tm = threading.Timer(30, n.append, [1]); tm.start(); tm.cancel(); tm.join(); print n, tm.finished.is_set()
class Sub(threading.Thread):
    def run(self): n.append(self.getName())
x = Sub(name='sub'); x.start(); x.join(); print n; x.setName('q'); print x.name
class NoInit(threading.Thread):
    def __init__(self): pass
t(NoInit().start); t(lambda: NoInit().name); t(repr, NoInit())
