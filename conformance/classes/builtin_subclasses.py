# Subclasses of builtin types.
class Int(int):
    def __new__(cls, v, extra=None):
        self = int.__new__(cls, v)
        self.extra = extra
        return self

    def __repr__(self):
        return 'Int(%d)' % self


i = Int(5, 'more')
print i, i.extra, i + 1, type(i + 1).__name__, i == 5, {5: 'x'}[i], range(10)[i], i * i, i ** 2, -i, i / 2, 7 - i, i < 6, hash(i) == hash(5), int(i), isinstance(i, int), '%d %s %r' % (i, i, i), [0] * i, sum([i, i]), max(i, 3), i.real, type(i.real).__name__, bool(Int(0)), i & 4, i << 1, 1 << i, abs(Int(-3)), str(i), i.bit_length(), xrange(i), 'abcdefg'[i]


class Str(str):
    def shout(self):
        return Str(self.upper() + '!')

    def __getitem__(self, k):
        return 'item %r' % (k,)

    def __iter__(self):
        return iter(['own', 'iter'])

    def __len__(self):
        return 1000

    def __contains__(self, x):
        return 'contains'

    def __eq__(self, o):
        return 'eq'

    def __hash__(self):
        return 1


s = Str('abc')
print s, s.shout(), type(s.shout()).__name__, s[0], s[1:2], s[::2], list(s), len(s), 'zz' in s, s == 'x', s != 'abc', s + 'd', 'x' + s, s * 2, s.upper(), s.find('b'), ','.join([s]), s.replace('a', 'b'), '%s' % s, s.join(['a', 'b']), s.startswith('a'), str(s), type(str(s)).__name__, repr(s), s.split('b'), [c for c in s], max(s), sorted(s), tuple(s), str.__len__(s), s.__len__(), s < 'b', 'abc' in [s], 'abc'.startswith(s)


class List(list):
    def __init__(self, *items):
        list.__init__(self, items)
        self.name = 'list'

    def __getitem__(self, i):
        return 'got', i

    def __setitem__(self, i, v):
        print 'setitem', i, v

    def __iter__(self):
        return iter('iter')

    def __contains__(self, v):
        return True

    def append(self, v):
        list.append(self, ('appended', v))


l = List(1, 2, 3)
l[0] = 'ignored'
l.append(4)
print l, l[0], l[0:2], l[::2], list(l), [x for x in l], 99 in l, len(l), l.name, l + [5], [0] + l, l * 2, sorted(l), tuple(l), l == [1, 2, 3, ('appended', 4)], l.pop(), l.index(2), zip(l, 'ab'), l[-1], repr(l), l.count(1), map(None, l), ''.join(l), dict.fromkeys(l), set(l) == set('iter'), max(l)
a, b, c, d = l
print a, d


class Dict(dict):
    def __getitem__(self, k):
        return 'got %r' % (k,)

    def __iter__(self):
        return iter(['fake'])

    def get(self, k, d=None):
        return 'own get'

    def __len__(self):
        return 42


d = Dict(a=1)
d['b'] = 2
print d['zzz'], d.get('q'), list(d), len(d), sorted(d.items()), d.copy(), type(d.copy()).__name__, dict(d) == {'a': 1, 'b': 2}, 'a' in d, 'fake' in d, sorted(d.keys()), '%(x)s' % d, d == {'a': 1, 'b': 2}, bool(Dict()), repr(Dict()), (lambda **k: sorted(k))(**d), d.pop('a'), d.setdefault('c', 3), eval('qq', {}, d)


class Tuple(tuple):
    def __getitem__(self, i):
        return 'item'

    def __len__(self):
        return 99

    def __iter__(self):
        return iter('tup')


t = Tuple([1, 2])
print t, t[0], len(t), list(t), t + (3,), t == (1, 2), hash(t) == hash((1, 2)), '%s %s' % t, type(t + ()).__name__, isinstance(t, tuple), {t: 1}[(1, 2)], isinstance(5, (int, t.__class__)), max(t), (lambda *a: a)(*t)


class Float(float):
    def __add__(self, o):
        return Float(float.__add__(self, o))

    def __str__(self):
        return 'Float!'


f = Float(1.5)
print f, f + 1, type(f + 1).__name__, type(1 + f).__name__, f * 2, repr(f), '%s %.2f %r' % (f, f, f), int(f), round(f), f == 1.5, [f], sum([f, f]), type(sum([f, f])).__name__, format(f, '.1f'), '{0}'.format(f)


class Set(set):
    def __contains__(self, x):
        return True

    def __len__(self):
        return 7


z = Set([1])
print 5 in z, len(z), z | {2}, type(z | {2}).__name__, z == {1}, list(z), z.copy().__class__.__name__, z - {1}, sorted(z.union([3])), bool(Set()), z.issubset([1, 2])


class Long(long):
    pass


class Uni(unicode):
    def __repr__(self):
        return 'Uni'


class Ex(KeyError):
    def __str__(self):
        return 'Ex str'


print Long(5), type(Long(5) + 1).__name__, Long(2 ** 70) == 2 ** 70, hash(Long(5)), Uni(u'x'), [Uni(u'x')], Uni(u'a') + u'b', {u'x': 1}[Uni(u'x')], str(Ex('k')), repr(Ex('k')), Ex('k').args, isinstance(Ex(), LookupError)
