# Strings built, sliced, compared, formatted and joined in hot loops, str turning into unicode and subclasses midway.
class S(str):
    def __add__(s, o): return 'S+' + str.__add__(s, o)
    def __eq__(s, o): return True
    def __getitem__(s, i): return 'item'
    def __len__(s): return 99
    def __mod__(s, o): return 'mod'
    def __contains__(s, o): return 'always'
    def __hash__(s): return 5
    def __iter__(s): return iter(['it'])
def concat(n):
    s = ''; u = 'x'; out = []
    for i in xrange(n):
        s += chr(97 + i % 26)
        if len(s) > 100: s = s[50:]
        if i == 2000: s = unicode(s)
        if i == 2500: s = S(s); s = str(s)
        u = u + s[-1] + s[0]; u = u[-10:]
        if i % 500 == 499: out.append((type(s).__name__, len(s), u))
    return out
print concat(3000)
def index(n):
    t = 0
    for i in xrange(n):
        s = 'hello world' if i < 2000 else u'hello w\xf6rld' if i < 2500 else S('sub')
        t += len(s) + len(s[i % 3]) + (s[1:3] == 'el') + ('o' in s) + (s < 'i') + s.count('l') + len(s * 2) + s.find('w')
    return t
print index(3000)
def fmt(n):
    out = []
    for i in xrange(n):
        v = i if i < 2000 else i * 0.5 if i < 2500 else 'str' if i < 2800 else u'\xe9'
        a = '%s|%r' % (v, v); b = '{0}'.format(v) if i < 2800 else u'{0}'.format(v); c = '%5s%%' % v; d = str(v) if i < 2800 else v
        e = '%d' % v if i < 2500 else '-'; f = '%(k)s' % {'k': v}; g = ''.join([a, b, c]); h = '-'.join((d, e, f))
        if i % 400 == 399 or i == 2000: out.append((a, b, c, e, g, h))
    return out
for x in fmt(3000): print x
def methods(n):
    d = {}
    for i in xrange(n):
        s = 'Ab,cD;%d' % (i % 3)
        if i > 2000: s = unicode(s)
        if i > 2700: s = bytearray(str(s))
        r = (s.upper(), s.split(','[:1]) if i <= 2700 else s.split(','), s.replace('b', 'xx'), s.strip('A0'), s.startswith('Ab'), s.isalpha(), s.partition(';')[2], s.rjust(12), s.find('D'), s.title(), s[::-1], s * 2)
        d[repr(r)] = d.get(repr(r), 0) + 1
    return sorted(d.items())
for x in methods(3000): print x
def keys(n):
    d = {}
    for i in xrange(n):
        k = 'k%d' % (i % 5)
        if i > 1500: k = unicode(k)
        if i > 2500: k = S(k)
        d[k] = d.get(k, 0) + 1
    return sorted((str.__str__(k) if isinstance(k, str) else k, type(k).__name__, v) for k, v in d.items())
print keys(3000)
def cmps(n):
    t = [0] * 6; vals = ['a', 'b', 'ab', '', 'a\0']
    for i in xrange(n):
        x, y = vals[i % 5], vals[i * 7 % 5]
        if i > 2000: x = unicode(x)
        if i > 2600: y = i
        t[0] += x == y; t[1] += x < y; t[2] += x >= y; t[3] += x != y; t[4] += cmp(x, y); t[5] += x is y
    return t[:5]
print cmps(3000)
def itera(n):
    c = 0
    for i in xrange(n // 10):
        for ch in ('abc' if i < 200 else u'\u20acbc' if i < 250 else S('abc')): c += len(ch) + (ch in 'bc') + (ch == u'b')
        c += len([ord(x) for x in 'xyz']) + len(''.join(reversed('abc'))) + len(map(None, 'ab')) + max(map(ord, u'a\xff'))
    return c
print itera(3000)
def escapes(n):
    out = set()
    for i in xrange(n):
        s = chr(i % 256) + ("'" if i % 2 else '"')
        out.add(len(repr(s)) + len(repr(unicode(s, 'latin-1'))))
        if i == n - 1: out.add(s.encode('hex'))
    return sorted(out, key=str)
print escapes(3000)
