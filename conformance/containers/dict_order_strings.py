# Iteration order of dicts with other keys.
names = 'alpha beta gamma delta epsilon zeta eta theta iota kappa lambda mu nu xi omicron pi rho sigma tau upsilon phi chi psi omega'.split()
d = {}
for i, n in enumerate(names):
    d[n] = i
    if i in (2, 4, 5, 6, 10, 11, 20, 21, 22, 23):
        print i, d.keys()
for n in names[::3]:
    del d[n]
print d
for n in names[::6]:
    d[n] = 'again'
print d.items()
print dict(a=1, b=2, c=3, d=4, e=5), {'one': 1, 'two': 2, 'three': 3}, dict(zip('zyxwvu', range(6))), {'': 0, ' ': 1, 'a' * 100: 2}.values()
print {u'alpha': 1, u'beta': 2, 'gamma': 3, u'\xe9': 4, u'\u20ac': 5}
print {(1, 2): 'a', (2, 1): 'b', (): 'c', ('x',): 'd', ((),): 'e', (1, (2, 3)): 'f', (1.5, None)[:1]: 'g'}
print {1: 'int', '1': 'str', 1.5: 'float', (1,): 'tuple', frozenset([1]): 'frozenset', 2 ** 70: 'long', 1j: 'complex'}
chars = {}
for c in 'the quick brown fox jumps over the lazy dog':
    chars[c] = chars.get(c, 0) + 1
print chars
words = {}
state = 3
for i in range(200):
    state = (state * 1103515245 + 12345) & 0x7fffffff
    w = ''.join(chr(97 + (state >> s) % 26) for s in (8, 13, 18))
    words[w] = i
print words.keys()
keys = words.keys()
for k in keys[10:150]:
    del words[k]
print words.keys()
for i in range(10):
    words['new%d' % i] = i
print words.keys()
print [words.popitem()[0] for i in range(5)], len(words)


class Key(object):
    def __init__(self, h, name):
        self.h, self.name = h, name

    def __hash__(self):
        return self.h

    def __repr__(self):
        return self.name


same = [Key(5, 'k%d' % i) for i in range(8)]
print dict.fromkeys(same), dict.fromkeys(reversed(same))
print dict.fromkeys([Key(h, str(h)) for h in (0, 8, 1, 9, -3, 2 ** 62, 5, 13)])


def f(**kw):
    return kw.keys()


print f(x=1, y=2, z=3, alpha=4, beta=5), f(**{'b': 1, 'a': 2, 'c': 3})


class A(object):
    def __init__(self):
        self.zebra, self.apple, self.mango, self.kiwi, self.fig, self.plum = range(6)


print A().__dict__, sorted(vars(A()).items())
print {k: v for k, v in zip(names[:7], range(7))}, dict([('b', 1), ('a', 2)]), dict({'x': 1}, y=2, w=3), globals().keys() == globals().keys()
print {'k%d' % i: i for i in range(30)}.keys(), {chr(c): c for c in range(0, 256, 17)}.keys()
