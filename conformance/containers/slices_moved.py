# Slices with a step assigned to slices: lists, other sequences, bounds of all kinds, in hot code.


def t(f, *a):
    try:
        print repr(f(*a)).split(' at ')[0],
    except Exception as e:
        print type(e).__name__, e,
    print [repr(x).split(' at ')[0] for x in a]


def reverse(a, n):
    a[:n + 1] = a[n::-1]
    return a


def between(a, i, j):
    a[i:j] = a[j - 1:i - 1:-1]
    return a


def from_other(a, b, i, j):
    a[i:j] = b[i:j:1]
    return a, b


def back(a, b, n):
    a[n - 1:] = b[n::-1]
    return a, b


def every_other(a, n):
    a[n:n + 2] = a[n::2]
    return a


def all_of_it(a, b):
    a[:] = b[::-1]
    return a


for n in 0, 1, 3, 4, 5, 99, -1, -2, 2 ** 40, None, 'x', 1.5, True:
    t(reverse, range(5), n)
    t(every_other, range(6), n)
    t(back, range(4), range(10, 16), n)
for i in 0, 1, 2, -2, None, 7:
    for j in 0, 1, 3, -1, None, 9:
        t(from_other, range(5), list('abcdef'), i, j)
        t(between, range(6), i, j)
for a in [], [1], (1, 2), 'ab', u'abc', bytearray('abc'), range(3), None:
    for b in [], [5], (6, 7), 'cd', bytearray('xyz'), {}, xrange(3):
        t(all_of_it, a, b)


class Loud(list):
    def __getitem__(self, s):
        print 'get', s
        return list.__getitem__(self, s)

    def __setslice__(self, i, j, x):
        print 'set', i, j, x
        list.__setslice__(self, i, j, x)


class Itself(object):
    def __getitem__(self, s):
        return self

    def __setslice__(self, i, j, x):
        print i, j, x is self

    def __iter__(self):
        return iter('abc')


class Sum(object):
    """Adding to it changes what is sliced."""
    def __init__(self, a, n):
        self.a, self.n = a, n

    def __add__(self, k):
        self.a.append('added')
        return self.n + k

    def __index__(self):
        self.a.append('asked')
        return self.n


t(reverse, Loud(range(5)), 2)
t(all_of_it, Itself(), range(2))
t(all_of_it, range(2), Itself())
i = Itself()
i[:2] = i[::-1]
t(all_of_it, i, i)
a = range(5)
print reverse(a, Sum(a, 2))
a, b = range(5), range(10, 15)
print from_other(a, b, Sum(b, 1), Sum(b, 3))
print from_other(a, b, 1, Sum(b, 3))


def to_the_end(a, b, n):
    a[n:] = b[::2]
    return a, b


print to_the_end(a, b, Sum(b, 2))
print to_the_end(a, a, Sum(a, 2))
print to_the_end(a, range(4), -2)


def unbound(b):
    if not b:
        a = 1
    a[:1] = b[::-1]


t(unbound, [1])
t(unbound, 5)


def pancakes(n):
    most = total = 0
    for seed in xrange(300):
        a = range(n)
        x = seed * 7919 % 104729
        for k in xrange(n - 1, 0, -1):
            x = (x * 1103 + 12345) % 65537
            r = x % (k + 1)
            a[k], a[r] = a[r], a[k]
        flips = 0
        first = a[0]
        while first and flips < 60:
            a[:first + 1] = a[first::-1]
            flips += 1
            first = a[0]
            if seed == 250 and flips == 2:
                a[first:first + 1] = 'z'[::-1]
                a[a.index('z')] = first
        total += flips
        most = max(most, flips)
    return most, total


print pancakes(9)


def shared(n):
    # The kinds of what is sliced change while it runs.
    out = []
    for k in xrange(n):
        b = range(4) if k % 100 else tuple(range(4)) if k % 200 else u'wxyz'
        a = range(6)
        i = 2 if k % 70 else True
        a[i:i + 2] = b[i::-1]
        out.append(len(a))
        out.append(a[3])
    return len(out), out[:8], out[198:204], out[400:404], set(map(str, out))


print shared(1500)
