# % formatting: every conversion against every flag, width and precision, mappings, errors.
import itertools
vals = {'d': [0, 7, -42, 10 ** 20, True, 3.99], 'i': [5L], 'u': [-5], 'o': [8, -8], 'x': [255, -255, 2 ** 70], 'X': [255], 'e': [0.0, 12345.678, -1e-10], 'E': [1e100], 'f': [1.5, -0.0, 1e15], 'F': [float('nan')], 'g': [1e-5, 123456789.0, 100000.0], 'G': [float('inf')], 'c': ['z', 65], 's': ['abc', None, u'u'], 'r': ['a\n', [1]]}
h = 0
n = 0
for conv in sorted(vals):
    sample = []
    for flags in ('', '-', '0', '+', ' ', '#', '-0', '+0', '+ ', '#0', '-+#', ' 0-'):
        for width in ('', '1', '9'):
            for prec in ('', '.', '.0', '.2', '.12'):
                for v in vals[conv]:
                    spec = '%' + flags + width + prec + conv
                    try:
                        r = spec % (v,)
                    except Exception as e:
                        r = type(e).__name__ + str(e)
                    n += 1
                    h = hash((h, spec, r))
                    if n % 61 == 0:
                        sample.append((spec, v, r))
    print conv, sample
print n, h
for f, a in (('%', ()), ('%z', 1), ('%d', ()), ('%d', (1, 2)), ('%d %d', 1), ('%d', 'a'), ('%d', None), ('%x', 1.5), ('%o', 'a'), ('%c', 256), ('%c', -1), ('%c', 'ab'), ('%c', ''), ('%c', 1.5), ('%c', u'\u1234'), (u'%c', 0x110000), (u'%c', 0x1234), ('%f', 'a'), ('%*d', (5, 3)), ('%-*d|', (5, 3)), ('%*d|', (-5, 3)), ('%.*f', (2, 3.14159)), ('%.*f', (-2, 3.14159)), ('%*d', ('a', 3)), ('%*d', (1,)), ('%.*f', (1.5, 1)), ('%(a)s', {'a': 1}), ('%(a)s', {}), ('%(a)s', 3), ('%(a)s', (1,)), ('%(a', {'a': 1}), ('%()s', {'': 9}), ('%(a(b)c)s', {'a(b)c': 2}), ('%(a)s %s', {'a': 1}), ('%s', {'a': 1}), ('x', {'a': 1}), ('x', [1]), ('x', 1), ('x', ()), ('x', 'y'), ('%%', ()), ('%5%|', ()), ('%s%%%s', (1, 2)), ('%ld %hd %Lx', (1, 2, 3)), ('%l', 1), ('%lls', 1), ('%(a)*d', {'a': 1}), ('%99999999999d', 1), ('%.99999999999f', 1), ('%.200f', 1e10), ('%500.300g', 1.5), ('%s', (u'\xe9',)), ('%s %s', ('\xe9', u'x')), (u'%s', '\xe9'), ('%r', u'\xe9'), (u'%r', '\xe9'), ('%.1s', u'\u1234\u1235'), (u'%5.1s|', 'ab'), ('%s', ((1, 2),)), ('%d', 1e30), ('%d', float('nan')), ('%d', float('inf')), ('%i', '1'), ('%x', True), ('%e', 10 ** 400), ('%s', [u'\xe9']), ('%\xe9', 1), (u'%\u1234', 1), ('%b', 1), ('%a', 1), ('% ', 1), ('%+', 1), ('%.', 1), ('%-5', 1)):
    try:
        r = f % a
        print repr(f), repr(a), repr(r) if len(r) < 90 else (len(r), hash(r))
    except Exception as e:
        print repr(f), repr(a), type(e).__name__, e
class M(object):
    def __getitem__(self, k): return 'got %s' % k
class I(object):
    def __int__(self): return 7
    def __long__(self): return 8L
    def __float__(self): return 2.5
    def __str__(self): return 'str'
    def __repr__(self): return u'repr'
    def __hex__(self): return 'hex'
    def __index__(self): return 99
class Old:
    def __int__(self): return 3
class T(tuple): pass
class D(dict):
    def __missing__(self, k): return k * 2
for f, a in (('%(x)s', M()), ('%s', M), ('%d', I()), ('%x', I()), ('%o', I()), ('%f', I()), ('%s', I()), ('%r', I()), ('%c', I()), ('%d', Old()), ('%s %s', T((1, 2))), ('%(q)s', D()), (u'%s', I()), ('%*d', (I(), 1)), ('%i%u', (I(), I())), ('%e', Old())):
    try:
        print repr(f % a).split(' at 0x')[0].split(' instance')[0]
    except Exception as e:
        print type(e).__name__, str(e).split(' at 0x')[0]
n = 0
for i in xrange(5000):
    n += len('%d %5s %-8r|%x %.3f %c %05d %+d %%' % (i, i, str(i), i, i / 3.0, 33 + i % 90, -i, i))
    n += len('%(a)s%(b)r' % {'a': i, 'b': 'x' * (i % 7)})
print n
