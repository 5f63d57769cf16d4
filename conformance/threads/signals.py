import signal
print signal.getsignal(signal.SIGINT), signal.getsignal(signal.SIGPIPE), signal.getsignal(signal.SIGALRM), signal.getsignal(signal.SIGCHLD)
hits = []
def h(n, f):
    hits.append((n, f.f_code.co_name))
print signal.signal(signal.SIGALRM, h)
print signal.getsignal(14) is h
print signal.alarm(0)
print signal.setitimer(signal.ITIMER_REAL, 0.05)
def loop():
    while not hits: pass
loop()
print hits
signal.setitimer(signal.ITIMER_REAL, 0.01, 0.01)
signal.pause()
n = 0
while len(hits) < 5: n += 1
signal.setitimer(0, 0)
print len(hits) >= 5, signal.getitimer(0)
for a in [(0, h), (65, h), (14, 5), (14,), (9, h), ("a", h)]:
    try: print signal.signal(*a)
    except Exception, e: print type(e).__name__, e
try: signal.getsignal(99)
except ValueError, e: print e
try: signal.setitimer(99, 1)
except signal.ItimerError, e: print repr(e), signal.ItimerError
try: signal.set_wakeup_fd(999)
except ValueError, e: print e
try: signal.default_int_handler()
except KeyboardInterrupt, e: print repr(e)
def bad(n, f): raise KeyError(n)
signal.signal(14, bad)
signal.setitimer(0, 0.02)
try:
    while 1: pass
except KeyError, e: print repr(e)
def f(n):
    return n if n < 2 else f(n-1)+f(n-2)
signal.setitimer(0, 0.02)
try:
    f(100)
except KeyError, e: print repr(e)
print sorted((k, v) for k, v in vars(signal).items() if isinstance(v, int))
import thread
try:
    thread.interrupt_main()
    for i in range(100000): pass
except KeyboardInterrupt: print "KI"
l = thread.allocate_lock(); l.acquire()
def t():
    try: signal.signal(14, h)
    except ValueError, e: print e
    l.release()
thread.start_new_thread(t, ()); l.acquire()
print signal.signal(14, signal.SIG_DFL) is bad
signal.siginterrupt(14, False)
