# x[i:j:k] of every sequence, of subclasses and of objects with a __getitem__, with bounds of all kinds.
import itertools


class L(list):
    pass


class Seen(list):
    def __getitem__(self, key):
        return 'asked for', key


class Old:
    def __getitem__(self, key):
        return key


class Index(object):
    def __init__(self, i, log):
        self.i, self.log = i, log

    def __index__(self):
        self.log.append(self.i)
        return self.i

    def __repr__(self):
        return 'Index(%d)' % self.i


BOUNDS = [None, -7, -5, -1, 0, 1, 4, 5, 9]
STEPS = [None, -6, -2, -1, 1, 2, 5]


def picked(seq):
    parts = []
    for i, j, k in itertools.product(BOUNDS, BOUNDS, STEPS):
        parts.append(seq[i:j:k])
    return parts


lists = picked([1, 2, 3, 4, 5])
print sum(map(len, lists)), lists[40:60]
for seq in (1, 2, 3, 4, 5), '12345', u'12345', u'12345', L([1, 2, 3, 4, 5]), bytearray('12345'), buffer('12345'):
    try:
        parts = picked(seq)
    except Exception as e:
        print type(seq).__name__, e
        continue
    same = [map(str, p) == list(q if type(seq) in (str, unicode, buffer) else map(str, q)) for p, q in zip(lists, parts)] if type(seq) is not bytearray else []
    print type(seq).__name__, sum(map(len, parts)), all(same) or repr(seq), set(type(p).__name__ for p in parts)

# What all of a sequence is: itself, where it cannot change.
s, u, t, l = 'abc', u'abc', (1, 2, 3), [1, 2, 3]
print s[::1] is s, u[::1] is u, t[::1] is t, l[::1] is l, t[0:3:1] is t, t[::-1] is t
print repr(s[2:0:-1]), repr(s[1:2:1]), repr(s[5::2]), repr(u[::-2]), ''[::-1] == '', [][::-1], ()[::3]
print Seen()[1:2:3], Seen()[::-1], Old()[1:2:3], Old()['a'::], Old()[::None]

# Bounds that are long, bool, or have an __index__; the order in which they are asked.
log = []
print l[0L:10 ** 30:1L], l[-10 ** 30::True], l[Index(2, log)::Index(-1, log)], l[Index(0, log):Index(3, log):Index(2, log)], log
for step in 0, 0L, False, 'x', 1.0, Index(0, log):
    for seq in s, u, t, l, Old():
        try:
            print repr(seq[::step]) if seq is not l else l[::step]
        except Exception as e:
            print type(e).__name__, e
        if isinstance(seq, Old) or step == 'x':
            break


class Shrinks(object):
    def __index__(self):
        del grown[3:]
        return 1


grown = range(9)
print grown[::Shrinks()], grown

# The bounds keep their values while later ones are evaluated, and errors come in order.
i = 1
print l[i:[i for i in (0, 3)][1]:[i for i in (7, 1)][1]], i


def complain(name):
    raise NameError(name)


for text in 'l[complain(1):complain(2):complain(3)]', 'complain(0)[::complain(1)]', 'missing[1:2:3]', 'l[1:missing:complain(3)]', '5[1:2:3]', 'None[::2]':
    try:
        eval(text)
    except Exception as e:
        print type(e).__name__, e


# Hot, with what changes its type.
def rotate(seq, n, step):
    out = 0
    for i in xrange(n):
        out += len(seq[i % 7::step])
        seq = seq[::-1]
    return out, seq


for seq in range(9), '123456789', tuple(range(9)), u'123456789', L(range(9)):
    print [rotate(seq, 101, step) for step in (1, 2, -1, -3, 2L, None)]


def prefix(work, n):
    for i in xrange(n):
        first = i % len(work)
        work[:first + 1] = work[first::-1]
        work[i % 3:i % 5] = work[i % 3:i % 5]
    return work


print prefix(range(8), 1000)
for bad in [(1, 2, 3), 'abc', 7]:
    try:
        print prefix(bad, 3)
    except Exception as e:
        print type(e).__name__, e
