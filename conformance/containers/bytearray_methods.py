# Methods and operators of bytearray over a catalogue of arguments.


class Index(object):
    def __index__(self):
        return 2


args = ['', 'None', '1', '-1', '300', '2 ** 70', '1.5', "'a'", "'l'", "'ab'", "u'a'", "bytearray('o')", "buffer('l')", "memoryview('ll')", '[1, 2]', '[300]', "['a']", '(65,)', 'Index()', '1, 65', '2, "l"', "'l', 3", "'l', 3, 5", "'l', 'x'", 'x=1', "['a', bytearray('b')]", "10, '*'", "15, '*'", "15", "None, 'l'", "'x' * 256, 'l'", "'41 42'", "'4'"]
names = [n for n in dir(bytearray) if not n.startswith('_')] + ['__add__', '__contains__', '__getitem__', '__delitem__', '__iadd__', '__mul__', '__imul__', '__eq__', '__lt__', '__init__']
for m in names:
    for a in args:
        b = bytearray('hello world')
        try:
            r = eval('b.%s(%s)' % (m, a))
            r = repr(r) if type(r) is not bytearray or len(r) < 50 else len(r)
        except Exception as e:
            r = '%s: %s' % (type(e).__name__, e)
        print m, a, '->', r, '' if b == 'hello world' else repr(b[:40])
for s in ['b[0] = 65', 'b[0:2] = "xyz"', 'b[::3] = "abcd"', 'b[::3] = "abc"', 'b[3:1] = [1, 2]', 'b[:] = b', 'b[2:4] = b', 'del b[::2]', 'del b[::-3]', 'del b[5]', 'del b[1:3]', 'b[::-1] = range(11)', 'b += b', 'b *= 2', 'b[1:2] = 5', 'b[1:2] = u"a"', 'b.extend(b)', 'b[20] = 1', 'b[0] = "ab"', 'v = memoryview(b); b.pop()', 'v = memoryview(b); v[1:3] = "XY"', 'v = memoryview(b); v[0:1] = b', 'for i in range(300): b.append(i % 256)', 'while b: b.pop(0)']:
    b = bytearray('hello world')
    try:
        exec s
        print s, repr(b[:40]), len(b), b.__alloc__()
    except Exception as e:
        print s, type(e).__name__, e
