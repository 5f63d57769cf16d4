# Precedence of instance dict, data and non-data descriptors, class attributes, metaclass attributes and __getattr__, for get, set and delete.
def t(f):
    try:
        return f()
    except Exception as e:
        return type(e).__name__ + ': ' + str(e)
class Get(object):
    def __init__(self, n): self.n = n
    def __get__(self, o, c=None): return '%s.get(%s, %s)' % (self.n, o if o is None else type(o).__name__, getattr(c, '__name__', c))
class GetSet(Get):
    def __set__(self, o, v): print self.n + '.set',
class GetDel(Get):
    def __delete__(self, o): print self.n + '.delete',
class SetOnly(object):
    def __init__(self, n): self.n = n
    def __set__(self, o, v): print self.n + '.set',
    def __repr__(self): return 'SetOnly'
class DelOnly(object):
    def __init__(self, n): self.n = n
    def __delete__(self, o): print self.n + '.delete',
    def __repr__(self): return 'DelOnly'
class AttrError(object):
    def __init__(self, n): pass
    def __get__(self, o, c=None): raise AttributeError('from get')
    def __set__(self, o, v): raise AttributeError('from set')
class GetAttrError(object):
    def __init__(self, n): pass
    def __get__(self, o, c=None): raise AttributeError('from nondata get')
class OldDesc:
    def __init__(self, n): self.n = n
    def __get__(self, o, c=None): return 'old get'
    def __set__(self, o, v): print 'old set',
class InstDesc(object):
    def __init__(self, n):
        self.__get__ = lambda o, c=None: 'instance get'
        self.__set__ = lambda o, v: 'x'
    def __repr__(self): return 'InstDesc'
kinds = [Get, GetSet, GetDel, SetOnly, DelOnly, AttrError, GetAttrError, OldDesc, InstDesc, lambda n: property(lambda s: 'prop'), lambda n: property(), lambda n: property(None, lambda s, v: None), lambda n: staticmethod(len), lambda n: classmethod(lambda c: 1), lambda n: 'plain']
for kind in kinds:
    for hooked in (False, True):
        for meta in (None, GetSet, Get, 'plain'):
            M = type('M', (type,), {} if meta is None else {'x': meta('meta') if meta != 'plain' else 'meta plain'})
            ns = {'x': kind('cls')}
            if hooked: ns['__getattr__'] = lambda s, n: 'hook ' + n
            C = M('C', (object,), ns)
            o = C()
            def show(r):
                r = repr(r)
                return r.split(' at 0x')[0][:60]
            print show(t(lambda: o.x)), '|', show(t(lambda: C.x)), '|',
            o.__dict__['x'] = 'inst'
            print show(t(lambda: o.x)), '|', t(lambda: setattr(o, 'x', 1)), show(o.__dict__.get('x', 'gone')), '|', t(lambda: delattr(o, 'x')), show(o.__dict__.get('x', 'gone')), '|', t(lambda: delattr(o, 'x')), '|', t(lambda: setattr(C, 'x', 2)), show(C.__dict__['x']), '|', t(lambda: delattr(C, 'x')), 'x' in C.__dict__
class GA(object):
    x = 1
    def __getattribute__(self, n):
        if n == 'raise': raise AttributeError('no ' + n)
        if n == 'key': raise KeyError(n)
        return 'gattr ' + n
    def __getattr__(self, n): return 'ga ' + n
g = GA(); g.x = 2
print g.x, t(lambda: getattr(g, 'raise')), t(lambda: g.key), g.__dict__, g.__class__, object.__getattribute__(g, 'x'), hasattr(g, 'raise'), t(lambda: hasattr(g, 'key')), getattr(g, 'key', 'default') if not hasattr(g, 'zz') else 0
class Dct(object):
    __dict__ = {'x': 'fake'}
d = Dct(); t(lambda: setattr(d, 'x', 1)); print d.__dict__, t(lambda: d.x), vars(d)
class DProp(object):
    @property
    def __dict__(self): return {'y': 5}
d = DProp(); d.q = 1; print d.__dict__, d.q, t(lambda: d.y), vars(d)
for a in [(), (1,), (None, None), (None,), (1, int, 2)]:
    print t(lambda: Get.__get__.im_func.__get__(*a)) if len(a) != 1 else 'one', t(lambda: property(lambda s: 's').__get__(*a)) if a else 0, t(lambda: type(classmethod(len).__get__(*a)).__name__), t(lambda: staticmethod(len).__get__(*a)), t(lambda: int.__add__.__get__(*a) and 'ok'), t(lambda: int.real.__get__(*a)), t(lambda: str.join.__get__(*a) and 'ok')
