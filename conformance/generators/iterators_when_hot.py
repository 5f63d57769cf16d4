# -*- coding: utf-8 -*-
# Iterators over lists, dicts and enumerate objects in loops that are compiled, and what ends or spoils them.


def reverse(l):
    out = 0
    for x in reversed(l):
        out = out * 3 + x & 0xFFFFFF
    return out


def number(l, start=0):
    out = 0
    for i, x in enumerate(l, start):
        out = out * 3 + i * x & 0xFFFFFF
    return out


def keys(d):
    n = 0
    for k in d:
        n += len(k)
    return n


def values(d):
    n = 0
    for v in d.itervalues():
        n += v
    return n


def items(d):
    n = 0
    for k, v in d.iteritems():
        n += len(k) * v
    return n


def pairs(d):
    return [p for p in d.iteritems()]


l = range(500)
d = dict(('k%d' % (i * 7 % 1000), i) for i in l)
for i in xrange(60):
    r = reverse(l), number(l), keys(d), values(d), items(d), len(pairs(d))
print r
print pairs({'a': 1, 'b': 2}), reverse([]), number([]), keys({}), values({}), items({})

# Other iterables at the same places.
print number(u''), number((1, 2, 3)), number(iter([4, 5])), number(x for x in [7, 8])
print number([1, 2], 10), number([1, 2], 2 ** 62), number([True, False], 3)
try:
    number([1, 2], 'x')
except TypeError, e:
    print e
try:
    print number([2, 3], 2 ** 70)
except TypeError, e:
    print e


def odd(sequence):
    for i, x in enumerate(sequence):
        if x == 'grow':
            sequence.append(i)
        if i > 8:
            break
    return sequence


print odd([1, 'grow', 2]), odd(['grow'] * 3)


def shrink(l):
    seen = []
    for x in reversed(l):
        seen.append(x)
        if len(l) > 2:
            del l[-2:]
    return seen, l


for i in xrange(3000):
    r = shrink([1, 2, 3, 4, 5, 6])
print r


def spoil(d, how):
    seen = 0
    for k, v in d.iteritems():
        seen += 1
        if how == 'add':
            d[k + 'x'] = 1
        elif how == 'remove':
            del d[k]
        elif how == 'replace':
            d[k] = v + 1
        elif how == 'clear':
            d.clear()
    return seen


def spoil_keys(d, how):
    seen = 0
    for k in d:
        seen += 1
        if how == 'add':
            d[k + 'x'] = 1
        elif how == 'pop':
            d.pop(k)
    return seen


for i in xrange(3000):
    spoil({'a': 1, 'b': 2, 'c': 3}, 'replace')
    spoil_keys({'a': 1, 'b': 2}, None)
for f, how in [(spoil, 'add'), (spoil, 'remove'), (spoil, 'replace'), (spoil, 'clear'), (spoil_keys, 'add'), (spoil_keys, 'pop')]:
    try:
        print f.__name__, how, f(dict(a=1, b=2, c=3), how)
    except RuntimeError, e:
        print f.__name__, how, e

# A spoiled iterator stays so, and one that ended does not go on.
d = {'a': 1, 'b': 2}
it = d.iteritems()
it.next()
d['c'] = 3
for i in range(2):
    try:
        it.next()
    except RuntimeError, e:
        print e
del d['c']
try:
    print list(it)
except RuntimeError, e:
    print e
l = [1, 2]
it = reversed(l)
print list(it), it.__length_hint__()
l.extend([3, 4])
print list(it)
e = enumerate(l)
for i, x in e:
    if i == 1:
        break
print e.next(), list(e), list(e)
it = iter(d)
print len(list(it)), it.__length_hint__(), list(it)


class D(dict):
    def __iter__(self):
        return iter(['own'])

    def iteritems(self):
        return iter([('own', 5)])


print keys(D(a=1)), items(D(a=1)), values(D(a=1)), pairs(D(a=3))


# What was always of one type may be of another all of a sudden.
def put(s):
    w = ''
    for c in s:
        w += c
    return w


def firsts(pairs):
    out = []
    for p in pairs:
        out.append(p[:1] + p[:0])
    return out[:3]


def swapped(pairs):
    out = 0
    for p in pairs:
        a, b = p
        out += len(p) + (b is a)
    return out


for k in xrange(5000):
    r = put('abc'), firsts(enumerate('ab')), swapped({1: 2}.iteritems()), swapped(enumerate([1, 2]))
print r, put(u'abc\xe9'.encode('latin-1')), put([u'x', 'y'])
print repr(put(u'\u0101b')), firsts(['pq', u'r', [5, 6]]), swapped(['ab', 'cc', [0, 0], (1, 2)]), swapped(iter([(3, 3)]))
for k in xrange(3000):
    r = put(u'abc\xe9'), put('abc'), put(['d', u'e'])
print r
