# ** and pow, with two and three arguments.
for a in [0, 1, -1, 2, -2, 10, -10, 7]:
    print [a ** b for b in (0, 1, 2, 3, 10, 31, 63, 64)]
print 2 ** 100, (-3) ** 41, 10 ** 25, 2L ** 3, type(2L ** 3).__name__, 2 ** 3L, type(2 ** 3L).__name__
for code in ['2 ** -1', '(-2) ** -3', '1 ** -1', '0 ** -1', '0.0 ** -1', '0 ** 0', '0.0 ** 0', '2L ** -2', '2 ** 0.5', '(-8) ** (1.0 / 3)',
             '(-1) ** 0.5', '2.0 ** 1024', '10.0 ** 400', '2.0 ** -1080', '(-2.0) ** 3', '(-2.0) ** 3.0', '4 ** 0.5', '9L ** 0.5',
             '1e200 ** 2', '(-1e200) ** 3', 'True ** 2', '2 ** True', '2 ** "x"', '"x" ** 2', '2 ** None', '(10 ** 400) ** 0.5',
             'float("nan") ** 0', '1 ** float("nan")', '1.0 ** float("inf")', '(-1) ** float("inf")', '0.5 ** float("inf")',
             '2 ** float("-inf")', 'float("-inf") ** 3', 'float("-inf") ** 2', '(-0.0) ** 3', '(-0.0) ** -3', '1j ** 2', '2 ** 1j', '0j ** 0', '0 ** 1j', '0j ** -1']:
    try:
        v = eval(code)
        print code, '=', v if not isinstance(v, complex) else '%.6f %.6f' % (v.real, v.imag)
    except Exception as e:
        print code, type(e).__name__, e
for args in [(2, 10, 1000), (3, 200, 13), (2, 10, -7), (-2, 3, 7), (-2, 3, -7), (2, 0, 1), (2, 0, 5), (0, 0, 5), (2, 10 ** 20, 10 ** 9 + 7),
             (10 ** 30, 10 ** 10, 97), (2, -1, 5), (2, 3, 0), (2.0, 3, 5), (2, 3.0, 5), (2, 3, 5.0), (2, 'x', 5), (5, 3, True), (2L, 3, 7)]:
    try:
        v = pow(*args)
        print args, v, type(v).__name__
    except Exception as e:
        print args, type(e).__name__, e
x = 3
x **= 4
print x
x **= 0.5
print x
x **= -1
print x
print 2 ** 3 ** 2, -2 ** 2, (-2) ** 2, 2 ** -1 ** 2, 2 ** -2 * 4
print pow(2, 3), pow(2.0, 3), pow('x', 2) if 0 else 'skipped', (2).__pow__(3), (2).__pow__(3, 5), (2).__rpow__(3)
print len(str(7 ** 1000)), str(7 ** 1000)[:10], (7 ** 1000) % 10 ** 9, (3 ** 500) // (3 ** 498)
s = 0
for i in range(30):
    s += i ** (i % 5)
print s
