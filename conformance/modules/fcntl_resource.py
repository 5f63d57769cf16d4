# fcntl and resource: flags, locks, limits, usage; arguments of wrong kinds.
import fcntl, resource, os, struct, tempfile, termios

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
f = tempfile.TemporaryFile()
fd = f.fileno()
class Has(object):
    def __init__(self, n): self.n = n
    def fileno(self): return self.n
for x in (fd, f, Has(fd), -1, 9999, 'x', None, 1.5, Has('x'), Has(-1), object()):
    t(fcntl.fcntl, x, fcntl.F_GETFD)
    t(fcntl.flock, x, fcntl.LOCK_SH)
for a in ((fd, fcntl.F_GETFD, 0), (fd, fcntl.F_SETFD, fcntl.FD_CLOEXEC), (fd, 'x'), (fd, 9999), (fd, fcntl.F_SETFD, 'x' * 1025)):
    try:
        r = fcntl.fcntl(*a)
        print repr(r) if isinstance(r, str) else r & 3
    except Exception as e:
        print type(e).__name__, e
lock = struct.pack('hhqqi', fcntl.F_RDLCK, 0, 0, 10, 0)
r = fcntl.fcntl(fd, fcntl.F_GETLK, lock)
print len(r) == len(lock), struct.unpack('hhqqi', r)[0] == fcntl.F_UNLCK
for a in ((fd, fcntl.LOCK_EX), (fd, fcntl.LOCK_EX | fcntl.LOCK_NB, 5), (fd, fcntl.LOCK_UN), (fd, fcntl.LOCK_SH, 5, 2, 0), (fd, 0), (fd, 99), (fd, 'x'), (fd, fcntl.LOCK_EX, 'x'), (fd,), (fd, 2, 1, 1, 9), (fd, 2, -1, 1, 0), (fd, 1, 2, 3, 4, 5)):
    t(fcntl.lockf, *a)
r, w = os.pipe()
t(fcntl.ioctl, r, termios.FIONREAD, struct.pack('i', 0))
os.write(w, 'abc')
print struct.unpack('i', fcntl.ioctl(r, termios.FIONREAD, struct.pack('i', 0)))
fl = fcntl.fcntl(r, fcntl.F_GETFL)
fcntl.fcntl(r, fcntl.F_SETFL, fl | os.O_NONBLOCK)
os.read(r, 10)
t(os.read, r, 10)
print bool(fcntl.fcntl(r, fcntl.F_GETFL) & os.O_NONBLOCK)
R = resource
soft, hard = R.getrlimit(R.RLIMIT_NOFILE)
for a in ((), ('x',), (-1,), (99,), (1, 2), (R.RLIMIT_CORE,)):
    try:
        print len(R.getrlimit(*a))
    except Exception as e:
        print type(e).__name__, e
for a in ((R.RLIMIT_NOFILE,), (R.RLIMIT_NOFILE, 5), (R.RLIMIT_NOFILE, (1,)), (R.RLIMIT_NOFILE, (1, 2, 3)), (R.RLIMIT_NOFILE, ('a', 'b')), (99, (1, 2)), (R.RLIMIT_NOFILE, (hard + 1, hard)), (R.RLIMIT_NOFILE, (soft, hard)), (R.RLIMIT_NOFILE, [soft, hard]), (R.RLIMIT_CORE, (0L, 0)), (R.RLIMIT_NOFILE, (None, None)), (R.RLIMIT_NOFILE, iter((soft, hard)))):
    try:
        print R.setrlimit(*a)
    except Exception as e:
        print type(e).__name__, e
print R.getrlimit(R.RLIMIT_CORE) == (0, 0), R.RLIM_INFINITY, R.error.__name__, R.getpagesize()
for a in ((), (R.RUSAGE_SELF,), (R.RUSAGE_CHILDREN,), (77,), ('x',)):
    try:
        u = R.getrusage(*a)
        print type(u), len(u), u.ru_utime == u[0], isinstance(u.ru_maxrss, int), isinstance(u[0], float)
    except Exception as e:
        print type(e).__name__, e
print sorted(n for n in dir(R) if n.startswith('RLIM'))
