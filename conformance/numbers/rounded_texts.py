# Texts of floats and ints, rounded at ties and near powers of ten.
import sys
xs = [0.5,1.5,2.5,0.125,0.375,1e15,1e16,123456.789,9.9996,9.9994,0.99995,0.1,1e-5,1.25e-7,3.0,7.0,99.5,999.5,1e22,1e23,123456789012345680.0,0.3,2.675,1.005,5e-324,1.7976931348623157e308,9.999999999999998,99999999999.95,999999999999.5,9999999999995.0,0.00001234565,4503599627370496.5,9007199254740993.0,1e17,18446744073709551616.0,9223372036854775807.0]
import_r = 12345
for i in range(60):
    import_r = (import_r * 1103515245 + 12345) & 0x7fffffff
    xs.append(import_r / 1000.0); xs.append(import_r * 2.0 ** ((import_r >> 5) % 140 - 90)); xs.append((import_r % 2000) / 8.0); xs.append((import_r % 100000) / 100.0)
out = []
for x in xs:
    for f in ('%.0f','%.1f','%.2f','%.3f','%.6f','%.10f','%.15f','%g','%.12g','%.15g','%.16g','%.17g','%.1e','%e','%.3g','%#g','%.20f'):
        out.append(f % x); out.append(f % -x)
    out.append(str(x)); out.append(repr(x)); out.append('{0:.3f} {0:g} {0:10.2e} {0:n} {0:%}'.format(x))
    out.append(str(round(x, 2)) if x < 1e300 else '')
for i in [0,1,9,10,11,99,100,101,12345,-1,-9,-10,-99,-100,2**47,2**49,2**50,2**62,sys.maxint,-sys.maxint-1]:
    out.append(str(i)); out.append('%d %s %r %5d %x' % (i,i,i,i,i)); out.append(u'%d %s' % (i, i))
print "\n".join(out)
