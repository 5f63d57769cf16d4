# _multiprocessing.SemLock over forks, its counts and refusals; values, arrays and conditions that processes share.
import _multiprocessing
import ctypes
import multiprocessing
import os
import sys
from multiprocessing import sharedctypes, synchronize

SemLock = _multiprocessing.SemLock


def attempt(f, *args, **kwargs):
    try:
        r = f(*args, **kwargs)
        print repr(r).split(' at 0x')[0]
    except Exception as e:
        print type(e).__name__, e


def child(f, *args):
    sys.stdout.flush()
    p = multiprocessing.Process(target=f, args=args)
    p.start()
    p.join(20)
    return p.exitcode


# Kind 0 is owned by a thread and may be taken again, kind 1 is anybody's.
for kind in (0, 1):
    s = SemLock(kind, 1, 1)
    print kind, s.kind, s.maxvalue, s._count(), s._is_mine(), s._get_value(), s._is_zero()
    print s.acquire(), s._count(), s._is_mine(), s._get_value(), s._is_zero()
    print s.acquire(False), s.acquire(True, 0.001), s.acquire(block=False), s.acquire(True, -1), s._count()
    attempt(s.acquire, True, 'x')
    attempt(s.acquire, 'x', 0)
    attempt(s.acquire, timeout=0.001, nothing=1)
    for i in range(6):
        attempt(s.release)
    print s._count(), s._get_value()
    with s as r:
        print r, s._count()
    print s.__enter__(), s.__exit__(1, 2, 3), s.__exit__.__name__
    for name in ('kind', 'maxvalue', 'handle', 'other'):
        try:
            setattr(s, name, 1)
            print 'set', name
        except Exception as e:
            print type(e).__name__, e
print SemLock.SEM_VALUE_MAX == 2 ** 31 - 1, sorted(n for n in dir(SemLock) if n[:2] != '__')
s = SemLock(1, 3, 3)
print [s.acquire(False) for i in range(5)], s._get_value(), s._count(), s._is_zero()
for args in ((), (1,), (1, 1), (1, 1, 1, 1), (2, 1, 1), (-1, 1, 1), (1, -1, 1), (1, 2 ** 31 - 1, 2 ** 31 - 1), (1, 2 ** 31, 1), (1, 'x', 1), (1, 1, None), (1, 5, 1)):
    attempt(SemLock, *args)


# A child sees what its parent did, by the same semaphore, but has taken nothing itself.
def look(s, kind):
    s._after_fork()
    sys.stdout.write('%r\n' % ((kind, s._count(), s._is_mine(), s._get_value()),))
    try:
        s.release()
        sys.stdout.write('released\n')
    except Exception as e:
        sys.stdout.write('%s %s\n' % (type(e).__name__, e))
    sys.stdout.flush()


for kind in (0, 1):
    s = SemLock(kind, 1, 1)
    s.acquire()
    print child(look, s, kind), s._get_value(), s._count()
t = SemLock._rebuild(s.handle, 1, 1)
print t.handle == s.handle, t._get_value(), t.acquire(False), s._get_value(), t._count(), s._count()


# Counting in two processes with a lock of each kind.
def count(v, lock, n):
    for i in xrange(n):
        with lock:
            v.value += 1


for lock in (multiprocessing.Lock(), multiprocessing.RLock(), multiprocessing.Semaphore(1), multiprocessing.BoundedSemaphore(1)):
    v = sharedctypes.RawValue('i', 0)
    ps = [multiprocessing.Process(target=count, args=(v, lock, 200)) for i in range(2)]
    for p in ps:
        p.start()
    for p in ps:
        p.join(20)
    print type(lock).__name__, v.value, repr(lock)
v = multiprocessing.Value(ctypes.c_longlong, -5, lock=True)
print v.value, v.get_obj().value, type(v.get_lock()).__name__, repr(v)[:38]
with v.get_lock():
    v.value -= 2 ** 40
print v.value
attempt(multiprocessing.Value, 'i', 'x')
attempt(multiprocessing.Value, 'i', 1, lock=5)
attempt(multiprocessing.Value, 'i', 1, nothing=5)
attempt(multiprocessing.Value, 'q')
w = multiprocessing.Value('c', 'x', lock=False)
print w.value, type(w).__name__, hasattr(w, 'get_lock')


class Point(ctypes.Structure):
    _fields_ = [('x', ctypes.c_double), ('y', ctypes.c_int * 3)]


def move(p, a):
    p.x += 1.5
    p.y[1] = 7
    a[2:4] = [8, 9]
    a[-1] = a[0]
    try:
        a[100] = 1
    except IndexError as e:
        a[1] = len(str(e))


p, a = multiprocessing.Value(Point, 2.0), multiprocessing.Array('i', range(6))
print child(move, p, a), p.x, list(p.y), a[:], a[::2], a[::-1], len(a), list(a)
a[:2] = [1, 2]
attempt(a.__setitem__, slice(0, 2), [1])
attempt(a.__setitem__, 0, 'x')
attempt(a.__getitem__, 'x')
attempt(a.__getitem__, -7)
s = multiprocessing.Array('c', 'hello')
print s.value, s.raw, len(s), s[1], s[1:3]
s.value = 'ab'
print repr(s.value), repr(s.raw)
attempt(setattr, s, 'value', 'too long for it')
attempt(multiprocessing.Array, 'i', -1)
attempt(multiprocessing.Array, 'i', 'x')
attempt(multiprocessing.Array, 'd', [1, 'x'])
print multiprocessing.RawArray('h', 3)[:], multiprocessing.RawArray('h', [1, 2])[:], multiprocessing.Array('B', (i for i in []), lock=False)[:] if 0 else ''


# A condition between two processes, and an event.
def wait(c, e, turn):
    with c:
        while turn.value != 1:
            c.wait(10)
        turn.value = 2
        c.notify_all()
    e.wait(10)
    sys.exit(5 if e.is_set() else 6)


c, e, turn = multiprocessing.Condition(), multiprocessing.Event(), sharedctypes.RawValue('i', 0)
p = multiprocessing.Process(target=wait, args=(c, e, turn))
p.start()
with c:
    turn.value = 1
    c.notify()
    while turn.value != 2:
        c.wait(10)
print turn.value
e.set()
p.join(20)
print p.exitcode, e.is_set(), e.clear(), e.is_set(), e.wait(0)
for f in (c.wait, c.notify, c.notify_all, c.release):
    try:
        f()
    except Exception as x:
        print type(x).__name__, x
print [repr(x) for x in (multiprocessing.Lock(), multiprocessing.RLock(), multiprocessing.Semaphore(4), multiprocessing.BoundedSemaphore(4), multiprocessing.Condition())]
l = multiprocessing.RLock()
l.acquire()
l.acquire()
print repr(l), child(lambda: sys.exit(repr(l) == '<RLock(SomeOtherProcess, nonzero)>' and 3)), l.release(), l.release(), repr(l)
try:
    import cPickle
    cPickle.dumps(multiprocessing.Lock())
except Exception as e:
    print type(e).__name__, e
