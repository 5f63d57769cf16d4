# Comparisons among unlike types: order by type name, None first, numbers before, old instances with __cmp__ and __coerce__, cmp() results, sort and min of mixtures.
def t(f, *a):
    try: return repr(f(*a))
    except Exception as e: return '%s: %s' % (type(e).__name__, e)
class A(object): pass
class Bb(object): pass
class zOld: pass
class OldC:
    def __init__(s, v): s.v = v
    def __cmp__(s, o): return cmp(s.v, getattr(o, 'v', o))
    def __repr__(s): return 'OC%r' % s.v
class OldCo:
    def __init__(s, v): s.v = v
    def __coerce__(s, o): return s.v, o
class NewC(object):
    def __init__(s, v): s.v = v
    def __cmp__(s, o): return cmp(s.v, getattr(o, 'v', o))
    __hash__ = None
    def __repr__(s): return 'NC%r' % s.v
class Rich(object):
    def __lt__(s, o): return 'lt'
    def __gt__(s, o): return 'gt'
    def __eq__(s, o): return 'eq'
    def __le__(s, o): return NotImplemented
    def __ne__(s, o): raise ValueError('ne')
    def __repr__(s): return 'Rich'
vals = [None, False, 1, 2L, 1.5, float('nan'), 'a', u'a', '', (), (1,), [], [1], {}, {1: 2}, set(), frozenset([1]), xrange(2), bytearray('a'), buffer('a'), OldC(1), OldCo(1), NewC(1), Rich(), 1j, int, len, Ellipsis, NotImplemented, slice(1), slice(1, 2), type(None)]
def nm(v): return repr(v).split(' 0x')[0]
ops = [('<', lambda a, b: a < b), ('<=', lambda a, b: a <= b), ('==', lambda a, b: a == b), ('!=', lambda a, b: a != b), ('cmp', cmp)]
for i, a in enumerate(vals):
    for b in vals[:i]:
        if isinstance(a, OldCo) or isinstance(b, OldCo):
            if not isinstance(a, (int, float, long, str)) and not isinstance(b, (int, float, long, str)): continue
        if type(a) is type(b) and type(a) in (type(len), type): continue
        if type(a) is float and a != a or type(b) is float and b != b: continue
        print nm(a), nm(b), ' '.join('%s%s%s' % (n, t(f, a, b), '' if n == 'cmp' else '/' + t(f, b, a)) for n, f in ops)
mix = [v for v in [3, 'b', None, (1,), [2], {}, 2.5, u'a', set, 1L, True, xrange(1), (0, 'z'), 'a', [1, 'x'], {'k': 1}] if v is not set]
print sorted(mix), sorted(mix, reverse=True), min(mix), max(mix)
print cmp(A(), Bb()), cmp(Bb(), A()), cmp(zOld(), A()), A() < 5, 5 < A(), zOld() < 5, zOld() > None, A() < 'a', A() > (), cmp(1, A()), cmp('a', zOld())
print cmp((1, 'a'), (1, None)), cmp([1, [2]], [1, (2,)]), (1, 2) < (1, 2, 0), [] < [[]], cmp({1: 'a'}, {1: 'b'}), cmp({1: 1, 2: 2}, {3: 3}), {1: 1} < {2: 0}, {} < {1: 1}
n = float('nan'); print n == n, n < n, [n] == [n], (n,) < (n,), cmp(n, n), n in [n], [n].index(n), [n].count(n), max(n, 1), max(1, n), sorted([3, n, 1]), cmp([n], [n]), {n: 1} == {n: 1}
l = [1]; l.append(l); print t(lambda: l == l), t(lambda: l < l), t(cmp, l, [1, l]); m = [1]; m.append(m); print t(lambda: l == m)
class BadCmp(object):
    def __init__(s, r): s.r = r
    def __cmp__(s, o):
        if isinstance(s.r, Exception): raise s.r
        return s.r
for r in (0, -5, 7L, 2**80, -2**80, 1.5, 'x', None, True, KeyError('k')): print t(cmp, BadCmp(r), 1), t(cmp, 1, BadCmp(r)), t(lambda: BadCmp(r) < 1), t(lambda: BadCmp(r) == 1), t(lambda: 1 >= BadCmp(r)), t(lambda: BadCmp(r) in [1])
class BadEq(object):
    def __eq__(s, o): raise KeyError('eq')
    def __hash__(s): return 1
print t(lambda: BadEq() in [1]), t(lambda: [1, BadEq()].index(5)), t(lambda: {1: 2}[BadEq()]), t(lambda: [BadEq()] == [1]), t(lambda: cmp([BadEq()], [1])), t(lambda: {1: BadEq()} == {1: 2}), t(lambda: set([1, BadEq()])), t(lambda: [BadEq()].remove(1)), t(lambda: (BadEq(),).count(3)), t(cmp, BadEq(), 1)
