# select, poll and epoll: objects of every kind as descriptors, sequences that raise or change, timeouts, closed and repeated ones.
import errno
import os
import select
import socket


def attempt(f, *args, **kwargs):
    try:
        return repr(f(*args, **kwargs)).split(' at 0x')[0]
    except (select.error, EnvironmentError) as e:
        return '%s %s' % (type(e).__name__, errno.errorcode.get(e.args[0], e.args[0]))
    except Exception as e:
        return '%s: %s' % (type(e).__name__, e)


class Has(object):
    def __init__(self, n):
        self.n = n

    def fileno(self):
        if isinstance(self.n, Exception):
            raise self.n
        return self.n


class Old:
    fileno = 5


r, w = os.pipe()
os.write(w, 'x')
has = Has(r)
print select.select([r], [w], [], 0) == ([r], [w], []), select.select([has], [], [])[0][0] is has, select.select([r, r, has], [], [], 0)[0] == [r, r, has], select.select((r,), set([w]) and [w], (), 0) == ([r], [w], [])
for x in (-1, 10 ** 6, 5000, 'x', None, 1.5, Has('x'), Has(None), Has(-1), Has(KeyError('k')), Has(2 ** 40), Old(), object(), [r], r + 0L, True):
    if x is True:
        continue
    print attempt(select.select, [x], [], [], 0) if x != r else 'the pipe', attempt(select.poll().register, x) if x != r else '', attempt(select.poll().unregister, x) if x != r else '',
print
for timeout in (0, 0.001, 0.0, None, -1, -0.5, 'x', 1e300, float('nan') and 0, True, 0L, Has(1)):
    print attempt(select.select, [r], [], [], timeout) == repr(([r], [], [])) or attempt(select.select, [r], [], [], timeout),
print
for args in ((), ([],), ([], []), (5, [], []), ([], None, []), ([], [], [], 0, 1), ('', '', '', 0), ({}, {}, {}, 0), (iter([r]), [], [], 0), (xrange(0), [], [], 0)):
    print attempt(select.select, *args),
print


def source():
    yield r
    raise ValueError('in the midst')


class Seq(object):
    def __len__(self):
        return 2

    def __getitem__(self, i):
        if i > 1:
            raise IndexError
        return [r, w][i]


print attempt(select.select, source(), [], [], 0), attempt(select.select, Seq(), [], [], 0) == repr(([r], [], []))

# poll: masks, what comes back, registrations made again.
p = select.poll()
print p.register(r), p.poll(0) == [(r, select.POLLIN)], p.register(r, select.POLLOUT), p.poll(0), p.modify(r, select.POLLIN | select.POLLPRI), p.poll(0) == [(r, 1)], attempt(p.modify, 10 ** 5, 1), attempt(p.register, r, -1), attempt(p.register, r, 2 ** 16), attempt(p.register), attempt(p.register, 1, 2, 3), attempt(p.modify, r), p.unregister(r), attempt(p.unregister, r), p.poll(0), p.poll(1)
print p.register(has), p.poll(0) == [(r, 1)], p.unregister(has), p.register(10 ** 6 if 0 else 900), p.poll(0) == [(900, select.POLLNVAL)], p.unregister(900)
for timeout in (0, 0.5, None, -1, 'x', 2 ** 40, 1.9, [], True):
    p = select.poll()
    p.register(r)
    print attempt(p.poll, timeout) == repr([(r, 1)]) or attempt(p.poll, timeout),
print attempt(p.poll, 1, 2), attempt(select.poll, 1), attempt(type(p)), type(p).__name__, hasattr(p, '__dict__'), attempt(setattr, p, 'x', 1), sorted(n for n in dir(p) if n[:2] != '__')
os.close(w)
os.read(r, 1)
print p.poll(0) == [(r, select.POLLHUP)], select.select([r], [], [], 0)[0] == [r]
os.close(r)
print p.poll(0) == [(r, select.POLLNVAL)], attempt(select.select, [r], [], [], 0), attempt(p.poll, 0)[:1]

# epoll: flags, edges, one shot, closing.
a, b = socket.socketpair()
e = select.epoll()
print e.closed, e.fileno() > 2, e.register(a.fileno(), select.EPOLLIN), attempt(e.register, a, select.EPOLLIN), e.poll(0), b.send('hi'), e.poll(0) == [(a.fileno(), select.EPOLLIN)], e.poll(0) != [], e.modify(a, select.EPOLLIN | select.EPOLLET), len(e.poll(0)), len(e.poll(0)), e.modify(a, select.EPOLLIN | select.EPOLLONESHOT), len(e.poll(0)), len(e.poll(0)), e.modify(a, 0), e.poll(0), e.unregister(a), attempt(e.unregister, a), attempt(e.modify, a, 1)
e.register(a)
print e.poll(0) == [(a.fileno(), select.EPOLLIN | select.EPOLLOUT)], len(e.poll(0, 1)), attempt(e.poll, 0, 0), attempt(e.poll, 0, -1), attempt(e.poll, 0, -2), attempt(e.poll, 'x'), attempt(e.poll, 0, 'x'), attempt(e.poll, 1, 2, 3), attempt(e.poll, None) != '[]', attempt(e.poll, timeout=0, maxevents=5) != '[]', attempt(e.poll, nothing=1), attempt(e.poll, -1) != '[]'
for x in (-1, 'x', None, 10 ** 6, Has('x'), Has(-1), e, e.fileno()):
    print attempt(e.register, x), attempt(e.unregister, x),
print attempt(e.register), attempt(e.register, a, 'x'), attempt(e.register, a, 1, 2), attempt(e.modify, a), attempt(e.modify, a, 'x'), attempt(e.register, fd=b.fileno(), eventmask=1), e.unregister(b)
with open(__file__) as f:
    print attempt(e.register, f)
print attempt(select.epoll, 'x'), attempt(select.epoll, sizehint=5)[:13], attempt(select.epoll, 1, 2, 3), attempt(select.epoll.fromfd, 'x'), attempt(select.epoll.fromfd), attempt(select.epoll.fromfd, 10 ** 6)[:13] if 0 else '', e.close(), e.closed, e.close()
for f, args in ((e.fileno, ()), (e.poll, (0,)), (e.register, (a,)), (e.unregister, (a,)), (e.modify, (a, 1))):
    print attempt(f, *args),
print select.error.__mro__[1].__name__, select.PIPE_BUF, [(n, getattr(select, n)) for n in sorted(dir(select)) if n[:4] in ('POLL', 'EPOL')]
