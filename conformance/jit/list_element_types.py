# The types of list elements change under hot loops.


def total(l):
    t = 0
    for x in l:
        t += x
    return t


def by_index(l, n):
    t = 0
    for i in xrange(n):
        t += l[i % len(l)]
    return t


def store(l, n, values):
    for i in xrange(n):
        l[i % len(l)] = values[i % len(values)]
    return l


l = range(100)
print by_index(l, 20000), total(l)
l[50] = 0.5
print by_index(l, 20000), total(l)
l[51] = 2 ** 70
print by_index(l, 2000), total(l)
l[51] = True
print by_index(l, 20000)
l[:] = [1.5] * 100
print by_index(l, 20000)
l[99] = 'x'
try:
    by_index(l, 100)
except TypeError as e:
    print e
print by_index(tuple(range(10)), 20000), by_index(xrange(10), 1000), by_index(bytearray('abc'), 1000)
print store([0] * 5, 20000, [1, 2, 3]), store([0] * 5, 20000, [1, 'a', None, 2.5]), store(range(3), 10, [[]])
print store({0: 'd', 1: 'e'}, 20000, 'xyz')


def grows(n):
    l = []
    for i in xrange(n):
        l.append(i)
        if i % 3 == 2:
            l.pop()
        if i % 1000 == 0:
            l.append(str(i))
        if len(l) > 500:
            del l[:]
    return len(l), l[:3], l[-3:]


def shrinks_while_read(n):
    l = range(n)
    t = 0
    i = 0
    while l:
        t += l[i % len(l)]
        l.pop()
        i += 1
    return t


def out_of_range(n):
    l = [1, 2, 3]
    errors = t = 0
    for i in xrange(n):
        try:
            t += l[i % 5 - 1] + l[-(i % 4)]
        except IndexError:
            errors += 1
    return t, errors


def matrix(n):
    m = [[0] * n for _ in xrange(n)]
    for i in xrange(n):
        for j in xrange(n):
            m[i][j] = i * j
    m[n // 2][n // 2] = 0.5
    t = 0
    for row in m:
        for x in row:
            t += x
    return t


def swap_sort(n):
    state = 1
    l = []
    for i in xrange(n):
        state = (state * 1103515245 + 12345) & 0x7fffffff
        l.append(state % 1000)
    for i in xrange(n):
        for j in xrange(n - 1 - i):
            if l[j] > l[j + 1]:
                l[j], l[j + 1] = l[j + 1], l[j]
    return l == sorted(l), l[:5]


def slices(n):
    l = range(20)
    t = 0
    for i in xrange(n):
        t += len(l[i % 20:]) + len(l[:-(i % 7)]) + l[::3][1]
        l[i % 20:i % 20 + 1] = [i]
    return t, l[:4]


class Sub(list):
    def __getitem__(self, i):
        return 1000


print grows(30000), shrinks_while_read(20000), out_of_range(20000), matrix(150), swap_sort(180), slices(10000)
print by_index(Sub([1, 2]), 1000), by_index([1, 2], 1000), total(Sub([1, 2]))
mixed = [1, 2.0, 3L, True]
print by_index(mixed, 20000), total(mixed * 1000)
