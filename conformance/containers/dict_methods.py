# Methods of dict.
d = {'a': 1, 'b': 2}
print d.get('a'), d.get('z'), d.get('z', 0), d.has_key('a'), 'b' in d, 'z' in d, d.setdefault('c', 3), d.setdefault('a', 9), d.setdefault('n'), sorted(d.items()), len(d)
print d.pop('c'), d.pop('zz', 'default'), d.pop('n'), sorted(d.keys()), sorted(d.values()), sorted(d.iterkeys()), sorted(d.itervalues()), sorted(d.iteritems()), d.copy() == d, d.copy() is d
d.update({'x': 10, 'a': 'new'})
d.update([('y', 11), ['z', 12]])
d.update(kw=13, **{'more': 14})
d.update()
d.update((k * 2, k) for k in 'pq')
d.update(['ab', ('c', 'd')])
print sorted(d.items())
for bad in ["d['missing']", "d.pop('missing')", "{}.popitem()", "d[[]]", "d.get([])", "[] in d", "{[]: 1}", "d.update(5)", "d.update([1])", "d.update([(1,)])", "d.update([(1, 2, 3)])", "d.get()", "d.pop()", "d.setdefault()", "dict(5)", "dict([1, 2])", "dict(1, 2)", "dict([('a', 1)], a=2)['a']", "d.nothing", "d.fromkeys(5)", "d.has_key()", "{}.fromkeys()", "d.keys(1)", "d.update({}, {})", "dict(**5)", "d[1:2]", "del_d", "d < 5 or d > 5", "{} < {1: 2}", "{1: 2} == {1: 2.0}", "{1: [1]} < {1: [2]}", "{2: 0} < {1: 5}", "cmp({1: 2}, {1: 3})", "cmp({1: 1, 2: 2}, {3: 3})", "{1: 1} != {1: 1}", "hash({})", "d()", "-d", "d + d", "d.__missing__('x')"]:
    try:
        print bad, eval(bad)
    except Exception as e:
        print bad, type(e).__name__, e
print dict(), dict({}), dict([(1, 2)]), dict(a=1), dict({'a': 1}, b=2)['b'], dict(((i, i * i) for i in range(3))), dict.fromkeys('ab'), dict.fromkeys([1, 2], 'v'), dict.fromkeys({}, 1), dict(['ab', 'cd'])['a']
it = iter({1: 'one'})
print it.next(), next(it, 'end'), iter({}).__class__.__name__, {}.iteritems().__class__.__name__, {}.itervalues().__class__.__name__, len({1: 2}.viewkeys()), {1: 2}.viewitems(), {1: 2}.viewkeys() & {1, 3}, {1: 2}.viewkeys() | {3}, {1: 2}.viewvalues(), 1 in {1: 2}.viewkeys(), {1: 2}.iteritems().__length_hint__()
for change in ["del c[1]", "c[99] = 1", "c.clear()", "c.pop(2)", "c[1] = 'same key'", "c.update({1: 5})"]:
    c = {1: 'a', 2: 'b', 3: 'c'}
    try:
        for k in c:
            exec change
        print change, 'fine'
    except (RuntimeError, KeyError) as e:
        print change, type(e).__name__, e
c = {1: 'a'}
v = c.viewkeys()
c[2] = 'b'
print v, list(v), len(v), v == set([1, 2]), sorted(c.viewitems()), sorted(v - {1}), v ^ {2, 3}, v <= {1, 2, 3}


class M(dict):
    def __missing__(self, key):
        self[key] = value = 'made %r' % (key,)
        return value


m = M(a=1)
print m['a'], m['b'], m.get('c'), 'c' in m, sorted(m), type(m.copy()).__name__, m.pop('b'), M.fromkeys('x'), type(M.fromkeys('x')).__name__, isinstance(m, dict), m == {'a': 1}, dict(m)


class D(dict):
    def __getitem__(self, key):
        return 'overridden'

    def __setitem__(self, key, value):
        dict.__setitem__(self, key, 'set:%s' % value)

    def __contains__(self, key):
        return True

    def keys(self):
        return ['fake']


e = D(a=1)
e['b'] = 2
e.update(c=3)
print e['zzz'], e.get('a'), sorted(e.items()), 'nope' in e, e.keys(), sorted(dict(e).items()), '%(q)s' % e, eval('x', {}, e), sorted(list(e))
print {1: 2}.__len__(), {1: 2}.__contains__(1), {1: 2}.__getitem__(1), {1: 2}.__eq__({1: 2}), {1: 2}.__cmp__({1: 3}), {}.__iter__().__class__.__name__, {1: 2}.__repr__(), {1: 2}.__delitem__(1), {}.__setitem__(1, 2), {}.__hash__, bool({}), bool({1: 1})
nested = {}
for path in ['a/b/c', 'a/b/d', 'a/e']:
    node = nested
    for part in path.split('/'):
        node = node.setdefault(part, {})
print sorted(nested['a']), sorted(nested['a']['b'])
