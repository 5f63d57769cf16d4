# Properties, static and class methods in hot code: replaced by others, by plain values and by functions; getters that
# raise, that change the class themselves, that are inherited, cached on the instance, and setters with effects.
class Temp(object):
    scale = 1
    def __init__(self, c): self._c = c; self.sets = 0
    @property
    def c(self): return self._c * self.scale
    @c.setter
    def c(self, v): self._c = v; self.sets += 1
    @c.deleter
    def c(self): self._c = 0
    @staticmethod
    def conv(x): return x * 9 // 5 + 32
    @classmethod
    def name(cls): return cls.__name__
    @property
    def f(self): return self.conv(self.c)
class Kelvin(Temp):
    @property
    def c(self): return super(Kelvin, self).c + 273
def run(ts, n, at={}):
    out = []
    for i in xrange(n):
        t = ts[i % len(ts)]
        if i in at: at[i]()
        r = (t.f, t.name())
        if len(out) < len(ts) or out[-len(ts)] != r: out.append(r)
    return out
a, b = Temp(10), Kelvin(20)
print run([a, b], 3000)
def set_(c, k, v): return lambda: setattr(c, k, v)
print run([a], 3000, {1000: set_(Temp, 'scale', 2), 2000: set_(a, '_c', 0.5)})
print run([a, b], 4000, {1000: set_(Temp, 'conv', staticmethod(lambda x: -x)), 2000: set_(Kelvin, 'c', property(lambda s: 5)), 3000: set_(Temp, 'name', classmethod(lambda c: c.__bases__[0].__name__))})
print run([b], 2000, {500: set_(Kelvin, 'f', 'plain'), 900: set_(Kelvin, 'name', lambda s: 'function')})
del Kelvin.f, Kelvin.name
def writes(t, n):
    try:
        for i in xrange(n): t.c = i
    except AttributeError, e: return str(e), i, t._c
    return t._c, t.sets
print writes(a, 3000), writes(b, 10)
Kelvin.c = Temp.c; print writes(b, 2000)
Temp.c = property(Temp.c.fget); print writes(a, 10), writes(b, 5)
Kelvin.c = 0; print writes(b, 1000), b.c, Kelvin.c
def raising(n):
    state = [0]
    class R(object):
        @property
        def v(self):
            state[0] += 1
            if state[0] % 100 == 0: raise ValueError(state[0])
            if state[0] == 1550: raise AttributeError('hidden')
            return state[0]
    r = R(); errs = []; s = 0
    for i in xrange(n):
        try: s += r.v
        except Exception, e: errs.append((type(e).__name__, str(e)))
        if i == 1700: R.__getattr__ = lambda self, k: state.append(k) or 0
        if i == 1800: R.v = property(lambda self: [].missing)
    return s, errs[:2], errs[15:17], len(errs), len(state), state[-1]
print raising(2500)
class Lazy(object):
    def __init__(self, f): self.f = f; self.n = 0
    def __get__(self, o, t):
        if o is None: return self
        self.n += 1; v = o.__dict__[self.f.__name__] = self.f(o); return v
class H(object):
    @Lazy
    def big(self): return id(self) and 42
def lazies(n):
    s = 0
    for i in xrange(n):
        h = H()
        s += h.big + h.big
    return s, H.big.n
print lazies(3000)
Lazy.__set__ = lambda s, o, v: None; print lazies(1000); del Lazy.__set__; print lazies(1000)
class Self(object):
    @property
    def x(self):
        type(self).x = 'now plain'
        return 'once'
def once(n):
    r = []
    for i in xrange(n):
        if i == n // 2: Self.x = property(lambda s: i)
        v = s.x
        if v not in r and len(r) < 5: r.append(v)
    return r, s.x
s = Self(); print once(2000)
def bound(n):
    got = set()
    for i in xrange(n):
        f = a.conv if i % 2 else a.name
        got.add((type(f).__name__, f() if i % 2 == 0 else f(i % 3)))
        if i == n // 2: Temp.conv = classmethod(lambda c, x: (c.__name__, x))
    return sorted(got, key=repr)
print bound(2000)
