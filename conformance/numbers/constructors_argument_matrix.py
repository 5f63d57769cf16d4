# int, long, float, complex, bool, round, pow, divmod, chr, unichr, ord, hex, oct, bin, abs, sum, range, xrange with every odd argument.
import sys
def t(f, *a, **k):
    try:
        r = f(*a, **k)
        print type(r).__name__[0] + repr(r).split(' at 0x')[0],
    except Exception as e:
        print type(e).__name__ + ':', str(e).split(' at 0x')[0], '|',
class I(int): pass
class Conv(object):
    def __int__(self): return 7
    def __long__(self): return 8L
    def __float__(self): return 9.5
    def __complex__(self): return 1 + 2j
    def __index__(self): return 3
    def __trunc__(self): return 6
    def __hex__(self): return 'hex'
    def __oct__(self): return 'oct'
    def __nonzero__(self): return True
    def __abs__(self): return 'abs'
class Idx(object):
    def __index__(self): return 4
class Trunc(object):
    def __trunc__(self): return Conv()
class S(str):
    def __int__(self): return 77
    def __float__(self): return 7.7
class U(unicode):
    def __int__(self): return 78
class Old:
    def __int__(self): return 5
    def __trunc__(self): return 6
    def __index__(self): return 2
one = [0, 1, -1, True, 5L, 2**31, 2**63, -2**63, 2**70, 1.0, 1.5, -0.0, 1e300, float('inf'), float('nan'), 1j, 1 + 0j, '', '1', ' 1 ', '1.5', '-1', '+1', '- 1', '0x10', '010', '1L', '1l', '1_0', '1e5', 'inf', '-INF', 'nan', 'infinity', 'nanx', '1j', '(1+2j)', '1+2', '\x001', '1\x00', '1\n', u'1', u'\u0661', u'\xa01', u'\xe9', u'1\x00', bytearray('12'), bytearray('x'), buffer('12'), memoryview('12'), None, [], (), {}, object, I(5), Conv(), Idx(), Trunc(), S('12'), U(u'12'), Old(), '9' * 30, '1' * 4000 if 0 else '7', 'a', '\xe9', '0b1', '0o7', '1.', '.5', '.', 'e5', '1e', '1e400', '-1e400', '1e-400', ' ', '\t\n1\x0b\x0c']
for f in [int, long, float, complex, bool, round, chr, unichr, ord, hex, oct, bin, abs, divmod, xrange, range if 0 else len, str, unicode, hash and repr]:
    print f.__name__,
    for v in one:
        if f is xrange and not isinstance(v, (str, unicode, float, complex, type(None))) : continue
        if f in (str, unicode, repr) and not isinstance(v, (int, long, float, complex, str, bytearray)): continue
        t(f, v)
    t(f); t(f, 1, 2, 3, 4); print
for v, b in [('10', 2), ('10', 36), ('z', 36), ('10', 0), ('0x10', 0), ('0x10', 16), ('0b11', 0), ('0b11', 2), ('0o17', 0), ('0o17', 8), ('017', 0), ('08', 0), ('0x', 16), ('x', 16), ('10', 1), ('10', 37), ('10', -1), ('10', '2'), ('10', 2.0), ('10', 2L), ('10', True), ('10', 2**70), ('10', None), (10, 2), (1.5, 2), (u'10', 2), (u'\u0661', 10), ('0b', 0), ('', 2), ('-0x1f', 0), ('- 1', 0), ('1L', 0), ('1L', 10), ('1L', 22), ('1l', 36), (bytearray('11'), 2), (buffer('11'), 2), ('0b1', 16), ('b1', 16), ('0xg', 0), ('00', 0), ('0', 0), ('9' * 25, 10), ('f' * 20, 16), (Conv(), 10), (S('11'), 2), ('10', Idx()), ('10', Conv())]:
    t(int, v, b); t(long, v, b)
print
t(int, x='5'); t(int, '11', base=2); t(int, base=2); t(int, x='5', base=10); t(int, y=1); t(float, x='1.5'); t(float, y=1); t(complex, real=1, imag=2); t(complex, imag=2); t(complex, 'x', imag=1); t(bool, x=1); t(bool, y=1); t(long, x=5); t(str, object=5); t(unicode, string='a', encoding='ascii'); t(round, number=1.5, ndigits=0); t(range, start=1); t(sum, [1], start=1); print
for a in [(1, 2), (1.5, 2.5), ('1', 2), (1, '2'), (1j, 2), (1, 1j), (1j, 1j), (None, 1), (1, None), (True, True), (2**70, 1), (10**400, 1), (1, 10**400), (Conv(), 1), (1, Conv()), (u'1+2j',), (u'1', 1), (float('inf'), float('nan'))]: t(complex, *a)
print
for a in [(2, 3), (2, -1), (2, -1, 5), (2, 3, 5), (2, 3, 0), (2, 3, 1), (2, 3, -5), (2L, 3, 5), (2, 3L, 5L), (2.0, 3, 5), (2, 3.0, 5), (2, 3, 5.0), (0, 0), (0, 0, 1), (0, -1), (0.0, -1), (0.0, -1.5), (-8, 1.0 / 3), (-2.0, 2), (1j, 2), (1j, 2, 3), (2, 1j), (0j, 0), (0j, -1), (0j, 1j), (10, 400), (10.0, 400), (10.0, -400), (-1, 2**70), (2, 2**70, 7), (True, True, True), ('a', 2), (2, 'a'), (2, 3, 'a'), (2, None), (2, 3, None), (float('inf'), 0), (float('nan'), 0), (1, float('nan')), (-1, float('inf')), (2**63, 2), (-2, 63), (-2, 64), (3, 40), (2, 62), (2, 63), (Conv(), 2), (2, Conv())]: t(pow, *a)
print
for a in [(1.5,), (2.5,), (-1.5,), (0.5,), (1e300,), (1e22, -22), (123.456, 1), (123.456, -1), (123.456, -3), (123.456, 2L), (123.456, 1.5), (123.456, 'a'), (123.456, None), (1, 2), (2**70,), (2.675, 2), (5e-324, 323), (1.5, 2**40), (1.5, 2**70), (1.5, -2**40), (float('inf'), 2), (float('nan'),), (True,), ('1.5',), (1j,), (-0.4,), (Conv(),), (1.5, Idx()), (1.005, 2), (0.1, 400), (5e15 + 0.5,), (4503599627370497.5,)]: t(round, *a)
print
for a in [(), ([],), ([], 'a'), ([1, 2],), ([1.5, 2],), (['a'],), (['a'], ''), (['a', 'b'], 'x'), ([u'a'], u''), ([[1], [2]], []), ([1], None), ([1, 2**63],), ([2**63 - 1, 1],), ([True, True],), ([1j],), (5,), ({1: 2},), ([1], 2, 3), ([(1,)], ()), ([0.1] * 10,), ([1, 0.5, 2**70],), ([bytearray('a')], bytearray('b')), (iter([1]), 1), ([1L, 2L],), ([None],), ([1, 'a'],)]: t(sum, *a)
print
for a in [(), (3,), (1, 3), (3, 1), (3, 1, -1), (1, 10, 3), (1, 2, 0), (1.0,), (1, 2.0), (1, 5, 1.5), ('a',), (None,), (2**63, 2**63 + 3), (-2**70, -2**70 + 2), (2**70,), (0, 2**70, 2**69), (1, 2, 3, 4), (True,), (5L,), (Idx(),), (Conv(),), (2**63 - 2, 2**63 + 1), (10**30, 10**30 - 3, -1), (0, -2**63, -2**62), (Old(),)]: t(range, *a); t(xrange, *a)
print
