# Strings in hot loops.


def build(n):
    s = ''
    for i in xrange(n):
        s += 'ab'[i % 2]
        if len(s) > 1000:
            s = s[500:]
    return len(s), s[:6]


def chars(n):
    text = 'the quick brown fox' * 10
    vowels = 0
    for i in xrange(n):
        c = text[i % len(text)]
        if c in 'aeiou':
            vowels += 1
        elif c == ' ':
            vowels += 1000
        elif c > 't':
            vowels -= 1
    return vowels


def compare(n):
    words = ['apple', 'apple', 'apples', 'b', '', u'apple', 'applf']
    out = [0, 0, 0]
    for i in xrange(n):
        a, b = words[i % 7], words[i * 3 % 7]
        out[cmp(a, b) + 1] += 1
        out[1] += a == b
    return out


def fmt(n):
    t = 0
    for i in xrange(n):
        t += len('%d:%s:%5.2f' % (i, 'x', i * 0.5))
        t += len('%s' % i) + len(str(i)) + len(`i`)
    return t


def methods(n):
    t = 0
    for i in xrange(n):
        s = 'Item %d' % (i % 100)
        t += len(s.upper()) + s.find('9') + s.startswith('Item 1') + len(s.split()) + len(s.replace('I', 'xx')) + ord(s[-1])
        if s.endswith('7'):
            t += len(s.strip('I7'))
    return t


def ords(n):
    h = 5381
    for i in xrange(n):
        h = ((h << 5) + h + ord('abcdefgh'[i & 7])) & 0xFFFFFFFF
        c = chr(h & 0x7F)
        if c.isalpha():
            h ^= 1
    return h


def type_switch(n):
    s = ''
    for i in xrange(n):
        if i == n // 2:
            s = unicode(s)
        s = (s + 'x')[-10:]
    return repr(s)


def joins(n):
    parts = []
    for i in xrange(n):
        parts.append(chr(97 + i % 26))
        if len(parts) == 100:
            parts = [''.join(parts)[::-1]]
    return len(''.join(parts)), ''.join(parts)[:5]


def concat_many_owners(n):
    keep = []
    s = 'start'
    for i in xrange(n):
        t = s + str(i % 10)
        if i % 1000 == 0:
            keep.append(t)
            s = t
        u = t + '!'
        if u[:-1] != t:
            keep.append('broken')
    return keep[:3], len(keep), len(s)


def slices(n):
    s = '0123456789' * 3
    t = 0
    for i in xrange(n):
        t += int(s[i % 25:i % 25 + 3]) + len(s[::-1][:i % 5]) + (s[2:5] == '234')
    return t


def mul(n):
    t = 0
    for i in xrange(n):
        t += len('ab' * (i % 4)) + ('ab' * 2 == 'abab')
    return t


def iterate(n):
    counts = {}
    for i in xrange(n // 10):
        for c in 'mississippi':
            counts[c] = counts.get(c, 0) + 1
    return sorted(counts.items())


def errors(n):
    e = 0
    for i in xrange(n):
        try:
            'abc'[i % 5]
            'a' + (1 if i % 7 == 0 else 'b')
            int('12' if i % 3 else 'x')
        except IndexError:
            e += 1
        except TypeError:
            e += 100
        except ValueError:
            e += 10000
    return e


for f in [build, chars, compare, fmt, methods, ords, type_switch, joins, concat_many_owners, slices, mul, iterate, errors]:
    print f.__name__, f(20000)
