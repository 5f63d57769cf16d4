# Iteration order of sets: CPython's table, exactly.
def show(s):
    print list(s)


show({1, 2, 3})
show(set([3, 2, 1]))
show(set(range(20, 0, -1)))
show(set([8, 0, 16, 24, 32]))
show(set([-1, -2, -3, 0, 1]))
show(set('hello world'))
show(frozenset('hello world'))
show(set('alpha beta gamma delta epsilon zeta eta theta'.split()))
show(set([(1, 2), (2, 1), (), ('x',)]))
show(set([0.5, 1.5, 2, 10 ** 20, 'a', u'b', None][:6]))
show(set(range(0, 2000, 97)))
show(set([2 ** i for i in range(0, 64, 5)]))
s = set()
for i in range(12):
    s.add(i * 7 % 12 * 1000003)
    if i in (4, 5, 6, 11):
        show(s)
for i in range(0, 12, 2):
    s.discard(i * 1000003)
show(s)
s.add(5)
s.add(32 + 5)
show(s)
a = set(range(10))
b = set(range(5, 40, 5))
show(a | b)
show(b | a)
show(a & b)
show(a - b)
show(b - a)
show(a ^ b)
show(b ^ a)
a.update(b)
show(a)
a.intersection_update(range(5, 100))
show(a)
show(a.copy())
show(set(a))
show(frozenset(a))
print a.pop(), a.pop(), a.pop()
show(a)
a.add(1)
a.add(0)
show(a)
a.clear()
show(a)
big = set()
state = 1
for i in range(300):
    state = (state * 1103515245 + 12345) & 0x7fffffff
    big.add(state % 10007)
    if i % 3 == 0:
        big.remove(list(big)[i % len(big)])
show(big)
show(set(big))
words = set()
for i in range(60):
    state = (state * 1103515245 + 12345) & 0x7fffffff
    words.add(''.join(chr(97 + (state >> k) % 26) for k in (8, 13, 18)))
show(words)
show(set(dict.fromkeys(words)))
show(words - set(list(words)[::2]))
show(words.union(['x', 'y'], 'pq'))
show(set(sorted(words)))
print [words.pop() for i in range(5)], len(words)
show({c for c in 'comprehension'})
show(set([True, 0, 'x', 1.0]))
print set(range(5)), frozenset([2, 1]), {'b', 'a', 'c'}, set([u'\xe9', 'e'])


class K(object):
    def __init__(self, h):
        self.h = h

    def __hash__(self):
        return self.h

    def __repr__(self):
        return 'K%d' % self.h


show(set([K(h) for h in (0, 8, 1, 9, 5, 13, 21, 64, 1000)]))
show(set([K(3) for i in range(1)] + [K(11), K(19), K(27), K(35)]))
