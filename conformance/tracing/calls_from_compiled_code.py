# Calls that compiled code makes itself, or has within it, are traced once somebody traces, and only then.
import sys
events = []


def tr(frame, event, arg):
    if frame.f_code.co_name in names:
        events.append('%s %s' % (frame.f_code.co_name, event))
    return None


def small(x):
    return x + 1


def larger(x):
    d = {'x': x}
    return len(str(d)) + small(x)


class C(object):
    def __init__(self, x):
        self.x = small(x)

    def method(self, y):
        return self.x + y


names = {'small', 'larger', '__init__', 'method'}


def switch(on):
    sys.settrace(tr if on else None)


def direct(n, at):
    s = 0
    for i in xrange(n):
        if i == at:
            sys.settrace(tr)
        s += small(i)
        s += larger(i)
        s += C(i).method(s)
        if i == at + 1:
            sys.settrace(None)
    return s


def by_another(n, at):
    s = 0
    for i in xrange(n):
        if i in at:
            switch(i == at[0])
        s = small(s)
        s += larger(i) & 3
    return s


def without_loop(on):
    switch(on)
    a = small(1)
    b = larger(2)
    return a + b + C(1).method(3)


for i in xrange(3):
    print direct(200, -5), direct(200, 150), events
    del events[:]
    print by_another(200, (-1, -2)), by_another(200, (100, 102)), events
    del events[:]
for i in xrange(300):
    without_loop(False)
print events
print without_loop(True), events
sys.settrace(None)


def profiled(frame, event, arg):
    if frame.f_code.co_name in names:
        events.append('%s %s' % (frame.f_code.co_name, event))


def profiles(n, at):
    s = 0
    for i in xrange(n):
        if i == at:
            sys.setprofile(profiled)
        s = small(s) + larger(i)
    sys.setprofile(None)
    return s


del events[:]
print profiles(200, -1), events
print profiles(200, 198), events
