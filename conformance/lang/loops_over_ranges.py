# Loops over ranges, which need not be made: what programs see of them is as if they were.
import sys


def attempt(f, *args):
    try:
        print f(*args)
    except Exception as e:
        print type(e).__name__, e


def by_range(*args):
    out = []
    if len(args) == 1:
        for i in range(args[0]):
            out.append(i)
    elif len(args) == 2:
        for i in range(args[0], args[1]):
            out.append(i)
    elif len(args) == 3:
        for i in range(args[0], args[1], args[2]):
            out.append(i)
    return out


def by_xrange(*args):
    if len(args) == 1:
        return [i for i in xrange(args[0])]
    if len(args) == 2:
        return list(i for i in xrange(args[0], args[1]))
    return [i for _ in range(1) for i in xrange(args[0], args[1], args[2])]


class Index(object):
    def __init__(self, n):
        self.n = n

    def __int__(self):
        print '__int__', self.n
        return self.n

    def __repr__(self):
        return 'Index(%r)' % self.n


class Old:
    def __int__(self):
        return 3


CASES = [(5,), (0,), (-3,), (2, 7), (7, 2), (7, 2, -1), (0, 10, 3), (10, 0, -3), (1, 2, 0), (1.5,), ('3',), (None,),
         (True,), (3L,), (2 ** 62, 2 ** 62 + 2), (2 ** 70, 2 ** 70 + 2), (-2 ** 63, -2 ** 63 + 2), (Index(3),),
         (Index(1), Index(6), Index(2)), (Old(),), (1, 5, 2 ** 40), (1, 5, -2 ** 70), (sys.maxint - 2, sys.maxint)]
for case in CASES:
    print case if not isinstance(case[0], Old) else 'Old'
    attempt(by_range, *case)
    attempt(by_xrange, *case)


def no_arguments():
    for i in range():
        pass


def four_arguments():
    for i in xrange(1, 2, 3, 4):
        pass


def named():
    for i in range(stop=3):
        pass


def starred(args):
    return [i for i in range(*args)]


attempt(no_arguments)
attempt(four_arguments)
attempt(named)
attempt(starred, (1, 4))


def changed_while_it_runs(n):
    out = []
    for i in range(n):
        n += 1
        i *= 2
        out.append(i)
    return out, n


print changed_while_it_runs(4)


def nested(n):
    return [(i, j) for i in range(n) for j in xrange(i)]


for _ in xrange(200):
    nested(5)
print nested(4)


def own(range):
    return [i for i in range(3)]


print own(lambda n: 'abc'[:n])


def restored():
    global range

    def range(n):
        print 'my range', n
        return [n]
    for i in range(7):
        print i
    del range
    for i in range(2):
        print i


restored()


class Namespace(object):
    range = 3
    items = [i for i in xrange(range)]
    for i in __builtins__.range(2):
        pass


print Namespace.items, Namespace.i
exec 'for i in range(3): print i,' in {'range': lambda n: reversed(range(n))}
print
seen = []


def profile(frame, event, arg):
    if event.startswith('c_'):
        seen.append((event, arg.__name__))


def profiled():
    for i in range(2):
        for j in xrange(2):
            len('x')


sys.setprofile(profile)
profiled()
sys.setprofile(None)
print [s for s in seen if s[1] != 'setprofile']


def interrupted():
    total = 0
    try:
        for i in range(10):
            if i == 5:
                raise ValueError(i)
            total += i
    except ValueError as e:
        print e, i
    else:
        print 'never'
    for i in range(3):
        if i == 1:
            continue
        total += 100 * i
    else:
        print 'ended', i
    return total


print interrupted()
loop = (x for x in range(5))
print next(loop), loop.next(), list(loop)
