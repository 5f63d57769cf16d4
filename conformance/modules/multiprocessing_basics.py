# multiprocessing: processes, pipes, queues, locks, events, values, pools, managers; exit codes and names.
import multiprocessing as mp, os, sys, time, signal, Queue
def t(f, *a, **k):
    try: print repr(f(*a, **k))
    except Exception as e: print type(e).__name__, e
def child(q, n): q.send((n, os.getpid() != parent, mp.current_process().name)); q.close()
def fails(): sys.stderr = open(os.devnull, 'w'); raise ValueError('x')
def exits(n): sys.exit(n)
def adder(v, a, l):
    for i in range(50):
        with l: v.value += 1
    with l: a[0] = a[0] * 2
def sq(x): return x * x
def boom(x): raise KeyError(x)
parent = os.getpid()
if __name__ == '__main__':
    a, b = mp.Pipe(); p = mp.Process(target=child, args=(b, 5), name='kid'); print p.name, p.is_alive(), p.exitcode, p.daemon, p.pid, repr(p); p.start(); print a.recv(), p.pid > 0; p.join(); print p.is_alive(), p.exitcode, repr(p); t(p.start)
    for f, args in ((fails, ()), (exits, (3,)), (exits, (None,)), (exits, ('text',))):
        sys.stderr.flush(); p = mp.Process(target=f, args=args)
        if args == ('text',): continue
        p.start(); p.join(5); print f.__name__, args, p.exitcode
    p = mp.Process(target=time.sleep, args=(20,)); p.daemon = True; p.start(); p.terminate(); p.join(5); print p.exitcode == -signal.SIGTERM, mp.active_children(); t(setattr, p, 'daemon', 1); t(setattr, p, 'name', 5); t(mp.Process, 5); t(mp.Process(target=sq).join)
    a, b = mp.Pipe(False); print a.readable, a.writable, b.readable, b.writable; t(a.send, 1); t(b.recv); b.send({'k': [1, u'x']}); b.send_bytes('raw'); b.send_bytes('abcdef', 2, 3); print a.recv(), a.recv_bytes(), a.recv_bytes(), a.poll(), a.poll(0.001); b.send_bytes('too long'); t(a.recv_bytes, 3); t(b.send_bytes, 'x', -1); t(b.send_bytes, 'x', 0, 5); b.close(); t(b.send, 1); t(b.fileno); print b.closed
    a, b = mp.Pipe(); b.close(); t(a.recv); t(a.send, 1) if 0 else None; a.close()
    q = mp.Queue(2); q.put(1); q.put('two'); print q.get(), q.get(timeout=5), q.empty(), q.full(); t(q.get, False); t(q.get, True, 0.001); q.close(); t(q.put, 1) if 0 else None; q.join_thread()
    s = mp.queues.SimpleQueue(); s.put([1]); print s.get(), s.empty()
    j = mp.JoinableQueue(); j.put(1); print j.get(), j.task_done(), j.join(); t(j.task_done)
    v, arr, l = mp.Value('i', 0), mp.Array('d', [1.5, 2, 3]), mp.Lock(); ps = [mp.Process(target=adder, args=(v, arr, l)) for i in range(2)]; [p.start() for p in ps]; [p.join() for p in ps]; print v.value, arr[:], len(arr), arr[0], list(mp.Array('c', 'abc')), mp.Array('i', 3)[:], mp.RawValue('h', 5).value; t(mp.Value, 'zz'); t(arr.__getitem__, 9)
    print repr(l), l.acquire(), repr(l), l.acquire(False), l.release(), ; t(l.release); r = mp.RLock(); print r.acquire(), r.acquire(), repr(r), r.release(), r.release(); t(r.release); s = mp.Semaphore(2); print s.acquire(), s.get_value(), repr(s), s.release(); s = mp.BoundedSemaphore(1); t(s.release); e = mp.Event(); print e.is_set(), e.wait(0.001), e.set(), e.wait(), e.clear(); c = mp.Condition(); t(c.notify); print c.acquire(), c.wait(0.001), c.release(), repr(c)
    p = mp.Pool(2); print p.map(sq, range(6)), p.apply(sq, (5,)), p.map_async(sq, [1, 2], chunksize=1).get(5), sorted(p.imap_unordered(sq, range(4))), list(p.imap(sq, range(3), 2)), p.apply_async(sq, (3,), callback=lambda x: None).get(5); t(p.apply, boom, (1,)); t(p.map, boom, [7]); r = p.apply_async(time.sleep, (0,)); r.wait(5); print r.ready(), r.successful(); p.close(); t(p.apply, sq, (1,)); p.join(); t(mp.Pool, 0)
    print mp.current_process().name, mp.cpu_count() > 0, mp.get_logger().name, mp.TimeoutError.__mro__[1].__name__, mp.AuthenticationError.__name__; t(mp.set_executable, 'x') if 0 else None
