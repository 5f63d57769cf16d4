# thread: locks misused from all sides, stack sizes, exits and interrupts, start_new_thread with wrong arguments, locals of subclasses with state in every thread.
import thread, threading, time, sys, weakref, gc
def t(f, *a, **k):
    try: r = f(*a, **k)
    except BaseException as e: print type(e).__name__, e
    else: print r if isinstance(r, (bool, int, str, tuple, type(None))) else type(r)
l = thread.allocate_lock()
print type(l), thread.LockType is type(l), [n for n in dir(l) if n[0] != '_'], l.locked(), repr(l).split(' at')[0]
t(l.acquire); t(l.acquire, 0); t(l.acquire, False); t(l.acquire, None); t(l.acquire, 'x'); t(l.acquire, 1, 2); t(l.acquire, blocking=0); t(l.acquire, 0L); t(l.locked); t(l.locked, 1); t(l.release, 1); t(l.release); t(l.release); t(l.release_lock); t(l.acquire_lock, 0); t(l.locked_lock); t(l.release_lock)
with l as r: print r, l.locked()
print l.locked()
t(l.__enter__); t(l.__exit__); t(l.__exit__, 1, 2, 3); t(l.__exit__)
try:
    with l: raise KeyError('x')
except KeyError: print l.locked()
try:
    with l: l.release()
except thread.error as e: print e, e.args, thread.error
t(thread.LockType); t(lambda: type('L', (thread.LockType,), {})); t(thread.allocate_lock, 1); t(thread.allocate); print weakref.ref(l)() is l, l == l, l != thread.allocate_lock()
print [n for n in sorted(dir(thread)) if n[0] != '_']
t(thread.stack_size); t(thread.stack_size, 0); t(thread.stack_size, 65536); t(thread.stack_size); t(thread.stack_size, 1); t(thread.stack_size, -1); t(thread.stack_size, 'x'); t(thread.stack_size, 1.5); t(thread.stack_size, 2 ** 70); t(thread.stack_size, 32768 * 3); t(thread.stack_size, 0); t(thread.stack_size); t(thread.stack_size, 1, 2); t(thread.stack_size, size=0)
t(thread.exit); t(thread.exit_thread); t(thread.exit, 1); t(thread.get_ident, 1); print thread.get_ident() == thread.get_ident(), type(thread.get_ident())
t(thread._count, 1)
try:
    thread.interrupt_main()
    for i in xrange(100000): pass
except KeyboardInterrupt as e: print 'interrupted', e.args
t(thread.interrupt_main, 1)
for a in ((), (len,), (5, ()), (len, 5), (len, []), (len, (), 5), (len, (), []), (len, (1,), {}, 4), (None, ()), (len, 'ab'), (t, (), None)): t(thread.start_new_thread, *a)
t(thread.start_new, function=len, args=())
done = thread.allocate_lock()
def run(f, *a, **k):
    done.acquire()
    def body(*b, **c):
        try: f(*b, **c)
        finally: done.release()
    thread.start_new_thread(body, a, k); done.acquire(); done.release()
def show(*a, **k): print a, sorted(k.items())
run(show, 1, 2, x=3); run(thread.exit); run(sys.exit, 5)
class T(tuple): pass
class D(dict): pass
def locked(*a, **k): print type(a), type(k), a, k; done.release()
done.acquire(); thread.start_new_thread(locked, T((1,)), D(k=2)); done.acquire(); done.release()
class Local(thread._local):
    kind = 'class'
    def __init__(self, *a, **k): print 'init', a, sorted(k.items()), thread.get_ident() == main; self.n = a
main = thread.get_ident()
x = Local(1, 2, k=3); x.mine = 'main'; print sorted(x.__dict__.items())
def other():
    print x.n, hasattr(x, 'mine'), x.kind, sorted(x.__dict__); x.mine = 'other'; del x.n; print sorted(x.__dict__)
    try: x.n
    except AttributeError as e: print e
    try: x.__dict__ = {}
    except AttributeError as e: print e
    try: del x.__dict__
    except AttributeError as e: print e
run(other); print x.mine, x.n, x.__class__ is Local, isinstance(x, thread._local)
class Slots(thread._local):
    __slots__ = ('shared',)
    def __init__(self): self.shared = getattr(self, 'shared', 0) + 1
s = Slots(); s.own = 1
def third(): print s.shared, hasattr(s, 'own')
run(third); run(third); print s.shared, s.own
class Prop(thread._local):
    @property
    def p(self): return self.__dict__.get('v', 'none')
    @p.setter
    def p(self, v): self.__dict__['v'] = v
    def __getattr__(self, n): return 'missing ' + n
y = Prop(); y.p = 5
def fourth(): print y.p, y.q; y.p = 6; print y.p
run(fourth); print y.p, y.zzz
t(thread._local, 1); t(thread._local, a=1); z = thread._local(); z.a = 1; print sorted(z.__dict__), [n for n in dir(z) if n[0] != '_']; t(z.__init__); t(z.__init__, 5); t(lambda: z.b); t(lambda: delattr(z, 'b')); t(hash, z) if 0 else None
class Fails(thread._local):
    def __init__(self):
        if thread.get_ident() != main: raise ValueError('in a thread')
f = Fails(); f.a = 1
def fifth():
    for i in range(2):
        try: f.a
        except Exception as e: print type(e).__name__, e
    try: f.a = 2; print f.a
    except Exception as e: print type(e).__name__, e
run(fifth); print f.a
