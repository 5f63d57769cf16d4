# Syntax that only Python 2 has.
x = [1, 'two']
print `x`, `1 + 2`, `'s'`, `1, 2`, ``5`` + 'nested' if 0 else `5` + 'x'
print 1 <> 2, 'a' <> 'a', not 1 <> 1
print 0777, 0xfL, 10l, 0L, ur'\x', 017 + 1
try:
    raise ValueError, 'comma form'
except ValueError, e:
    print e, e.args
try:
    raise ValueError, ('tuple', 'args')
except ValueError, e:
    print e, e.args
try:
    raise ValueError, None
except ValueError, e:
    print e.args
try:
    raise ValueError, ValueError('instance')
except ValueError, e:
    print e.args
exec 'print "exec statement"'
exec 'print v' in {'v': 1}
print >>None, 'print chevron'
print 'trailing',
print
print (1, 2), [x for x in 1, 2, 3]


def f((a, b), c):
    return a, b, c


print f((1, 2), 3)
print apply(f, ((1, 2), 3)), apply(max, [1, 2]), cmp(1, 2), cmp('b', 'a'), cmp(1, 1)
print coerce(1, 2.5), coerce(1, 2L), coerce(1j, 1), intern('s'), unichr(65), long(5), unicode('u')
print map(None, [1, 2], [3]), filter(None, [0, 1]), reduce(lambda a, b: a + b, [1, 2, 3]), zip([1], [2])
print range(3), {}.has_key(1), {1: 2}.items(), {1: 2}.iteritems().__class__.__name__
print isinstance('', basestring), isinstance(u'', basestring), str is bytes
print 'abc' < u'abd', 'a' == u'a', hash('a') == hash(u'a'), {'a': 1}[u'a']
print [1] < 'a', () > [], 1 < 'a', None < 1, {} < [], (1, 2) > [3, 4], 1j == 1 + 0j
print sorted([3, 'a', None, (1,), [2], 1.5, u'b'])
print oct(8), hex(255), hex(255L), oct(8L), repr(1L), str(1L), buffer('abc')[1:]
print dict(a=1).keys(), type({}.keys()).__name__, raw_input.__name__, execfile.__name__, reload.__name__
print 5 / 2, -5 / 2, 5 // 2, 5 % -3, divmod(-5, 3), 5.0 / 2, round(2.5), round(-0.5), int('0x1f', 16)
True, False = 0, 1
print True, False, 1 == 1, None is None
True = 1
class Classic: pass
print type(Classic()), type(Classic), Classic.__bases__, isinstance(Classic(), object)
