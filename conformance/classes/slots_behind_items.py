# Classes derived from types whose objects differ in size may have no slots at all, not even `__dict__`.
def attempt(base, slots):
    try:
        c = type('S', (base,), {'__slots__': slots})
    except TypeError as e:
        print base.__name__, slots, e
    else:
        print base.__name__, slots, 'fine', sorted(n for n in ('__dict__', '__weakref__', 'x') if n in c.__dict__)


class Text(str):
    pass

for base in (str, long, tuple, type, Text, unicode, int, list, object):
    for slots in ('__dict__', '__weakref__', 'x', (), ('__dict__', 'x'), ['__weakref__', '__dict__'], (1,), '1'):
        attempt(base, slots)
