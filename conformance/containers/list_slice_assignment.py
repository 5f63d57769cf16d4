# Assigning to and deleting slices, checked against a slow definition.
l = range(10)
l[2:5] = 'abcdef'
print l
l[3:3] = [100, 200]
print l
l[:2] = []
print l
l[-2:] = (1,)
print l
l[100:] = ['end']
l[-100:0] = ['start']
print l
l[::2] = [0] * len(l[::2])
print l
l[::-3] = range(len(l[::-3]))
print l
del l[1:3]
print l
del l[::2]
print l
del l[5:2]
del l[-1:]
print l
l[:] = l[::-1]
print l
l[1:2] = l
print l
l[5:2] = ['odd']
print l
l[:] = (x for x in 'gen')
print l
l[1:] = {5: 6}
print l
l[:] = []
print l
for bad in ['l[::2] = [1, 2, 3]', 'l[::2] = []', 'l[::-1] = "ab"', 'l[0:2:1] = "abc"', 'l[:] = 5', 'l[::0] = []', 'l[1:2] = None', 'l["a":] = []', 'l[20] = 1', 'l[-20] = 1', 'del l[20]', 'l["x"] = 1', 'del l["x"]', 'del l[::0]', 'l[1.0] = 1', 'l[::2] = 5']:
    l = [0, 1, 2, 3]
    try:
        exec bad
        print bad, l
    except (ValueError, TypeError, IndexError) as e:
        print bad, type(e).__name__, e, l


def indices(n, start, stop, step):
    return range(*slice(start, stop, step).indices(n))


checked = 0
for n in range(6):
    for start in [None, 0, 1, 2, 4, 7, -1, -3, -8]:
        for stop in [None, 0, 1, 3, 5, 9, -1, -2, -9]:
            for size in range(3):
                l = range(n)
                lo, hi, _ = slice(start, stop).indices(n)
                expected = l[:lo] + ['n'] * size + l[max(lo, hi):]
                l[start:stop] = ['n'] * size
                assert l == expected, (n, start, stop, size, l, expected)
                checked += 1
            l = range(n)
            lo, hi, _ = slice(start, stop).indices(n)
            del l[start:stop]
            assert l == range(n)[:lo] + range(n)[max(lo, hi):]
            for step in [2, 3, -1, -2]:
                picked = indices(n, start, stop, step)
                l = range(n)
                del l[start:stop:step]
                assert l == [i for i in range(n) if i not in picked]
                l = range(n)
                l[start:stop:step] = ['v%d' % i for i in range(len(picked))]
                expected = range(n)
                for k, i in enumerate(picked):
                    expected[i] = 'v%d' % k
                assert l == expected
                checked += 2
print checked
a = range(5)
a[1:3] += ['x']
print a
a[0:2] *= 2
print a
