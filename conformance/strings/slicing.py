# Indexing and slicing of str and unicode, checked against a slow definition.
s = 'abcdefghij'
print s[0], s[-1], s[9], s[-10], s[2:5], s[:3], s[7:], s[-3:], s[:-7], s[:], s[5:2], s[100:], s[:100], s[-100:3], s[2:100], s[0:0], s[-1:0]
print s[::2], s[1::2], s[::-1], s[5::-1], s[:5:-1], s[8:2:-2], s[::100], s[::-100], s[-2:-8:-3], s[2:8:3], s[None:None:None], s[3:None], s[None:3]


def slow(seq, start, stop, step):
    out = []
    n = len(seq)
    step = 1 if step is None else step
    if step > 0:
        lo = 0 if start is None else max(start + n, 0) if start < 0 else min(start, n)
        hi = n if stop is None else max(stop + n, 0) if stop < 0 else min(stop, n)
        while lo < hi:
            out.append(seq[lo])
            lo += step
    else:
        lo = n - 1 if start is None else max(start + n, -1) if start < 0 else min(start, n - 1)
        hi = -1 if stop is None else max(stop + n, -1) if stop < 0 else min(stop, n - 1)
        while lo > hi:
            out.append(seq[lo])
            lo += step
    return out


bounds = [None, 0, 1, 3, 4, 5, 7, -1, -2, -4, -5, -7]
u = u'a\xe9\u20acd\U0001F600'
n = 0
for text in ['', 'x', 'hello', u]:
    for start in bounds:
        for stop in bounds:
            for step in [None, 1, 2, 3, -1, -2, 5]:
                expected = slow(text, start, stop, step)
                assert list(text[start:stop:step]) == expected, (text, start, stop, step)
                assert list(text)[start:stop:step] == expected
                assert list(tuple(text)[start:stop:step]) == expected
                n += 1
            assert list(text[start:stop]) == slow(text, start, stop, 1)
print n, 'slices agree'
for bad in ['s[10]', 's[-11]', "s['a']", 's[1.0]', 's[None]', "s['a':]", 's[::0]', "s[::'x']", 's[1.5:]', 'u[5]', 'u[1:2.0]', "''[0]", 's[1, 2]', 's[10 ** 30]', 's[:, 1]']:
    try:
        print eval(bad)
    except (IndexError, TypeError, ValueError) as e:
        print bad, type(e).__name__, e
for code in ["s[0] = 'x'", 'del s[0]', "s[1:2] = 'x'", 'del s[1:2]', "u[0] = u'x'", "s[::2] = 'x'"]:
    try:
        exec code
    except TypeError as e:
        print code, e
print s[True], s[1L], s[-1L:], s[:10 ** 30], s[-10 ** 30:2], repr(u[2]), repr(u[1:3]), repr(u[::-1]), s.__getitem__(1), s.__getslice__(1, 3), s[slice(1, 4)], s[slice(None, None, -3)]
print slice(1, 5, 2).indices(10), slice(None, None, -1).indices(5), slice(-3, None).indices(10), slice(100, -100, -7).indices(9)
print [s[i:i + 3] for i in range(0, len(s), 3)], [s[-i] for i in range(1, 4)], s[:3] + s[3:] == s, ''.join(s[i] for i in xrange(9, -1, -4)), zip(s, s[1:])[:2]
