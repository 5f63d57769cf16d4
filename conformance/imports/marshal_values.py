# marshal: bytes and back.
import marshal
for v in [None, True, False, 0, -1, 2**31, -2**63, 2**63, 3**100, -3**50, 1.5, -0.0, 1e300, 1j, '', 'a b', u'\u20ac\U00012345', (), (1, (2,)),
          [1, [2]], {1: 'x y'}, set([1]), frozenset([2]), Ellipsis, StopIteration, buffer('x y')]:
    for version in 0, 1, 2:
        d = marshal.dumps(v, version)
        print repr(d),
        r = marshal.loads(d)
        print r == v or (type(v), r)
for bad in ['', 'i', 'i\1', 'Q', 's\xff\xff\xff\xff', '(\1\0\0\0', '[\1\0\0\0' + '0', 'l\1\0\0\0\0\x90', 'l\1\0\0\0\0\0', 'R\0\0\0\0', '0', 's\5\0\0\0ab']:
    try:
        print marshal.loads(bad)
    except Exception, e:
        print type(e).__name__, e
for bad in [object(), len, [object()], int]:
    try:
        print marshal.dumps(bad)
    except Exception, e:
        print type(e).__name__, e
l = []
l.append(l)
for f in [lambda: marshal.dumps(l), lambda: marshal.dump(1, 2), lambda: marshal.load(5), lambda: marshal.loads(5)]:
    try:
        print f()
    except Exception, e:
        print type(e).__name__, e
c = compile('def f(x, y=2):\n    return [x + i for i in range(y)]\nprint f(1), f.__code__.co_filename', 'file name', 'exec')
exec marshal.loads(marshal.dumps(c))
print marshal.loads(marshal.dumps([c]))[0].co_filename, marshal.version
