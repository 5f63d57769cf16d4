# Callbacks of weak references, and the module gc.
import gc
import _weakref as weakref


class C(object):
    pass


class Old:
    pass


def deep(n):
    if n:
        deep(n - 1)


log = []


def make(cls):
    c = cls()
    c.me = c
    return (weakref.ref(c, lambda r: log.append(('ref', r()))), weakref.proxy(c, lambda p: log.append('proxy')), weakref.ref(c))


def fails(r):
    raise ValueError('in callback')


refs = make(C), make(Old)
deep(60)
gc.collect()
print sorted(log)
for r, p, plain in refs:
    print r(), plain(), r == plain, r == r, r != plain
    for use in (lambda: p.me, lambda: len(p), lambda: p + 1, lambda: str(p), lambda: setattr(p, 'x', 1), lambda: bool(p)):
        try:
            print use()
        except ReferenceError, e:
            print e
    try:
        print hash(r)
    except TypeError, e:
        print e


def hashed():
    c = C()
    c.me = c
    r = weakref.ref(c)
    hash(r)
    return r


r = hashed()
deep(60)
gc.collect()
print r(), hash(r) == hash(r), repr(r).endswith('; dead>')
print gc.isenabled(), gc.disable(), gc.isenabled(), gc.enable(), gc.isenabled()
print gc.get_threshold(), gc.set_threshold(100, 5), gc.get_threshold(), gc.set_threshold(1, 2, 3), gc.get_threshold()
print gc.get_debug(), gc.garbage, [type(n) for n in gc.get_count()]
l = [C(), 'text']
holder = C()
holder.l = l
print [type(o) for o in gc.get_referents((1, 'a', l))] in ([int, str, list], [str, list], [list, str], [list, str, int])
print any(o is l for o in gc.get_objects()), gc.is_tracked(l), gc.is_tracked('text'), gc.is_tracked(5)
print any(o is l for o in gc.get_referrers(l[0]))
for bad in (lambda: gc.collect(3), lambda: gc.collect(-1), lambda: gc.collect('x'), lambda: gc.set_threshold(), lambda: gc.set_debug('x')):
    try:
        print bad()
    except (TypeError, ValueError), e:
        print type(e).__name__, e
