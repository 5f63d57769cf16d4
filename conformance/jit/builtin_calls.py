# Builtin functions and methods called from hot code: by name, as bound methods, with keywords, on wrong receivers.
import math
import random


def by_name(n):
    out = 0
    for i in xrange(n):
        out += len(str(i)) + ord('a') + abs(-i) + int('7') + max(i, 3) + min(i, 3)
        out += int(math.floor(math.sqrt(i)))
    return out


print by_name(4000)


def methods(n):
    s = 'Hello, World'
    d = {}
    l = []
    out = 0
    for i in xrange(n):
        l.append(i)
        l.extend((1, 2))
        l.insert(0, i)
        out += l.pop() + l.pop(0) + l.count(1) % 3 + (l.index(1) if i else 0)
        del l[:]
        d.setdefault(i % 10, []).append(i)
        out += d.get(i, 0) if d.get(i, 0) != 0 and not isinstance(d.get(i), list) else 1
        out += s.find('W') + len(s.upper()) + len(s.split(', ')) + s.startswith('He') + len(s.replace('l', 'LL'))
        out += len(s.encode('utf-8')) + len(s.center(20, '*'))
    return out, len(d)


print methods(3000)


def bound(n):
    l = []
    push = l.append
    rnd = random.Random(5).random
    total = 0.0
    for i in xrange(n):
        push(i)
        total += rnd()
    return len(l), round(total, 6)


print bound(4000)


class Odd(object):
    append = list.append
    upper = str.upper


class Text(str):
    def upper(self):
        return 'mine'


class Items(list):
    pass


def misplaced(n):
    errors = set()
    texts = set()
    o = Odd()
    for i in xrange(n):
        try:
            o.append(1)
        except TypeError as e:
            errors.add(str(e))
        try:
            o.upper()
        except TypeError as e:
            errors.add(str(e))
        texts.add(Text('a').upper())
        texts.add(str.upper(Text('a')))
        it = Items()
        it.append(i)
        list.append(it, 5)
        texts.add(len(it))
    return sorted(errors), sorted(texts, key=repr)


print misplaced(3000)


def keywords(n):
    out = 0
    for i in xrange(n):
        out += int('11', base=2 + i % 3)
        out += len(sorted([3, 1, 2], reverse=True, key=lambda x: -x))
        out += sum([1, 2], i)
        try:
            'abc'.find(sub='a')
        except TypeError as e:
            last = str(e)
    return out, last


print keywords(3000)


def errors(n):
    seen = set()
    for i in xrange(n):
        for f in (lambda: len(i), lambda: ord('ab'), lambda: chr(-1 - i % 2), lambda: [].pop(), lambda: {}[i % 2],
                  lambda: 'x'.join(i), lambda: math.sqrt(-1), lambda: int('x%d' % (i % 2)), lambda: [].index(9)):
            try:
                f()
            except Exception as e:
                seen.add('%s: %s' % (type(e).__name__, e))
    return sorted(seen)


for line in errors(700):
    print line


class Number(object):
    def __init__(self, log):
        self.log = log

    def __int__(self):
        import sys
        self.log.append(sys._getframe(1).f_code.co_name)
        return 1


def conversions(n):
    log = []
    l = [1, 2, 3]
    x = Number(log)
    for i in xrange(n):
        l.insert(x, i)
        l.pop(x)
    return l, set(log)


print conversions(2000)


def unpack(n):
    total = 0
    for i in xrange(n):
        a, b = (i, 1)
        c, d, e = [i, 2, 3]
        (f, g), h = ((a, b), c)
        p, q = 'xy' if i % 2 else [1, 2]
        total += a + b + c + d + e + f + g + h + len(str(p)) + len(str(q))
        if i > n - 3:
            try:
                a, b = (1, 2, 3)
            except ValueError as err:
                print err, a, b
            try:
                a, b, c = [1]
            except ValueError as err:
                print err
            try:
                a, b = i
            except TypeError as err:
                print err
    for k, v in {1: 2, 3: 4}.iteritems():
        total += k * v
    for i, (x, y) in enumerate(zip(range(n), 'ab' * n)):
        total += i + x + ord(y)
    return total


print unpack(3000)


def characters(n):
    out = []
    for i in xrange(n):
        for c in 'abc':
            out.append(c)
        for c in u'd\xe9':
            out.append(c)
        for c in Text('ef'):
            out.append(c)
    return len(out), out[:7]


print characters(1000)
