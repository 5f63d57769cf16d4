# pow with three arguments around the sizes of words, of all signs; round to no digits; ints under % with all flags.
import itertools

BASES = [0, 1, 2, -1, -7, 3 ** 20, -3 ** 21, 2 ** 31, 2 ** 32 + 1, 2 ** 63 - 1, -2 ** 63, 2 ** 64, 3 ** 50, -3 ** 50, 10 ** 40]
POWERS = [0, 1, 2, 3, 16, 17, 65537, 2 ** 31, 2 ** 64 + 3, 3 ** 50]
MODULI = [1, -1, 2, -3, 97, 10 ** 9 + 7, -(10 ** 9 + 9), 2 ** 32 - 1, 2 ** 32, 2 ** 32 + 15, 2 ** 61 - 1, 2 ** 63 - 25, 2 ** 63,
          -2 ** 63, 2 ** 64 - 59, -(2 ** 64 - 1), 2 ** 64, 2 ** 64 + 13, 3 ** 60]
check = 0
for a, b, m in itertools.product(BASES, POWERS, MODULI):
    for k in (m, long(m)):
        r = pow(a, b, k)
        assert r == 0 or (r < 0) == (m < 0) and abs(r) < abs(m), (a, b, m, r)
        check = (check * 31 + r + (type(r) is long)) % (2 ** 61 - 1)
print check, pow(3L, 10, 7), pow(True, 5, 3), pow(2, 0, -1), pow(5L, 0, 1), pow(7, 2, -5), pow(7L, 2L, -5L)
for args in (2, -1, 5), (2L, -1, 5), (2, 3, 0), (2L, 3, 0L), (2, 3, 1.5), (2.0, 3, 4), (2, None, 3):
    try:
        print pow(*args)
    except Exception as e:
        print type(e).__name__, e

print [round(x) for x in (0, 7, -7, 0.5, -0.5, 1.5, 2.5, -2.5, 0.49999999999999994, 1e15 + 0.5, 4503599627370497.5, 1e300, -0.0, 2 ** 70)]
print [round(x, 0) for x in (float('inf'), float('-inf'), 0.1, -1e-320)], round(float('nan')), round(2 ** 1000)

numbers = [0, 1, -1, 42, -42, 2 ** 31, -2 ** 63, 2 ** 63 - 1, 2 ** 64, -10 ** 25, True]
for flags in '', '-', '+', ' ', '0', '#', '-0', '+0', ' 0', '#0', '-#', '+ ', '-+ #0':
    for width in '', '1', '3', '7', '25':
        for precision in '', '.0', '.2', '.12':
            for kind in 'diuoxX':
                d = '%' + flags + width + precision + kind
                row = [d % n for n in numbers]
                for text, n in zip(row, numbers):
                    assert (unicode(d) % n) == text, (d, n)
                check = (check * 31 + hash('|'.join(row))) % (2 ** 61 - 1)
    print repr(flags), ('%' + flags + '6d|%' + flags + '6x|%' + flags + '6o|') % (42, -42, 42)
print check, '%*d|%-*d|%0*x' % (5, 42, 5, 42, 8, 255), u'%*d|%-*d|%0*x' % (5, 42, 5, 42, 8, 255)
