# signal: handlers that run in compiled loops, raise out of them, replace themselves, nest; ignored and default ones; timers.
import errno
import fcntl
import os
import select
import signal
import sys
import time

PID = os.getpid()
got = []


def note(n, frame):
    # The function that sent it may have ended by now.
    got.append((n, frame is not None))


def kill(n):
    os.kill(PID, n)


# A handler in the midst of a loop that has got hot: it sees the loop's frame and its variables.
def loop(n, at):
    seen = 0
    for i in xrange(n):
        seen += i & 1
        if i == at:
            kill(signal.SIGUSR1)
    return seen


signal.signal(signal.SIGUSR1, note)
print loop(5000, 4000), got
del got[:]
print [loop(100, 50) for i in range(3)], got


def see_locals(n, frame):
    while frame.f_code.co_name != 'counting':
        frame = frame.f_back
    got.append((frame.f_locals['i'] >= frame.f_locals['at'], sorted(frame.f_locals)))


def counting(n, at):
    i = 0
    while i < n:
        if i == at:
            kill(signal.SIGUSR2)
        i += 1
    return i


signal.signal(signal.SIGUSR2, see_locals)
del got[:]
print counting(20000, 15000), got


# Exceptions out of handlers end loops, pass through `finally`, are caught inside.
class Stop(Exception):
    pass


def stop(n, frame):
    raise Stop(n)


def ended(n, at):
    r = []
    try:
        for i in xrange(n):
            try:
                if i == at:
                    kill(signal.SIGUSR1)
                    for j in xrange(100000):
                        pass
                    r.append('went on')
            finally:
                if i == at:
                    r.append('finally')
    except Stop as e:
        r.append(e.args[0] == signal.SIGUSR1)
    return r, i == at


signal.signal(signal.SIGUSR1, stop)
for k in range(3):
    print ended(3000, 2500)


def caught(n):
    c = 0
    for i in xrange(n):
        try:
            if i % 10 == 9:
                kill(signal.SIGUSR1)
                while True:
                    pass
        except Stop:
            c += 1
    return c


print caught(50)


# Generators, comprehensions, sorts and other builtins are interrupted as well.
def numbers(n):
    for i in xrange(n):
        if i == n // 2:
            kill(signal.SIGUSR1)
        yield i


for f in (lambda: sum(numbers(1000)), lambda: [x for x in numbers(1000)], lambda: list(numbers(10)), lambda: sorted(numbers(100), key=lambda x: -x), lambda: map(lambda x: x, numbers(100)), lambda: max(numbers(20)), lambda: dict((x, x) for x in numbers(50)), lambda: ','.join(str(x) for x in numbers(50))):
    try:
        f()
        for i in xrange(1000):
            pass
        print 'fine',
    except Stop as e:
        print 'stopped',
print

# A handler that replaces itself, one that takes itself away, one for another signal.
def first(n, frame):
    got.append('first')
    print signal.signal(n, second) is first,


def second(n, frame):
    got.append('second')
    print signal.signal(n, signal.SIG_IGN) is second,


del got[:]
signal.signal(signal.SIGUSR1, first)
for i in range(4):
    kill(signal.SIGUSR1)
    for j in xrange(10):
        pass
print got, signal.getsignal(signal.SIGUSR1) == signal.SIG_IGN


# Nested: a handler that sends the next signal is interrupted by its handler.
def outer(n, frame):
    got.append('outer in')
    kill(signal.SIGUSR2)
    for i in xrange(10):
        pass
    got.append('outer out')


def inner(n, frame):
    got.append('inner in %s' % (frame.f_code.co_name in ('outer', 'kill')))


del got[:]
signal.signal(signal.SIGUSR1, outer)
signal.signal(signal.SIGUSR2, inner)
kill(signal.SIGUSR1)
for i in xrange(10):
    pass
print got


# Callables of all kinds.
class Handler(object):
    def __call__(self, n, frame):
        got.append('object')

    def method(self, n, frame):
        got.append('method')


class Old:
    def __call__(self, n, frame):
        got.append('old')


del got[:]
for h in (Handler(), Handler().method, Old(), lambda n, f: got.append('lambda'), got.append, lambda: None, Handler, type, len):
    signal.signal(signal.SIGUSR1, h)
    try:
        kill(signal.SIGUSR1)
        for i in xrange(10):
            pass
    except TypeError as e:
        got.append(str(e))
    print signal.getsignal(signal.SIGUSR1) is h or signal.getsignal(signal.SIGUSR1) == h,
print got
signal.signal(signal.SIGUSR1, note)

# System calls that are interrupted, and those that start again.
r, w = os.pipe()
for flag in (True, False):
    signal.signal(signal.SIGALRM, note)
    print signal.siginterrupt(signal.SIGALRM, flag)
    del got[:]
    if flag:
        # Again and again: the first may come before the call has begun.
        signal.setitimer(signal.ITIMER_REAL, 0.01, 0.05)
        try:
            os.read(r, 1)
        except OSError as e:
            signal.setitimer(signal.ITIMER_REAL, 0)
            print errno.errorcode[e.errno], len(got) > 0
    else:
        def write(n, frame):
            got.append(n)
            os.write(w, 'x')
        pid = os.fork()
        if not pid:
            time.sleep(0.03)
            os.write(w, 'c')
            os._exit(0)
        signal.setitimer(signal.ITIMER_REAL, 0.005)
        print os.read(r, 1), len(got)
        os.waitpid(pid, 0)


def stop_once(n, frame):
    signal.setitimer(signal.ITIMER_REAL, 0)
    raise Stop(n)


for f in (lambda: select.select([r], [], [], 5), lambda: time.sleep(5), lambda: select.poll().poll(5000), lambda: signal.pause()):
    signal.signal(signal.SIGALRM, note)
    del got[:]
    signal.setitimer(signal.ITIMER_REAL, 0.01, 0.05)
    try:
        print f(), len(got) > 0
    except (select.error, IOError) as e:
        print type(e).__name__, errno.errorcode[e.args[0]], len(got) > 0
    signal.setitimer(signal.ITIMER_REAL, 0)
    signal.signal(signal.SIGALRM, stop_once)
    try:
        signal.setitimer(signal.ITIMER_REAL, 0.01)
        print f()
    except Stop as e:
        print 'Stop', e.args[0] == signal.SIGALRM

# An interval ticks again and again; what is left of a timer; alarms replace each other.
signal.signal(signal.SIGALRM, note)
del got[:]
print signal.setitimer(signal.ITIMER_REAL, 0.002, 0.002)
while len(got) < 5:
    pass
left, every = signal.setitimer(signal.ITIMER_REAL, 0)
print 0 <= left <= 0.01, 0.001 < every < 0.01, signal.getitimer(signal.ITIMER_REAL), len(got) >= 5
print signal.alarm(50), signal.alarm(20) in (49, 50), signal.alarm(0) in (19, 20), signal.alarm(0)
del got[:]
signal.signal(signal.SIGVTALRM, note)
signal.setitimer(signal.ITIMER_VIRTUAL, 0.005)
n = 0
while not got:
    n += 1
print got[0][0] == signal.SIGVTALRM, signal.getitimer(signal.ITIMER_VIRTUAL)
signal.signal(signal.SIGPROF, note)
signal.setitimer(signal.ITIMER_PROF, 0.005)
while len(got) < 2:
    n += 1
print got[1][0] == signal.SIGPROF

# A descriptor that is written to, for each signal; it is full, or closed.
fcntl.fcntl(w, fcntl.F_SETFL, fcntl.fcntl(w, fcntl.F_GETFL) | os.O_NONBLOCK)
print signal.set_wakeup_fd(w)
signal.signal(signal.SIGUSR1, note)
signal.signal(signal.SIGUSR2, signal.SIG_IGN)
del got[:]
for s in (signal.SIGUSR1, signal.SIGUSR2, signal.SIGUSR1):
    kill(s)
    for i in xrange(5):
        pass
print repr(os.read(r, 10)), len(got), signal.set_wakeup_fd(-1) == w, signal.set_wakeup_fd(-1)

# Children: defaults are inherited, handlers too; the status tells what ended them.
for how in ('default', 'ignored', 'handled', 'raises'):
    sys.stdout.flush()
    pid = os.fork()
    if not pid:
        try:
            signal.signal(signal.SIGTERM, {'default': signal.SIG_DFL, 'ignored': signal.SIG_IGN, 'handled': lambda n, f: os._exit(7), 'raises': stop}[how])
            os.kill(os.getpid(), signal.SIGTERM)
            for i in xrange(100):
                pass
        except Stop:
            os._exit(8)
        finally:
            os._exit(9)
    status = os.waitpid(pid, 0)[1]
    print how, os.WIFSIGNALED(status) and os.WTERMSIG(status), os.WIFEXITED(status) and os.WEXITSTATUS(status)
signal.signal(signal.SIGCHLD, note)
del got[:]
pid = os.fork()
if not pid:
    os._exit(0)
while not got:
    try:
        time.sleep(0.01)
    except IOError:
        pass
print got[0][0] == signal.SIGCHLD, os.waitpid(pid, 0)[1]
