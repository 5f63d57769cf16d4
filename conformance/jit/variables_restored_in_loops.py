# A variable that is changed and given its old value back within a loop, looked at from outside.
import sys


def look(name):
    return sys._getframe(1).f_locals[name]


def touch():
    return sys._getframe(1) is not None


def swapped(n, x):
    seen = []
    for i in xrange(n):
        seen.append(look('x'))
        t = x
        x = i
        touch()
        x = t
    return sorted(set(seen)), len(seen)


def twice(n, x):
    seen = set()
    i = 0
    while i < n:
        seen.add(look('x'))
        kept = x
        x = -i
        touch()
        if i % 3:
            x = kept
        else:
            x = kept
            seen.add(look('x'))
        i += 1
    return seen


for k in xrange(3):
    print swapped(4000, 'x'), twice(4000, 'y')


def failing(n, x):
    t = x
    for i in xrange(n):
        t = x
        x = i
        touch()
        x = t
        if i == n - 2:
            n = None
    return x


for k in xrange(3):
    try:
        [failing(j, 'z') / 2 for j in (3000, 4000)]
    except TypeError as e:
        tb = sys.exc_info()[2]
        print e, sorted(tb.tb_frame.f_locals)
