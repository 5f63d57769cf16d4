# What subscription passes to the object.
class S(object):
    def __getitem__(self, key):
        return key


class T(S):
    def __getslice__(self, i, j):
        return 'slice', i, j

    def __len__(self):
        return 100


s, t = S(), T()
print s[1], s['k'], s[1, 2], s[(1, 2)], s[1,], s[()]
print s[:], s[1:], s[:2], s[1:2], s[::], s[::3], s[1:2:3], s[None:None:None]
print s[1:2, 3], s[..., 1], s[1:2, ::3], s[...], s[:, :], s[1:2,]
print t[:], t[1:], t[:2], t[1:2], t[-1:-2], t[::], t[1:2:3]
print t[None:], t['a':'b'], t[1.5:], t[1:2, 3], t[5L:6L]
print t[slice(1, 2)], t[10 ** 30:], t[-10 ** 30:]
print s[s[1]:s[2]], s[lambda: 1 if 0 else 2].__class__.__name__


class Index(object):
    def __init__(self, n):
        self.n = n

    def __index__(self):
        print 'index', self.n,
        return self.n


print [10, 20, 30][Index(1)], 'abcdef'[Index(1):Index(4)], range(10)[::Index(4)], (1, 2, 3)[Index(-1)]
print t[Index(3):]
print [1, 2, 3][True], 'ab'[False], [1, 2][1L]
l = range(10)
l[Index(0):Index(3)] = 'xy'
print l
del l[Index(2):]
print l


class Old:
    def __getitem__(self, key):
        return key

    def __len__(self):
        return 5


print Old()[1:2], Old()[-1], Old()[:], Old()[1:2:3], Old()['a':]


class OldSlice(Old):
    def __getslice__(self, i, j):
        return 'oldslice', i, j


print OldSlice()[1:2], OldSlice()[-1:], OldSlice()[:-2]
for code in ['[1][1.0]', '[1]["0"]', '"abc"[None]', '(1,)[1:"x"]', '{}[1:2]', '5[0]', 'None[0]', 'len[1]',
             '[1, 2][1:2:0]', 'S[0]', 'Old[0]', '[1][10 ** 30]', 'xrange(5)[1:2]', '"abc"[5]', '()[0]', 'u""[0]']:
    try:
        print eval(code)
    except Exception as e:
        print code, type(e).__name__, e
