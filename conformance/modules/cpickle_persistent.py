# Persistent ids of cPickle and pickle: as attributes, methods, in all protocols, and what fails.
import cPickle, pickle, cStringIO, StringIO

def t(f, *a, **k):
    try:
        print repr(f(*a, **k))
    except Exception as e:
        print type(e).__name__, e
class Thing(object):
    def __init__(self, name): self.name = name
    def __repr__(self): return 'Thing(%r)' % self.name

def pid(obj):
    if isinstance(obj, Thing):
        return obj.name
things = {'a': Thing('a'), 'b': Thing('b'), 7: Thing(7), ('x', 1): Thing(('x', 1))}

for M in cPickle, pickle:
    print M.__name__
    for proto in 0, 1, 2:
        for name in 'a', 'b', 7, ('x', 1):
            f = StringIO.StringIO()
            p = M.Pickler(f, proto)
            p.persistent_id = pid
            try:
                p.dump([things[name], 1, things[name]])
            except Exception as e:
                print proto, type(e).__name__, e
                continue
            s = f.getvalue()
            print proto, repr(s)
            u = M.Unpickler(StringIO.StringIO(s))
            t(u.load)
            u = M.Unpickler(StringIO.StringIO(s))
            u.persistent_load = lambda i: ('loaded', i)
            t(u.load)
            u = M.Unpickler(StringIO.StringIO(s))
            u.persistent_load = lambda i: 1 / 0
            t(u.load)

# A list collects the ids.
for s in 'Pabc\n.', "U\x03abcQ.", '(P1\nP2\nt.', 'NQ.', 'Q.', 'P\n.', '(lQ.', 'P', 'Pabc':
    u = cPickle.Unpickler(cStringIO.StringIO(s))
    ids = []
    u.persistent_load = ids
    t(u.load)
    print ids
    u = cPickle.Unpickler(cStringIO.StringIO(s))
    t(u.load)
    u = cPickle.Unpickler(cStringIO.StringIO(s))
    t(setattr, u, 'persistent_load', 5)
    t(u.load)

# The attributes themselves.
p = cPickle.Pickler(cStringIO.StringIO())
u = cPickle.Unpickler(cStringIO.StringIO(''))
for o, n in ((p, 'persistent_id'), (p, 'inst_persistent_id'), (u, 'persistent_load'), (u, 'find_global')):
    t(lambda: type(getattr(o, n)))
    t(delattr, o, n)
    t(setattr, o, n, len)
    t(lambda: type(getattr(o, n)))
    t(delattr, o, n)
    t(lambda: type(getattr(o, n)))

# Only instances are asked about by the other one.
asked = []
def inst(o):
    asked.append(type(o).__name__)
    return None
class Old: pass
for proto in 0, 1, 2:
    f = cStringIO.StringIO()
    p = cPickle.Pickler(f, proto)
    p.inst_persistent_id = inst
    del asked[:]
    p.dump([1, 'a', Old(), Thing('q'), {}, len, Old, None, 1.5, u'x'])
    print asked
    del asked[:]
    f = cStringIO.StringIO()
    p = cPickle.Pickler(f, proto)
    p.persistent_id = inst
    p.dump([1, 'a', {2: 3}, Old(), len, Old, None, 1.5, u'x', ()])
    print asked
def fails(o): raise KeyError('no')
p = cPickle.Pickler(cStringIO.StringIO())
p.persistent_id = fails
t(p.dump, 1)
class Sub(pickle.Pickler):
    def persistent_id(self, o):
        return isinstance(o, Thing) and 'T' or None
f = cStringIO.StringIO()
Sub(f, 2).dump([Thing(1)])
print repr(f.getvalue())
