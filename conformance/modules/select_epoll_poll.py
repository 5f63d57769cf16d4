# select, poll and epoll: events, repr, wrong arguments, closed descriptors, levels and edges.
import select, socket, os, errno
def t(f, *a, **k):
    try: r = f(*a, **k)
    except Exception as e: print type(e).__name__, e
    else: print repr(r).split(' at 0x')[0]
r, w = os.pipe(); n = {r: 'r', w: 'w'}
show = lambda ev: sorted((n.get(f, f), e) for f, e in ev)
class H(object):
    def __init__(self, fd): self.fd = fd
    def fileno(self): return self.fd
names = lambda x: [[n.get(i, 'H') for i in l] for l in x]
print names(select.select([r], [w], [], 0)), names(select.select([r, H(r)], [H(w)], [r], 0.0)), ; os.write(w, 'x'); print names(select.select([r, H(r)], (w,), [], None)), names(select.select(iter([r]), [], [], 5))
for a in ((), ([],), ([], [], []), ([], [], [], 'x'), ([], [], [], -1), ([-1], [], []), (['x'], [], [], 0), ([None], [], [], 0), ([9999], [], [], 0), ([H('x')], [], [], 0), ([H(-5)], [], [], 0), (5, [], [], 0), ([2**40], [], [], 0), ([], [], [], 0), ([1.5], [], [], 0)):
    if a != ([], [], []): t(select.select, *a)
print select.error.__name__, select.error.__mro__[1].__name__, select.error.__module__
p = select.poll(); print type(p).__name__, p.poll(0), p.register(r), p.register(H(w), select.POLLOUT), show(p.poll(0)), show(p.poll(0.5)), p.modify(w, 0), show(p.poll(None)), p.unregister(w)
t(p.unregister, w); t(p.modify, w, 1); t(p.register, -1); t(p.register, 'x'); t(p.register, r, -1); t(p.register, r, 70000); t(p.poll, 'x'); t(p.poll, 1, 2); t(p.register); t(p.register, r, 1, 2); p.register(r, select.POLLIN); os.read(r, 1); print p.poll(1); os.close(w); print show(p.poll(10)); os.close(r); print show(p.poll(10)) ; t(select.poll, 1)
print select.POLLIN, select.POLLOUT, select.POLLERR, select.POLLHUP, select.POLLNVAL, select.POLLPRI, select.PIPE_BUF
t(lambda: type(p)())
r, w = os.pipe(); n = {r: 'r', w: 'w'}
e = select.epoll(); print type(e).__name__, e.closed, e.fileno() > 2, e.register(r, select.EPOLLIN), e.poll(0), e.register(w, select.EPOLLOUT | select.EPOLLET), show(e.poll(1)), show(e.poll(0)); t(e.register, r); t(e.modify, 9999, 1); t(e.unregister, 9999); t(e.register, 'x'); t(e.register, -1); t(e.register, r, 'x'); t(e.register); t(e.poll, 'x'); t(e.poll, 0, 0); t(e.poll, 0, -2); t(e.poll, 0, -1); t(e.poll, timeout=0, maxevents=1)
os.write(w, 'abc'); print show(e.poll(1)), show(e.poll(1, 1)), e.modify(r, select.EPOLLIN | select.EPOLLONESHOT), show(e.poll(1)), show(e.poll(0)), e.modify(r, select.EPOLLIN), show(e.poll(-1, 5)), e.unregister(r), show(e.poll(0))
f = select.epoll.fromfd(e.fileno()); print f.closed, f.fileno() == e.fileno(), type(f) is select.epoll; d = e.fileno(); e.close(); e.close(); print e.closed; t(e.fileno); t(e.poll); t(e.register, r); t(e.unregister, r); t(e.modify, r, 1); t(f.poll, 0); t(select.epoll, -2); t(select.epoll, 'x'); t(select.epoll, sizehint=5, bad=1); t(select.epoll.fromfd, 'x'); t(repr, select.epoll)
e = select.epoll(10); e.register(w, 4); os.close(w); print e.unregister(w) if 0 else e.poll(0) in ([], [(w, 4)]); os.close(r); e.close()
print sorted(x for x in dir(select) if x[0] != '_'), [x for x in dir(select.epoll) if x[0] != '_'], [x for x in dir(select.poll()) if x[0] != '_']
