# marshal: versions against types, subclasses, depth, references that are wrong, streams of odd objects, what load leaves behind in a file.
import marshal, tempfile, os, array, sys
def t(f, *a):
    try: r = f(*a)
    except Exception as e: print type(e).__name__, e
    else: print repr(r)[:150]
class I(int): pass
class S(str): pass
class U(unicode): pass
class T(tuple): pass
class L(list): pass
class D(dict): pass
class F(float): pass
class G(long): pass
class C(complex): pass
class FS(frozenset): pass
class O: pass
for v in (I(5), S('s'), U(u'u'), T((1, 2)), L([1]), D({1: 2}), F(1.5), G(7), C(1j), FS([1]), O(), object(), O, int, len, marshal, Ellipsis, NotImplemented, StopIteration, slice(1), xrange(3), buffer('abc'), bytearray('abc'), memoryview('abc'), array.array('c', 'ab'), set([1]), frozenset(), iter([]), (lambda: 0), [O()], {1: O()}, {O: 1}, (O(),), set([O])):
    for version in (0, 1, 2, 3, -1): t(marshal.dumps, v, version)
for v in (None, True, False, 0, -1, 2 ** 31 - 1, -2 ** 31, 2 ** 31, -2 ** 31 - 1, 2 ** 62, 0L, 1L, -1L, 2 ** 15, 2L ** 15, -2L ** 15, 2L ** 100, -2L ** 45, 0.0, -0.0, 1e300, float('inf'), float('nan'), 1.1, 1j, 1.1 - 2.2j, '', 'a', intern('interned'), 'x' * 300, u'', u'\u20ac', u'\ud800', u'\U00010000', (), (1,), [], [[]], {}, {1: 2}, {'a': None}, set(), frozenset([1]), Ellipsis, StopIteration):
    for version in (0, 1, 2):
        d = marshal.dumps(v, version); b = marshal.loads(d)
        print repr(d)[:80], repr(b)[:60], type(b) is type(v) or (v, type(b))
a = intern('twice'); print repr(marshal.dumps((a, a, 'twic' + 'e'), 1)), repr(marshal.dumps((a, a), 0)); x, y = marshal.loads(marshal.dumps((a, a))); print x is y is a
n = [];
for i in range(50): n = [n]
t(lambda: marshal.loads(marshal.dumps(n)) == n)
for deep in (1990, 2100):
    n = []
    for i in range(deep): n = [n]
    try: print len(marshal.dumps(n)) == 5 * (deep + 1)
    except ValueError as e: print e
r = []; r.append(r); t(marshal.dumps, r)
d = {}; d[1] = d; t(marshal.dumps, d)
t(marshal.loads, '[' + '\1\0\0\0[' * 3000); t(lambda: len(repr(marshal.loads("(\1\0\0\0" * 900 + "N")))); t(marshal.loads, '(\1\0\0\0' * 2100 + 'N')
for s in ('', 'N', 'NN', 'T extra', 'x', '\0', '0', '[', '[\1', '[\1\0\0\0', '[\1\0\0\0' + '0', '[\xff\xff\xff\xff', '(\xff\xff\xff\xff', '(\xff\xff\xff\x7f', 's\5\0\0\0abc', 's\xff\xff\xff\xff', 's\0\0\0\x80', 't\1\0\0\0a', 'R\0\0\0\0', 'R\xff\xff\xff\xff', '(\2\0\0\0t\1\0\0\0aR\0\0\0\0', '(\2\0\0\0t\1\0\0\0aR\1\0\0\0', '{', '{0', '{N0', '{N', '{NN0', '{NNN', '{[\0\0\0\0N0', '<\1\0\0\0[\0\0\0\0', '>\1\0\0\0N', '<\xff\xff\xff\xff', 'l\0\0\0\0', 'l\1\0\0\0\1\0', 'l\xff\xff\xff\xff\1\0', 'l\1\0\0\0\0\0', 'l\1\0\0\0\0\x80', 'l\2\0\0\0\1\0', 'l\0\0\0\x80', 'I\1\0\0\0\0\0\0\0', 'I\1\0\0\0', 'i\1\0', 'f\x031.5', 'f\x03abc', 'f\5', 'f\0', 'g12345678', 'g123', 'x\x011\x012', 'x\x011', 'y' + '\0' * 16, 'u\2\0\0\0\xc3\xa9', 'u\1\0\0\0\xff', 'u\xff\xff\xff\xff', '.', 'S', 'c', '?', 'N' * 3):
    t(marshal.loads, s)
for v in (None, 5, u'N', u'\xe9', bytearray('N'), buffer('N'), array.array('c', 'N'), memoryview('N'), S('N'), []): t(marshal.loads, v)
t(marshal.loads); t(marshal.loads, 'N', 1); t(marshal.dumps); t(marshal.dumps, 1, 2, 3); t(marshal.dumps, 1, 'x'); t(marshal.dumps, 1, None); t(marshal.dumps, 1, 2 ** 40); t(marshal.dumps, 1, 1.5)
class W(object):
    def __init__(self): self.n = []
    def write(self, s): self.n.append(s)
    def read(self, n): return 'N'
w = W(); t(marshal.dump, 1, w); t(marshal.load, w); print w.n; t(marshal.dump, 1); t(marshal.load); t(marshal.dump, 1, None); t(marshal.load, None); t(marshal.load, 'N'); t(marshal.dump, O(), w)
p = tempfile.mkstemp()[1]; f = open(p, 'wb')
marshal.dump([1, 'a'], f); marshal.dump(None, f, 0); t(marshal.dump, object(), f); marshal.dump((2,), f, 1); f.close(); t(marshal.dump, 1, f); t(marshal.load, f)
f = open(p, 'rb'); t(marshal.load, f); print f.tell(); t(marshal.load, f); t(marshal.load, f); t(marshal.load, f); t(marshal.load, f); f.close()
f = open(p, 'rb'); f.read(1); f.seek(0); print next(iter(f))[:1]
f.close(); os.remove(p); print marshal.version
