# bytearray, buffer and memoryview.
b = bytearray('abc')
print b, repr(b), len(b), b[0], b[-1], b[1:], repr(b[1:]), 'b' in b, 98 in b, list(b), b == 'abc', b == bytearray('abc'), 'abc' == b, b < 'abd', b != 'x', bytearray(3), repr(bytearray(3)), bytearray([65, 66]), bytearray(u'\xe9', 'utf-8') == '\xc3\xa9', bytearray(), bool(bytearray()), bytearray(b) is b
b.append(100)
b.append('e')
b.extend('fg')
b.extend([104, 105])
b[0] = 65
b[1:3] = 'XYZ'
b.insert(0, 33)
b += 'end'
print b, b.pop(), b.pop(0), b.remove(ord('A')), b.reverse(), b
del b[0], b[-1:], b[::3]
print b, b * 2, b + '!', 'x' + str(b), type(b + 'x').__name__, type('x' + b).__name__, b.upper(), b.find('d'), b.replace('d', 'D'), b.split('d'), b.startswith('n'), b.decode('ascii'), b.isalpha(), '%s' % b, b.count('d'), b.join(['a', 'b']), b.index('h'), b.strip('n'), b.translate(None, 'g')
for bad in ["bytearray('a')[5]", "bytearray([256])", "bytearray([-1])", "bytearray(['a'])", "bytearray(u'a')", "bytearray(-1)", "bytearray('a').append(256)", "bytearray('a').append('ab')", "hash(bytearray())", "bytearray('a').remove(5)", "bytearray().pop()", "bytearray('a') + u'b'", "bytearray('a') + 5", "bytearray('a').index('z')", "bytearray(5, 'ascii')", "bytearray([1])['a']", "bytearray(1.5)", "bytearray('a') < 5", "ord(bytearray('a'))", "int(bytearray('12'))", "bytearray('a').join('b')", "bytearray.fromhex('41 42')", "bytearray.fromhex('4')", "bytearray('abc')[::2]", "bytearray('a') in ['a']", "u'a' == bytearray('a')"]:
    try:
        print bad, repr(eval(bad))
    except Exception as e:
        print bad, type(e).__name__, e
f = buffer('hello world', 6)
print f, len(f), f[0], f[1:3], repr(str(f)), f == buffer('world'), f + '!', buffer('abc', 1, 1), hash(f) == hash('world'), buffer(bytearray('x')), f * 2, cmp(f, buffer('x'))
m = memoryview('abc')
print m[0], m[1:].tobytes(), len(m), m.tolist(), m.readonly, m.format, m.itemsize, m.ndim, m.shape, m == 'abc', m.tobytes() == 'abc', m == memoryview('abc')
w = bytearray('mutable')
v = memoryview(w)
v[0] = 'M'
v[1:3] = 'UT'
print w, v.readonly
for bad in ["m[0] = 'x'", "v[0] = 'xy'", "v[1:3] = 'x'", "memoryview(5)", "m[10]", "buffer(5)", "buffer('a', -1)", "w.append(1)", "m['a']", "buffer(u'a')[0:0]", "v[0] = 5"]:
    try:
        exec bad
        print bad, 'ok'
    except Exception as e:
        print bad, type(e).__name__, e
primes = bytearray([1]) * 50
for i in range(2, 50):
    if primes[i]:
        for j in range(i * i, 50, i):
            primes[j] = 0
print [i for i in range(2, 50) if primes[i]]
