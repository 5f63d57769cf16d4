"""Longs around the sizes at which the representation or the algorithm changes."""


def numbers():
    edges = []
    for bits in (1, 31, 63, 64, 65, 126, 127, 128, 129, 191, 192, 960, 1024, 1088, 2560):
        for d in (-1, 0, 1):
            edges.append((1 << bits) + d)
            edges.append(-(1 << bits) - d)
    mixed = [0, 1, -1, 10 ** 18, 10 ** 19, 10 ** 38, 10 ** 100, 3 ** 400, -7 ** 350]
    return [long(n) for n in edges] + mixed


def mix(total, n):
    return (total * 1000003 ^ hash(n)) & (1 << 61) - 1


def pairs(values):
    sums = [0] * 8
    for a in values:
        for b in values:
            results = [a + b, a - b, a * b, a & b, a | b, a ^ b]
            if b:
                q, r = divmod(a, b)
                assert q * b + r == a and (r == 0 or (r < 0) == (b < 0)) and abs(r) < abs(b)
                assert a // b == q and a % b == r
                results += [q, r]
            for i, n in enumerate(results):
                assert type(n) is long or type(a) is type(b) is int
                sums[i] = mix(sums[i], n)
            assert (a < b) == (a - b < 0) and (a == b) == (not a - b)
            assert (a ^ b) == (a | b) - (a & b)
    print sums


def shifts(values):
    total = 0
    for n in values:
        for count in (0, 1, 7, 63, 64, 65, 127, 128, 200, 1024, 3000):
            up = n << count
            assert up >> count == n and up == n * 2 ** count
            down = n >> count
            assert down == n // 2 ** count
            total = mix(mix(total, up), down)
        total = mix(mix(total, ~n), -n)
        assert abs(n) >= 0 and +n == n and ~n == -n - 1
    print total


def texts(values):
    total = 0
    for n in values:
        for text in (str(n), repr(n), hex(n), oct(n), bin(n), '%d' % n, '%x' % n, format(n, 'n'), format(n, ',')):
            total = mix(total, text)
        for base in (2, 3, 8, 10, 16, 36):
            digits = ''
            rest = abs(n)
            while rest:
                rest, digit = divmod(rest, base)
                digits = '0123456789abcdefghijklmnopqrstuvwxyz'[digit] + digits
            assert long('-' * (n < 0) + (digits or '0'), base) == n
        assert eval(repr(n)) == n and int(str(n)) == n
    print total


def powers():
    total = 0
    for n in (2, 3, -3, 10, 2 ** 64, -2 ** 65, 2 ** 64 + 1, 10 ** 40, -1, 0):
        for e in (0, 1, 2, 3, 10, 33):
            p = long(n) ** e
            product = 1
            for _ in range(e):
                product *= n
            assert p == product, (n, e)
            total = mix(total, p)
            for m in (7, -7, 2 ** 64 - 59, 2 ** 64, -2 ** 127 + 1, 10 ** 50):
                assert pow(n, e, m) == product % m
    print total, pow(2L, -2), 0L ** 0


class Sub(long):
    pass


def subclasses():
    s = Sub(10 ** 30)
    s.note = 'kept'
    t = Sub(s + 1)
    print s, repr(t), s.note, t - s, type(t - s), type(+s), hash(s) == hash(10 ** 30)
    print Sub(), Sub('-12', 16), Sub(2 ** 64) == 2 ** 64, long(s) is s, s.__getnewargs__()
    many = [Sub(3 ** i) for i in range(200)]
    print all(many[i] * 3 == many[i + 1] for i in range(199))


def faults():
    for f in (lambda: 1L / 0, lambda: 2 ** 200 // 0L, lambda: 2 ** 200 % 0, lambda: divmod(2 ** 200, 0L),
              lambda: 2L << -1, lambda: 2 ** 99 >> -1, lambda: 1L << 2 ** 64, lambda: pow(2L, 3, 0),
              lambda: pow(2L, -1, 5), lambda: float(10 ** 400), lambda: int('12x'), lambda: long('', 7)):
        try:
            print f()
        except Exception as e:
            print type(e).__name__, e


values = numbers()
pairs(values[::2] + values[-9:])
shifts(values)
texts(values[::3])
powers()
subclasses()
faults()
n = int('9' * 6000)
print len(str(n * n)), str(n * n)[:5], str(n * n)[-5:], n * n // n == n, (n * n + 12345) % n
