# In-place operators over every pair of builtin numbers and containers: the type of the result, identity, failures.
import operator
ops = [n for n in ('iadd', 'isub', 'imul', 'idiv', 'itruediv', 'ifloordiv', 'imod', 'ipow', 'ilshift', 'irshift', 'iand', 'ior', 'ixor')]
values = [lambda: 3, lambda: 5L, lambda: 2.5, lambda: 1j, lambda: True, lambda: 'ab', lambda: u'c', lambda: [1], lambda: (2,), lambda: set([1, 2]), lambda: frozenset([2, 3]), lambda: bytearray('x'), lambda: None, lambda: {1: 2}, lambda: xrange(2)]
for op in ops:
    f = getattr(operator, op)
    lines = []
    for ma in values:
        row = []
        for mb in values:
            a, b = ma(), mb()
            try:
                r = f(a, b)
                s = repr(r)
                row.append((s if len(s) < 20 else type(r).__name__) + ('*' if r is a and isinstance(a, (list, set, bytearray)) else ''))
            except Exception as e:
                row.append('-' if type(e) is TypeError else type(e).__name__)
        if set(row) != set('-'):
            lines.append('%s: %s' % (type(ma()).__name__, ' '.join(row)))
    print op, '\n   '.join(lines)
seen = set()
for sym in ('+', '-', '*', '/', '//', '%', '**', '<<', '>>', '&', '|', '^'):
    for ma in values:
        for mb in values:
            for form in ('a %s b', 'a %s= b'):
                if 'ab' in (ma(), mb()) and sym == '%':
                    continue
                try:
                    exec form % sym in {'a': ma(), 'b': mb()}
                except TypeError as e:
                    seen.add(str(e))
                except Exception:
                    pass
print len(seen), hash('\n'.join(sorted(seen)))
for s in sorted(seen)[::23]:
    print s
class L(list):
    def __iadd__(self, o):
        return 'L+=%r' % (o,)
x = L(); x += 1
print x
t = ([],)
try:
    t[0] += [1]
except TypeError as e:
    print e, t
class Desc(object):
    def __get__(self, o, c): print 'get',; return 5
    def __set__(self, o, v): print 'set', v,
class H(object):
    d = Desc()
h = H(); h.d += 3; h.d <<= 1
print
class G(object):
    def __getitem__(self, k): print 'getitem', k,; return 1
    def __setitem__(self, k, v): print 'setitem', k, v,
    def __getslice__(self, i, j): print 'getslice', i, j,; return [0]
    def __setslice__(self, i, j, v): print 'setslice', i, j, v,
g = G(); g['k'] += 1; g[1:2] += [9]; g[::2] |= 4; g[...] *= 2
print
acc, lst, st, s = 1, [], set(), ''
for i in xrange(4000):
    acc += i; acc ^= i << 2; acc %= 1000003; acc -= 1.0 if i % 1000 == 999 else 0; acc = int(acc)
    lst += [i] if i % 3 else (i, i); st |= set([i % 50]); st ^= set([i % 7]); s += chr(97 + i % 26); s = s[-30:]
print acc, len(lst), len(st), s
