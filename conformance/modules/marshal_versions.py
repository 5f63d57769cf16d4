# What marshal writes in each version, what it refuses, how broken bytes are reported.
import marshal
def t(f, *a):
    try: print repr(f(*a))
    except Exception as e: print type(e).__name__, e
values = [None, True, False, Ellipsis, StopIteration, 0, -1, 2**31 - 1, -2**31, 2**31, -2**31 - 1, 2**62, -2**63,
          2**15, 5L, 0L, -5L, 2**30L, 2L**100, -2L**45, 1.5, -0.0, 1e300, float('inf'), 1.5j, complex(-0.0, 2),
          '', 'abc', 'xxx', u'', u'\xe9\u20ac\U00012345', u'\ud800', (), (1, (2,)), [], [1, [2]], {}, {1: 2},
          set(), {7}, frozenset(), frozenset([3]), bytearray('ab'), buffer('cd')]
for version in 0, 1, 2, 3, -1:
    print 'version', version
    for v in values:
        t(marshal.dumps, v, version)
print 'interned'
a = intern('name')
for version in 0, 1, 2:
    t(marshal.dumps, [a, a, 'name', (a,)], version)
    print marshal.loads(marshal.dumps([a, a, (a, a)], version))
b = marshal.loads(marshal.dumps([a, a]))
print b[0] is a, b[1] is a
print 'subclasses'
class I(int): pass
class S(str): pass
class L(list): pass
class F(float): pass
class T(tuple): pass
class D(dict): pass
class O: pass
class N(object): pass
for v in (I(3), S('a'), L([1]), F(2.5), T((1,)), D(a=1), O(), N(), O, N, len, lambda: 0, xrange(3), slice(1), iter([])):
    t(marshal.dumps, v)
    t(marshal.dumps, [v])
l = []
l.append(l)
t(marshal.dumps, l)
deep = []
for i in range(2100):
    deep = [deep]
t(marshal.dumps, deep)
print 'broken'
for s in ('', 'i', 'i\1\0\0', 's\5\0\0\0ab', 's\xff\xff\xff\xff', 't\1\0\0\0', 'R\0\0\0\0', 'R\5\0\0\0', '[\1\0\0\0', '[\xff\xff\xff\xff',
          '(\1\0\0\0N', '(\2\0\0\0N', '{', '{N', '{N0', '{NN0', '0', '?', 'q', 'l\1\0\0\0', 'l\1\0\0\0\0\0', 'l\1\0\0\0\0\x80', 'l\2\0\0\0\1\0\0\0',
          'l\xff\xff\xff\xff\5\0', 'f\3abc', 'f\x031.5', 'f\0', 'f\3  1', 'g\0\0', 'x\x031.5', 'x\x031.5\x032.5', 'y', 'u\1\0\0\0\xe9', 'u\3\0\0\0\xed\xa0\x80',
          '<\1\0\0\0N', '>\2\0\0\0NN', '<\1\0\0\0[\0\0\0\0', '{[\0\0\0\0N0', 'I\1\0\0\0\0\0\0\0', 'I\0\0\0\0\1\0\0\0', 'I\xff\xff\xff\xff\xff\xff\xff\xff',
          'Nrest', '\0', 'a', 'c', 'S', '.', 'F', 'T'):
    print repr(s),
    t(marshal.loads, s)
for a in ((), (1,), (None,), (u'N',), (bytearray('N'),), (buffer('N'),), ('N', 1), (u'\xe9',), ([],)):
    t(marshal.loads, *a)
    t(marshal.load, *a)
t(marshal.dumps); t(marshal.dumps, 1, 2, 3); t(marshal.dumps, 1, 'x'); t(marshal.dumps, 1, 1.5); t(marshal.dump, 1); t(marshal.dump, 1, 2)
print marshal.version, sorted(n for n in dir(marshal) if n[0] != '_'), marshal.__name__
