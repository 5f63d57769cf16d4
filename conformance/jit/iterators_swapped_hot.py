# for loops over what changes kind from round to round: iterators of ones own, old sequences, files, generators that raise, iter(callable), enumerate, zip and dict views.
import itertools, tempfile
class It(object):
    def __init__(s, n): s.i = 0; s.n = n
    def __iter__(s): return s
    def next(s):
        s.i += 1
        if s.i > s.n: raise StopIteration
        return s.i
class OldIt:
    def __init__(s, n): s.n = n
    def __getitem__(s, i):
        if i < s.n: return i
        raise IndexError('end')
class Bad(object):
    def __iter__(s): return 5
class Boom(object):
    def __iter__(s): return s
    def next(s): raise KeyError('boom')
class StopSub(StopIteration): pass
class Sub(object):
    def __iter__(s): return s
    def next(s): raise StopSub('sub')
class NextAttr(object):
    def __init__(s): s.next = lambda: 1
    def __iter__(s): return s
def gen(n):
    for i in xrange(n): yield i
def genboom(n):
    for i in xrange(n): yield i
    raise ValueError('gen boom')
f = tempfile.TemporaryFile(); f.write('a\nbb\nccc'); f.flush()
def again(): f.seek(0); return f
cnt = [0]
def call():
    cnt[0] += 1
    return cnt[0] % 4
makers = [lambda: [1, 2, 3], lambda: (1, 2), lambda: 'abc', lambda: u'ab', lambda: xrange(3), lambda: {1: 2, 3: 4}, lambda: set([1]), lambda: It(3), lambda: OldIt(2), lambda: gen(3), again, lambda: iter(call, 0), lambda: enumerate('ab'), lambda: itertools.izip('ab', 'cd'), lambda: reversed([1, 2]), lambda: {1: 2}.iteritems(), lambda: {1: 2}.viewvalues(), lambda: itertools.islice(itertools.count(5), 3), lambda: iter([]), lambda: bytearray('ab'), lambda: itertools.chain([1], 'b'), lambda: frozenset(), lambda: buffer('ab'), lambda: (x * 2 for x in (1, 2)), lambda: itertools.imap(str, [1, 2])]
bad = [lambda: 5, lambda: None, Bad, Boom, Sub, NextAttr, lambda: genboom(2), lambda: iter(call), lambda: len, lambda: It]
def loop(n):
    t = 0; errs = []; kinds = {}
    for i in xrange(n):
        m = makers[0] if i < n // 2 else makers[i % len(makers)] if i < n - 10 else bad[i - n]
        try:
            k = 0
            for x in m(): t += 1; k = x
            else: t += 10
            kinds[type(k).__name__] = kinds.get(type(k).__name__, 0) + 1
        except Exception as e: errs.append('%s %s' % (type(e).__name__, str(e).split(' at 0x')[0]))
    return t, sorted(kinds.items()), errs
print loop(1500)
def consume(n):
    out = []
    for i in xrange(n):
        m = makers[0] if i < n // 2 else makers[i % len(makers)] if i < n - 10 else bad[i - n]
        for fn in (list, tuple, sorted, sum, max, any, len, set, lambda v: [x for x in v], lambda v: map(None, v), lambda v: dict(enumerate(v)), lambda v: ','.join(map(str, v)), lambda v: reduce(lambda a, b: b, v, 0), lambda v: zip(v, v), lambda v: filter(None, v)):
            try: r = fn(m())
            except Exception as e: r = '%s %s' % (type(e).__name__, str(e).split(' at 0x')[0].replace('__main__.', ''))
            if i >= n - 10 - len(makers): out.append(repr(r)[:70])
    return out
import hashlib
c = consume(150); print len(c)
for j in range(0, len(c), 15): print ' | '.join(c[j:j + 15])
def nested(n):
    t = 0
    for i in xrange(n):
        for j in range(3):
            for k in (It(2) if i % 2 else gen(2)):
                if k == 2: break
                if j == 1: continue
                t += k + j
            else: t += 100
        while i % 5:
            i -= 1; t += 1
        else: t += 1000
    return t
print nested(600)
def nexts(n):
    it = iter(range(n // 2)); c = d = 0
    for i in xrange(n):
        v = next(it, None)
        if v is None: d += 1; it = It(5) if i % 2 else iter('ab')
        else: c += len(str(v))
    try: next(iter([]))
    except StopIteration as e: c += len(e.args)
    for b in (5, [], Bad(), None):
        try: next(b)
        except TypeError as e: print str(e).replace('__main__.', '')
    return c, d
print nexts(2000)
