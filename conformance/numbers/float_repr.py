# repr and str of floats.
values = [0.0, -0.0, 1.0, -1.5, 0.1, 0.2, 0.3, 0.1 + 0.2, 1 / 3.0, 2 / 3.0, 100.0, 1e15, 1e16, 1e17, 123456789012345678.0, 1e22, 1e23,
          1e-4, 1e-5, 0.0001234, 0.00001234, 1.7976931348623157e308, 2.2250738585072014e-308, 5e-324, 4.35, 0.5, 2.5, 3.14159265358979,
          1e100, 1.1e-100, 9007199254740992.0, 9007199254740993.0, 999999999999.9, 9999999999999998.0, 99999999999999999.0,
          123456.789, 12345678.9, 0.1 * 3, 1e11, 1e12, 123456789012.0, 1234567890123.0, 0.30000000000000004, 5e-5, 1.5e300 * 1.5e300,
          -1.5e300 * 1.5e300, 1e308 * 10 - 1e308 * 10, 4.9e-324, 8.41, 2.0 ** 70, 2.0 ** -70, 1e21, 123e-7, 1.0000000000000002]
for v in values:
    print repr(v), str(v), v, '%s' % v, '%r' % v
print [0.1, 1e16], (2.0,), {1.5: 0.1}
for v in values[:20]:
    assert float(repr(v)) == v
print float.hex(1.0), float.hex(0.1), (-0.5).hex(), float.fromhex('0x1.8p1'), float.hex(float('inf')), (0.0).hex()
print (0.5).as_integer_ratio(), (0.1).as_integer_ratio(), (-2.0).as_integer_ratio(), (1e22).as_integer_ratio()
print (2.0).is_integer(), (2.5).is_integer(), 1.5.conjugate(), 1.5.real, 1.5.imag, (2.7).__trunc__(), (-2.7).__int__(), (1e20).__long__()
for code in ["float('inf').as_integer_ratio()", "float('nan').as_integer_ratio()", "int(float('nan'))", "int(float('inf'))", "long(float('-inf'))", "float.fromhex('zz')"]:
    try:
        print eval(code)
    except (OverflowError, ValueError) as e:
        print code, type(e).__name__, e
nan, inf = float('nan'), float('inf')
print nan, inf, -inf, repr(nan), str(-inf), nan == nan, nan != nan, inf == inf, nan < 1, nan > 1, inf > 10 ** 400, -inf < -10 ** 400
print [nan] == [nan], nan in [nan], [nan, 1].index(nan), {nan: 1}[nan], (nan,) == (nan,), max(nan, 1), min(1, nan), sorted([3, 1, 2.5])
print 0.0 == -0.0, 1 / inf, -1 / inf, inf - inf, inf * 0, 0.0 * -1, -0.0 + 0.0, -0.0 - 0.0, abs(-0.0)
print round(0.5), round(1.5), round(-1.5), round(2.675, 2), round(1e20), round(1.25, 1), round(-0.4), round(12345.678, -2), round(inf), round(5e-324, 323)
