# A variable that would get the result of a call holds what it held before when the call raises: functions, methods and
# classes that are inlined, whose failing paths have never run when the caller is compiled.
import sys


class Fault(Exception):
    pass


def take(k):
    if k == 0:
        return 'taken'
    raise Fault(k)


class Thing(object):
    def __init__(self, k):
        self.k = k
        if k:
            raise Fault(k)

    def twice(self, k):
        if k:
            raise Fault(k)
        return self.k * 2

    def __repr__(self):
        return 'Thing(%d)' % self.k


class Old:
    def __init__(self, k):
        self.k = k
        if k:
            raise Fault(k)


def of_function(k):
    t = None
    u = 5
    while True:
        try:
            t = take(k)
        except Fault:
            if k == 7:
                continue
        break
    return t, u


def of_method(k):
    thing = Thing(0)
    r = 'before'
    try:
        r = thing.twice(k)
    except Fault as e:
        return r, sorted(locals()), e.args
    return r


def of_class(k):
    p = 'nothing'
    try:
        p = Thing(k)
    except Fault:
        return p, locals()['p']
    return p


def of_old_class(k):
    p = 'nothing'
    try:
        p = Old(k)
    except Fault:
        return p, locals()['p']
    return p.k


def unbound(k):
    try:
        late = take(k)
    except Fault:
        try:
            return late
        except UnboundLocalError as e:
            return str(e)
    return late


def in_place(k):
    n = 10
    try:
        n = n + len(take(k))
    finally:
        if k:
            return 'left', n
    return n


def nested(k):
    x = 'outer'

    def inner():
        y = 'inner'
        try:
            y = take(k)
        finally:
            seen.append(y)
        return y
    try:
        x = inner()
    except Fault:
        return x, seen[-1]
    return x


def not_caught(k):
    x = 'kept'
    x = take(k)
    return x


def not_caught_class(k):
    x = 'kept'
    x = Thing(k)
    return x


def shown(f, k):
    try:
        return f(k)
    except Fault:
        return sys.exc_info()[2].tb_next.tb_frame.f_locals['x']


seen = []
FUNCTIONS = [of_function, of_method, of_class, of_old_class, unbound, in_place, nested]
for f in FUNCTIONS:
    for n in xrange(3000):
        f(0)
    for k in (0, 1, 2, 0, 3):
        print f.__name__, k, f(k)
    for n in xrange(100):
        f(n % 2)
    print f.__name__, f(0), f(1)
for f in (not_caught, not_caught_class):
    for n in xrange(3000):
        shown(f, 0)
    for k in (0, 1, 0, 2):
        print f.__name__, k, shown(f, k)
