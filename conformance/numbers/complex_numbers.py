# complex.
z = 3 + 4j
print z, abs(z), z.real, z.imag, z.conjugate(), -z, +z, z + 1, 1 + z, z - 1.5, 2 * z, z * z, z / 2, z / (1 + 1j), z ** 2, z ** 0, z ** -1, z ** 0.5 == z ** 0.5
print repr(1j), repr(-1j), repr(1 + 0j), repr(0j), str(1.5 - 2.5j), repr(complex(-0.0, 1)), repr(complex(0.0, -0.0)), repr(complex(1, float('inf'))), repr(complex(float('nan'), -1)), -0j, repr(-(0j))
print complex(), complex(1), complex(1, 2), complex('1+2j'), complex('j'), complex('-1.5e3-2J'), complex(' 3 '), complex(1j, 1j), complex(2.5, 1L), complex('(1+2j)'), complex(u'1j'), complex('inf'), complex('1e500j')
for bad in ["complex('')", "complex('1+')", "complex('1 + 2j')", "complex('x')", "complex('1', 2)", "complex(1, '2')", "complex(None)", "complex([])", "int(1j)", "float(1j)", "long(1j)", "1j < 2j", "1j < 1", "1j > 'x'", "1j // 2", "1j % 2",
            "divmod(1j, 1)", "1j / 0", "0j ** -1", "pow(1j, 2, 3)", "1j & 1", "~1j", "1j.real.x", "round(1j)", "1j[0]", "'%d' % 1j", "'%f' % 1j", "hash(1j)", "cmp(1j, 2j)", "sorted([1j, 2j])", "max(1j, 2j)", "min([1j])"]:
    try:
        print bad, eval(bad)
    except Exception as e:
        print bad, type(e).__name__, e
print 1j == 1j, 1j != 1, 1 + 0j == 1, 1 == 1 + 0j, 1.5 == 1.5 + 0j, 1j == 'x', (1j) in [1j], {1j: 2}[1j], hash(2 + 0j) == hash(2), bool(0j), bool(1j), not 0j
print 1j * 1j, (1 + 2j) * (3 - 1j), (1 + 2j) / (3 - 1j), 1 / 1j, 2.0 * 1j, 1j - 1, (1 + 1j) ** 3, (1 + 1j) ** -2, 1e200j * 1e200, abs(complex(3, -4)), abs(-1j), 10 ** 20 + 1j
print '%s %r' % (1j, 1j), '{0} {0:.2f} {1:g} {2:>10}'.format(1 + 2j, 1.5j, 1j), format(1 - 1j, ''), format(1234.5 + 0.25j, ',.3f')
x = 1
x += 1j
print x
x *= x
print x, type(x)
x -= 2j
print x, x == 0
print sum([1j, 2, 3.5]), sum([1j] * 4), reduce(lambda a, b: a * b, [1j] * 4), [c.imag for c in (1j, 2j)], z.__add__(1), z.__coerce__(1), coerce(1j, 2), z.__class__
try:
    z.real = 1
except (AttributeError, TypeError) as e:
    print e


class C(object):
    def __complex__(self):
        return 1 + 1j


class F(object):
    def __float__(self):
        return 2.5


print complex(C()), complex(F()), complex(1, F())


def mandel(c, limit=50):
    z = 0j
    for i in range(limit):
        z = z * z + c
        if abs(z) > 2:
            return i
    return limit


print [mandel(complex(x / 4.0, y / 4.0)) for y in range(-4, 5, 2) for x in range(-8, 4, 3)]
