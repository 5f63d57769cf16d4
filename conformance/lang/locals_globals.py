# locals(), globals(), vars() and dir().
def f(a, b=2, *c, **d):
    e = 5
    if not a:
        never = 1
    l = locals()
    l['a'] = 'changed'
    l['new'] = 1
    return a, sorted(l.items())


print f(1)
print f(1, 3, 4, k=5)


def closure():
    x = 1
    y = 2

    def inner(z):
        w = x
        return sorted(locals().items())
    return inner(3), sorted(k for k in locals())


print closure()


def snapshots():
    a = 1
    one = locals()
    a = 2
    first = one['a']
    two = locals()
    return one is two, first, one['a']


print snapshots()


def deleted():
    x = y = 1
    before = sorted(locals())
    del x
    return before, sorted(locals())


print deleted()
globals()['made'] = 'by globals()'
print made


def via_globals():
    globals()['made'] = 'changed'
    return made


print via_globals(), made
print locals() is globals(), vars() is globals()


class C(object):
    a = 1
    names = sorted(n for n in locals() if n[0] != '_')
    locals()['b'] = 2

    def __init__(self):
        self.x = 1


print C.names, C.b, vars(C()), sorted(n for n in vars(C) if n[0] != '_')
c = C()
vars(c)['y'] = 2
print c.y, sorted(n for n in dir(c) if n[0] != '_')
try:
    vars(5)
except TypeError as e:
    print e


def args_in_locals((p, q), r=(1,)):
    p = p + 1
    return [item for item in sorted(locals().items()) if item[0] != '.0' and item[0][0] != '_']


print args_in_locals((1, 2))


def gen():
    v = 1
    yield sorted(locals())
    w = 2
    yield sorted(locals())


print list(gen())
print [sorted(locals()) for i in range(1)][0] == sorted(locals())
print (lambda a, b: sorted(locals()))(1, 2)


def in_loop():
    seen = []
    for i in range(3):
        seen.append(len(locals()))
        if i == 0:
            extra = 1
    return seen


print in_loop()


def dir_here(zebra, apple):
    mango = 1
    return dir()


print dir_here(1, 2)


def eval_sees():
    hidden = 'found'
    return eval('hidden'), eval('locals()').keys()


print eval_sees()
