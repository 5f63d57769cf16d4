# % and format on ints and longs.
for v in [0, 1, -1, 42, -255, 10 ** 10, 2 ** 63, -2 ** 64]:
    print '%d|%5d|%-5d|%05d|%+d|% d|%x|%X|%#x|%o|%#o|%i|%u|%s|%r|%.5d|%8.3d' % ((v,) * 17)
    for spec in ['', 'd', '5', '<8', '>8', '^8', '=8', '+', ' ', '08', 'x', 'X', '#x', '#X', 'o', '#o', 'b', '#b', '#010x', ',', '+,', 'n', '*>12,', 'e', '.2f', 'g', '%']:
        print format(v, spec),
    print
print format(65, 'c'), format(True), format(True, 'd'), format(True, '5'), '{0:d}'.format(True), '%d' % True, '%s' % True
for args in ["(1, '.2')", "(1, 's')", "(1, '+c')", "(1, ',x')", "(1, 'zz')", "(300, 'c')", "('x', 'd')", "('x', '+')", "(1, 5)", "([], 'd')", "(None, '5')", "(1, '10.3d')"]:
    try:
        print args, format(*eval(args))
    except (ValueError, TypeError, OverflowError) as e:
        print args, type(e).__name__, e
print hex(255), hex(-255), hex(2 ** 64), oct(8), oct(-8), oct(2 ** 64), oct(0), bin(5), bin(-5), hex(True), str(10 ** 30), repr(10 ** 30), str(-5L), repr(-5L)
print int('ff', 16), int('0xff', 16), int('0xff', 0), int('0b11', 0), int('0o17', 0), int('017', 0), int('z', 36), int('-101', 2), int('+7'), int(' 12 '), int('1' * 25), long('12'), long('12L'), int('0', 0)
for bad in ["int('')", "int('x')", "int('1.5')", "int('12L')", "int('0x')", "int('9', 8)", "int('1', 1)", "int('1', 37)", "int(None)", "int([])", "int('1_0')", "int('- 1')", "int('1 2')", "int(5, 10)", "int(u'x')",
            "int('\\0')", "int('5\\0')", "long('')", "long('x')", "long('1.0')", "int('08', 0)", "int('-')", "int(1j)", "long(None)", "int('1' * 400 + 'x')", "int('12', base=3)", "int(x='12')", "int(base=3)"]:
    try:
        print bad, eval(bad)
    except (ValueError, TypeError) as e:
        print bad, type(e).__name__, e
print int(), long(), float(), int(u'42'), int('\t7\n'), int(1.9), int(-1.9), int(True), int('0', 16), int('-0')
print '%d %d' % (1, 2L), '%(a)d %(b)s %(a)x' % {'a': 10, 'b': 'bee'}, '%%%d' % 5, '%s%%' % 50, '%5s|%-5s|%.2s' % ('ab', 'ab', 'abc')
print ('%d ' * 5) % tuple(range(5)), '%3d|%-3d|%03d' % (7, 7, 7), '%s %s' % ([1], (2,)), '%s' % ((1, 2),), '%r' % ((1,),)
for bad in ["'%d' % ()", "'%d' % (1, 2)", "'%d %d' % 1", "'%q' % 1", "'%' % 1", "'%(a)d' % 1", "'%(a)d' % {}", "'%(a' % {}", "'%*d' % ('x', 1)", "'abc' % 1", "'abc' % ()", "'abc' % {}", "'abc' % []", "'%d' % '5'", "'%c' % 256", "'%c' % 'ab'", "'%c' % -1"]:
    try:
        print bad, repr(eval(bad))
    except (ValueError, TypeError, KeyError, OverflowError) as e:
        print bad, type(e).__name__, e
