# % and format on floats.
for v in [0.0, 1.0, -1.5, 3.14159, 1234567.891, 1e-7, 1e20, 123456789.123456789, 0.5, 2.5, 99.995, -0.0, 1e100]:
    print '%f|%.2f|%10.3f|%-10.1f|%+.1f|% .3f|%010.2f|%.0f' % ((v,) * 8)
    print '%e|%.3e|%12.2E|%g|%.3g|%G|%#.3g|%#.0f|%.10g|%r|%s' % ((v,) * 11)
for v in [float('inf'), float('-inf'), float('nan')]:
    print '%f|%5.1f|%e|%g|%+f|%010f|%F|%G' % ((v,) * 8)
print '%.3d|%5d|%d|%i|%u' % (3.99, -3.99, 1e10, 2.5, 7.9)
print '%c|%c' % (65, 'z'), '%x|%X|%#x|%o|%#o' % (255, 255, 255, 8, 8), '%5%|%-5d|' % 3
print '%.50f' % 0.1
print '%.1f %.1f %.1f %.1f' % (0.25, 0.35, 0.05, 0.15), '%.2f %.2f' % (1.005, 2.675), '%.0f %.0f %.0f %.0f' % (0.5, 1.5, 2.5, 3.5)
print '%*.*f|%-*d|' % (10, 2, 3.14159, 6, 42)
for spec in ['', 'f', '.2f', '10.3f', '<10.1f', '>10', '^10', '+', ' ', '010.2f', '*^12.2f', 'e', '.3E', 'g', '.3g', 'G', 'n', '%', '.1%', ',', ',.2f', '=+10', 'z<8']:
    print '%s:' % spec, '|'.join(format(v, spec) for v in [0.0, -1.5, 1234567.891, 1e-7, 1e22])
for spec in ['d', 'x', 's', 'c', '.2', '10', '5.1']:
    try:
        print spec, format(2.5, spec)
    except ValueError as e:
        print spec, e
print '{0:.3f} {1:>8.2f} {0!r} {2}'.format(1.5, 2.25, 3.0), '{:,}'.format(1234567.5), '{:%}'.format(0.125)
print format(1.0), str(1e16), repr(1e16), '%s' % 1e16, '%r' % 0.1, '%s' % 0.1, '{0}'.format(0.1 + 0.2), '{0!r}'.format(0.1 + 0.2)
for bad in ["'%f' % 'x'", "'%f' % None", "'%d' % 'x'", "'%d' % None", "'%x' % 1.5", "'%d' % float('inf')", "'%d' % float('nan')", "'%f' % 10 ** 400", "'%f' % (10 ** 400)", "'%c' % 2.5"]:
    try:
        print eval(bad)
    except (TypeError, ValueError, OverflowError) as e:
        print bad, type(e).__name__, e
