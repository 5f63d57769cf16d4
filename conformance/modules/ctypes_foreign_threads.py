# Threads that C code has started call Python functions, while threads of Python's wait or run.
import threading, time, gc
from ctypes import *
libc = CDLL(None)
RUN = CFUNCTYPE(c_void_p, c_void_p)
seen = []
lock = threading.Lock()
local = threading.local()
def body(arg):
    n = arg or 0
    assert not hasattr(local, 'x')
    local.x = n
    made = [[i] * 3 for i in range(100)]
    gc.collect()
    with lock:
        seen.append((n, len(made), threading.current_thread() is not main))
    time.sleep(0.001)
    return 5
main = threading.current_thread()
run = RUN(body)
for i in range(5):
    ids = []
    for n in range(4):
        t = c_ulong()
        assert libc.pthread_create(byref(t), None, run, c_void_p(n + 1)) == 0
        ids.append(t)
    for t in ids:
        assert libc.pthread_join(t, None) == 0
print len(seen), sorted(set(seen))
# One that waits for an event that only C's thread sets
ev = threading.Event()
def fire(arg):
    time.sleep(0.05); ev.set(); return 0
t = c_ulong(); f = RUN(fire); libc.pthread_create(byref(t), None, f, None); ev.wait(); libc.pthread_join(t, None)
print 'waited'
# callback in the same thread, with other threads running
CMP = CFUNCTYPE(c_int, POINTER(c_int), POINTER(c_int))
def cmp_(a, b):
    gc.collect(0)
    return cmp(a[0], b[0])
other = []
def busy():
    while not stop: other.append(1); del other[:-5]
stop = []
th = threading.Thread(target=busy); th.start()
arr = (c_int * 40)(*[(i * 7919) % 1000 for i in range(40)])
libc.qsort(arr, 40, sizeof(c_int), CMP(cmp_))
stop.append(1); th.join()
print list(arr) == sorted(arr)
print 'end'
