# Floor division and modulo: signs, types, zero.
ints = [7, -7, 1, -1, 3, -3, 2147483647, -2147483648, 10 ** 12 + 1, -10 ** 12 - 1]
for a in ints:
    for b in ints:
        q, r = a // b, a % b
        assert q * b + r == a and (r == 0 or (r < 0) == (b < 0)), (a, b)
        assert divmod(a, b) == (q, r) and a / b == q
        print '%d//%d=%d %%=%d' % (a, b, q, r),
    print
longs = [10 ** 30, -10 ** 30, 10 ** 15 + 7, -3, 3, 2 ** 64, -2 ** 64 + 1]
for a in longs:
    for b in longs:
        q, r = divmod(a, b)
        assert q * b + r == a and (r == 0 or (r < 0) == (b < 0)), (a, b)
        print q, r,
    print
floats = [7.5, -7.5, 2.0, -2.0, 0.1, -0.1, 1e300, 5e-324]
for a in floats:
    for b in floats:
        print a // b, a % b, a / b,
    print
inf, nan = float('inf'), float('nan')
for a, b in [(inf, 2), (1, inf), (-1, inf), (1, -inf), (inf, inf), (nan, 1), (1, nan), (0.0, -3), (-0.0, 3), (-0.0, -3.0)]:
    print a // b, a % b, divmod(a, b)
for a, b in [('1', '0'), ('1L', '0'), ('1', '0L'), ('1.0', '0'), ('1', '0.0'), ('0', '0'), ('1j', '0'), ('True', 'False')]:
    for op in ['/', '//', '%']:
        try:
            print eval('%s %s %s' % (a, op, b))
        except ZeroDivisionError as e:
            print a, op, b, e
    try:
        divmod(eval(a), eval(b))
    except ZeroDivisionError as e:
        print 'divmod', e
print 7 / 2, -7 / 2, 7 / -2, 7.0 / 2, 7 / 2.0, 7 // 2.0, -7 // 2.0, 7 % -2.5, -7 % 2.5, 7L / 2, True / 2, 1 / True
x = 17
x /= 5
print x
x %= 2
print x
x //= -4
print x
print 5 % 3, -5 % 3, 5 % -3, -5 % -3, 5 % 5, 0 % 5, 0 % -5, 5.5 % -5.5, -0.0 % 1.0
