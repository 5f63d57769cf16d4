# Dict views: algebra with every kind of operand, comparison, membership, mutation, subclass results; sets against odd operands and in-place forms.
import operator
def t(f, *a):
    try:
        r = f(*a)
        if isinstance(r, (set, frozenset)): r = type(r).__name__, sorted(r, key=repr)
        print repr(r).split(' at 0x')[0],
    except Exception as e: print type(e).__name__ + ':', str(e).split(' at 0x')[0], '|',
d = {1: 'a', 2: 'b', 'x': 1}
class S(set):
    def __and__(self, o): return 'S and'
    def __rand__(self, o): return 'S rand'
    def __eq__(self, o): return 'S eq'
    __hash__ = None
class FS(frozenset): pass
class It(object):
    def __iter__(self): return iter([1, 'x'])
class Has(object):
    def __contains__(self, x): return x == 1
    def __len__(self): return 1
class Bad(object):
    def __iter__(self): raise KeyError('iter')
others = [[1, 2], (1,), 'x', set([1, 5]), frozenset([2]), {1: 2}, d.viewkeys(), {1: 'a'}.viewitems(), S([1]), FS([1]), It(), Bad(), Has(), 5, None, [[]], iter([1]), xrange(3), [(1, 'a')], d]
for v in (d.viewkeys(), d.viewitems(), d.viewvalues(), set([1, 2, 'x']), frozenset([1, 2]), S([1, 2]), FS([1, 2])):
    print type(v).__name__
    for op in (operator.and_, operator.or_, operator.sub, operator.xor, operator.eq, operator.ne, operator.lt, operator.le, operator.gt, operator.ge):
        print op.__name__,
        for o in others:
            if op in (operator.lt, operator.le, operator.gt, operator.ge) and (not isinstance(o, (set, frozenset)) and not type(o).__name__.startswith('dict_')): continue
            if op in (operator.lt, operator.le, operator.gt, operator.ge) and type(v).__name__ == 'dict_values': continue
            t(op, v, o); t(op, o, v)
        print
    for f in (len, list, lambda v: 1 in v, lambda v: [] in v, lambda v: (1, 'a') in v, lambda v: (1,) in v, lambda v: 'a' in v, hash, lambda v: bool(v), lambda v: v[0], lambda v: v.x, repr, lambda v: type(v)(), lambda v: type(v)({1: 2}), lambda v: cmp(v, v), lambda v: v == v, lambda v: v is v, lambda v: v < v, lambda v: v <= v, iter, reversed, lambda v: sorted(v, key=repr), lambda v: set(v), lambda v: v | v, lambda v: v & [], lambda v: v - v, lambda v: v ^ v, lambda v: [a for a in dir(v) if a[0] != '_']):
        if f is hash and not isinstance(v, frozenset) and type(v).__name__ == 'dict_values': continue
        t(f, v)
    print
s = set([1, 2, 3])
for m in ['union', 'intersection', 'difference', 'symmetric_difference', 'update', 'intersection_update', 'difference_update', 'symmetric_difference_update', 'issubset', 'issuperset', 'isdisjoint', 'add', 'remove', 'discard', '__contains__', '__ior__', '__iand__', '__isub__', '__ixor__']:
    print m,
    for a in [(), ([1],), ([1], [2]), (5,), ('ab',), ({1: 2},), ([[]],), (set([1]),), (frozenset([1]),), (set([1]), set([2]), [3]), (None,), (set(),)]:
        c = set([1, 2, 3]); t(getattr(c, m), *a); print sorted(c, key=repr),
    print
for c in (set, frozenset):
    for a in [(), ([1],), ([1], 2), (5,), (None,), ('aab',), ({1: 2},), ([[]],), (Bad(),), (set([1]),)]: t(c, *a)
    t(lambda: c(iterable=[1])); t(lambda: c(x=1)); t(lambda: c() == c([])); t(lambda: c([1]) is c(c([1]))); x = c([1]); t(lambda: c(x) is x); t(lambda: x.copy() is x); t(lambda: FS(x) == x); t(lambda: hash(FS([1, 2])) == hash(frozenset([2, 1]))); print
e = set([1]); n = set([frozenset([1])]); print e in n, set([1, 2]) in n, n.__contains__(e), (n.remove(e), n)[1], {frozenset(): 1}.get(frozenset()), frozenset([e]) if 0 else 'x'
t(lambda: set([1]) in {frozenset([1]): 1}); t(lambda: set([set()])); t(set().pop); t(lambda: set([1]).pop()); t(lambda: set([1]).pop(1)); t(lambda: set().remove([])); t(lambda: set().remove('k')); t(lambda: set().remove(set([1]))); print
x = s; x |= set([9]); print x is s; f = frozenset([1]); g = f; g |= set([2]); print g is f, type(g), f
for r in ('set([1]) | [1]', 'set([1]) == [1]', 'set([1]) < 5', 'cmp(set(), set())', 'set([1]) < set([1, 2]) < set([1, 2, 3])', 'set() <= frozenset()', 'set([1]).viewkeys()', '{1: 2}.viewkeys() < {1, 2}', '{1, 2} > {1: 2}.viewkeys()', 'sorted([{1}, {1, 2}, set()], key=len)', 'max({1}, {1, 2})', '{1, 1.0, True, 1L}', 'frozenset("ab") | set("c")', 'set("ab") & frozenset("b")', 'set.union(frozenset([1]), [2])', 'set.__or__(set(), [])', 'frozenset.__sub__(frozenset([1]), {1})', 'set().__init__([1])', 'set.__new__(set, 5)', 'frozenset.__new__(set)', 'set.__hash__'): t(eval, r)
print
