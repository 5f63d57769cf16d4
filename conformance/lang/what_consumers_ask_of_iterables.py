# Which special methods every consumer of iterables calls, on the iterable and on its iterator, and in what order: lengths and
# hints are asked for at times, iter() of an iterator again, and errors of hints pass or not.
import operator, itertools, array, collections, heapq, cStringIO, struct, json, bisect
log = []
class It(object):
    def __init__(self, items, name): self.items, self.name = iter(items), name
    def __iter__(self): log.append(self.name + '.iter'); return self
    def next(self): log.append('n'); return self.items.next()
    def __len__(self): log.append(self.name + '.len'); return 2
class Hinted(It):
    def __len__(self): log.append(self.name + '.nolen'); raise TypeError
    def __length_hint__(self): log.append(self.name + '.hint'); return 1
class Coll(object):
    kind = It
    def __init__(self, items, name='c'): self.items, self.name = items, name
    def __iter__(self): log.append(self.name + '.iter'); return self.kind(self.items, self.name + 'i')
    def __len__(self): log.append(self.name + '.len'); return len(self.items)
class Weak(Coll):
    kind = Hinted
    def __len__(self): log.append(self.name + '.len!'); raise AttributeError('len')
class Seq(object):
    name = 's'
    def __init__(self, items, *a): self.items = items
    def __getitem__(self, i): log.append('[%r]' % (i,)); return self.items[i]
    def __len__(self): log.append('s.len'); return len(self.items)
class Old:
    name = 'o'
    def __init__(self, items, *a): self.items = items
    def __getitem__(self, i): log.append('[%r]' % (i,)); return self.items[i]
    def __length_hint__(self): log.append('o.hint'); return 1
class L(list):
    def __iter__(self): log.append('l.iter'); return list.__iter__(self)
    def __len__(self): log.append('l.len'); return list.__len__(self)
    def __getitem__(self, i): log.append('l[]'); return list.__getitem__(self, i)
class T(tuple):
    def __iter__(self): log.append('t.iter'); return tuple.__iter__(self)
    def __len__(self): log.append('t.len'); return tuple.__len__(self)
    def __getitem__(self, i): log.append('t[]'); return tuple.__getitem__(self, i)
def star(*a): return a
def unpack(x): (a, b) = x; return a, b
def assign(x): l = [0, 0, 0]; l[1:2] = x; return l
def extended(x): l = [0, 0, 0]; l[::2] = x; return l
def iadd(x): l = []; l += x; return l
def ba_set(x): b = bytearray('abc'); b[1:2] = x; return b
def methods(cls, name): return lambda x: (lambda o: (getattr(o, name)(x), o)[1])(cls())
NUMBERS = [('list', list), ('tuple', tuple), ('set', set), ('frozenset', frozenset), ('dict.fromkeys', dict.fromkeys), ('star', lambda x: star(*x)), ('unpack', unpack), ('slice=', assign), ('step=', extended), ('+=', iadd), ('extend', methods(list, 'extend')), ('sorted', sorted), ('reversed', lambda x: list(reversed(x))), ('enumerate', lambda x: list(enumerate(x))), ('map', lambda x: map(str, x)), ('map2', lambda x: map(None, x, x)), ('map-none', lambda x: map(None, x)), ('filter', lambda x: filter(None, x)), ('reduce', lambda x: reduce(operator.add, x)), ('zip', zip), ('zip2', lambda x: zip(x, x)), ('zip3', lambda x: zip([1, 2, 3], x, iter([1]))), ('sum', sum), ('min', min), ('any', lambda x: any(x)), ('all', all), ('in', lambda x: 99 in x), ('count', lambda x: operator.countOf(x, 1)), ('index', lambda x: operator.indexOf(x, 2)),
    ('bytearray', bytearray), ('ba.extend', methods(bytearray, 'extend')), ('ba[]=', ba_set), ('array', lambda x: array.array('i', x)), ('array.extend', methods(lambda: array.array('i'), 'extend')), ('array.fromlist', methods(lambda: array.array('i'), 'fromlist')), ('deque', collections.deque), ('dq.extend', methods(collections.deque, 'extend')), ('dq.left', methods(collections.deque, 'extendleft')), ('update', methods(set, 'update')), ('union', lambda x: set().union(x)), ('inter', lambda x: set([1]).intersection(x)), ('subset', lambda x: set([1]).issubset(x)), ('superset', lambda x: set([1]).issuperset(x)), ('disjoint', lambda x: set().isdisjoint(x)), ('symm', lambda x: sorted(set([5]).symmetric_difference(x))), ('diff', lambda x: set([1, 3]).difference(x)), ('chain', lambda x: list(itertools.chain(x, x))), ('islice', lambda x: list(itertools.islice(x, 1))), ('product', lambda x: list(itertools.product(x))), ('perms', lambda x: list(itertools.permutations(x))), ('combs', lambda x: list(itertools.combinations(x, 2))), ('izip', lambda x: list(itertools.izip(x))), ('cycle', lambda x: itertools.cycle(x).next()), ('tee', lambda x: list(itertools.tee(x)[1])), ('starmap', lambda x: list(itertools.starmap(str, itertools.repeat((1,), 1)))), ('groupby', lambda x: [k for k, g in itertools.groupby(x)]), ('nsmallest', lambda x: heapq.nsmallest(1, x)), ('nlargest', lambda x: heapq.nlargest(5, x)), ('merge', lambda x: list(heapq.merge(x, x))), ('bisect', lambda x: bisect.bisect(x, 1)), ('counter', collections.Counter), ('listcomp', lambda x: [i for i in x]), ('setcomp', lambda x: {i for i in x}), ('genexp', lambda x: sum(i for i in x)), ('xrange', lambda x: [i for i in xrange(1) for j in x]), ('iter-next', lambda x: next(iter(x))), ('json', json.dumps), ('seq', lambda x: operator.isSequenceType(x)), ('concat', lambda x: operator.concat([], x)), ('+', lambda x: [] + x), ('repeat', lambda x: operator.repeat(x, 2)), ('%', lambda x: '%s' % (x is x,)), ('print', lambda x: '%d %d' % x), ('str', lambda x: len(str(x)) > 0), ('slice', lambda x: x[0:1]), ('cmp', lambda x: x == [1, 2])]
STRINGS = [('join', lambda x: '-'.join(x)), ('ujoin', lambda x: u'-'.join(x)), ('writelines', methods(cStringIO.StringIO, 'writelines')), ('dict', lambda x: dict([x])), ('dict2', dict), ('ujoin2', lambda x: u''.join(x)), ('isinst', lambda x: isinstance(1, x)), ('startswith', lambda x: 'a'.startswith(x)), ('odict', collections.OrderedDict), ('type', lambda x: type('X', x, {})), ('slots', lambda x: sorted(type('X', (), {'__slots__': x}).__dict__)[:0]), ('pairs', lambda x: dict(a=1).update([x])), ('namedtuple', lambda x: collections.namedtuple('N', x)._fields), ('attrgetter', lambda x: operator.attrgetter(*x)), ('fromlist', lambda x: __import__('os', {}, {}, x).__name__), ('except', lambda x: isinstance(KeyError(), x))]
def t(name, f, makers, items):
    for m in makers:
        del log[:]; x = m(items)
        try: r = f(x)
        except Exception, e: r = '%s: %s' % (type(e).__name__, str(e).replace(str(x), 'X') if 'object at' not in str(e) else '')
        if type(r) not in (list, tuple, dict, set, str, unicode, int, bool, bytearray, frozenset): r = type(r).__name__
        runs = ' '.join(k if n == 1 else '%s*%d' % (k, n) for k, n in ((k, len(list(g))) for k, g in itertools.groupby(log)))
        print '%-10s %-5s %s | %r' % (name, m.__name__, runs, r)
for name, f in NUMBERS: t(name, f, (Coll, Weak, Seq, Old, L, T), [1, 2])
for name, f in STRINGS: t(name, f, (Coll, Weak, Seq, Old, L, T), ['ab', 'cd'])
class Bad(Coll):
    def __len__(self): raise KeyError('len')
class BadHint(object):
    def __init__(self, *a): pass
    def __iter__(self): return iter([1, 2])
    def __length_hint__(self): return self.hint
for name, f in NUMBERS:
    out = []
    for mk in Bad, BadHint:
        for h in ('x', 1 << 70, 2.5, None)[:1 + 3 * (mk is BadHint)]:
            mk.hint = h; del log[:]
            try: f(mk([1, 2])); out.append('ok')
            except Exception, e: out.append(type(e).__name__)
    print '%-10s' % name, ' '.join(out)
