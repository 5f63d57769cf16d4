# int becomes long at the 64-bit boundaries, and stays long.
import sys
m = sys.maxint


def show(x):
    print type(x).__name__, repr(x)


show(m)
show(m + 1)
show(m + 1 - 1)
show(-m - 1)
show(-m - 2)
show(m + m)
show(m * 2)
show(m * m)
show(-m * m)
show(m * -1)
show((-m - 1) * -1)
show(-(-m - 1))
show(abs(-m - 1))
show(m - -1)
show(-m - 1 - 1)
show((-m - 1) // -1)
show((-m - 1) % -1)
show(divmod(-m - 1, -1)[0])
show(m ^ -1)
show(~m)
show(~(-m - 1))
show(1 << 62)
show(1 << 63)
show(1 << 64)
show(-1 << 63)
show(-1 << 64)
show(m >> 62)
show(m << 0)
show(m << 1)
show(2 ** 62)
show(2 ** 63)
show((-2) ** 63)
show((-2) ** 64)
show(3 ** 39)
show(3 ** 40)
show(1 ** 1000)
show((-1) ** 1001)
show(0 ** 0)
show(m + 0L)
show(int(m + 0L))
show(int(m + 1))
show(int(str(m)))
show(int(str(m + 1)))
show(long(5))
show(int(5L))
show(int(1e18))
show(int(1e19))
show(int(-9.3e18))
show(sum([m, 1]))
show(sum([m, 1, -1]))
show(m + True)
show(0x7fffffffffffffff)
show(0x8000000000000000)
show(3037000499 * 3037000499)
show(3037000500 * 3037000500)
show(-3037000500 * 3037000500)
show(4294967296 * 2147483648)
show(4294967296 * -2147483648)
show(reduce(lambda a, b: a * b, range(1, 21)))
show(reduce(lambda a, b: a * b, range(1, 22)))
x = m - 2
for i in range(5):
    show(x)
    x += 1
x = -m + 1
for i in range(4):
    show(x)
    x -= 1
for shift in (47, 48, 49, 50, 51, 61, 62, 63):
    for d in (-1, 0, 1):
        v = (1 << shift) + d
        print type(v).__name__, v, -v, v + v, v * 3, v - (1 << shift), v == float(v), hash(v), v // 7, -v // 7, v % 7, -v % 7
