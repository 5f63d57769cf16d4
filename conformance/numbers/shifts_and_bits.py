# Shifts and bitwise operators on ints, longs and bools.
for n in [0, 1, -1, 5, -5, 255, -256, 2 ** 31, -2 ** 31, 2 ** 62, -2 ** 63, 2 ** 63 - 1, 2 ** 64, -2 ** 70]:
    print n, [n << s for s in (0, 1, 31, 32, 33, 63, 64)]
    print n, [n >> s for s in (0, 1, 31, 32, 62, 63, 64, 65, 200)]
for a in [0, 1, -1, 0xF0, -0xF0, 2 ** 40, -2 ** 40, 2 ** 65 + 5, -2 ** 65 - 5]:
    for b in [0, -1, 0x3C, -0x3C, 2 ** 65 - 1, -2 ** 66]:
        print a & b, a | b, a ^ b,
    print ~a
for code in ['1 << -1', '1 >> -1', '1L << -1', '1L >> -1L', '1.0 << 1', '1 << 1.0', '1 & 1.0', '~1.0', '1 | "x"', '1 << None',
             '0 << (1 << 70)', '1 >> (1 << 70)', '-1 >> (1 << 70)', '1 << (1 << 70)', '2 ** 100 >> 2 ** 70']:
    try:
        print code, eval(code)
    except (ValueError, TypeError, OverflowError, MemoryError) as e:
        print code, type(e).__name__, e
print True & True, True | False, True ^ True, True & 3, type(True & False).__name__, type(True & 1).__name__, ~True, True << 3
print 1 << 2L, type(1 << 2L).__name__, 1L << 2, 5 & 3L, type(5 ^ 3L).__name__
x = 1
x <<= 70; print x
x >>= 60; print x
x |= 3; print x
x &= ~2; print x
x ^= 0xFFFF; print x
print (5).bit_length(), (0).bit_length(), (-1).bit_length(), (2 ** 63).bit_length(), (2 ** 63 - 1).bit_length(), (-2 ** 63).bit_length(), True.bit_length()
print bin(2 ** 65), bin(-2 ** 65), bin(0), hex(-1), hex(2 ** 64), oct(-2 ** 64), oct(0), hex(0L)


def popcount(n):
    c = 0
    while n:
        n &= n - 1
        c += 1
    return c


def reverse(n, width):
    r = 0
    for i in range(width):
        r = r << 1 | n >> i & 1
    return r


print popcount(2 ** 40 - 1), popcount(0x5555555555555555), reverse(0b1011, 64), reverse(1, 70)
h = 0
for c in 'hash me':
    h = (h * 31 + ord(c)) & 0xFFFFFFFF
    h ^= h >> 7
print h
