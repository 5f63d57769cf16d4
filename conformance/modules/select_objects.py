# select: select, poll and epoll objects over pipes and socket pairs: arguments, events, closed ones.
import os, select, socket

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
r, w = os.pipe()
class F(object):
    def __init__(self, fd): self.fd = fd
    def fileno(self): return self.fd
for a in (([], [], [], 0), ([r], [w], [], 0), ([F(r)], [F(w)], [F(r)], 0), ([r, r], [w, w], [], 0), ((r,), (w,), ()), (iter([r]), iter([w]), iter([]), 0), ([r], [], [], 0.01), ([], [w], [], None), ('', '', '', 0), ([-1], [], [], 0), ([F(-1)], [], [], 0), ([F('x')], [], [], 0), (['x'], [], [], 0),
          ([5.5], [], [], 0), ([None], [], [], 0), (5, [], [], 0), ([], [], 5, 0), ([], [], []), ([], []), ([], [], [], 'x'), ([], [], [], -1), ([1 << 20], [], [], 0), ([], [], [], 0, 0), ({w: 1}, [], [], 0)):
    if a != ([], [], []) and a != ([], [], [], -1):
        try:
            print [[x if not isinstance(x, F) else 'F' for x in l] == [] for l in select.select(*a)]
        except Exception as e:
            print type(e).__name__, e if not isinstance(e, select.error) else e.args
os.write(w, 'data')
print select.select([r], [], [], 0) == ([r], [], [])
p = select.poll()
for a in ((), (r,), (r, select.POLLIN), (r, select.POLLIN, 1), ('x',), (F(r), 1), (-1,), (r, -1), (r, 65535), (r, 65536), (None,)):
    t(p.register, *a)
t(p.unregister, w)
t(p.modify, w, 1)
p.register(r, select.POLLIN)
for a in ((0,), (0.5,), ('x',), (None, 1), (2 ** 70,)):
    try:
        print [(fd == r, ev) for fd, ev in p.poll(*a)]
    except Exception as e:
        print type(e).__name__, e
t(p.modify, r, select.POLLOUT)
t(p.poll, 0)
t(p.unregister, r)
t(p.unregister, r)
t(p.unregister, 'x')
t(p.poll, 0)
q = select.poll()
q.register(w, select.POLLOUT)
os.close(r)
print [(fd == w, bool(ev & select.POLLERR)) for fd, ev in q.poll(0)]
os.close(w)
print [(fd == w, ev == select.POLLNVAL) for fd, ev in q.poll(0)]
a, b = socket.socketpair()
e = select.epoll()
print e.closed, isinstance(e.fileno(), int), select.epoll.fromfd(os.dup(e.fileno())).closed
fa = a.fileno()
for x in ((), (a,), (a, select.EPOLLIN), (-1,), ('x',), (b, 'x'), (b.fileno(), select.EPOLLOUT), (1, 2, 3)):
    try:
        print e.register(*x)
    except Exception as ex:
        print type(ex).__name__, ex
print [(fd == fa, ev) for fd, ev in e.poll(0)], len(e.poll(0, 1)), len(e.poll(timeout=0, maxevents=5))
b.send('x')
print sorted(ev for fd, ev in e.poll(0))
for x in ((0, 0), (0, -2), ('x',), (0, 'x'), (0, 1, 2)):
    t(e.poll, *x)
print e.modify(a, select.EPOLLOUT), [ev for fd, ev in e.poll(0) if fd == fa]
print e.modify(a, 0), [ev for fd, ev in e.poll(0) if fd == fa]
t(e.modify, 9999, 1)
t(e.unregister, 9999)
print e.unregister(a), e.unregister(b)
t(e.unregister, a)
t(e.close)
print e.closed
for m in 'fileno', 'poll':
    t(getattr(e, m))
t(e.register, a)
t(e.modify, a, 1)
t(e.unregister, a)
t(e.close)
print select.error.__mro__[1], select.error.__module__, type(p), type(e), sorted(n for n in dir(select) if n.startswith('POLL')) 
