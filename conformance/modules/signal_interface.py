# signal: handlers, what may not be set, timers, wakeup descriptors, exceptions out of handlers.
import signal, os, time
def t(f, *a, **k):
    try: print repr(f(*a, **k)).split(' at 0x')[0]
    except Exception as e: print type(e).__name__, e
print [(n, getattr(signal, n)) for n in dir(signal) if n.startswith('SIG') and isinstance(getattr(signal, n), int)], signal.NSIG, signal.SIG_DFL, signal.SIG_IGN, signal.ITIMER_REAL, signal.ITIMER_VIRTUAL, signal.ITIMER_PROF, signal.ItimerError.__mro__[1]
for a in ((), (1,), (0, signal.SIG_DFL), (65, signal.SIG_DFL), (-1, signal.SIG_DFL), (signal.SIGKILL, signal.SIG_DFL), (signal.SIGSTOP, len), (signal.SIGUSR1, 5), (signal.SIGUSR1, None), (signal.SIGUSR1, 'x'), ('x', len), (1.5, len), (signal.SIGUSR1, len, 3), (2**40, len)): t(signal.signal, *a)
for a in ((), (0,), (65,), ('x',), (signal.SIGUSR1,), (signal.SIGINT,), (1, 2)): t(signal.getsignal, *a)
got = []
def h(n, f): got.append((n, f.f_code.co_name))
t(signal.signal, signal.SIGUSR1, h); print signal.getsignal(signal.SIGUSR1) is h; os.kill(os.getpid(), signal.SIGUSR1); time.sleep(0); print got
t(signal.signal, signal.SIGUSR1, signal.SIG_IGN); os.kill(os.getpid(), signal.SIGUSR1); print signal.getsignal(signal.SIGUSR1), got
def bad(n, f): raise KeyError('from handler')
signal.signal(signal.SIGUSR2, bad)
try: os.kill(os.getpid(), signal.SIGUSR2); time.sleep(0.01); print 'not here'
except KeyError as e: print 'KeyError', e
class Callable(object):
    def __call__(self, n, f): got.append('object')
signal.signal(signal.SIGUSR2, Callable()); os.kill(os.getpid(), signal.SIGUSR2); time.sleep(0); print got[-1]
signal.signal(signal.SIGUSR2, lambda: None)
try: os.kill(os.getpid(), signal.SIGUSR2); time.sleep(0.01)
except TypeError as e: print e
signal.signal(signal.SIGINT, signal.default_int_handler)
try: os.kill(os.getpid(), signal.SIGINT); time.sleep(0.01)
except KeyboardInterrupt as e: print 'KeyboardInterrupt', e.args
try: signal.default_int_handler()
except KeyboardInterrupt: print 'KeyboardInterrupt'
try: signal.default_int_handler(1, 2)
except KeyboardInterrupt: print 'KeyboardInterrupt'
for a in ((), ('x',), (-1,), (0,), (1.5,)): t(signal.alarm, *a)
print signal.alarm(100), signal.alarm(0) > 90, signal.alarm(0)
for a in ((), (0,), (0, 'x'), (9, 1), (0, -1), (0, 0), (signal.ITIMER_REAL, 100, 5), (signal.ITIMER_REAL, 0)):
    try: r = signal.setitimer(*a); print a, len(r)
    except Exception as e: print a, type(e).__name__, e
t(signal.getitimer, 0); t(signal.getitimer, 9); t(signal.getitimer); t(signal.getitimer, 'x')
signal.signal(signal.SIGALRM, h); signal.setitimer(signal.ITIMER_REAL, 0.005)
for i in range(100):
    if got and got[-1][0] == signal.SIGALRM: break
    try: time.sleep(0.005)
    except IOError: pass
print got[-1]
r, w = os.pipe(); import fcntl; fcntl.fcntl(w, fcntl.F_SETFL, os.O_NONBLOCK); print signal.set_wakeup_fd(w); signal.signal(signal.SIGUSR1, h); os.kill(os.getpid(), signal.SIGUSR1); time.sleep(0); print repr(os.read(r, 10)), signal.set_wakeup_fd(-1) == w; t(signal.set_wakeup_fd, 999); t(signal.set_wakeup_fd, 'x'); t(signal.set_wakeup_fd); t(signal.siginterrupt, signal.SIGUSR1, False); t(signal.siginterrupt, 99, False); t(signal.siginterrupt, 1); t(signal.siginterrupt, 'x', 1); t(signal.pause, 1)
