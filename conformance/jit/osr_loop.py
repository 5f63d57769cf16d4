# stats: osr_entries>=1
# Loops that run once, but long: entered in the middle.


def single_while(n):
    i = 0
    a = 1
    while i < n:
        a = (a * 7 + i) % 1000003
        i += 1
    return a, i


def single_for(n):
    s = 0
    last = None
    for i in xrange(n):
        s += i & 3
        if i % 7777 == 0:
            last = i
    else:
        s += 1000000
    return s, last


def nested(n):
    count = 0
    for i in xrange(n):
        for j in xrange(n):
            if (i + j) % 3 == 0:
                count += 1
            elif j > i:
                count -= 1
    return count


def with_state(n):
    l = []
    d = {}
    t = (0, 0)
    s = ''
    f = 0.0
    for i in range(n):
        if i % 1000 == 0:
            l.append(i)
            d[i] = len(l)
            s += '.'
        t = (t[1], i)
        f += 0.5
    return len(l), d[n - 1000], t, s, f


def leaves_early(n):
    for i in xrange(n):
        x = i * i
        if x > 400000000:
            return 'found', i
    return 'none', x


def breaks(n):
    i = 0
    while True:
        i += 1
        if i % 3 == 0:
            continue
        if i > n:
            break
    else:
        i = -1
    return i


print single_while(50000), single_for(50000), nested(200), with_state(30000), leaves_early(30000), breaks(40000)
print single_while(3), single_for(2), nested(2), with_state(1000), leaves_early(5), breaks(1)
i = total = 0
while i < 40000:
    total += i * 2
    i += 1
print i, total
for k in xrange(30000):
    if k % 2:
        total ^= k
    else:
        total += k
print k, total


def back_and_forth(n):
    """Two loops after each other share their variables."""
    x = 0
    for i in xrange(n):
        x += i
    for i in xrange(n):
        x -= i
    while x < n:
        x += 2
    return x, i


print back_and_forth(20000)


class C(object):
    total = 0
    for i in xrange(20000):
        total += i
    del i


print C.total, hasattr(C, 'i')
exec 'q = 0\nfor i in xrange(20000):\n    q += i % 5'
print q
