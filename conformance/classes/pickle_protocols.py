# Pickle and cPickle of instances under all protocols: which hooks are called and in what order.
import cPickle
import pickle
log = []
class Base(object):
    def __new__(cls, *a):
        log.append('new%d' % len(a))
        return object.__new__(cls)
    def __init__(self, *a):
        log.append('init%d' % len(a))
class Args(Base):
    def __getnewargs__(self): log.append('getnewargs'); return (1, 2)
class State(Base):
    def __getstate__(self): log.append('getstate'); return {'s': 1}
    def __setstate__(self, s): log.append('setstate %r' % (s,))
class NoneState(State):
    def __getstate__(self): log.append('getstate'); return None
class FalseState(State):
    def __getstate__(self): log.append('getstate'); return 0
class TupleState(Base):
    def __getstate__(self): return ({'d': 1}, {'e': 2})
class Red(Base):
    def __reduce__(self): log.append('reduce'); return (Red, ('x',), {'st': 1})
class RedEx(Base):
    def __reduce_ex__(self, p): log.append('reduce_ex%d' % p); return Base.__reduce_ex__(self, p)
class Global(Base):
    def __reduce__(self): return 'SINGLE'
SINGLE = Global()
class ListItems(list):
    def append(self, x): log.append('append'); list.append(self, x)
    def extend(self, x): log.append('extend'); list.extend(self, x)
class DictItems(dict):
    def __setitem__(self, k, v): log.append('set'); dict.__setitem__(self, k, v)
class Slots(object):
    __slots__ = 'a', 'b', '__weakref__'
class Old:
    def __init__(self, v=0): log.append('oldinit'); self.v = v
class OldArgs(Old):
    def __getinitargs__(self): return (7,)
class Int(int):
    pass
class SetAttr(object):
    def __setattr__(self, n, v): log.append('setattr ' + n); object.__setattr__(self, n, v)
class Meta(type): pass
class WithMeta(object):
    __metaclass__ = Meta
class Exc(Exception):
    def __init__(self, a, b): Exception.__init__(self, a); self.b = b
sa = SetAttr(); sl = Slots(); sl.a = 5; n = Int(4); n.x = 1
def desc(x):
    if callable(x):
        return x.__name__
    return type(x).__name__, sorted(getattr(x, '__dict__', {}).items()), x if isinstance(x, (list, dict, int)) else getattr(x, 'a', None)
for x in (Base(), Args(), State(), NoneState(), FalseState(), TupleState(), Red(), RedEx(), SINGLE, ListItems([1]), ListItems([1, 2]), DictItems(a=1), sl, Old(3), OldArgs(3), n, sa, WithMeta(), WithMeta, Meta, Old, Exc(1, 2), Base().__init__, lambda: 0, len, KeyError('k'), type(None), Ellipsis, iter([]), type, object(), slice(1), open, 3 .__add__):
    for mod in (pickle, cPickle):
        for p in (0, 1, 2):
            del log[:]
            try:
                s = mod.dumps(x, p)
                d = list(log)
                del log[:]
                y = mod.loads(s)
                print mod.__name__[0], p, desc(y), d, log, y is x
            except Exception as e:
                print mod.__name__[0], p, type(x).__name__, type(e).__name__, str(e).split(' at 0x')[0][:70]
class Loop(object): pass
o = Loop(); o.me = o; o.l = [o]; o.t = (o, o.l)
for mod in (pickle, cPickle):
    for p in (0, 1, 2):
        q = mod.loads(mod.dumps(o, p))
        print q.me is q, q.l[0] is q, q.t[1] is q.l, type(q).__name__,
print
for name, obj in (('gone', Loop), ('wrong', 3)):
    s = pickle.dumps(Loop(), 2).replace('Loop', 'L00p')
    for mod in (pickle, cPickle):
        try:
            mod.loads(s)
        except Exception as e:
            print type(e).__name__, e
class Local(object):
    pass
inst = Local()
KeepLocal, Local = Local, type('Local', (), {})
for mod in (pickle, cPickle):
    for p in (0, 2):
        try:
            mod.dumps(inst, p)
        except Exception as e:
            print type(e).__name__, str(e).split(' at 0x')[0]
