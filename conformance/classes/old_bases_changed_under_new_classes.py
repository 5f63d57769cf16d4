# New-style classes that inherit from old-style ones see what is put on those later, through lookups kept by the class,
# in hot loops, through dicts that were taken out, and after __bases__ changed; slots are as they were at the beginning.
import gc, pickle, cPickle
class Old:
    kind = 'old'
    def __len__(self): return 3
    def hello(self): return 'hello'
class Side(Old): pass
class New(Side, object): pass
class Sub(New): pass
class Other(object, Side): pass
def t(f):
    try: print f()
    except Exception, e: print type(e).__name__, e
things = [New(), Sub(), Other()]
def all_of(f): return [f(x) for x in things]
def show(): t(lambda: all_of(len)); t(lambda: all_of(lambda x: x.kind)); t(lambda: all_of(lambda x: x.hello()))
show()
Old.__len__ = lambda self: 9; Old.kind = 'changed'; Old.hello = lambda self: 'hi'
show()
Side.kind = 'side'; Side.__len__ = lambda self: 4; show()
del Side.kind, Side.__len__; show()
del Old.__len__; show(); t(lambda: (bool(things[0]), len(Side())))
Old.__len__ = lambda self: 8; show()
Old.__iter__ = lambda self: iter('it'); Old.__call__ = lambda self: 'called'
t(lambda: all_of(list)); t(lambda: things[0]()); t(lambda: list(Side())); t(lambda: things[1].__call__())
class Late(Side, object): pass
t(lambda: list(Late())); t(lambda: Late()())
New.__call__ = Late.__call__; t(lambda: things[1]()); del New.__call__; t(lambda: things[1]())
Old.data = property(lambda self: 'prop'); t(lambda: all_of(lambda x: x.data)); t(lambda: setattr(things[0], 'data', 1))
del Old.data; t(lambda: things[0].data); things[0].data = 5; t(lambda: things[0].data)
Old.__getattr__ = lambda self, n: 'fallback ' + n; t(lambda: things[0].nix); t(lambda: Late().nix)
del Old.__getattr__
def hot(o, n):
    out = []
    for i in xrange(n):
        v = o.kind, o.hello(), len(o)
        if not out or out[-1] != v: out.append(v)
        if i == n // 4: Old.kind = i
        if i == n // 3: Old.hello = lambda self: 'hot'
        if i == n // 2: Old.__len__ = lambda self: 77
        if i == n - 9: del Old.kind; Side.kind = 'end'
    del Side.kind; Old.kind = 'old'
    return out
for o in things: print hot(o, 3000)
class Counts:
    n = 0
    def up(self): Counts.n += 1; return self.n
class C(Counts, object): pass
c = C(); print [c.up() for i in xrange(2000)][::499], C.n
d = Old.__dict__; d['secret'] = 1; t(lambda: all_of(lambda x: x.secret))
def through_dict(o, n):
    seen = []
    for i in xrange(n):
        if i % 500 == 0: d['secret'] = i
        if o.secret not in seen: seen.append(o.secret)
    return seen
for o in things: print through_dict(o, 2000)
d['hello'] = lambda self: 'from the dict'; show()
del d['secret']; t(lambda: things[0].secret)
Side.__bases__ = (); t(lambda: all_of(lambda x: x.kind)); t(lambda: Side().kind); Old.kind = 'still'; t(lambda: things[2].kind)
Side.__bases__ = (Old,)
class Free: kind = 'free'
New.__bases__ = (Free, object); t(lambda: (things[0].kind, things[1].kind)); Free.kind = 'freed'; t(lambda: (things[0].kind, Sub.kind, Other.kind))
for i in xrange(300):
    class Short(Free, object): pass
    Free.kind = i
    assert Short.kind == i and Short().kind == i and Sub.kind == i
del Short; gc.collect(); Free.kind = 'after'; print Sub().kind
def bases(): return [Free, Side]
for p in range(2):
    s = cPickle.dumps(New(), p); Free.__getstate__ = lambda self: 'state'; Free.__dict__
    print cPickle.dumps(New(), p) == s, pickle.dumps(New(), p) == cPickle.dumps(New(), p); del Free.__getstate__
    print cPickle.dumps(New(), p) == s
print cPickle.dumps([New(), New()], 2) == pickle.dumps([New(), New()], 2)
