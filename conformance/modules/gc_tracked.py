# gc.is_tracked(): dicts and tuples are tracked for what is in them.
import gc


class Old:
    pass


class New(object):
    pass


class Tuple(tuple):
    pass


class Dict(dict):
    pass


def show(what, v):
    gc.collect()
    gc.collect()
    print what, gc.is_tracked(v)


for v in (None, 1, 1 << 80, 1.5, 1j, True, 'a', u'a', bytearray('a'), int, object, object(), [], set(), frozenset(),
          Old, Old(), New, New(), gc, len, Tuple(), Dict(), iter([]), xrange(3)):
    show(type(v).__name__, v)
for text in ('()', '(1, "a")', '((1, None), (2.5, int))', '([],)', '((), ([],))', '({},)', '(New(),)', '(object(),)',
             '{}', '{1: "a"}', '{1: ()}', '{(1, ((),)): object()}', '{1: {}}', '{1: []}', '{1: ([],)}', '{1: New}',
             '{New(): 1}', 'dict(x=1)', 'dict.fromkeys("abc")', '{1: set()}'):
    show(text, eval(text))
d = {1: 2}
show('dict', d)
d[2] = []
show('with a list', d)
d[2] = 3
show('without', d)
