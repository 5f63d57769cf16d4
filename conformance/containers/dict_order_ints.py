# Iteration order of dicts with int keys: CPython's table, exactly.
def show(d):
    print d.keys()


show({1: 0, 2: 0, 3: 0})
show({3: 0, 2: 0, 1: 0})
show(dict((i, 0) for i in range(20, 0, -1)))
show(dict.fromkeys([8, 0, 16, 24, 32]))
show(dict.fromkeys([0, 8, 16, 24]))
show(dict.fromkeys([-1, -2, -3, 0, 1]))
show(dict.fromkeys([5, 13, 21, 29, 37, 45]))
show(dict.fromkeys(range(0, 1000, 97)))
show(dict.fromkeys([2 ** i for i in range(0, 64, 5)]))
show(dict.fromkeys([-2 ** i for i in range(0, 63, 5)]))
show(dict.fromkeys([10 ** i for i in range(0, 30, 3)]))
show(dict.fromkeys([0.5, 1.5, 2.25, 100.0, 1e100, -0.5]))
show(dict.fromkeys([True, 2, 0.0, 5L]))
d = {}
for i in range(12):
    d[i * 7 % 12 * 1000003] = i
    if i in (4, 5, 6, 11):
        show(d)
d = dict.fromkeys(range(10))
for k in (3, 7, 0):
    del d[k]
show(d)
d[100] = 1
d[3] = 1
show(d)
d[0] = 1
d[7 + 64] = 1
show(d)
for k in d.keys():
    if k % 2:
        del d[k]
show(d)
for i in range(30, 60):
    d[i] = i
show(d)
for i in range(30, 58):
    del d[i]
show(d)
d[8] = d[16] = d[24] = 1
show(d)
print d.popitem(), d.popitem(), d.keys()
d.clear()
d[9] = d[1] = d[17] = 1
show(d)
e = d.copy()
e[33] = 1
show(e)
big = {}
state = 1
for i in range(300):
    state = (state * 1103515245 + 12345) & 0x7fffffff
    big[state % 10007] = i
    if i % 3 == 0:
        del big[big.keys()[i % len(big)]]
show(big)
checksum = 0
for i, k in enumerate(big):
    checksum = (checksum * 31 + k * i) % 1000000007
print checksum, len(big)
c = dict(big)
show(c)
u = {}
u.update(big)
u.update({1: 1, -5: 5})
print u.keys() == c.keys(), u.keys()[:20]
print {i: 0 for i in (64, 32, 16, 8, 4, 2, 1, 0)}.keys(), dict(zip(range(6, 0, -1), 'abcdef')), dict([(40, 1), (8, 2), (0, 3)])
