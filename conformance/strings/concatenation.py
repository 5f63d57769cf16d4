# Building strings piece by piece; sharing of prefixes must not show.
s = ''
for i in range(20000):
    s += 'x'
print len(s), s == 'x' * 20000
s = ''
for i in range(3000):
    s = s + str(i) + ','
print len(s), s[:20], s[-20:], hash(s) == hash(s[:]), s.count(',')
a = 'base'
b = a
a += '1'
c = a
a += '2'
b += 'B'
c += 'C'
print a, b, c
versions = []
t = 'start'
for i in range(5):
    t += str(i)
    versions.append(t)
forks = [v + '!' for v in versions]
again = [v + '?' for v in versions]
print versions, forks, again
p = ''
for ch in 'abcdef':
    p = ch + p
print p
d = {}
key = ''
for i in range(10):
    key += 'k'
    d[key] = i
print sorted(d.items())[:3], d['k' * 10], len(d)


class Holder(object):
    text = ''

    def __init__(self):
        self.own = ''

    def add(self, s):
        self.own += s
        Holder.text += s


h, g = Holder(), Holder()
for i in range(100):
    h.add('h')
    g.add('gg')
print len(h.own), len(g.own), len(Holder.text), Holder.text[:7]
l = ['']
for i in range(1000):
    l[0] += 'ab'
print len(l[0]), l[0][-3:]
u = u''
for i in range(1000):
    u += unichr(65 + i % 26) if i % 100 else u'\u20ac'
print len(u), repr(u[:3]), u.count(u'\u20ac')
m = 'a'
m += u'b'
print repr(m)
m += 'c'
print repr(m)
try:
    m += '\xff'
except UnicodeDecodeError as e:
    print e
x = 'doubling'
for i in range(10):
    x += x
print len(x), x.count('doubling')


def build(n):
    out = ''
    for i in xrange(n):
        out += chr(97 + i % 26)
        if out.endswith('z'):
            assert out[-26:] == 'abcdefghijklmnopqrstuvwxyz'
        if i % 500 == 0:
            assert len(out) == i + 1 and out[i] == chr(97 + i % 26)
    return out


r = build(3000)
print len(r), r[1500:1510], r == build(3000), r is not build(3000), r < build(2999), r > build(2999), cmp(r, r + 'a')
print 'a' 'b' + 'c' * 3 + '%s' % 'd' + `5` + str(None) + repr('e')
for bad in ["'a' + 1", "'a' + None", "1 + 'a'", "'a' + ['b']", "['a'] + 'b'", "u'a' + 1", "'a' + ('b',)"]:
    try:
        eval(bad)
    except TypeError as e:
        print bad, e
