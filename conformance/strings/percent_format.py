# str % args.
print '%s' % 1, '%s %s' % (1, 'a'), '%s' % (1,), '%s' % [1, 2], '%s' % None, '%s' % {'a': 1}, '%r' % 'x', '%5s|%-5s|%05d' % ('a', 'b', 3), '%%' % (), '%d%%' % 5, '%c%c' % ('a', 98), '%.2s' % 'abc', '%5.1s|' % 'abc', '%.0s|' % 'abc'
print '%(a)s %(b)d' % {'a': 'x', 'b': 2}, '%(a)s %(a)r' % {'a': 'x'}, '%(a b)s' % {'a b': 1}, '%(a(b))s' % {'a(b)': 2}, '%()s' % {'': 'empty'}, '%(x)5.1f|' % {'x': 2.25}, '%(k)s' % {'k': (1, 2)}, '%(a)%' % {'a': 1}
print '%*d|%-*d|%.*f' % (5, 42, 5, 42, 2, 3.14159), '%+d % d %+.1f' % (5, 5, 2.5), '%#x %#o %#X' % (255, 8, 255), '%x %X %o' % (-255, 255, -8), '%e' % 12345.678, '%g %G' % (1e-10, 1e20), '%hd %ld %Ld' % (1, 2, 3), '%i %u' % (5, -5), '%-+5d|%+-5d|% 05d' % (1, 2, 3)
print '%s' % u'u', repr('%s' % u'\xe9'), repr(u'%s' % 'a'), repr('%s %s' % ('a', u'b')), repr(u'%d %r %c' % (1, 'x', 0x20ac)), repr(u'%s' % u'\u20ac'), repr('%c' % u'\xe9'), repr(u'%5s|%-5s|' % (u'\xe9', u'\u20ac')), repr('%r' % u'\xe9')


class Sub(dict):
    def __missing__(self, key):
        return 'missing ' + key


class Map(object):
    def __getitem__(self, key):
        return key * 2


class Both(object):
    def __str__(self):
        return 'str'

    def __repr__(self):
        return 'repr'

    def __int__(self):
        return 42

    def __float__(self):
        return 2.5


print '%(a)s %(zz)s' % Sub(a=1), '%(ab)s' % Map(), '%s %r %d %f' % (Both(), Both(), Both(), Both()), '%s' % Both(), '%x' % 10L, '%s' % (Both(),)
for bad in ["'%s'", "'%s' % ()", "'%s %s' % 'a'", "'%s' % (1, 2)", "'a' % 1", "'a' % (1,)", "'a' % {}", "'a' % []", "'%d' % 'a'", "'%d' % None", "'%d' % []", "'%f' % 'a'", "'%c' % 'ab'", "'%c' % 256", "'%c' % ''", "'%c' % None", "'%x' % 'a'", "'%x' % 1.5", "'%z' % 1", "'%' % 1", "'%5' % 1", "'%(a)s' % 1", "'%(a)s' % {}",
            "'%(a' % {'a': 1}", "'%(a)s' % (1,)", "'%(a)s %s' % {'a': 1}", "'%s %(a)s' % {'a': 1}", "'%*d' % 1", "'%*d' % ('a', 1)", "'%.*f' % (1,)", "'%r' % ()", "'abc%' % 1", "'%s%' % 1", "'%d' % Map()", "'%()d' % {}", "'%99999999999999999999d' % 1", "u'%d' % u'x'", "u'%c' % 0x110000", "'%d' % 2.9", "'%d' % True", "'%o' % -1L", "'%#o' % 0"]:
    try:
        print bad, repr(eval(bad))
    except (TypeError, ValueError, KeyError, OverflowError) as e:
        print bad, type(e).__name__, e
fmt = 'a%sb'
print fmt % 1, fmt % (1,), (fmt + '%d') % (1, 2), fmt.__mod__('x'), 'x%sx' % 'y' * 2, '%s' % '%s' % 'z' if 0 else 'skip', '%s and %s' % tuple('ab'), ('%d' * 3) % (1, 2, 3)
s = 'v=%s'
s %= 5
print s
print '%-10s|%10s|%s' % ('left', 'right', 'x' * 3), '\n'.join('%2d %-3s|' % (i, 'ab'[:i]) for i in range(3)), '%s' * 0 % (), '%3c|%-3c|' % ('a', 'b'), '%.3d' % 5, '%+.2e' % 0, '%.10s' % True
