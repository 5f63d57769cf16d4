# None stands in small dicts and sets where CPython's hash of it puts it.
print {None: 1, 'a': 2, 'b': 3}, {'a': 2, None: 1}, {None: 0, 1: 1, 2: 2, 3.5: 3, 'x': 4}
print set([None, 'x']), set([None, 1, 'b', 2.5, 'z']), frozenset([None, (), 'key'])
print sorted({None: 1, 'a': 2}.items()), hash(None) == None.__hash__() == object.__hash__(None)
d = dict.fromkeys(['name', None, 'value', 'type', 'size', 'default'])
print d, d.pop(None), d
print dict(zip([None, True, 'yes', 'no', 7, -1, u'u', (None,)][:7], range(7)))
print [hash(None) % n for n in (8, 16, 32, 64, 128, 256)]
