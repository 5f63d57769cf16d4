# marshal: every type in every version, shared strings, limits of depth, broken data, what cannot be written, load from odd files.
import re as _re
def t(f, *a, **k):
    try: print _re.sub(" at 0x[0-9a-f]+", "", repr(f(*a, **k)))
    except Exception as e: print type(e).__name__, _re.sub(" at 0x[0-9a-f]+", "", str(e))

import marshal, StringIO, cStringIO, tempfile, array
vals = [None, True, False, StopIteration, Ellipsis, 0, 1, -1, 2**31 - 1, 2**31, -2**31 - 1, 2**63, 0L, 1L, -1L, 2**15 - 1 + 0L, 2**15 + 0L, 2**30 + 0L, -2**100, 10**50, 0.0, -0.0, 1.5, 1e300, float('inf'), float('nan'), 0j, 1.5-2j, '', 'abc', 'x' * 300, intern('interned'), '\0\xff', u'', u'\u20ac\U00012345', (), (1, 'a', (2,)), [], [1, [2]], {}, {1: 2}, set(), set([1]), frozenset('a'), array.array('b', 'arr'), buffer('buf'), [StopIteration] * 2]
for v in vals:
    for ver in (0, 1, 2):
        try: s = marshal.dumps(v, ver); r = marshal.loads(s); print repr(s)[:70], len(s), repr(r)[:50], type(r) is type(v), r == v
        except Exception as e: print type(e).__name__, e
a = intern('shared_name'); print repr(marshal.dumps([a, a, 'shared_name'], 2)), repr(marshal.dumps([a, a], 0)), repr(marshal.dumps((a, {a: a}), 1)); l = marshal.loads(marshal.dumps([a, a])); print l[0] is l[1], l[0] is a
class C(object): pass
class I(int): pass
class S(str): pass
class L(list): pass
for v in (C, C(), len, I(5), S('s'), L([1]), object(), lambda: 0, [C()], {1: C()}, (1, C()), iter([]), xrange(3), bytearray('ba'), memoryview('mv'), type, slice(1), {C: 1}, set([C]), marshal):
    try: print repr(marshal.dumps(v))
    except Exception as e: print type(e).__name__, e
l = []; 
for i in range(3000): l = [l]
t(marshal.dumps, l); r = []; r.append(r); t(marshal.dumps, r)
for s in ('', 'i', 'i\1', 'i\1\0\0\0', 'i\1\0\0\0extra', 'N', 'T', 'F', 'S', '.', '0', '?', 'I\1\2\3\4\5\6\7\10', 'f\x031.5', 'f\x05', 'f\x03abc', 'g', 'g\0\0\0\0\0\0\xf0?', 'x\x011\x012', 'y' + '\0' * 16, 's\3\0\0\0abc', 's\5\0\0\0abc', 's\xff\xff\xff\xff', 's\0\0\0\x80', 't\1\0\0\0a', 'R\0\0\0\0', 't\1\0\0\0aR\0\0\0\0', '(\2\0\0\0t\1\0\0\0aR\0\0\0\0', '(\2\0\0\0t\1\0\0\0aR\5\0\0\0', 'u\2\0\0\0\xc3\xa9', 'u\1\0\0\0\xff', '(\1\0\0\0', '(\1\0\0\0N', '(\xff\xff\xff\xff', '(\1\0\0\x000', '[\1\0\0\0N', '[\2\0\0\0N', '{0', '{N0', '{NN0', '{NN', '{[\0\0\0\0N0', '<\1\0\0\0N', '>\1\0\0\0i\1\0\0\0', '<\1\0\0\0[\0\0\0\0', 'l\1\0\0\0\1\0', 'l\xff\xff\xff\xff\1\0', 'l\1\0\0\0\xff\xff', 'l\2\0\0\0\1\0\0\0', 'l\0\0\0\0', 'l\0\0\0\x80', 'l\1\0\0\0', 'c', '\xff', 'N' * 5):
    print repr(s),; t(marshal.loads, s)
t(marshal.loads); t(marshal.loads, 5); t(marshal.loads, u'N'); t(marshal.loads, buffer('N')); t(marshal.loads, bytearray('N')); t(marshal.loads, 'N', 1); t(marshal.dumps); t(marshal.dumps, 1, 'x'); t(marshal.dumps, 1, 99); t(marshal.dumps, 1, -1); t(marshal.dumps, 1, 2, 3); t(marshal.dump, 1, StringIO.StringIO()); t(marshal.dump, 1, 5); t(marshal.dump, 1); t(marshal.load, 5); t(marshal.load, 'N')
class R(object):
    def __init__(self, s): self.s = s; self.n = []
    def read(self, n): self.n.append(n); r = self.s[:n]; self.s = self.s[n:]; return r
for f in (StringIO.StringIO(marshal.dumps([1, 'a', 2.5, u'x'])), cStringIO.StringIO(marshal.dumps((1,)))): t(marshal.load, f)
r = R(marshal.dumps([1, 'abc', None])); t(marshal.load, r); print r.n
class R5(R):
    def read(self, n): return 5
class RL(R):
    def read(self, n): return 'N' * 20
class RE(R):
    def read(self, n): raise IOError('read failed')
for c in (R5, RL, RE): t(marshal.load, c(''))
f = tempfile.TemporaryFile(); marshal.dump(1, f); marshal.dump('two', f, 0); marshal.dump([3], f); f.seek(0); print marshal.load(f), marshal.load(f), marshal.load(f); t(marshal.load, f); f.close(); t(marshal.load, f); t(marshal.dump, 1, f); f = open('/dev/null'); t(marshal.dump, 1, f); t(marshal.load, f); print marshal.version, sorted(n for n in dir(marshal) if n[0] != '_')
co = compile('def f(a, *b):\n    "doc"\n    x = a + 1\n    return lambda: x\nr = f(4)()', 'file.py', 'exec'); c2 = marshal.loads(marshal.dumps(co)); ns = {}; exec c2 in ns; print ns['r'], c2.co_filename, c2 == co, c2.co_names, c2.co_consts[0].co_varnames, c2.co_consts[0].co_cellvars, c2.co_firstlineno, ns['f'].__doc__
